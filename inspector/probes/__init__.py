"""Probes: what about this evidence must be questioned. A probe asks; it never accuses.

The folder listing is the registry: every module here whose name does not begin with `_` is a probe. It has a
docstring with the sections of `SECTIONS`, constants `ABOUT` and `LOOKS_AT`, and `examine(evidence) -> tuple[Trace, ...]`.
One whose questions cite just the rows in question says so with `STRIKES = True`: these are struck, and the rest stands.
Installed packages bring others of the same contract through entry points of the group `inspector.probes`.
"""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from inspector import plugins
from inspector.model import describe
from inspector.model.case_lists import CaseList
from inspector.model.evidence import Evidence, Figure
from inspector.model.facts import Fact, Scalar
from inspector.model.rows import Located, by_resource, merged
from inspector.model.traces import OUTCOMES, Outcome, Trace
from inspector.plugins.registry import Registry
from inspector.stats.rounding import round6

if TYPE_CHECKING:
    from inspector.model.facts import About

SECTIONS = ("Tests", "Why it matters", "Innocent explanations", "Ask", "Cannot tell", "Reference")
FIELDS = (
    describe.choice("outcome", "What the probe answers.", OUTCOMES, "doubt"),
    describe.text(
        "subject", "The evidence looked at: `indicator/ID` or a kind of resource.", "name", key=True, open=True
    ),
    describe.text("indicator", "The indicator, where the subject is one.", "name", open=True),
    describe.count("n", "How many cases or entries were looked at.", "doubt", "records"),
    describe.probability("p_value", "How often chance alone would show so much; absent if untested."),
    describe.share("effect", "The share of cases or entries concerned, 0 to 1.", "doubt"),
)
"""The fields of every probe's facts."""


class Teller(NamedTuple):
    """Writes the traces of one probe, so that each keeps the rules for traces: numbers rounded, questions with words."""

    probe: str
    innocent: tuple[str, ...]
    ask: tuple[str, ...]

    def not_applicable(self, subject: str, says: str, n: int = 0) -> Trace:
        """There is nothing of the kind that this probe looks at, and `says` why."""
        return Trace(probe=self.probe, subject=subject, outcome="not-applicable", says=says, n=n)

    def too_little(self, subject: str, says: str, n: int, smallest: float = 1.0) -> Trace:
        """Too little to tell; `smallest` is the smallest share that so much data could have shown."""
        dose = round6(min(1.0, max(0.0, smallest)))
        return Trace(probe=self.probe, subject=subject, outcome="insufficient-data", says=says, n=n, smallest_dose=dose)

    def tested(
        self,
        outcome: Outcome,
        subject: str,
        says: str,
        n: int,
        *,
        p_value: float | None,
        effect: float,
        smallest: float,
        rows: Iterable[Located],
    ) -> Trace:
        """What a test answered. `rows` are those concerned by a question, else those looked at."""
        asks = outcome in ("question", "strong-question")
        return Trace(
            probe=self.probe,
            subject=subject,
            outcome=outcome,
            says=says,
            n=n,
            p_value=None if p_value is None else round6(min(1.0, max(1e-15, p_value))),
            effect=round6(min(1.0, max(0.0, effect))),
            smallest_dose=round6(min(1.0, max(0.0, smallest))),
            innocent=self.innocent if asks else (),
            ask=self.ask if asks else (),
            rows=by_resource(rows),
        )

    def settled(
        self, tested: Sequence[Trace], subject: str, short: str, none: str, n: int = 0, smallest: float = 1.0
    ) -> tuple[Trace, ...]:
        """What was tested, with one trace for all that was too little (`short` says why, empty where nothing was).

        Where neither is there, one trace says with `none` that the probe has nothing to look at.
        """
        if short:
            return (*tested, self.too_little(subject, short, n, smallest))
        return tuple(tested) or (self.not_applicable(subject, none, n),)


def series(evidence: Evidence) -> dict[str, list[Figure]]:
    """The figures of each indicator in the order of their periods, the first row of each period; sorted by indicator."""
    # A dozen probes ask for the series of the same evidence in turn.
    kept: tuple[object, dict[str, list[Figure]]] | None = evidence.worked_out.get("figures")
    if kept is None or kept[0] is not evidence.figures:
        kept = evidence.worked_out["figures"] = (evidence.figures, _series(evidence.figures))
    return {indicator: [*figures] for indicator, figures in kept[1].items()}


