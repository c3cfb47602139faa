"""Defines what a match is, by trying every combination of facts.

- A check on an attribute that the fact (or the earlier fact it refers to) does not have never holds, `!=` included.
- A check between values of different types never holds; `<`, `<=`, `>` and `>=` hold between integers only.
- No fact plays two parts: the facts bound to the patterns of one rule are all different.
"""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from inspector.rules.intermediate import Check, CompiledPattern, CompiledRule, Earlier, EncodedFact, Match

_EQUALITY: Mapping[str, Callable[[Any, Any], bool]] = {"==": operator.eq, "!=": operator.ne}
_ORDER: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def match(rules: Iterable[CompiledRule], facts: Sequence[EncodedFact]) -> frozenset[Match]:
    """Every match of every rule; the order of rules and of facts makes no difference."""
    by_kind: dict[str, list[EncodedFact]] = {}
    for fact in facts:
        by_kind.setdefault(fact.kind, []).append(fact)
    return frozenset(
        (rule.name, tuple(fact.id for fact in bound))
        for rule in rules
        for bound in _bindings(rule.patterns, (), by_kind)
    )


def fits(pattern: CompiledPattern, fact: EncodedFact, bound: Sequence[EncodedFact] = ()) -> bool:
    """Whether `fact` fits the pattern, given the facts bound to the patterns before it."""
    if fact.kind != pattern.kind:
        return False
    # A loop, because this is asked millions of times of a large bundle.
    for check in pattern.checks:  # noqa: SIM110
        if not holds(check, fact, bound):
            return False
    return True


def holds(check: Check, fact: EncodedFact, bound: Sequence[EncodedFact] = ()) -> bool:
    """Whether one check holds for `fact`, given the facts bound to earlier patterns."""
    left = fact.attrs.get(check.attr)
    right = check.value
    if isinstance(right, Earlier):
        earlier = bound[right.pattern].attrs.get(right.attr)
        if earlier is None:
            return False
        right = earlier
    if left is None or isinstance(left, str) != isinstance(right, str):
        return False
    if check.op in _EQUALITY:
        return _EQUALITY[check.op](left, right)
    return not isinstance(left, str) and _ORDER[check.op](left, right)


def _bindings(
    patterns: Sequence[CompiledPattern], bound: tuple[EncodedFact, ...], by_kind: Mapping[str, Sequence[EncodedFact]]
) -> Iterator[tuple[EncodedFact, ...]]:
    if len(bound) == len(patterns):
        yield bound
        return
    pattern = patterns[len(bound)]
    for fact in by_kind.get(pattern.kind, ()):
        if fact not in bound and fits(pattern, fact, bound):
            yield from _bindings(patterns, (*bound, fact), by_kind)
