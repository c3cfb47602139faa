"""In how many ways the rules of a framework can be met: each list of values that will do multiplies them.

A rule is compiled once for each of its ways, so that a few long lists in one rule could ask for more memory than there is.
"""

from collections.abc import Iterable
from math import prod

from inspector.model.limits import most, raise_it, words
from inspector.model.problems import Problem
from inspector.model.remarks import error
from inspector.model.rules import Pattern, Rule, Tally, VerdictRow

LIMIT = "framework-ways"


def too_many(holders: Iterable[Rule | VerdictRow]) -> list[Problem]:
    """One problem at the first rule or row with which there are too many; empty where there are not."""
    total = 0
    for holder in holders:
        total += ways(holder)
        if total > most(LIMIT):
            message = f"with {holder.id} there are more than {words(LIMIT)}"
            return [error("too-many-ways", holder.where, message, "shorter lists of values", raise_it(LIMIT))]
    return []


def ways(holder: Rule | VerdictRow) -> int:
    """The ways of one rule or row, those of what takes it away and those of what it counts included."""
    met = prod(_of(part) for part in holder.when)
    counted = sum(_within(part) for part in (*holder.when, *holder.unless) if isinstance(part, Tally))
    return met + met * sum(_of(part) for part in holder.unless) + counted


def _of(part: Pattern | Tally) -> int:
    if isinstance(part, Tally):
        return prod(max(1, len(test.values)) for test in part.tests)
    return prod(max(1, len(condition.values)) for condition in part.conditions)


def _within(tally: Tally) -> int:
    return _of(tally.count) + (_of(tally.of) if tally.of else 0)
