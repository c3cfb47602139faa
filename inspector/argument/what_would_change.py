"""What would change the verdict: the smallest sets of evidence without which it would be another."""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from inspector.argument.rematch import Live, Rematch, Table, fitting, needed, patterns
from inspector.argument.support import facts_behind
from inspector.argument.without_evidence import Measure, Rest, left_without, of_facts, of_traces
from inspector.evidence.tables import INDICATOR
from inspector.model.argument import Change, Flip, Step
from inspector.model.evidence import Evidence
from inspector.model.facts import Fact
from inspector.model.inspection import Finding, Inspection, ThemeResult, TrustIn
from inspector.model.rules import Framework, Rule, VerdictRow
from inspector.model.traces import Trace
from inspector.model.words import agree
from inspector.rules.compile import compile_entry, wanted
from inspector.rules.engine import Firing, TrustOf
from inspector.rules.vocabulary import Vocabulary
from inspector.verdict import findings as drawing
from inspector.verdict.basis import table_facts
from inspector.verdict.expected import Expected
from inspector.verdict.movement import KIND as MOVES
from inspector.verdict.movement import chances, indicators, judged
from inspector.verdict.standings import NO_LIMIT, AtMost, held_to, standings

MOST_SHOWN = 8
MOST_PAIRS = 66
"""Pairs tried at most, counting those that are alike to the rules as one; what supports the verdict comes first."""


class Case(NamedTuple):
    """What the verdict was drawn from: `observed` are the facts of signals and probes, `vocabulary` is the extended one."""

    framework: Framework
    vocabulary: Vocabulary
    evidence: Evidence
    observed: Sequence[Fact]
    firings: Sequence[Firing]
    traces: Sequence[Trace]
    trust: Sequence[TrustIn]
    measure: Measure
    trust_of: TrustOf
    at_most: AtMost = NO_LIMIT


def what_would_change(inspection: Inspection, case: Case, steps: tuple[Step, ...]) -> Change:
    """The smallest sets of evidence, one piece or two, whose removal gives another verdict; `steps` are passed through."""
    asked = _Asked(inspection, case)
    flips, tried_all = asked.flips()
    settled = _settled(len(flips), tried_all)
    return Change(flips=tuple(flips[:MOST_SHOWN]), steps=steps, settled=settled)


def _settled(flips: int, tried_all: bool) -> str:
    """What is left to say: that nothing carries the verdict, what is not shown, and which pairs were not tried."""
    tried = f"the first {MOST_PAIRS} pairs, counting those that are alike as one"
    same = "without them it would be the same."
    if not flips and tried_all:
        return f"No one or two pieces of the evidence carry this verdict: {same}"
    if not flips:
        return f"No one piece of the evidence carries this verdict, nor does any of {tried}: {same}"
    more = flips - MOST_SHOWN
    says = [f"The same is so of {more} more {agree(more, 'piece or pair', 'pieces or pairs')}."] if more > 0 else []
    says += [] if tried_all else [f"No piece does it alone. Of the pairs {tried}, were tried."]
    return " ".join(says)


class _Heard(NamedTuple):
    """What the rules say without some piece of the evidence: themes, findings and all facts."""

    themes: tuple[ThemeResult, ...]
    findings: tuple[Finding, ...]
    live: Live


