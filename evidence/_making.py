"""What the invented examples share: the period, the paths that figures take, the tables and the manifest.

Figures are drawn as chance would draw them (binomial for shares, normal for plain numbers) around a path that the story
gives. A path says, month by month, how far a share has moved on the logit scale (or a number in its own unit). Only the
standard library, whose generator is the same on every version.
"""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sealing import resource, table, write

START, MONTHS = date(2023, 4, 1), 36
QUARTERS = MONTHS // 3
NOTIFIED, SUBMITTED = date(2026, 4, 13), date(2026, 4, 27)
AUDIT, BOARD, OWN = "internal audit", "safeguarding partnership", "children's services"
EXAMPLES = Path(__file__).parent / "examples"
FLAT = [0.0] * MONTHS
USUAL_SIZES = [(60, 140)] * MONTHS

COLUMNS = {
    "indicators": ("indicator", "period_start", "period_end", "numerator", "denominator", "value", "recorded_on"),
    "indicator-register": (
        "indicator", "title", "better", "measure", "unit", "target", "deadline", "deadline_unit", "stakes", "recorded_by",
        "editable_by", "verified_by", "balancing_indicator",
    ),
    "improvement-log": (
        "id", "raised_on", "raised_by_role", "team", "origin", "scale", "change_type", "aim", "prediction", "indicator",
        "balancing_indicator", "started_on", "tested_on", "studied_on", "decided_on", "decision", "learned", "follows",
        "questions_target", "spread_to", "recorded_at", "evidence",
    ),
    "participation": (
        "period_start", "period_end", "team", "role", "headcount", "contributors", "ideas_raised", "ideas_tested",
        "ideas_adopted", "days_to_hear_back",
    ),
    "durations": ("indicator", "period_start", "period_end", "days", "count"),
}  # fmt: skip


def ramp(start: int, end: int, size: float) -> list[float]:
    """Rises evenly from month `start` to month `end` and stays."""
    return [size * min(1.0, max(0.0, (m - start) / (end - start))) for m in range(MONTHS)]


def steps(at: list[int], size: float) -> list[float]:
    """Several small steps of the same size."""
    return [size * sum(m >= month for month in at) for m in range(MONTHS)]


def spell(start: int, peak: int, end: int, size: float) -> list[float]:
    """Jumps at `start`, holds until `peak`, and is gone by `end`."""
    return [size * (m >= start) * min(1.0, max(0.0, (end - m) / (end - peak))) for m in range(MONTHS)]


def month(number: int) -> date:
    """The first day of the month so many months after the start."""
    place = START.month - 1 + number
    return date(START.year + place // 12, place % 12 + 1, 1)


def month_end(number: int) -> date:
    """The last day of that month."""
    return month(number + 1) - timedelta(days=1)


def quarter_days(number: int) -> tuple[date, date]:
    """The first and the last day of the quarter so many quarters after the start."""
    return month(3 * number), month_end(3 * number + 2)


def share(logit: float) -> float:
    """The share with that logit."""
    return 1 / (1 + 2.718281828459045**-logit)


def figures(rng: random.Random, indicators: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """A figure of every indicator in every month; `sizes` gives the least and most denominator, month by month."""
    rows = []
    for indicator in indicators:
        for m in range(MONTHS):
            row: dict[str, Any] = {"indicator": indicator["id"], "period_start": month(m), "period_end": month_end(m)}
            middle = indicator["base"] + indicator["path"][m]
            if "unit" in indicator:
                row["value"] = round(rng.gauss(middle, indicator["noise"]), 2)
            else:
                row["denominator"] = rng.randint(*indicator.get("sizes", USUAL_SIZES)[m])
                row["numerator"] = sum(rng.random() < share(middle) for _ in range(row["denominator"]))
            row["recorded_on"] = month(m + 1) + timedelta(days=rng.randint(2, 9))
            rows.append(row)
    return rows


def register(indicators: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The indicators as the register names them."""
    kept = set(COLUMNS["indicator-register"]) - {"indicator", "unit", "recorded_by"}
    return [
        {"indicator": i["id"], "unit": i.get("unit", "share"), "recorded_by": OWN, **{key: i.get(key) for key in kept}}
        for i in indicators
    ]


def save(
    folder: Path, name: str, place: str, authority: str, tables: dict[str, list[dict[str, Any]]], readme: str
) -> None:
    """Write the bundle of an invented place: its tables by kind, the manifest and the README."""
    manifest: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": name, "title": f"{place}, an invented authority: evidence for an inspection",
        "description": f"Invented from end to end, as an example. {place} does not exist.",
        "version": "1.0.0", "authority": authority, "invented": True, "framework": "munro",
        "period": {"start": START.isoformat(), "end": month_end(MONTHS - 1).isoformat()},
        "notified_on": NOTIFIED.isoformat(), "submitted_at": SUBMITTED.isoformat(),
        "licenses": [{"name": "MIT", "path": "https://opensource.org/license/mit"}],
        "resources": [resource(kind, kind, recorded_by=OWN, submitted_by="performance analyst") for kind in tables],
    }  # fmt: skip
    write(folder, manifest, {f"{kind}.csv": table(COLUMNS[kind], rows) for kind, rows in tables.items()}, readme)
