"""How many facts of each kind are enough to ask a framework about, and which of their fields it reads."""

import math
from collections.abc import Iterable, Mapping
from decimal import Decimal

from inspector.model.facts import Field
from inspector.model.rules import Condition, Framework, Pattern, Rule, Tally, VerdictRow
from inspector.verdict.movement import KIND as MOVES

MOST = 9
"""Facts of one kind beyond which nothing is asked: what needs more is not told."""
FEW = 6
"""Choices of a key up to which each has a fact of its own."""
ENGINE = ("call", "probability", "probability_gain", "probability_loss", "probability_faded")
"""Fields of a trajectory that the verdict's basis is worked out of."""
Part = Pattern | Tally


def entries(framework: Framework) -> Iterable[Rule | VerdictRow]:
    """Rules, then rows."""
    yield from framework.rules
    yield from framework.verdicts


def patterns(entry: Rule | VerdictRow) -> Iterable[Pattern]:
    """Every pattern, those that are counted included."""
    for part in (*entry.when, *entry.unless):
        if isinstance(part, Pattern):
            yield part
        else:
            yield part.count
            if part.of is not None:
                yield part.of


def needed(frameworks: Iterable[Framework]) -> dict[str, int]:
    """By kind of signal or probe how many facts some rule or row can tell apart, one more than it asks for, at most `MOST`."""
    found: dict[str, int] = {}
    for framework in frameworks:
        for entry in entries(framework):
            mine: dict[str, int] = {}
            for part in (*entry.when, *entry.unless):
                for kind, many in _part(part):
                    mine[kind] = mine.get(kind, 0) + many if isinstance(part, Pattern) else max(mine.get(kind, 0), many)
            for kind, many in mine.items():
                found[kind] = max(found.get(kind, 0), many)
    if MOVES in found:
        found[MOVES] = max(found[MOVES], 3)
    return {kind: min(MOST, many) for kind, many in found.items() if kind.startswith(("signal/", "probe/"))}


def _part(part: Part) -> Iterable[tuple[str, int]]:
    if isinstance(part, Tally):
        yield part.count.kind, _counted(part.test, share=part.of is not None)
    elif part.kind == "basis":
        yield MOVES, max([_counted(one, share=False) for one in part.conditions if one.field == "judged"], default=1)
    else:
        yield part.kind, 1


def _counted(test: Condition, *, share: bool) -> int:
    values = [float(value) for value in test.values if isinstance(value, int | float)]
    if not values:
        return 2
    if share:
        smallest = min((min(v, 1 - v) for v in values if 0 < v < 1), default=0.5)
        return math.ceil(1 / smallest)
    return math.ceil(max(values)) + (test.operator not in (">=", "=="))


def read(frameworks: Iterable[Framework], vocabulary: Mapping[str, tuple[Field, ...]]) -> dict[str, set[str]]:
    """By kind the fields that rules and rows read or carry, with its keys."""
    found: dict[str, set[str]] = {}
    for framework in frameworks:
        for entry in entries(framework):
            kinds = {part.alias: part.kind for part in (*entry.when, *entry.unless) if isinstance(part, Pattern)}
            for pattern in patterns(entry):
                mine = found.setdefault(pattern.kind, set())
                for condition in pattern.conditions:
                    mine.add(condition.field)
                    if condition.ref is not None and condition.ref.alias in kinds:
                        found.setdefault(kinds[condition.ref.alias], set()).add(condition.ref.field)
            for _, ref in entry.conclude.carry if isinstance(entry, Rule) else ():
                if ref.alias in kinds:
                    found.setdefault(kinds[ref.alias], set()).add(ref.field)
    for kind, names in found.items():
        names.update(field.name for field in vocabulary.get(kind, ()) if field.key)
    if any(row.when for framework in frameworks for row in framework.verdicts):
        found.setdefault(MOVES, set()).update(ENGINE)
    return found


def bounds(frameworks: Iterable[Framework]) -> dict[str, dict[str, set[Decimal]]]:
    """By kind and field the numbers that conditions hold it against."""
    found: dict[str, dict[str, set[Decimal]]] = {}
    for framework in frameworks:
        for entry in entries(framework):
            for pattern in patterns(entry):
                for one in pattern.conditions:
                    numbers = {
                        Decimal(repr(v)) for v in one.values if isinstance(v, int | float) and not isinstance(v, bool)
                    }
                    found.setdefault(pattern.kind, {}).setdefault(one.field, set()).update(numbers)
    return found
