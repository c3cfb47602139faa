"""Registers and figures drawn at random: shares and numbers that stand still, rise, step, fade or fall, with gaps and blanks."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.truth.random_bundles import Draw

NAMED = (
    ("caseload", "Children per worker", "down", "structure", "children", "caseload-per-worker"),
    ("time-with-families", "Hours with families per worker and week", "up", "process", "hours", "time-with-families"),
    ("seen-alone", "Children seen alone", "up", "experience", "share", ""),
    ("back-again", "Referrals within twelve months", "down", "outcome", "share", "re-referrals-within-12-months"),
    ("in-time", "Assessments in time", "up", "process", "share", "assessments-within-45-working-days"),
    ("sickness", "Days lost to sickness per worker", "down", "balancing", "days", "sickness-absence"),
    ("agency-posts", "Posts filled by agency workers", "down", "structure", "share", ""),
    ("goals", "Goals that families reached", "up", "outcome", "share", ""),
)  # fmt: skip


WATCHED = ("caseload-per-worker", "time-with-families", "re-referrals-within-12-months", "sickness-absence")


def register(draw: "Draw") -> list[dict[str, Any]]:
    """Some indicators, seldom saying all that could be said of them."""
    rows: list[dict[str, Any]] = []
    known = [one for one in NAMED if one[5] not in WATCHED or not draw.trait("nothing watched")]
    if draw.trait("any order", 0.5):
        draw.random.shuffle(known)
    for id, title, better, measure, unit, same in known[: draw.lean(8, 8, draw.many(0, 1, 2, 4, 8))]:
        row = {
            "indicator": id,
            "title": title,
            "better": better,
            "measure": draw.maybe(measure),
            "unit": draw.maybe(unit),
        }
        row |= {
            "same_as": (same or "goals-reached") if draw.trait("all are named") else draw.maybe(same),
            "recorded_by": draw.maybe("children's services"),
        }
        row["verified_by"] = draw.maybe("internal audit", 0.5)
        row["balancing_indicator"] = draw.of([one["indicator"] for one in rows], 0.7) if rows else ""
        if draw.trait("defined anew") and draw.random.random() < 0.5:
            row["definition_changes"] = [str(_month(draw, draw.random.randint(3, 9)))]
        row["target"] = draw.maybe(0.8 if unit == "share" else 10, 0.7)
        rows.append(row)
    return rows


def figures(draw: "Draw", known: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A figure a month for each, or for some of the months."""
    rows: list[dict[str, Any]] = []
    for one in known:
        shape = draw.random.choice(("still", "still", "drift", "step", "step", "fade"))
        way = draw.lean(1, -1, draw.random.choice((1, 1, -1)))
        sign = way if one["better"] == "up" else -way
        onset = draw.random.randint(2, max(3, draw.months - 3))
        noise = draw.lean(0.01, 0.01, draw.random.choice((0.005, 0.03, 0.08)))
        draw.meant[one["indicator"]] = (
            "unchanged" if shape == "still" else "better" if way > 0 and shape != "fade" else "worse"
        )
        for place in range(draw.months):
            if draw.random.random() < draw.blank / 6:
                continue
            moved = _moved(shape, place, onset, draw.months)
            level = 0.5 + sign * 0.25 * moved + draw.random.gauss(0, noise)
            rows.append(_figure(draw, one, place, min(0.98, max(0.02, level))))
    return rows


def _moved(shape: str, place: int, onset: int, months: int) -> float:
    if shape == "still" or place < onset:
        return 0.0
    if shape == "step":
        return 1.0
    if shape == "drift":
        return (place - onset) / max(1, months - onset)
    return max(0.0, 1 - (place - onset) / max(1, (months - onset) / 2))


def _month(draw: "Draw", place: int) -> date:
    year, month = divmod(draw.start.year * 12 + draw.start.month - 1 + place, 12)
    return date(year, month + 1, 1)


def _figure(draw: "Draw", one: dict[str, Any], place: int, level: float) -> dict[str, Any]:
    row: dict[str, Any] = {
        "indicator": one["indicator"],
        "period_start": _month(draw, place),
        "period_end": _month(draw, place + 1) - timedelta(days=1),
    }
    if one["unit"] in ("share", ""):
        cases = draw.random.randint(40, 160)
        return row | {"numerator": sum(draw.random.random() < level for _ in range(cases)), "denominator": cases}
    return row | {"value": round(20 * level, 2)}
