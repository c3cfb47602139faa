"""The verdict with some evidence gone or changed, drawn from facts that are measured again; questions stay as they are.

Far cheaper than judging all anew: only signals that the decision table can see and that read what changed are measured, only
rules that this touches are matched. What a margin searches with; what it then says is judged anew altogether.
"""

from collections.abc import Collection, Iterable
from functools import cache

from inspector.argument.rematch import Gone, Rematch, Table, needed, patterns
from inspector.argument.what_would_change import Case
from inspector.argument.without_evidence import of_facts, of_traces
from inspector.evidence.tables import INDICATOR
from inspector.model.evidence import Evidence
from inspector.model.facts import Fact
from inspector.model.ladder import VerdictWord
from inspector.model.rules import Rule, VerdictRow
from inspector.model.traces import Trace
from inspector.rules.compile import compile_entry, wanted
from inspector.verdict import findings as drawing
from inspector.verdict.basis import table_facts
from inspector.verdict.expected import Expected, Gaps
from inspector.verdict.movement import KIND as MOVES
from inspector.verdict.movement import indicators
from inspector.verdict.standings import held_to, standings

SERIES_ALONE = frozenset(
    f"signal/{name}" for name in ("trajectory", "held", "ceiling", "regression-to-the-mean", "step-pattern")
)
"""Signals that read figures and the register, and nothing else."""
RECORDS_ALONE = frozenset(
    f"signal/{name}"
    for name in ("breadth", "idea-flow", "improvement-pace", "learning-loop", "whole-cycles", "change-mix")
)
"""Signals that read no figures."""
SERIES = frozenset(("figures", "indicators"))
RECORDS = frozenset(("log", "struck_log", "participation", "struck_participation"))
"""Parts of evidence that signals of records read, and those of series do not."""


ALWAYS = frozenset(("indicator", "probability"))
"""Fields that name findings, or say how sure they are, whether rules read them or not."""
KEPT = 8
"""The facts of a signal on so many different pieces of evidence are kept."""


