"""The rules once more with some facts gone, others in their place: only what that touches is matched again.

A verdict is asked dozens of times what it would be without one piece of evidence. Matching all rules each time would cost
more than the inspection itself. Of a rule that neither counts nor has an `unless`, taking facts away only takes matches away.
"""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from inspector.rules.vocabulary import OF_FINDINGS, Vocabulary

_REFERENCE = Matching("reference")
MOST_LOOKS = 20_000
MOST_KEPT = 16
"""So many answers of a rule are kept for the same facts."""


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
    """Draws the findings of some rules again. `facts` are those of the first time, findings and tallies not among them.

    Where nobody will be `told`, findings drawn again do without words and without the rows behind them.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        facts: Iterable[Fact],
        firings: Iterable[Firing],
        vocabulary: Vocabulary,
        *,
        told: bool = True,
    ) -> None:
        self._told = told
        fired: dict[str, list[Firing]] = {}
        for one in firings:
            fired.setdefault(one.rule, []).append(one)
        self._known = [
            _known(rule, compile_entry(rule, vocabulary), tuple(fired.get(rule.id, ())))
            for layer in strata(rules)
            for rule in layer
        ]
        self._facts = {fact.id: fact for fact in facts}
        self._live = Live()
        self._live.put(self._facts.values())
        self._fields = wanted([one.compiled for one in self._known], vocabulary)
        self._encoded = Encoded(self._fields, told=told)
        self._again: dict[str, dict[tuple[int, ...], tuple[TrustOf, tuple[Firing, ...]]]] = {}
        self._looks = _Looks(self._fields, rules)

    def without(self, gone: Gone, trust_of: TrustOf) -> "tuple[list[Firing], Live]":
        """All firings of the rules, and all facts by id with the findings that stand, were it so."""
        live = Live(self._live)
        live.take(gone.removed)
        live.put(gone.placed.values())
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
            live.put(f.finding for f in now if not f.withdrawn)
            firings += now
        return firings, live

    def _once(
        self,
        one: _Known,
        live: "Live",
        lost: set[str],
        lost_kinds: set[str],
        new_kinds: set[str],
        trust_of: TrustOf,
    ) -> tuple[Firing, ...]:
        if not one.kinds & (lost_kinds | new_kinds):
            return one.fired
        if one.plain and not one.kinds & new_kinds:
            return tuple(f for f in one.fired if not {name for _, name in f.bindings} & lost)
        if self._told:
            return self._drawn(one, live, trust_of)
        key = tuple(look for kind in one.kinds for look in self._looks.of(kind, live))
        kept = self._again.setdefault(one.rule.id, {})
        if key not in kept or kept[key][0] is not trust_of:
            if len(kept) >= MOST_KEPT:
                del kept[next(iter(kept))]
            kept[key] = trust_of, self._drawn(one, live, trust_of)
        return kept[key][1]

    def _drawn(self, one: _Known, live: "Live", trust_of: TrustOf) -> tuple[Firing, ...]:
        layer = self._encoded.layer(one.compiled, live)
        return tuple(fire(one.rule, layer, ChainMap(dict(layer.tallies), live.by_id), trust_of, told=self._told))


class _Looks:
    """How facts look to rules that read these fields: those that look the same bring about the same, but for words and rows."""

    def __init__(self, fields: Wanted, rules: Sequence[Rule]) -> None:
        carried = {ref.field for rule in rules for _, ref in rule.conclude.carry}
        self._names = {kind: tuple(sorted({*names, *carried})) for kind, names in fields.items()}
        self._numbers: dict[tuple[object, ...], int] = {}
        self._kept: dict[int, tuple[Fact, int]] = {}
        self._asked: tuple[object, dict[str, tuple[int, ...]]] = (None, {})

    def of(self, kind: str, live: "Live") -> tuple[int, ...]:
        """A number for each fact of a kind; the same number for the same look. A kind is complete once it is asked for."""
        if self._asked[0] is not live:
            self._asked = live, {}
        known = self._asked[1]
        if kind not in known:
            known[kind] = tuple(map(self._one, live.of(kind)))
        return known[kind]

    def _one(self, fact: Fact) -> int:
        kept = self._kept.get(id(fact))
        if kept is None:
            if len(self._kept) >= MOST_LOOKS:
                self._kept.clear()
            names = self._names.get(fact.kind, ())
            look = fact.id, fact.rests_on, *(fact.fields.get(name) for name in names)
            # The fact is kept with its number, so that no other can come to have its id.
            kept = self._kept[id(fact)] = (fact, self._numbers.setdefault(look, len(self._numbers)))
        return kept[1]


class Live(Mapping[str, Fact]):
    """Facts by id and by kind, of which some are taken and others put; what it was made from stays as it is."""

    def __init__(self, like: "Live | None" = None) -> None:
        self.by_id: dict[str, Fact] = dict(like.by_id) if like else {}
        self._by_kind: dict[str, dict[str, Fact]] = dict(like._by_kind) if like else {}
        self._own: set[str] = set()

    def __getitem__(self, id: str) -> Fact:
        return self.by_id[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_id)

    def __len__(self) -> int:
        return len(self.by_id)

    def of(self, kind: str) -> Iterable[Fact]:
        """The facts of a kind."""
        return self._by_kind.get(kind, {}).values()

    def put(self, facts: Iterable[Fact]) -> None:
        """These are there from now on, each in the place of one with its id."""
        for fact in facts:
            self.by_id[fact.id] = fact
            self._mine(fact.kind)[fact.id] = fact

    def take(self, ids: Iterable[str]) -> None:
        """These are gone."""
        for id in ids:
            fact = self.by_id.pop(id, None)
            if fact is not None:
                del self._mine(fact.kind)[id]

    def _mine(self, kind: str) -> dict[str, Fact]:
        if kind not in self._own:
            self._own.add(kind)
            self._by_kind[kind] = dict(self._by_kind.get(kind, {}))
        return self._by_kind[kind]


class Encoded:
    """Facts encoded once and kept, for entries that are matched again and again. `fields` are those that all of them read."""

    def __init__(self, fields: Wanted, *, told: bool = False) -> None:
        self._fields, self._told = fields, told
        self._kept: dict[str, tuple[Fact, EncodedFact]] = {}
        self._kinds: dict[str, tuple[str, ...]] = {}
        self._fits: dict[int, tuple[Alternatives, dict[str, tuple[EncodedFact, bool]]]] = {}

    def layer(self, entry: CompiledEntry, facts: "Live") -> Layer:
        """The matches of one entry, of those always asked of, among facts."""
        if entry.id not in self._kinds:
            kinds = (pattern.kind for alternative in _alternatives(entry) for pattern in alternative)
            self._kinds[entry.id] = tuple(dict.fromkeys(kinds))
        encoded = [self._one(fact) for kind in self._kinds[entry.id] for fact in facts.of(kind)]
        return matches_in(
            [entry], facts.by_id, encoded, self._fields, _REFERENCE, fitting=self._fitting, told=self._told
        )

    def _fitting(self, alternatives: Alternatives, facts: Sequence[EncodedFact]) -> tuple[str, ...]:
        # The alternatives are kept with the answers, so that no others can come to have their id.
        _, known = self._fits.setdefault(id(alternatives), (alternatives, {}))
        found = []
        for fact in facts:
            kept = known.get(fact.id)
            if kept is None or kept[0] is not fact:
                kept = known[fact.id] = (fact, any(fits(pattern, fact) for pattern in alternatives))
            if kept[1]:
                found.append(fact.id)
        return tuple(found)

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
        if isinstance(facts, Live):
            live = facts
        else:
            live = Live()
            live.put(facts.values())
        return next(
            (row for row, entry in self._rows if self._encoded.layer(entry, live).matches[row.id]), self._rows[-1][0]
        )


def needed(rules: Sequence[Rule], verdicts: Sequence[VerdictRow]) -> tuple[Rule, ...]:
    """The rules that the decision table can see, directly, by a theme's standing or through other rules."""
    by_id = {rule.id: rule for rule in rules}
    kinds = {pattern.kind for row in verdicts for pattern in patterns(row)}
    counted = any(
        c.field in OF_FINDINGS for row in verdicts for p in patterns(row) if p.kind == "basis" for c in p.conditions
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
