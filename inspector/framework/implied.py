"""Whether what one pattern asks for follows from what another does, by the conditions alone.

Sound and not complete: what is said to follow does, whatever the facts; much that follows by what fields mean is not seen.

Lints ask `lints/_implies.py`, which looks up what fields mean and takes findings apart, and sees all that is seen here. This is
for `framework diff`, and is another question: whether two versions *write* the same. `share: ">= 0"` is a change to whoever reads
the file, though no fact ever falls short of it, and each version has a vocabulary of its own.
"""

from collections.abc import Callable, Mapping, Sequence
from operator import ge, gt, le, lt

from inspector.model.facts import Scalar
from inspector.model.ladder import STANDINGS
from inspector.model.rules import Condition, Pattern, Ref, Tally, VerdictRow

Part = Pattern | Tally
Number = float
_EVER = float("inf")
_ORDER: Mapping[str, Callable[[float, float], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}


def entry_implied(weak: VerdictRow, strong: VerdictRow) -> bool:
    """Whether `weak` holds whenever `strong` does: each part it asks for is asked for, and what it excludes is excluded."""
    pairs: dict[str, str] = {}
    for part in weak.when:
        fellow = next((p for p in strong.when if p.alias not in pairs.values() and part_implied(part, p)), None)
        if fellow is None:
            return False
        pairs[part.alias] = fellow.alias
    # Joins name aliases, so where there are any both have to call the same thing the same.
    if any(_joins(part) for part in (*weak.when, *weak.unless)) and any(a != b for a, b in pairs.items()):
        return False
    return all(any(_same_part(part, other) for other in strong.unless) for part in weak.unless)


def part_implied(weak: Part, strong: Part) -> bool:
    """Whether `weak` holds whenever `strong` does."""
    if isinstance(weak, Pattern):
        if isinstance(strong, Pattern):
            return pattern_implied(weak, strong)
        return strong.of is None and at_least(strong.test) >= 1 and pattern_implied(weak, strong.count)
    if isinstance(strong, Pattern):
        return weak.of is None and _one_is_enough(weak.test) and pattern_implied(weak.count, strong)
    return _tally_implied(weak, strong)


def pattern_implied(weak: Pattern, strong: Pattern) -> bool:
    """Whether every fact that fits `strong` fits `weak`. A join of `weak` has to stand in `strong` too."""
    return weak.kind == strong.kind and all(
        condition_implied(condition, strong.conditions) for condition in weak.conditions
    )


def condition_implied(weak: Condition, strong: Sequence[Condition]) -> bool:
    """Whether `weak` holds of every fact of which all of `strong` hold."""
    mine = [one for one in strong if one.field == weak.field]
    return any(_follows(weak, one) for one in mine)


def at_least(test: Condition) -> float:
    """The least number that meets a test; 0 where there is none."""
    values = _numbers(test.values)
    if not values or test.ref is not None:
        return 0
    return {">=": min(values), ">": min(values) + 1e-6, "==": min(values)}.get(test.operator, 0)


def _follows(weak: Condition, strong: Condition) -> bool:
    if weak.ref is not None or strong.ref is not None:
        return _bare(weak) == _bare(strong)
    if strong.operator == "==":
        return all(meets(value, weak) for value in strong.values)
    if weak.operator == strong.operator and set(map(str, strong.values)) == set(map(str, weak.values)):
        return True
    return _range_follows(weak, strong)


def _range_follows(weak: Condition, strong: Condition) -> bool:
    ours, theirs = _numbers(weak.values), _numbers(strong.values)
    if not ours or not theirs:
        return False
    if strong.operator in (">", ">="):
        # Any of several values will do, so the lowest is what a condition asks.
        least, need = min(theirs), min(ours)
        open_end = strong.operator == ">" or weak.operator == ">="
        return weak.operator in (">", ">=") and (least > need or (least == need and open_end))
    if strong.operator in ("<", "<="):
        most, need = max(theirs), max(ours)
        open_end = strong.operator == "<" or weak.operator == "<="
        return weak.operator in ("<", "<=") and (most < need or (most == need and open_end))
    return False


def meets(value: Scalar, condition: Condition) -> bool:
    """Whether a value meets a condition that stands for itself: any of its values will do."""
    if condition.operator == "==":
        return any(_equal(value, one) for one in condition.values)
    if condition.operator == "!=":
        return any(not _equal(value, one) for one in condition.values)
    left = number(value)
    rights = [right for one in condition.values if (right := number(one)) is not None]
    if left is None:
        return False
    return any(_ORDER[condition.operator](left, right) for right in rights)


def number(value: Scalar) -> float | None:
    """A number, or the height of a standing; None for what has no order here."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value)
    return float(STANDINGS.index(value)) if isinstance(value, str) and value in STANDINGS else None


def _numbers(values: Sequence[Scalar]) -> list[float]:
    found = [number(value) for value in values]
    return [] if None in found else [one for one in found if one is not None]


def _equal(one: Scalar, other: Scalar) -> bool:
    return isinstance(one, bool) == isinstance(other, bool) and one == other


def _tally_implied(weak: Tally, strong: Tally) -> bool:
    tests = condition_implied(_unnamed(weak.test), [_unnamed(strong.test)])
    if (weak.of is None) != (strong.of is None) or not tests:
        return False
    if weak.of is not None and strong.of is not None:
        return _same_pattern(weak.of, strong.of) and _same_pattern(weak.count, strong.count)
    if weak.test.operator in (">", ">="):
        return pattern_implied(weak.count, strong.count)
    if weak.test.operator in ("<", "<="):
        return pattern_implied(strong.count, weak.count)
    return _same_pattern(weak.count, strong.count)


def _one_is_enough(test: Condition) -> bool:
    values = _numbers(test.values)
    return test.ref is None and (
        (test.operator == ">=" and min(values, default=_EVER) <= 1)
        or (test.operator == ">" and min(values, default=_EVER) < 1)
    )


def _joins(part: Part) -> bool:
    tests = part.conditions if isinstance(part, Pattern) else (part.test,)
    return any(condition.ref is not None for condition in tests)


def _unnamed(test: Condition) -> Condition:
    return test.model_copy(update={"field": "n"})


def _same_part(one: Part, other: Part) -> bool:
    if isinstance(one, Pattern) or isinstance(other, Pattern):
        return isinstance(one, Pattern) and isinstance(other, Pattern) and _same_pattern(one, other)
    of = (one.of is None and other.of is None) or (one.of and other.of and _same_pattern(one.of, other.of))
    return (
        bool(of) and _same_pattern(one.count, other.count) and _bare(_unnamed(one.test)) == _bare(_unnamed(other.test))
    )


def _same_pattern(one: Pattern, other: Pattern) -> bool:
    return pattern_implied(one, other) and pattern_implied(other, one)


def _bare(condition: Condition) -> tuple[str, str, tuple[str, ...], Ref | None]:
    return condition.field, condition.operator, tuple(sorted(map(repr, condition.values))), condition.ref
