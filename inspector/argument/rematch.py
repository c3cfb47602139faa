"""The rules once more with some facts gone, others in their place: only what that touches is matched again.

A verdict is asked dozens of times what it would be without one piece of evidence. Matching all rules each time would cost
more than the inspection itself. Of a rule that neither counts nor has an `unless`, taking facts away only takes matches away.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from inspector.model.facts import Fact
from inspector.model.rules import Pattern, Rule, Tally, VerdictRow
from inspector.rules.compile import Alternatives, CompiledEntry, compile_entry, wanted
from inspector.rules.encode import Wanted, encode_fact, encode_facts
from inspector.rules.engine import Firing, TrustOf, fire
from inspector.rules.evaluate import Layer, matches_in
from inspector.rules.intermediate import CompiledPattern, Earlier, EncodedFact
from inspector.rules.matching import Matching
from inspector.rules.reference_matcher import fits
from inspector.rules.strata import findings_read, strata
from inspector.rules.vocabulary import Vocabulary


class Gone(NamedTuple):
    """What is different this time: ids of facts that are gone, and facts that are new or say something else, by id."""

    removed: frozenset[str]
    placed: Mapping[str, Fact]


class _Known(NamedTuple):
    """A rule compiled, the kinds it reads, whether it counts or has an `unless`, and what fired it the first time."""

    rule: Rule
    compiled: CompiledEntry
    kinds: frozenset[str]
    plain: bool
    fired: tuple[Firing, ...]


class Rematch:
    """Draws the findings of some rules again. `facts` are those of the first time, findings and tallies not among them."""

    def __init__(
        self, rules: Sequence[Rule], facts: Iterable[Fact], firings: Iterable[Firing], vocabulary: Vocabulary
    ) -> None:
        fired: dict[str, list[Firing]] = {}
        for one in firings:
            fired.setdefault(one.rule, []).append(one)
        self._known = [
            _known(rule, compile_entry(rule, vocabulary), tuple(fired.get(rule.id, ())))
            for layer in strata(rules)
            for rule in layer
        ]
        self._facts = {fact.id: fact for fact in facts}
        self._fields = wanted([one.compiled for one in self._known], vocabulary)
        self._encoded = Encoded(self._fields)

    def without(self, gone: Gone, trust_of: TrustOf) -> tuple[list[Firing], dict[str, Fact]]:
        """All firings of the rules, and all facts by id with the findings that stand, were it so."""
        live = {name: fact for name, fact in self._facts.items() if name not in gone.removed}
        live.update(gone.placed)
        lost = {*gone.removed, *gone.placed}
        lost_kinds = {self._facts[name].kind for name in lost if name in self._facts}
        new_kinds = {fact.kind for fact in gone.placed.values()}
        firings: list[Firing] = []
        for one in self._known:
            now = self._once(one, live, lost, lost_kinds, new_kinds, trust_of)
            was = {f.finding.id for f in one.fired if not f.withdrawn}
            names = {f.finding.id for f in now if not f.withdrawn}
            if was - names:
                lost |= was - names
                lost_kinds.add(f"finding/{one.rule.id}")
            if names - was:
                new_kinds.add(f"finding/{one.rule.id}")
            live.update((f.finding.id, f.finding) for f in now if not f.withdrawn)
            firings += now
        return firings, live

    def _once(
        self,
        one: _Known,
        live: Mapping[str, Fact],
        lost: set[str],
        lost_kinds: set[str],
        new_kinds: set[str],
        trust_of: TrustOf,
    ) -> tuple[Firing, ...]:
        if not one.kinds & (lost_kinds | new_kinds):
            return one.fired
        if one.plain and not one.kinds & new_kinds:
            return tuple(f for f in one.fired if not {name for _, name in f.bindings} & lost)
        layer = self._encoded.layer(one.compiled, live)
        return tuple(fire(one.rule, layer, {**live, **layer.tallies}, trust_of))


class Encoded:
    """Facts encoded once and kept, for entries that are matched again and again. `fields` are those that all of them read."""

    def __init__(self, fields: Wanted) -> None:
        self._fields = fields
        self._kept: dict[str, tuple[Fact, EncodedFact]] = {}

    def layer(self, entry: CompiledEntry, facts: Mapping[str, Fact]) -> Layer:
        """The matches of one entry among facts by id."""
        kinds = {pattern.kind for alternative in _alternatives(entry) for pattern in alternative}
        encoded = [self._one(fact) for fact in facts.values() if fact.kind in kinds]
        return matches_in([entry], facts, encoded, self._fields, Matching("reference"))

    def _one(self, fact: Fact) -> EncodedFact:
        kept = self._kept.get(fact.id)
        if kept is None or kept[0] is not fact:
            kept = self._kept[fact.id] = (fact, encode_fact(fact, self._fields.get(fact.kind, {})))
        return kept[1]


class Table:
    """A decision table asked again and again."""

    def __init__(self, verdicts: Sequence[VerdictRow], vocabulary: Vocabulary) -> None:
        self._rows = [(row, compile_entry(row, vocabulary)) for row in verdicts]
        self._encoded = Encoded(wanted([entry for _, entry in self._rows], vocabulary))

    def first(self, facts: Mapping[str, Fact]) -> VerdictRow:
        """The first row that holds, looked for row by row; the last where none does."""
        return next(
            (row for row, entry in self._rows if self._encoded.layer(entry, facts).matches[row.id]), self._rows[-1][0]
        )


def needed(rules: Sequence[Rule], verdicts: Sequence[VerdictRow]) -> tuple[Rule, ...]:
    """The rules that the decision table can see, directly, by a theme's standing or through other rules."""
    by_id = {rule.id: rule for rule in rules}
    kinds = {pattern.kind for row in verdicts for pattern in patterns(row)}
    counted = any(
        c.field != "compromised_share"
        for row in verdicts
        for p in patterns(row)
        if p.kind == "basis"
        for c in p.conditions
    )
    themes = {kind.removeprefix("standing/") for kind in kinds if kind.startswith("standing/")}
    open_ = [rule for rule in rules if counted or _moves(rule, themes) or f"finding/{rule.id}" in kinds]
    found: dict[str, Rule] = {}
    while open_:
        rule = open_.pop()
        if rule.id not in found:
            found[rule.id] = rule
            open_ += [by_id[pattern.kind.removeprefix("finding/")] for pattern in findings_read(rule)]
    return tuple(rule for rule in rules if rule.id in found)


