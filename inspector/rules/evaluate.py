"""One layer of entries against the facts: tallies first, then the matcher, then what `unless` takes away."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from inspector.model.evidence import Rows
from inspector.model.facts import Fact, Scalar
from inspector.model.problems import Where
from inspector.model.rows import merged
from inspector.model.rules import Rule, VerdictRow
from inspector.rules.compile import Alternatives, CompiledEntry, CompiledTally, compile_entry, wanted
from inspector.rules.encode import Wanted, encode_facts
from inspector.rules.intermediate import CompiledRule, EncodedFact
from inspector.rules.joins import Near, Part, by_kind
from inspector.rules.matching import Matching
from inspector.rules.reference_matcher import fits
from inspector.rules.refusal import refuse
from inspector.rules.same import Same
from inspector.rules.vocabulary import Vocabulary

Fitting = Callable[[Alternatives, Sequence[EncodedFact]], tuple[str, ...]]
"""The ids of the facts that fit any of some alternatives, in the order of the facts."""


class Layer(NamedTuple):
    """What one layer gave: for each entry its matches (fact ids in the order of the aliases), sorted.

    `tallies` holds the facts made by counting, `counted` the ids of the facts each of them counted.
    """

    matches: Mapping[str, tuple[tuple[str, ...], ...]]
    aliases: Mapping[str, tuple[str, ...]]
    tallies: Mapping[str, Fact]
    counted: Mapping[str, tuple[str, ...]]

    def supporting(self, bound: Iterable[str]) -> tuple[str, ...]:
        """The ids bound, each tally replaced by what it counted, sorted."""
        return tuple(sorted({name for one in bound for name in self.counted.get(one, (one,))}))


def evaluate(
    entries: Sequence[Rule | VerdictRow], facts: Mapping[str, Fact], known: Vocabulary, matching: Matching
) -> Layer:
    """Match entries that do not depend on one another. Raises CannotComplete as `compile_entry` and encoding do."""
    compiled, fields = _compiled(Same(entries), Same(known))
    return matches_in(compiled, facts, encode_facts(facts.values(), fields), fields, matching)


@lru_cache(maxsize=64)
def _compiled(
    entries: Same[Sequence[Rule | VerdictRow]], known: Same[Vocabulary]
) -> tuple[list[CompiledEntry], Wanted]:
    # The cases of a framework ask the same rules hundreds of times.
    compiled = [compile_entry(entry, known.of) for entry in entries.of]
    return compiled, wanted(compiled, known.of)


def matches_in(
    compiled: Sequence[CompiledEntry],
    facts: Mapping[str, Fact],
    encoded: Sequence[EncodedFact],
    fields: Wanted,
    matching: Matching,
    *,
    fitting: Fitting | None = None,
    told: bool = True,
) -> Layer:
    """As `evaluate`, for entries compiled and facts encoded already, with the fields that `wanted` gives for the entries.

    Where the same is asked again and again, `fitting` remembers what fits. Where nobody will be `told`, tallies do without
    the evidence and rows behind what they counted.
    """
    tallies: dict[str, Fact] = {}
    counted: dict[str, tuple[str, ...]] = {}
    counting = _Counting(encoded, facts, fitting, told)
    for tally in (tally for entry in compiled for tally in entry.tallies):
        tallies[tally.id], counted[tally.id] = counting.count(tally)
    encoded = [*encoded, *encode_facts(tallies.values(), fields)]
    rules = _able([rule for entry in compiled for rule in entry.main], encoded)
    found: dict[str, set[tuple[str, ...]]] = {}
    for name, bound in matching.match(rules, encoded) if rules else ():
        found.setdefault(name, set()).add(bound)
    settling = _Settling(encoded)
    matches = {entry.id: settling.settled(entry, found.get(entry.id, set())) for entry in compiled}
    return Layer(matches, {entry.id: entry.aliases for entry in compiled}, tallies, counted)


def by_id(facts: Iterable[Fact]) -> dict[str, Fact]:
    """The facts by id, in order of id. Raises CannotComplete when two different facts share an id."""
    known: dict[str, Fact] = {}
    for fact in facts:
        first = known.setdefault(fact.id, fact)
        if first is not fact and first != fact:
            raise refuse("fact-twice", Where(file="facts", path=fact.id), "two different facts have this id")
    return dict(sorted(known.items()))


def rests_on(facts: Iterable[Fact]) -> tuple[str, ...]:
    """All the evidence that facts rest on, sorted."""
    return tuple(sorted({name for fact in facts for name in fact.rests_on}))


def rows_behind(facts: Iterable[Fact]) -> tuple[Rows, ...]:
    """All the rows that facts rest on, one entry a resource, sorted."""
    return merged(part for fact in facts for part in fact.rows)


def _able(rules: Sequence[CompiledRule], facts: Sequence[EncodedFact]) -> list[CompiledRule]:
    """The rules that could match: for each of their patterns there is a fact of its kind. It spares the matcher the others."""
    there = {fact.kind for fact in facts}
    return [rule for rule in rules if all(pattern.kind in there for pattern in rule.patterns)]


class _Settling:
    """What `unless` takes away, looked up match by match: a matcher would find each way in which it is taken."""

    def __init__(self, facts: Sequence[EncodedFact]) -> None:
        self._facts = facts

    def settled(self, entry: CompiledEntry, matches: set[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
        """The matches of an entry that nothing takes away, sorted. An entry without `when` holds once, with nothing bound."""
        if not entry.aliases:
            matches = {()}
        if entry.unless and matches:
            lasts = [Near(Part(some), self._by_kind) for some in entry.unless]
            matches = {ids for ids in matches if not self._taken(lasts, ids)}
        return tuple(sorted(matches))

    def _taken(self, lasts: Sequence[Near], ids: tuple[str, ...]) -> bool:
        bound = tuple(self._by_id[id] for id in ids)
        return any(last.any(bound) for last in lasts)

    @cached_property
    def _by_id(self) -> dict[str, EncodedFact]:
        return {fact.id: fact for fact in self._facts}

    @cached_property
    def _by_kind(self) -> dict[str, list[EncodedFact]]:
        return by_kind(self._facts)


def fitting_now(alternatives: Alternatives, facts: Sequence[EncodedFact]) -> tuple[str, ...]:
    """A `Fitting` that asks of every fact."""
    return tuple(fact.id for fact in facts if any(fits(pattern, fact) for pattern in alternatives))


class _Counting:
    """Counts facts for the tallies of a layer. Many tallies count the same facts, so what lies behind those is kept."""

    def __init__(
        self, encoded: Sequence[EncodedFact], facts: Mapping[str, Fact], fitting: Fitting | None, told: bool
    ) -> None:
        self._by_kind = by_kind(encoded)
        self._facts, self._fitting, self._told = facts, fitting or fitting_now, told
        self._behind: dict[tuple[str, ...], tuple[tuple[str, ...], tuple[Rows, ...]]] = {}

    def count(self, tally: CompiledTally) -> tuple[Fact, tuple[str, ...]]:
        """The fact of a tally, and the ids of what it counted."""
        inside = self._of(tally.inside)
        fields: dict[str, Scalar] = {"n": len(inside)}
        counted = inside
        if tally.outside is not None:
            outside = self._of(tally.outside)
            counted = tuple(sorted({*inside, *outside}))
            fields["out_of"] = len(outside)
            if outside:
                fields["share"] = float(f"{len(inside) / len(outside):.6g}")
        rests, rows = self._rests(counted)
        return Fact(id=tally.id, kind=tally.id, fields=fields, rests_on=rests, rows=rows), counted

    def _rests(self, counted: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Rows, ...]]:
        if not self._told:
            return (), ()
        if counted not in self._behind:
            basis = [self._facts[name] for name in counted]
            self._behind[counted] = (rests_on(basis), rows_behind(basis))
        return self._behind[counted]

    def _of(self, alternatives: Alternatives) -> tuple[str, ...]:
        # Alternatives are one pattern spelt out, so they are of one kind.
        return self._fitting(alternatives, self._by_kind.get(alternatives[0].kind, ()))
