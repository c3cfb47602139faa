"""A theme is asked about and never judged.

What:
    A theme that has no rule.

Why:
    It is printed as silent whatever a service submits, and its weight pulls every score down.

Bad:
    rules: [{id: tried, theme: trying}]

Good:
    rules: [{id: tried, theme: trying}, {id: noticed, theme: readers}]

Waive:
    Where its rules come with the next version: say with which.
"""

from inspector.lints._themes import rules_of
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "theme-without-rules"
FAMILY = "themes"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """A remark for each theme that nothing can give a standing or take one from."""
    return tuple(
        remark(ID, theme.where, f"no rule judges the theme {theme.id}", "a rule for it, or no such theme")
        for theme in framework.themes
        if not rules_of(framework, theme)
    )
