"""The indicators of a simulated authority: a register, and figures that chance draws around each path."""

from datetime import timedelta
from math import exp, log, sqrt
from random import Random
from typing import Any, NamedTuple

from inspector.simulate.authority import Row, month
from inspector.simulate.draws import binomial, stream
from inspector.simulate.paths import PATHS

AUDITOR = "Regional audit office"


class Measure(NamedTuple):
    """An indicator of the catalogue: `base` is its usual share, `target` a share, `balancing` the measure watched beside it."""

    id: str
    title: str
    better: str
    measure: str
    base: float
    deadline: int | None = None
    target: float | None = None
    balancing: str | None = None


CATALOGUE = (
    Measure("seen-alone", "Children seen alone at visits", "up", "experience", 0.55),
    Measure("same-worker", "Visits by the worker of the visit before", "up", "outcome", 0.6),
    Measure("re-referrals", "Referrals within twelve months of an earlier one", "down", "outcome", 0.28),
    Measure("home-again", "Children back home who stay there for a year", "up", "outcome", 0.62),
    Measure("placement-moves", "Children in care who moved", "down", "outcome", 0.2),
    Measure("family-heard", "Families who say that they were heard", "up", "experience", 0.5),
    Measure(
        "assessments-in-time", "Assessments within 45 working days", "up", "process", 0.75, 45, balancing="re-referrals"
    ),
    Measure("supervision-held", "Supervision held in the month", "up", "process", 0.7, target=0.75),
    Measure(
        "plans-reviewed",
        "Plans reviewed with the family",
        "up",
        "process",
        0.58,
        target=0.6,
        balancing="placement-moves",
    ),
    Measure("agency-workers", "Posts filled by agency workers", "down", "structure", 0.25),
)


class Drawn(NamedTuple):
    """The figures of one indicator and what is true of it."""

    figures: list[Row]
    truth: dict[str, Any]


def register(checked: bool) -> list[Row]:
    """The register; `checked` where somebody else looks at each measure."""
    rows = []
    for one in CATALOGUE:
        row: Row = {
            "indicator": one.id, "title": one.title, "better": one.better, "measure": one.measure, "unit": "share",
            "recorded_by": "children's services", "verified_by": "internal audit" if checked else None,
            "target": one.target, "balancing_indicator": one.balancing,
        }  # fmt: skip
        if one.deadline:
            row |= {"deadline": one.deadline, "deadline_unit": "working-days", "stakes": "read out each quarter"}
        rows.append(row)
    return rows


def verifications(seed: str, start: Any, notified: Any) -> list[Row]:
    """What another body found that looked at each measure again, a month before the announcement: nearly all as recorded."""
    rows = []
    looked = notified - timedelta(days=30)
    last = looked.replace(day=1) - timedelta(days=1)
    for number, one in enumerate(CATALOGUE, 1):
        draw = stream(seed, "verified", one.id)
        size = draw.randint(24, 40)
        rows.append({
            "id": f"v{number}", "verified_by": AUDITOR, "role": "auditors", "looked_on": looked, "indicator": one.id,
            "period_start": start, "period_end": last, "looked_at": size, "agreed": size - draw.choice((0, 0, 1, 1, 2)),
            "better": one.better,
        })  # fmt: skip
    return rows


def figures(one: Measure, shape: str, seed: str, start: Any, months: int, size: float) -> Drawn:
    """Monthly shares out of 60 to 140, the path's change being `size` standard deviations of one month's chance."""
    draw = stream(seed, "figures", one.id)
    path, onset = PATHS[shape](draw, months)
    usual = draw.randint(70, 120)
    sign = 1 if one.better == "up" else -1
    step = sign * size / sqrt(usual * one.base * (1 - one.base))
    carried, keep, extra = 0.0, draw.uniform(0.0, 0.25), draw.uniform(0.0, 0.12)
    rows = []
    for m, share in enumerate(path):
        carried = keep * carried + draw.gauss(0.0, extra)
        p = 1 / (1 + exp(-(log(one.base / (1 - one.base)) + step * share + carried)))
        n = max(40, min(140, usual + draw.randint(-12, 12)))
        first = month(start, m)
        last = month(start, m + 1) - timedelta(days=1)
        rows.append({
            "indicator": one.id, "period_start": first, "period_end": last, "numerator": binomial(draw, n, p),
            "denominator": n, "value": None, "recorded_on": last + timedelta(days=draw.randint(2, 12)),
        })  # fmt: skip
    begun = month(start, onset).isoformat() if onset is not None else None
    return Drawn(rows, {"shape": shape, "onset": begun, "size": size if onset is not None else 0.0})


def durations(one: Measure, seed: str, start: Any, months: int, heaps: bool) -> list[Row]:
    """How long cases took, quarter by quarter: skewed, and in weekly heaps where work ends on a fixed day."""
    draw = stream(seed, "durations", one.id)
    rows = []
    for quarter in range(months // 3):
        counts: dict[int, int] = {}
        for _ in range(draw.randint(90, 130)):
            days = max(1, round(_gamma(draw)))
            days = 7 * max(1, round(days / 7)) if heaps and draw.random() < 0.3 else days
            counts[days] = counts.get(days, 0) + 1
        first, last = month(start, 3 * quarter), month(start, 3 * quarter + 3) - timedelta(days=1)
        rows += [
            {"indicator": one.id, "period_start": first, "period_end": last, "days": days, "count": count}
            for days, count in sorted(counts.items())
        ]
    return rows


def _gamma(draw: Random) -> float:
    return draw.gammavariate(6.0, 6.0)
