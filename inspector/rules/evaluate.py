"""One layer of entries against the facts: tallies first, then the matcher, then what `unless` takes away."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from inspector.model.evidence import Rows
from inspector.model.facts import Fact, Scalar
from inspector.model.problems import Where
from inspector.model.rows import merged
from inspector.model.rules import Rule, VerdictRow
from inspector.rules.compile import Alternatives, CompiledEntry, CompiledTally, compile_entry, wanted
from inspector.rules.encode import Wanted, encode_facts
from inspector.rules.intermediate import CompiledRule, EncodedFact
from inspector.rules.matching import Matching
from inspector.rules.reference_matcher import fits
from inspector.rules.refusal import refuse
from inspector.rules.same import Same
from inspector.rules.vocabulary import Vocabulary


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
) -> Layer:
    """As `evaluate`, for entries compiled and facts encoded already, with the fields that `wanted` gives for the entries."""
    tallies: dict[str, Fact] = {}
    counted: dict[str, tuple[str, ...]] = {}
    for tally in (tally for entry in compiled for tally in entry.tallies):
        tallies[tally.id], counted[tally.id] = _count(tally, encoded, facts)
    encoded = [*encoded, *encode_facts(tallies.values(), fields)]
    rules = _able([rule for entry in compiled for rule in (*entry.main, *entry.companions)], encoded)
    found: dict[str, set[tuple[str, ...]]] = {}
    for name, bound in matching.match(rules, encoded) if rules else ():
        found.setdefault(name, set()).add(bound)
    matches = {entry.id: _settled(entry, found) for entry in compiled}
    return Layer(matches, {entry.id: entry.aliases for entry in compiled}, tallies, counted)


def by_id(facts: Iterable[Fact]) -> dict[str, Fact]:
    """The facts by id, in order of id. Raises CannotComplete when two different facts share an id."""
    known: dict[str, Fact] = {}
    for fact in facts:
        if known.setdefault(fact.id, fact) != fact:
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


def _settled(entry: CompiledEntry, found: Mapping[str, set[tuple[str, ...]]]) -> tuple[tuple[str, ...], ...]:
    # An entry without `when` holds once, with nothing bound.
    matches = found.get(entry.id, set()) if entry.aliases else {()}
    taken = {bound[: len(entry.aliases)] for rule in entry.companions for bound in found.get(rule.name, ())}
    return tuple(sorted(matches - taken))


def _count(
    tally: CompiledTally, encoded: Sequence[EncodedFact], facts: Mapping[str, Fact]
) -> tuple[Fact, tuple[str, ...]]:
    inside = _fitting(tally.inside, encoded)
    fields: dict[str, Scalar] = {"n": len(inside)}
    counted = inside
    if tally.outside is not None:
        outside = _fitting(tally.outside, encoded)
        counted = tuple(sorted({*inside, *outside}))
        fields["out_of"] = len(outside)
        if outside:
            fields["share"] = float(f"{len(inside) / len(outside):.6g}")
    basis = [facts[name] for name in counted]
    fact = Fact(id=tally.id, kind=tally.id, fields=fields, rests_on=rests_on(basis), rows=rows_behind(basis))
    return fact, counted


def _fitting(alternatives: Alternatives, encoded: Sequence[EncodedFact]) -> tuple[str, ...]:
    return tuple(fact.id for fact in encoded if any(fits(pattern, fact) for pattern in alternatives))
