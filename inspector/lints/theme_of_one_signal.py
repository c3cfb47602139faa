"""A theme with several rules rests on one record alone.

What:
    A theme of which three rules or more read one signal, and nothing else.

Why:
    Whoever keeps that one record well has the whole theme, and whoever keeps it badly has none of it. What nobody else saw
    cannot be held against anything.

Bad:
    rules:
      - {id: one, when: {pace: {signal: improvement-pace, scale: any, count: ">= 1"}}, conclude: {standing: stated}}
      - {id: two, when: {pace: {signal: improvement-pace, scale: any, count: ">= 4"}}, conclude: {standing: doing}}
      - {id: gap, when: {pace: {signal: improvement-pace, scale: any, longest_gap_months: ">= 6"}}, conclude: {limit: doing}}

Good:
    rules:
      - {id: one, when: {pace: {signal: improvement-pace, scale: any, count: ">= 1"}}, conclude: {standing: stated}}
      - {id: two, when: {cycles: {signal: whole-cycles, count: ">= 4"}}, conclude: {standing: doing}}
      - {id: gap, when: {pace: {signal: improvement-pace, scale: any, longest_gap_months: ">= 6"}}, conclude: {limit: doing}}

Waive:
    Where there is no other record of it: say what would be one.
"""

from inspector.lints._themes import rules_of, signals
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "theme-of-one-signal"
FAMILY = "themes"
LEVEL = "query"
SEVERAL = 3


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """A query for each theme that hangs on one record."""
    found = []
    for theme in framework.themes:
        rules = rules_of(framework, theme)
        read = signals(rules, framework)
        if len(rules) >= SEVERAL and len(read) == 1:
            (only,) = read
            message = f"all {len(rules)} rules of the theme {theme.id} read {only.replace('/', ' ')} alone"
            found.append(remark(ID, theme.where, message, "a second record that could say otherwise", level="query"))
    return tuple(found)