class _Asked:
    """Asks rules and decision table again and again; pieces that are alike to the rules are asked about once."""

    def __init__(self, inspection: Inspection, case: Case) -> None:
        rules = needed(case.framework.rules, case.framework.verdicts)
        entries: list[Rule | VerdictRow] = [*rules, *case.framework.verdicts]
        seen = [compile_entry(one, case.vocabulary) for one in entries]
        fields = wanted(seen, case.vocabulary)
        self._case, self._now = case, inspection.verdict
        self._weighed = any(pattern.kind == "basis" for row in case.framework.verdicts for pattern in patterns(row))
        self._table = Table(case.framework.verdicts, case.vocabulary)
        self._kinds = frozenset([*fields, *([MOVES] if self._weighed else [])])
        self._framework = case.framework.model_copy(update={"rules": rules})
        self._rematch = Rematch(rules, case.observed, case.firings, case.vocabulary, told=False)
        self._observed = of_facts(case.observed)
        self._traces = of_traces(case.traces)
        self._fitting = fitting(seen, case.observed, fields)
        self._support = {name for fact in facts_behind(inspection) for name in fact.rests_on}
        self._drawn: drawing.Kept = {}
        self._answers: dict[tuple[object, ...], VerdictRow] = {}
        self._heard: dict[tuple[object, ...], _Heard] = {}
        self._moves = [fact for fact in case.observed if fact.kind == MOVES]
        self._expected = Expected(case.evidence, case.framework)
        self._missing = {one.indicator: one.why for one in self._expected.gaps(indicators(self._moves)).dropped}

    def flips(self) -> tuple[list[Flip], bool]:
        """Every single piece that does it; where none does, the pairs that do; and whether all pairs were tried."""
        names = sorted({name for fact in self._case.observed for name in fact.rests_on})
        names.sort(key=lambda name: name not in self._support)
        looks = {name: self._look(name) for name in names}
        seen = [name for name in names if looks[name]]
        flips = [flip for name in seen if (flip := self._flip((name,), (looks[name],)))]
        # A pair is no smallest set where a single piece will do.
        alone = len(self._answers)
        for pair in combinations(seen if not flips else (), 2):
            key = tuple(sorted((looks[name] for name in pair), key=repr))
            if key not in self._answers and len(self._answers) - alone >= MOST_PAIRS:
                return flips, False
            if flip := self._flip(pair, key):
                flips.append(flip)
        return flips, True

    def _flip(self, names: tuple[str, ...], looks: tuple[object, ...]) -> Flip | None:
        key = tuple(sorted(looks, key=repr))
        if key not in self._answers:
            self._answers[key] = self._row(names)
        row = self._answers[key]
        if row.verdict == self._now.verdict:
            return None
        said = " and ".join(name.removeprefix(INDICATOR) for name in names)
        says = f"Without {said} the verdict would be {row.verdict.replace('-', ' ')}."
        return Flip(removed=names, verdict=row.verdict, row=row.id, says=says)

    def _row(self, names: tuple[str, ...]) -> VerdictRow:
        case = self._case
        rest = left_without(case.evidence, self._observed, self._traces, case.trust, names, case.measure, self._kinds)
        # What is alike to the rules has the same findings, and only the table weighs it by how surely it moved.
        alike = tuple(sorted((self._look(name, moved=False) for name in names), key=repr))
        if alike not in self._heard:
            self._heard[alike] = self._hear(rest)
        themes, found, live = self._heard[alike]
        moves = [rest.gone.placed.get(one.id, one) for one in self._moves if one.id not in rest.gone.removed]
        gone = [name.removeprefix(INDICATOR) for name in names]
        gaps = self._expected.gaps(indicators(moves), gone)
        live.put(table_facts(themes, found, rest.traces, rest.trust, moves, gaps))
        return self._table.first(live)

    def _hear(self, rest: Rest) -> "_Heard":
        firings, live = self._rematch.without(rest.gone, self._case.trust_of)
        found = drawing.findings(self._framework, firings, live.by_id, self._drawn)
        themes = standings(self._framework, found, live.by_id, told=False)
        return _Heard(held_to(themes, self._case.at_most), found, live)

    def _look(self, name: str, *, moved: bool = True) -> object:
        """What a piece is to the rules; empty where they cannot see it. A kind of resource is like no other."""
        facts = [fact for fact in self._observed.by((name,)) if fact.kind in self._kinds]
        if not name.startswith(INDICATOR):
            return (name,) if facts else ()
        told = name.removeprefix(INDICATOR)
        missing = (self._expected.of_core(told), self._missing.get(told, "")) if moved else ()
        return (*sorted((*self._marks(fact, moved), len(fact.rests_on)) for fact in facts), missing) if facts else ()

    def _marks(self, fact: Fact, moved: bool) -> tuple[str, tuple[int, ...], tuple[float, ...]]:
        """What tells a fact from others to the rules, and to a table that weighs every measure by how surely it moved."""
        surely = tuple(chances(fact)) if moved and self._weighed and judged(fact) else ()
        return fact.kind, tuple(sorted(self._fitting.get(fact.id, ()))), surely
