"""Evidence and earlier submissions for the cases of commitments: what stood in each, by the day on which it was received."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from inspector.evidence.held import held
from inspector.model.evidence import Evidence, Figure, Indicator, LogEntry
from inspector.model.held import Held
from inspector.proof.commitments import Commitments
from inspector.proof.gains_seen import Seen, gains

START, MONTHS, GAIN = date(2023, 1, 1), 42, date(2025, 1, 1)


def months() -> list[tuple[date, date]]:
    """The first and last days of every month that there is."""
    firsts = [date(START.year + n // 12, n % 12 + 1, 1) for n in range(MONTHS + 1)]
    return [(first, after - timedelta(days=1)) for first, after in pairwise(firsts)]


def figures(*, gain: bool) -> tuple[Figure, ...]:
    """Of `calls` and `visits`: about 40 of 100 in every month, from the gain on 20 of the first where there is one."""
    found: list[Figure] = []
    for name, falls in (("calls", gain), ("visits", False)):
        for n, (first, last) in enumerate(months()):
            value = (20 if falls and first >= GAIN else 40) + (n * 7 % 5) - 2
            found.append(Figure(
                resource="figures.csv", row=len(found) + 2, indicator=name, period_start=first, period_end=last,
                numerator=value, denominator=100,
            ))  # fmt: skip
    return tuple(found)


def submission(*, gain: bool = False, log: tuple[LogEntry, ...] = (), **more: Any) -> Evidence:
    """The submission that is judged."""
    register = tuple(
        Indicator(
            resource="register.csv", row=n + 2, indicator=name, title=name.title(), better="down", measure="outcome"
        )
        for n, name in enumerate(("calls", "visits"))
    )
    made: dict[str, Any] = {"figures": figures(gain=gain), "indicators": register, "log": log, **more}
    return Evidence(
        authority="Nowhere",
        period_start=START,
        period_end=months()[-1][1],
        submitted_at=date(2026, 7, 14),
        digest="0" * 64,
        **made,
    )


def test_of(**said: Any) -> LogEntry:
    """A test of change on `calls`."""
    fields = {"prediction": "fewer calls", "indicator": "calls", **said}
    fields.setdefault("raised_on", fields.get("started_on") or date(2024, 3, 1))
    return LogEntry(
        resource="log.csv",
        row=2,
        id="t1",
        raised_by_role="social worker",
        team="Duty",
        scale="one-case",
        aim="try it",
        **fields,
    )


test_of.__test__ = False  # type: ignore[attr-defined]


def held_on(day: date, evidence: Evidence, **how: Any) -> Held:
    """What was received on a day: every figure whose period was over by then; what stands in `how` is otherwise."""
    until = how.get("figures_until", day)
    gone, other = how.get("without", ()), how.get("otherwise", ())

    def then(one: Figure) -> Figure:
        return (
            one.model_copy(update={"numerator": 1.0, "revised_on": None})
            if f"{one.period_start:%Y-%m}" in other
            else one
        )

    kept = tuple(
        then(one) for one in evidence.figures if one.period_end < until and f"{one.period_start:%Y-%m}" not in gone
    )
    log = tuple(one.model_copy(update=how["test"]) for one in evidence.log) if "test" in how else how.get("log", ())
    made = held(evidence.model_copy(update={"figures": kept, "log": log}), day.isoformat())
    by = {
        "received_on": day,
        "received_by": how.get("received_by", "manifest"),
        "as_sealed": how.get("as_sealed", True),
    }
    return made.model_copy(update=by)


def asked(evidence: Evidence, history: list[Held]) -> Commitments:
    """The commitments of evidence by submissions in the order in which they were received."""
    kept = [one for one in sorted(history, key=lambda one: one.received_on) if one.as_sealed]
    return Commitments(evidence, Seen(evidence, kept, gains(evidence)))
