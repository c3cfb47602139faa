"""A framework has no way to `lasting`.

What:
    A framework of three themes or more of which no rule gives `lasting`; or a theme that asks whether something lasts or stays
    better, and no rule of which says so.

Why:
    That a change held after the attention moved on is what the ladder is for. Where nobody can say it, a change that fades
    and one that stays are the same.

Bad:
    themes:
      - {id: trying, title: Trying things, asks: "What was tried?", evidence: [a log]}
      - {id: readers, title: Readers notice, asks: "What did readers notice?", evidence: [figures]}
      - {id: staff, title: Staff learn, asks: "What did staff learn?", evidence: [a log]}
    rules: [{id: tried, conclude: {standing: doing}}]

Good:
    themes:
      - {id: trying, title: Trying things, asks: "What was tried?", evidence: [a log]}
      - {id: readers, title: Readers notice, asks: "What did readers notice?", evidence: [figures]}
      - {id: staff, title: Staff learn, asks: "What did staff learn?", evidence: [a log]}
    rules:
      - {id: held, when: {move: {signal: trajectory, probability: ">= 0.8", held_months: ">= 12"}}, conclude: {standing: lasting}}

Waive:
    Where no service has figures for long enough yet: say until when.
"""

import re
from collections.abc import Iterator

from inspector.lints._themes import reaches, rules_of
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "nothing-lasts"
FAMILY = "themes"
LEVEL = "query"
THREE = 3
_STAYS = re.compile(r"\b(lasts?|lasting|stays? (better|so)|did it stay|was it kept up|sustain\w*)\b", re.I)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for a framework in which nothing can last, or one for each theme that asks for it in vain."""
    if not framework.rules:
        return ()
    if len(framework.themes) >= THREE and not reaches(framework.rules, "lasting"):
        message = f"no rule of {framework.id} can say that anything lasts"
        expected = 'a rule for a change that held (held_months: ">= 12"), with standing: lasting'
        return (remark(ID, framework.place("themes"), message, expected, level="query"),)
    return tuple(_asked_in_vain(framework))


def _asked_in_vain(framework: Framework) -> Iterator[Problem]:
    for theme in framework.themes:
        rules = rules_of(framework, theme)
        if rules and _STAYS.search(f"{theme.title}. {theme.asks}") and not reaches(rules, "lasting"):
            message = f"the theme {theme.id} asks what lasts, and no rule of it can say that anything does"
            yield remark(ID, theme.where, message, "a rule with standing: lasting, or another question", level="query")