def _moves(rule: Rule, themes: set[str]) -> bool:
    """Whether a rule can move the standing of one of the themes."""
    return rule.theme in themes and bool(rule.conclude.standing or rule.conclude.limit)


def patterns(entry: Rule | VerdictRow) -> list[Pattern]:
    """Every pattern of a rule or row, those within tallies included."""
    found: list[Pattern] = []
    for part in (*entry.when, *entry.unless):
        found += [part.count, *([part.of] if part.of else [])] if isinstance(part, Tally) else [part]
    return found


def fitting(entries: Sequence[CompiledEntry], facts: Iterable[Fact], fields: Wanted) -> dict[str, frozenset[int]]:
    """For each fact the patterns that it fits by itself. Facts with the same marks are alike to these rules."""
    every: list[Alternatives] = [a for entry in entries for a in _alternatives(entry)]
    by_kind: dict[str, list[tuple[int, Alternatives]]] = {}
    for place, alternative in enumerate(every):
        by_kind.setdefault(alternative[0].kind, []).append((place, alternative))
    return {fact.id: _fitting(fact, by_kind.get(fact.kind, ())) for fact in encode_facts(facts, fields)}


def _alternatives(entry: CompiledEntry) -> list[Alternatives]:
    found: list[Alternatives] = [(pattern,) for rule in (*entry.main, *entry.companions) for pattern in rule.patterns]
    found += [part for tally in entry.tallies for part in (tally.inside, tally.outside) if part]
    return [tuple(_alone(pattern) for pattern in alternative) for alternative in found]


def _alone(pattern: CompiledPattern) -> CompiledPattern:
    """The pattern without what it asks of facts matched before it."""
    return CompiledPattern(pattern.kind, tuple(c for c in pattern.checks if not isinstance(c.value, Earlier)))


def _fitting(fact: EncodedFact, tried: Iterable[tuple[int, Alternatives]]) -> frozenset[int]:
    return frozenset(place for place, alternative in tried if any(fits(pattern, fact) for pattern in alternative))


def _known(rule: Rule, compiled: CompiledEntry, fired: tuple[Firing, ...]) -> _Known:
    kinds = frozenset(pattern.kind for pattern in patterns(rule))
    plain = not rule.unless and not any(isinstance(part, Tally) for part in rule.when)
    return _Known(rule, compiled, kinds, plain, fired)
