"""A theme has several ways up and no way down.

What:
    A theme with two rules or more that give `doing` or a higher standing, of which no rule limits the standing or concludes
    worse.

Why:
    Whatever else is known of it, the best word stands. Rules that only add up are met by trying each of them once.

Bad:
    rules:
      - {id: tried, conclude: {standing: doing}}
      - {id: noticed, conclude: {standing: showing}}

Good:
    rules:
      - {id: tried, conclude: {standing: doing}}
      - {id: noticed, conclude: {standing: showing}}
      - {id: stopped, when: {pace: {signal: improvement-pace, scale: any, longest_gap_months: ">= 6"}}, conclude: {limit: doing}}

Waive:
    Where nothing that is known could speak against it: say why.
"""

from inspector.lints._themes import reaches, rules_of, speaks_against
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "theme-without-way-down"
FAMILY = "themes"
LEVEL = "query"
SEVERAL = 2


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """A query for each theme of which nothing can speak ill."""
    found = []
    for theme in framework.themes:
        rules = rules_of(framework, theme)
        ups = [rule for rule in rules if reaches([rule], "doing")]
        if len(ups) >= SEVERAL and not any(map(speaks_against, rules)):
            message = f"{len(ups)} rules raise the theme {theme.id}, and none limits it or concludes worse"
            found.append(remark(ID, theme.where, message, "a rule for what would speak against it", level="query"))
    return tuple(found)