def _series(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for one in sorted(figures, key=lambda f: (f.indicator, f.period_start, f.period_end, f.resource, f.row)):
        mine = found.setdefault(one.indicator, [])
        if not mine or mine[-1].period_start != one.period_start:
            mine.append(one)
    return found


class ListRow(NamedTuple):
    """A row of a list of children."""

    resource: str
    row: int


def case_list(evidence: Evidence, name: str, *fields: str) -> CaseList | None:
    """The list of that name, if there is one with all these columns and at least one row. Two of a name: the first."""
    for one in sorted(evidence.case_lists, key=lambda one: one.resource):
        if one.list == name and len(one) and all(field in one.columns for field in fields):
            return one
    return None


def list_rows(one: CaseList, places: Iterable[int]) -> list[ListRow]:
    """The rows of a list at these places."""
    return [ListRow(one.resource, int(one.rows[place])) for place in places]


def value_of(figure: Figure) -> float | None:
    """A figure as one number: its value, or else its share. None where it has neither."""
    if figure.value is not None:
        return figure.value
    if figure.numerator is None or not figure.denominator:
        return None
    return figure.numerator / figure.denominator


_REGISTRY = Registry("probe", __name__, __path__, lambda plugin: plugins.probe_module(plugin, SECTIONS, FIELDS))
ids, load, others = _REGISTRY.ids, _REGISTRY.load, _REGISTRY.others


def abouts() -> "dict[str, About]":
    """What each probe says about itself, by id."""
    return {id: load(id).ABOUT for id in ids()}


def looks_at(id: str) -> str:
    """What a probe looks at: two that look at the same are one witness. An id that is not a probe's stands for itself."""
    return str(getattr(load(id), "LOOKS_AT", id)) if id in ids() else id


def strikes(id: str) -> bool:
    """Whether the rows that a probe's questions cite are those in question. Else a question is about all of its subject."""
    return bool(getattr(load(id), "STRIKES", False)) if id in ids() else False


def both(last: Iterable[Trace], every: Iterable[Trace]) -> tuple[Trace, ...]:
    """What was asked of the last submission and of all of them, one trace a subject, sorted by subject.

    Where all that the second asks about is in the first, it is the first: it can quote what was said before.
    """
    found = {trace.subject: trace for trace in last}
    for trace in every:
        found[trace.subject] = _of_both(found[trace.subject], trace) if trace.subject in found else trace
    told = [trace for trace in found.values() if trace.outcome != "not-applicable"]
    return tuple(sorted(told or found.values(), key=lambda trace: trace.subject))


EARLIER = re.compile(r", (earlier submission|submission of \d{4}-\d\d-\d\d)$")
"""How a file of an earlier submission is called."""
_WEIGHT: dict[Outcome, int] = {
    "not-applicable": 0,
    "clear": 1,
    "insufficient-data": 2,
    "question": 3,
    "strong-question": 4,
}


def _of_both(last: Trace, every: Trace) -> Trace:
    if min(_WEIGHT[last.outcome], _WEIGHT[every.outcome]) < 3:
        return every if _WEIGHT[every.outcome] > _WEIGHT[last.outcome] else last
    one, other = _places(last), _places(every)
    stronger = max(last.outcome, every.outcome, key=lambda outcome: _WEIGHT[outcome])
    if one <= other or other <= one:
        # Of rows that are not there now only those of earlier submissions can be cited.
        more = len(other) > len(one) or (not one and _count(every) > _count(last))
        return (every if more else last).model_copy(update={"outcome": stronger})
    return last.model_copy(update={
        "outcome": stronger, "says": f"{last.says} {every.says}", "n": max(last.n, every.n),
        "effect": max(last.effect or 0.0, every.effect or 0.0), "rows": merged((*last.rows, *every.rows)),
    })  # fmt: skip


def _places(trace: Trace) -> set[tuple[str, int]]:
    """The rows of the submission that is judged which a trace cites."""
    return {(rows.resource, row) for rows in trace.rows for row in rows.rows if not EARLIER.search(rows.resource)}


def _count(trace: Trace) -> int:
    return sum(len(rows.rows) for rows in trace.rows)


def columns_read(trace: Trace) -> tuple[str, ...]:
    """The columns of a list of children that a trace looked at: empty for other evidence, and where it was all of them."""
    reads: dict[str, tuple[str, ...]] = getattr(load(trace.probe), "READS", {}) if trace.probe in ids() else {}
    return reads.get(trace.subject.removeprefix("case-records/"), ())


def fact_of(trace: Trace) -> Fact:
    """A trace as a fact that rules may read. It rests on nothing: a question does not share the trust it lowers."""
    fields: dict[str, Scalar] = {"outcome": trace.outcome, "subject": trace.subject, "n": trace.n}
    if trace.subject.startswith("indicator/"):
        fields["indicator"] = trace.subject.removeprefix("indicator/")
    if trace.p_value is not None:
        fields["p_value"] = trace.p_value
    if trace.effect is not None:
        fields["effect"] = trace.effect
    return Fact(
        id=f"probe/{trace.probe}/{trace.subject}",
        kind=f"probe/{trace.probe}",
        fields=fields,
        says=trace.says,
        rows=trace.rows,
        plugin=trace.plugin,
    )
