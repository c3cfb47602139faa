"""A finding can be drawn of several things and does not say of which.

What:
    A rule with a pattern on facts of which there is one for each indicator, and whose words name neither its title nor
    anything else that tells them apart.

Why:
    Where three measures got better, three findings say the same sentence and nobody knows what they are about.

Bad:
    when: {move: {signal: trajectory, call: gradual-gain, probability: ">= 0.8"}}
    says: "A measure got better with a probability of {move.probability}."

Good:
    when: {move: {signal: trajectory, call: gradual-gain, probability: ">= 0.8"}}
    says: "{move.title}: got better with a probability of {move.probability}."

Waive:
    Where there can be only one, for a reason outside the rules.
"""

import re

from inspector.lints._walk import Vocabulary, aliases, field_of, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework, Pattern, Rule

ID = "unnamed-subject"
FAMILY = "findings"
LEVEL: Level = "query"

_VALUE = re.compile(r"\{([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)")
_NAMES = ("title", "indicator")


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """One query for each such rule, where it says it."""
    return tuple(
        remark(
            ID,
            rule.place("says"),
            f"{rule.id} does not say which one it is about",
            f"its name, as {{{of}.title}}",
            "name it",
            LEVEL,
        )
        for rule in framework.rules
        if (of := _several(rule, vocabulary)) and not _named(rule, vocabulary)
    )


def _several(rule: Rule, vocabulary: Vocabulary) -> str:
    """The first alias that is bound to one of several facts, which have a title; nothing where a name is asked for."""
    for part in rule.when:
        if not isinstance(part, Pattern) or part.kind.startswith(("finding/", "probe/")):
            continue
        fields = vocabulary.get(part.kind)
        asked = {c.field for c in part.conditions if c.operator == "==" and c.ref is None and len(c.values) == 1}
        if (
            field_of(fields, "title")
            and field_of(fields, "indicator")
            and not asked & {"known_as", "indicator", "title"}
        ):
            return part.alias
    return ""


def _named(rule: Rule, vocabulary: Vocabulary) -> bool:
    known = aliases(rule, vocabulary)
    for alias, name in _VALUE.findall(rule.says):
        field = field_of(known.get(alias), name)
        if field is not None and field.type == "string" and not field.choices:
            return True
    return False
