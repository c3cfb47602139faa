"""Which facts meet patterns together, with each pattern's facts looked up by the values that join it to those before.

What a match is says `reference_matcher`; this gives the same ones, and tries fewer facts. What stands for itself in a pattern
is asked of each fact once, and a fact that must share a value with an earlier one is found by that value. It can count what
it does, so that it can be stopped.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from inspector.rules.fitting import Asked, fits, keyed, ready
from inspector.rules.intermediate import Check, CompiledPattern, Earlier, Encoded, EncodedFact

Alternatives = Sequence[CompiledPattern]
"""One pattern with its lists of values spelt out, all of one kind: a fact fits when it fits any of them."""
ByKind = Mapping[str, Sequence[EncodedFact]]
Bound = tuple[EncodedFact, ...]
Checks = tuple[Check, ...]
Counts = Callable[[int, int], None]
"""Told how many facts were tried and how many of them fitted, each time some were."""


def by_kind(facts: Iterable[EncodedFact]) -> dict[str, list[EncodedFact]]:
    """The facts by their kind, in their order."""
    found: dict[str, list[EncodedFact]] = {}
    for fact in facts:
        found.setdefault(fact.kind, []).append(fact)
    return found


class Part:
    """One pattern made ready: what it asks of a fact alone, and what of earlier facts besides."""

    def __init__(self, some: Alternatives) -> None:
        self.kind = some[0].kind
        split = [_split(pattern) for pattern in some]
        # Alternatives differ in constants alone, so that most often what is left to ask is the same, and asked once.
        left = {joins: ready((CompiledPattern(self.kind, joins),)) for _, joins in split}
        self._split = tuple((ready((CompiledPattern(self.kind, alone),)), left[joins]) for alone, joins in split)
        # Most facts have another value of what all alternatives ask one value of: they need not be asked anything more.
        self._keyed = keyed(some)
        equal = [{check for check in joins if check.op == "=="} for _, joins in split]
        # Only what every alternative asks for may decide where to look.
        self.shared = tuple(sorted(set.intersection(*equal)))

    def near(self, facts: Sequence[EncodedFact]) -> Sequence[EncodedFact]:
        """Those of the facts that can fit by the one value that is asked of them, if any is."""
        attr, by = self._keyed
        return facts if attr is None else [fact for fact in facts if fact.attrs.get(attr) in by]

    def joins(self, fact: EncodedFact) -> Asked:
        """Of each alternative that the fact fits by itself what it asks of earlier facts; empty where it fits none."""
        found = dict.fromkeys(left for alone, left in self._split if fits(alone, fact))
        return tuple(checks for left in found for checks in left)


def bindings(parts: Sequence[Part], facts: ByKind, counts: Counts | None = None) -> Iterator[Bound]:
    """Every tuple of different facts that meets the parts, one fact a part, in the order of the facts of each kind."""
    return _further([Near(part, facts) for part in parts], (), counts)


def _further(near: Sequence["Near"], bound: Bound, counts: Counts | None) -> Iterator[Bound]:
    if len(bound) == len(near):
        yield bound
        return
    found = near[len(bound)].fitting(bound, counts)
    if len(bound) + 1 == len(near):
        yield from ((*bound, fact) for fact in found)
        return
    for fact in found:
        yield from _further(near, (*bound, fact), counts)


class Near:
    """The facts that fit a part by themselves, by the values that join them to earlier ones; looked at when first asked for."""

    def __init__(self, part: Part, facts: ByKind) -> None:
        self._part, self._given = part, facts.get(part.kind, ())
        self._joins: dict[str, Asked] | None = None
        self._facts: list[EncodedFact] = []
        self._places: dict[tuple[Encoded | None, ...], list[EncodedFact]] = {}

    def fitting(self, bound: Bound, counts: Counts | None = None) -> list[EncodedFact]:
        """The facts, not among those bound, that fit with these."""
        joins = self._looked() if self._joins is None else self._joins
        near = self._there(bound) if self._part.shared else self._facts
        found = [fact for fact in near if fact not in bound and fits(joins[fact.id], fact, bound)]
        if counts is not None:
            counts(len(near), len(found))
        return found

    def any(self, bound: Bound) -> bool:
        """Whether there is one."""
        joins = self._looked() if self._joins is None else self._joins
        near = self._there(bound) if self._part.shared else self._facts
        return any(fact not in bound and fits(joins[fact.id], fact, bound) for fact in near)

    def _looked(self) -> dict[str, Asked]:
        found = {fact.id: joins for fact in self._part.near(self._given) if (joins := self._part.joins(fact))}
        self._joins, self._facts = found, [fact for fact in self._given if fact.id in found]
        for fact in self._facts if self._part.shared else ():
            self._places.setdefault(tuple(fact.attrs.get(check.attr) for check in self._part.shared), []).append(fact)
        return found

    def _there(self, bound: Bound) -> Sequence[EncodedFact]:
        wanted = []
        for check in self._part.shared:
            value = _earlier(check, bound)
            if value is None:
                return ()
            wanted.append(value)
        return self._places.get(tuple(wanted), ())


def _split(pattern: CompiledPattern) -> tuple[Checks, Checks]:
    """The checks that stand for themselves, and those that refer to earlier facts."""
    joins = tuple(check for check in pattern.checks if isinstance(check.value, Earlier))
    return tuple(check for check in pattern.checks if not isinstance(check.value, Earlier)), joins


def _earlier(check: Check, bound: Bound) -> Encoded | None:
    value = check.value
    return bound[value.pattern].attrs.get(value.attr) if isinstance(value, Earlier) else None
