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

from sealing import document, given, resource, table, write

START, MONTHS = date(2023, 4, 1), 36
QUARTERS = MONTHS // 3
NOTIFIED, SUBMITTED = date(2026, 4, 13), date(2026, 4, 27)
AUDITOR = "Regional audit office"
"""Another body, which looked again for itself and gave what it found, sealed by it."""
AUDIT, BOARD, OWN = "internal audit", "safeguarding partnership", "children's services"
GIVEN = "given/regional-audit-office"
EXAMPLES = Path(__file__).parent / "examples"
FLAT = [0.0] * MONTHS
USUAL_SIZES = [(60, 140)] * MONTHS

COLUMNS = {
    "indicators": ("indicator", "period_start", "period_end", "numerator", "denominator", "value", "recorded_on"),
    "indicator-register": (
        "indicator", "title", "better", "measure", "unit", "target", "deadline", "deadline_unit", "stakes", "recorded_by",
        "editable_by", "verified_by", "balancing_indicator", "same_as",
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
    "recommendations": (
        "id", "recommendation", "source", "made_on", "owners", "indicator", "verified_by", "verified_on",
    ),
    "recommendations/actions": ("recommendation", "id", "action", "strength", "owner", "due_on", "done_on"),
    "recommendations/statuses": ("recommendation", "on", "status", "note"),
    "case-reviews": (
        "id", "reviewed_on", "event_on", "went", "approach", "front_line_took_part", "family_took_part", "learned",
        "shared_with",
    ),
    "case-reviews/factors": ("review", "condition", "found", "tracked_by", "tracked_since"),
    "case-reviews/actions": ("review", "id", "action", "level", "strength", "indicator", "due_on", "done_on"),
    "leadership": (
        "leader", "period_start", "period_end", "hours_delivering", "hours_improving", "hours_overseeing", "accounts_to",
        "accounted_on",
    ),
    "leadership/questions": ("leader", "question", "answered_on", "reviewed_on", "acted_on"),
    "partnership": (
        "id", "from_agency", "to_agency", "commitment", "made_on", "joint", "due_on", "met_on", "agreed_measure",
        "partner_says", "partner_statement", "stated_on",
    ),
    "voice": ("id", "period_start", "period_end", "group", "theme", "said", "people", "changed", "told_back_on"),
    "verifications": (
        "id", "verified_by", "role", "looked_on", "indicator", "recommendation", "period_start", "period_end", "looked_at",
        "agreed", "better",
    ),
    "self-evaluation": ("id", "area", "what_we_know", "how_we_know", "what_next", "stated_on"),
    "self-evaluation/claims": ("id", "statement", "claim", "direction", "indicator", "since", "evidence"),
}  # fmt: skip
PARTS = {
    "recommendations": ("id", {"actions": "recommendation", "statuses": "recommendation"}),
    "case-reviews": ("id", {"factors": "review", "actions": "review"}),
    "leadership": ("leader", {"questions": "leader"}),
    "self-evaluation": ("id", {"claims": "statement"}),
}
"""Kinds with parts: the field that names a row, and for each part the field by which its rows name it."""
WRITTEN_BY = {"partnership": BOARD, "voice": "participation workers", "case-reviews": "practice reviewers"}


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


def verifications(
    indicators: Sequence[dict[str, Any]], recommended: Sequence[dict[str, Any]], seed: int
) -> list[dict[str, Any]]:
    """What another body found that looked again at the measures and recommendations that somebody is named as checking."""
    rng = random.Random(seed)
    made: list[dict[str, Any]] = []
    for one in indicators:
        if one.get("verified_by"):
            size = rng.randint(24, 40)
            seen = {"looked_on": date(2026, 3, 12), "period_start": START, "period_end": date(2026, 2, 28)}
            agreed = size - rng.choice((0, 0, 1, 2))
            made.append({"indicator": one["id"], **seen, "looked_at": size, "agreed": agreed, "better": one["better"]})
    for row in recommended:
        if row.get("verified_by") and row.get("verified_on"):
            done = max(1, sum(action.get("done_on") is not None for action in row.get("actions", ())))
            made.append(
                {"recommendation": row["id"], "looked_on": row["verified_on"], "looked_at": done, "agreed": done}
            )
    return [{"id": f"v{n}", "verified_by": AUDITOR, "role": "auditors", **one} for n, one in enumerate(made, 1)]


def taken_apart(kind: str, rows: Sequence[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """A nested kind as the tables that a spreadsheet would have: `KIND`, and `KIND/PART` for each part."""
    name, parts = PARTS[kind]
    tables: dict[str, list[dict[str, Any]]] = {kind: list(rows)}
    for part, owner in parts.items():
        tables[f"{kind}/{part}"] = [{owner: row[name], **inner} for row in rows for inner in row.get(part, ())]
    return tables


def save(
    folder: Path,
    name: str,
    place: str,
    authority: str,
    tables: dict[str, list[dict[str, Any]]],
    readme: str,
    nested: dict[str, list[dict[str, Any]]] | None = None,
    framework: str = "munro",
    looked: list[dict[str, Any]] | None = None,
) -> None:
    """Write the bundle of an invented place: its tables by kind, what is nested as JSON, the manifest and the README."""
    nested = nested or {}
    files = {f"{kind.replace('/', '-')}.csv": table(COLUMNS[kind], rows) for kind, rows in tables.items()}
    files |= {f"{kind}.json": document(rows) for kind, rows in nested.items()}
    manifest: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": name, "title": f"{place}, an invented authority: evidence for an inspection",
        "description": f"Invented from end to end, as an example. {place} does not exist.",
        "version": "1.0.0", "authority": authority, "invented": True, "framework": framework,
        "period": {"start": START.isoformat(), "end": month_end(MONTHS - 1).isoformat()},
        "notified_on": NOTIFIED.isoformat(), "submitted_at": SUBMITTED.isoformat(),
        "licenses": [{"name": "MIT", "path": "https://opensource.org/license/mit"}],
        "resources": [_described(kind) for kind in tables] + [_described(kind, "json") for kind in nested],
    }  # fmt: skip
    if looked:
        path = f"{GIVEN}/verifications.csv"
        files[path] = table(COLUMNS["verifications"], looked)
        described = resource(
            "verifications", "verifications", submitted_by=AUDITOR, sealed_in=f"{GIVEN}/datapackage.json"
        )
        manifest["resources"].append({**described, "path": path})
        period = {"start": START.isoformat(), "end": date(2026, 3, 31).isoformat()}
        head = {"name": "looked-at", "authority": AUDITOR, "invented": True, "period": period}
        given(folder / GIVEN, head, [resource("verifications", "verifications")], {"verifications.csv": files[path]})
    write(folder, manifest, files, readme)


def _described(table: str, form: str = "csv") -> dict[str, Any]:
    kind, _, part = table.partition("/")
    by = {"recorded_by": WRITTEN_BY.get(kind, OWN), "submitted_by": "performance analyst"}
    return resource(table.replace("/", "-"), kind, form, **({"part": part} if part else {}), **by)
