"""One rule or row compiled for many questions: what it reads, what it counts, and which facts it binds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import prod
from typing import NamedTuple

from inspector.model.facts import Fact, FieldType, Scalar
from inspector.model.limits import most
from inspector.model.rules import Rule, VerdictRow
from inspector.rules.bounds import LIMIT, bounded
from inspector.rules.compile import Alternatives, CompiledEntry, compile_entry, wanted
from inspector.rules.encode import Wanted, encode_fact
from inspector.rules.evaluate import Layer, rests_on
from inspector.rules.intermediate import EncodedFact
from inspector.rules.vocabulary import Vocabulary, types_of
from inspector.workbench.judging.fitting import Asked, fits, fitting, ready

Part = tuple[str, Asked]
"""A kind of fact, and what is asked of it."""
ByKind = Mapping[str, Sequence[EncodedFact]]
"""Encoded facts by their kind, those of one kind in the order of their ids."""
TALLY = "tally/"


class Program:
    """A compiled rule or row. Raises CannotComplete, located, where it cannot be compiled."""

    def __init__(self, entry: Rule | VerdictRow, known: Vocabulary) -> None:
        self.entry = entry
        self.compiled: CompiledEntry = compile_entry(entry, known)
        self.reads: Wanted = wanted([self.compiled], known)
        self._when, self._unless = _parts(self.compiled.when), _parts(self.compiled.unless)
        self._tallies = tuple(
            Counting(
                one.id,
                types_of(one.id, known),
                *_parts((one.inside,)),
                *(_parts((one.outside,)) if one.outside else (None,)),
            )
            for one in self.compiled.tallies
        )
        self._kinds = tuple(kind for kind, _ in self._when if not kind.startswith(TALLY))
        self.needs = frozenset(self._kinds)
        """Kinds of which there must be a fact for it to hold at all."""

    @cached_property
    def _joins(self) -> int:
        """So many parts that each bind a fact; one cannot be matched in more ways than there are facts."""
        return len(self._kinds) + len(self.compiled.unless)

    def able(self, by_kind: ByKind) -> bool:
        """Whether it could hold: for each of its patterns there is a fact of its kind."""
        return all(kind in by_kind for kind in self.needs)

    def matched(self, by_kind: ByKind, facts: Mapping[str, Fact]) -> Layer:
        """What it binds, sorted, with the facts that it made by counting. Raises CannotComplete where there is no end to it."""
        tallies: dict[str, Fact] = {}
        counted: dict[str, tuple[str, ...]] = {}
        if self._tallies:
            by_kind = {**by_kind}
            for tally in self._tallies:
                made, counted[tally.id] = _count(tally, by_kind, facts)
                tallies[tally.id] = made
                by_kind[tally.id] = (encode_fact(made, tally.types),)
        self._bounded(by_kind)
        found = tuple(self._holding(by_kind))
        entry = self.compiled
        return Layer({entry.id: tuple(sorted(found))}, {entry.id: entry.aliases}, tallies, counted)

    def _holding(self, by_kind: ByKind) -> Iterator[tuple[str, ...]]:
        unless = [part for part in self._unless if part[0] in by_kind]
        for bound in _bindings(self._when, (), by_kind):
            if not any(_taken(some, bound, by_kind) for some in unless):
                yield tuple(fact.id for fact in bound)

    def many(self, by_kind: ByKind) -> bool:
        """Whether it may fit in more ways than allowed, which is to be looked at closely."""
        if self._joins < 2:
            return False
        parts = (*self.compiled.when, *self.compiled.unless)
        return prod(max(1, len(by_kind.get(some[0].kind, ()))) for some in parts) > most(LIMIT)

    def _bounded(self, by_kind: ByKind) -> None:
        if self.many(by_kind):
            rules = (*self.compiled.main, *self.compiled.companions)
            able = [rule for rule in rules if all(pattern.kind in by_kind for pattern in rule.patterns)]
            bounded(able, [fact for some in by_kind.values() for fact in some])


class Counting(NamedTuple):
    """What to count for the tally of that id, and among what, if anything."""

    id: str
    types: Mapping[str, FieldType]
    inside: Part
    outside: Part | None


def _parts(some: Iterable[Alternatives]) -> tuple[Part, ...]:
    return tuple((one[0].kind, ready(one)) for one in some)


def _bindings(
    parts: Sequence[Part], bound: tuple[EncodedFact, ...], by_kind: ByKind
) -> Iterator[tuple[EncodedFact, ...]]:
    if len(bound) == len(parts):
        yield bound
        return
    kind, asked = parts[len(bound)]
    for fact in by_kind.get(kind, ()):
        if fact not in bound and fits(asked, fact, bound):
            yield from _bindings(parts, (*bound, fact), by_kind)


def _taken(part: Part, bound: tuple[EncodedFact, ...], by_kind: ByKind) -> bool:
    kind, asked = part
    return any(fact not in bound and fits(asked, fact, bound) for fact in by_kind.get(kind, ()))


def _count(tally: Counting, by_kind: ByKind, facts: Mapping[str, Fact]) -> tuple[Fact, tuple[str, ...]]:
    """The fact of a tally, and the ids of what it counted."""
    inside = _fitting(tally.inside, by_kind)
    fields: dict[str, Scalar] = {"n": len(inside)}
    counted = inside
    if tally.outside is not None:
        outside = _fitting(tally.outside, by_kind)
        counted = tuple(sorted({*inside, *outside}))
        fields["out_of"] = len(outside)
        if outside:
            fields["share"] = float(f"{len(inside) / len(outside):.6g}")
    rests = rests_on(facts[name] for name in counted)
    return Fact(id=tally.id, kind=tally.id, fields=fields, rests_on=rests), counted


def _fitting(part: Part, by_kind: ByKind) -> tuple[str, ...]:
    kind, asked = part
    return fitting(asked, by_kind.get(kind, ()))
