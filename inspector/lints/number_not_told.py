"""A finding rests on a number that its words do not tell.

What:
    A rule that asks for a count, a share, a probability or months beyond a bound, and whose `says` has no value and no
    number; a row
    that counts and says `several`, `some` or `a number of`.

Why:
    Somebody who reads it can neither check it nor see how near the bound it was: a finding of 4 and one of 400 say the same.

Bad:
    when: {pace: {signal: improvement-pace, scale: any, count: ">= 12"}}
    says: Small things were tried.

Good:
    when: {pace: {signal: improvement-pace, scale: any, count: ">= 12"}}
    says: "{pace.count} small things were tried."

Waive:
    Where the number would say who somebody is, or is told by the finding that this one builds on.
"""

import re

from inspector.lints._walk import Vocabulary, conditions, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Condition, Framework, Rule, Tally, VerdictRow

ID = "number-not-told"
FAMILY = "findings"
LEVEL: Level = "query"
_VAGUE = re.compile(
    r"\b(?:a\s(?:number|few|lot|handful|couple)\sof|several|many|some|numerous|various|lots|plenty)\b", re.IGNORECASE
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each such rule, where it says it."""
    rules = tuple(
        remark(
            ID,
            rule.place("says"),
            f"{rule.id} rests on {name}, and its words tell no number",
            f"the value, as {{alias.{name}}}",
            "tell the number that was found",
            LEVEL,
        )
        for rule in framework.rules
        if "{" not in rule.says and not any(letter.isdigit() for letter in rule.says) and (name := _number(rule))
    )
    return (*rules, *filter(None, map(_row, framework.verdicts)))


def _row(row: VerdictRow) -> Problem | None:
    """A query for a row that counts, and says of the count only that it is some number."""
    tally = next((part for part in row.when if isinstance(part, Tally) and _bounded(part.test)), None)
    vague = _VAGUE.search(row.says)
    if tally is None or vague is None or "{" in row.says:
        return None
    message = f"{row.id} counts {tally.alias}, and its words tell no number: {vague[0]!r}"
    return remark(
        ID, row.place("says"), message, f"the value, as {{{tally.alias}.n}}", "tell the number that was found", LEVEL
    )


def _number(rule: Rule) -> str:
    """The first field or tally that has to be beyond a bound."""
    tallies = [part for part in rule.when if isinstance(part, Tally) and _bounded(part.test)]
    if tallies:
        return "n"
    counted = {id(pattern) for part in rule.when if isinstance(part, Tally) for pattern in (part.count, part.of)}
    kept = {id(part) for part in rule.when}
    return next(
        (
            c.field
            for pattern, c in conditions(rule)
            if id(pattern) in kept and id(pattern) not in counted and _bounded(c)
        ),
        "",
    )


def _bounded(condition: Condition) -> bool:
    numbers = [v for v in condition.values if isinstance(v, int | float) and not isinstance(v, bool)]
    return condition.operator not in ("==", "!=") and bool(numbers)