class Rejudged:
    """Asks rules and decision table again, for other evidence than the case has."""

    def __init__(self, case: Case) -> None:
        rules = needed(case.framework.rules, case.framework.verdicts)
        entries: list[Rule | VerdictRow] = [*rules, *case.framework.verdicts]
        fields = wanted([compile_entry(one, case.vocabulary) for one in entries], case.vocabulary)
        weighed = any(pattern.kind == "basis" for row in case.framework.verdicts for pattern in patterns(row))
        self._case = case
        self._framework = case.framework.model_copy(update={"rules": rules})
        self.kinds = frozenset(kind for kind in (*fields, *([MOVES] if weighed else [])) if kind.startswith("signal/"))
        self._rematch = Rematch(rules, case.observed, case.firings, case.vocabulary, told=False)
        self._table = Table(case.framework.verdicts, case.vocabulary)
        self._drawn: drawing.Kept = {}
        carried = {ref.field for rule in rules for _, ref in rule.conclude.carry}
        self._heard = {kind: ALWAYS | carried | set(names) for kind, names in fields.items()}
        self._last: dict[str, Fact] = {}
        self._of_kind: dict[str, list[Fact]] = {}
        for fact in case.observed:
            if fact.kind in self.kinds:
                self._of_kind.setdefault(fact.kind, []).append(fact)
        self._kept: dict[str, dict[tuple[int, ...], tuple[Evidence, tuple[Fact, ...]]]] = {}
        self._observed = of_facts(case.observed)
        self._traces = of_traces(case.traces)
        self._seen: tuple[object, ...] = ()
        self._expected: Expected | None = None
        self._gaps: tuple[tuple[str, ...], Gaps] | None = None

    def word(self, evidence: Evidence, changed: Iterable[str], gone: Collection[str] = ()) -> VerdictWord:
        """The verdict where the pieces named in `changed` are as `evidence` has them, and those `gone` were never submitted."""
        return self.row(evidence, changed, gone).verdict

    def row(self, evidence: Evidence, changed: Iterable[str], gone: Collection[str] = ()) -> VerdictRow:
        """As `word`, the row of the decision table."""
        kinds = self._reading({*changed, *gone})
        placed = {fact.id: fact for kind in kinds for fact in self._measured(evidence, kind)}
        before = {fact.id: fact for kind in kinds for fact in self._of_kind.get(kind, ())}
        lost = {one.id for one in self._observed.by(gone) if one.kind.startswith("probe/")} if gone else set[str]()
        fresh = {id: self._same(fact) for id, fact in placed.items() if not self._alike(before.get(id), fact)}
        firings, live = self._rematch.without(
            Gone(frozenset((set(before) - set(placed)) | lost), fresh), self._case.trust_of
        )
        found = drawing.findings(self._framework, firings, live.by_id, self._drawn)
        themes = held_to(standings(self._framework, found, live.by_id, told=False), self._case.at_most)
        traces: tuple[Trace, ...] = self._traces.spared(gone)
        trust = tuple(one for one in self._case.trust if one.evidence not in gone)
        moves: list[Fact] = list(live.of(MOVES))
        live.put(table_facts(themes, found, traces, trust, moves, self._missing(evidence, moves)))
        return self._table.first(live)

    def _measured(self, evidence: Evidence, kind: str) -> tuple[Fact, ...]:
        """The facts of a signal, measured again only where something that it reads is another than before."""
        known = self._kept.setdefault(kind, {})
        key = tuple(id(getattr(evidence, name)) for name in _read(kind))
        if key not in known:
            if len(known) >= KEPT:
                del known[next(iter(known))]
            # The evidence is kept with the facts, so that nothing else can come to have the ids of what it is made of.
            known[key] = evidence, self._case.measure(evidence, (kind,))
        return known[key][1]

    def _alike(self, one: Fact | None, other: Fact) -> bool:
        """Whether two facts are the same to rules, trust and decision table, which read no words, no rows, few fields."""
        if one is None or one is other:
            return one is other
        if one.rests_on != other.rests_on:
            return False
        if other.kind == MOVES or other.kind not in self._heard:
            return one.fields == other.fields
        names = self._heard[other.kind]
        return all(one.fields.get(name) == other.fields.get(name) for name in names)

    def _same(self, fact: Fact) -> Fact:
        """The fact as it was the last time, where it is alike: what was worked out of that holds."""
        last = self._last.get(fact.id)
        if last is None or not self._alike(last, fact):
            last = self._last[fact.id] = fact
        return last

    def _missing(self, evidence: Evidence, moves: Iterable[Fact]) -> Gaps:
        seen = evidence.figures, evidence.indicators
        if self._expected is None or not all(one is other for one, other in zip(seen, self._seen, strict=True)):
            self._seen, self._expected, self._gaps = seen, Expected(evidence, self._case.framework), None
        told = indicators(moves)
        if self._gaps is None or self._gaps[0] != told:
            self._gaps = told, self._expected.gaps(told)
        return self._gaps[1]

    def _reading(self, pieces: Collection[str]) -> list[str]:
        """The kinds of facts that reading these pieces can change."""
        figures = any(one.startswith(INDICATOR) or one == "indicators" for one in pieces)
        others = any(not one.startswith(INDICATOR) and one != "indicators" for one in pieces)
        spared = (frozenset() if figures else SERIES_ALONE) | (frozenset() if others else RECORDS_ALONE)
        return sorted(self.kinds - spared)


@cache
def _read(kind: str) -> tuple[str, ...]:
    """The parts of evidence that facts of a kind hang on."""
    spared = RECORDS if kind in SERIES_ALONE else SERIES if kind in RECORDS_ALONE else frozenset[str]()
    return tuple(name for name in Evidence.model_fields if name not in spared)
