"""One rule or row compiled for many questions: what it reads, what it counts, and which facts it binds."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from inspector.model.facts import Fact, FieldType, Scalar
from inspector.model.limits import most
from inspector.model.rules import Rule, VerdictRow
from inspector.rules.bounds import LIMIT, at_most, bounded
from inspector.rules.compile import Alternatives, CompiledEntry, compile_entry, wanted
from inspector.rules.encode import Wanted, encode_fact
from inspector.rules.evaluate import Layer, rests_on
from inspector.rules.fitting import Keyed, fitting, keyed
from inspector.rules.intermediate import EncodedFact
from inspector.rules.joins import Near, Part, bindings
from inspector.rules.vocabulary import Vocabulary, types_of

ByKind = Mapping[str, Sequence[EncodedFact]]
"""Encoded facts by their kind, those of one kind in the order of their ids."""
TALLY = "tally/"


class Program:
    """A compiled rule or row. Raises CannotComplete, located, where it cannot be compiled."""

    def __init__(self, entry: Rule | VerdictRow, known: Vocabulary) -> None:
        self.entry = entry
        self.compiled: CompiledEntry = compile_entry(entry, known)
        self.reads: Wanted = wanted([self.compiled], known)
        self._tallies = tuple(
            Counting(
                one.id,
                types_of(one.id, known),
                _asked(one.inside),
                None if one.outside is None else _asked(one.outside),
            )
            for one in self.compiled.tallies
        )
        self._when, self._unless = (
            [Part(some) for some in parts] for parts in (self.compiled.when, self.compiled.unless)
        )
        self._kinds = tuple(part.kind for part in self._when if not part.kind.startswith(TALLY))
        # Of a rule of one part that nothing takes away its matches are the facts that fit, as most rules have it.
        alone = len(self._when) == 1 and not self._unless
        self._alone = _asked(self.compiled.when[0]) if alone else None
        self._aliases = {entry.id: self.compiled.aliases}
        self.needs = frozenset(self._kinds)
        """Kinds of which there must be a fact for it to hold at all."""

    def able(self, by_kind: ByKind) -> bool:
        """Whether it could hold: for each of its patterns there is a fact of its kind."""
        return self.needs <= by_kind.keys()

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
        if self._alone is not None:
            found: list[tuple[str, ...]] = [(name,) for name in sorted(_fitting(self._alone, by_kind))]
        else:
            self._bounded(by_kind)
            found = sorted(self._holding(by_kind))
        return Layer({self.entry.id: tuple(found)}, self._aliases, tallies, counted)

    def _holding(self, by_kind: ByKind) -> Iterator[tuple[str, ...]]:
        lasts = [Near(part, by_kind) for part in self._unless if part.kind in by_kind]
        for bound in bindings(self._when, by_kind):
            if not any(last.any(bound) for last in lasts):
                yield tuple(fact.id for fact in bound)

    def many(self, by_kind: ByKind) -> bool:
        """Whether it may fit in more ways than allowed, which is to be looked at closely."""
        # One part alone cannot be met in more ways than there are facts.
        return len(self._kinds) > 1 and at_most([len(by_kind.get(part.kind, ())) for part in self._when]) > most(LIMIT)

    def _bounded(self, by_kind: ByKind) -> None:
        if self.many(by_kind):
            able = [rule for rule in self.compiled.main if all(pattern.kind in by_kind for pattern in rule.patterns)]
            bounded(able, [fact for some in by_kind.values() for fact in some])


class Counting(NamedTuple):
    """What to count for the tally of that id, and among what, if anything: kinds, each with what is asked of its facts."""

    id: str
    types: Mapping[str, FieldType]
    inside: tuple[str, Keyed]
    outside: tuple[str, Keyed] | None


def _asked(some: Alternatives) -> tuple[str, Keyed]:
    return some[0].kind, keyed(some)


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


def _fitting(part: tuple[str, Keyed], by_kind: ByKind) -> tuple[str, ...]:
    kind, asked = part
    return fitting(asked, by_kind.get(kind, ()))
