"""Bundles and frameworks of any size from a fixed seed: so many indicators of 36 months, so many log entries, so many rules.

Indicators are of every sort (shares with denominators, counts, plain values), half of them change at some time. Entries are
worded from a vocabulary, and most name an indicator. Rules are those of the shipped framework, once more under other names.
"""

import csv
import hashlib
import io
import json
import random
import re
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
FIRST = date(2023, 4, 1)
MONTHS = 36
SCALES = ("one-case", "one-worker", "one-team", "several-teams")
ROLES = ("social worker", "personal adviser", "team manager", "family worker", "early help worker")
TYPES = ("task", "tool", "workload", "environment", "procedure", "training")


def month(place: int) -> date:
    """The first day of a month, counted from the first."""
    year, number = divmod(FIRST.month - 1 + place, 12)
    return date(FIRST.year + year, number + 1, 1)


def _register(count: int) -> list[dict[str, Any]]:
    measures = ("outcome", "process", "balancing", "experience")
    return [
        {
            "indicator": f"measure-{n:05}",
            "title": f"Measure number {n}",
            "better": "up" if n % 2 else "down",
            "measure": measures[n % 4],
            "unit": "share" if n % 3 == 0 else "number",
            "recorded_by": "children's services",
        }
        for n in range(count)
    ]


def _figures(count: int, draw: random.Random) -> list[dict[str, Any]]:
    rows = []
    for n in range(count):
        level, step, onset = draw.uniform(0.3, 0.6), draw.choice((0.0, 0.0, 0.12, 0.2)), draw.randrange(8, 28)
        for place in range(MONTHS):
            now = level + (step if place >= onset else 0.0)
            row: dict[str, Any] = {
                "indicator": f"measure-{n:05}",
                "period_start": month(place),
                "period_end": month(place + 1) - timedelta(days=1),
                "recorded_on": month(place + 1) + timedelta(days=draw.randrange(3, 20)),
            }
            if n % 3 == 0:
                of = draw.randrange(60, 140)
                row |= {"numerator": sum(draw.random() < now for _ in range(of)), "denominator": of}
            elif n % 3 == 1:
                row |= {"value": max(0, round(draw.gauss(80 * now, (80 * now) ** 0.5)))}
            else:
                row |= {"value": round(draw.gauss(40 * now, 3.0), 1)}
            rows.append(row)
    return rows


def _log(count: int, indicators: int, draw: random.Random) -> list[dict[str, Any]]:
    words = [
        f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("n", "r", "st", "ling", "vet", "do", "mar")
    ]
    rows = []
    for n in range(count):
        raised = FIRST + timedelta(days=n * (MONTHS * 30 - 40) // max(1, count))
        rows.append(
            {
                "id": f"t{n:06}",
                "raised_on": raised,
                "raised_by_role": draw.choice(ROLES),
                "team": f"Team {draw.randrange(12)}",
                "origin": draw.choice(("front-line", "family", "manager")),
                "scale": draw.choice(SCALES),
                "change_type": draw.choice(TYPES),
                "aim": " ".join(draw.choices(words, k=12)),
                "prediction": " ".join(draw.choices(words, k=7)),
                "indicator": f"measure-{draw.randrange(indicators):05}" if draw.random() < 0.7 else None,
                "started_on": raised + timedelta(days=4),
                "tested_on": raised + timedelta(days=9),
                "studied_on": raised + timedelta(days=14),
                "decided_on": raised + timedelta(days=20),
                "decision": draw.choice(("adopt", "adapt", "abandon")),
                "learned": " ".join(draw.choices(words, k=9)),
                "recorded_at": f"{raised + timedelta(days=21)}T10:{draw.randrange(60):02}:00Z",
            }
        )
    return rows


def bundle(folder: Path, indicators: int, entries: int, seed: str = "scale") -> Path:
    """Write a bundle and seal it."""
    draw = random.Random(f"{seed} {indicators} {entries}")
    tables = {
        "indicator-register": _register(indicators),
        "indicators": _figures(indicators, draw),
        "improvement-log": _log(entries, indicators, draw),
    }
    folder.mkdir(parents=True)
    resources = []
    for kind, rows in tables.items():
        if rows:
            data = _csv(rows)
            (folder / f"{kind}.csv").write_bytes(data)
            sealed = {"hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "bytes": len(data)}
            resources.append({"name": kind, "path": f"{kind}.csv", "kind": kind, "format": "csv", **sealed})
    manifest = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "scale",
        "title": "A bundle of a certain size",
        "authority": "An invented authority",
        "invented": True,
        "framework": "munro",
        "period": {"start": str(FIRST), "end": str(month(MONTHS) - timedelta(days=1))},
        "notified_on": str(month(MONTHS) + timedelta(days=12)),
        "submitted_at": str(month(MONTHS) + timedelta(days=26)),
        "resources": resources,
    }
    (folder / "datapackage.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    return folder


def framework(folder: Path, times: int) -> Path:
    """The shipped framework with each of its files of rules `times` times, under names of their own."""
    shutil.copytree(ROOT / "frameworks" / "munro", folder, ignore=shutil.ignore_patterns("tests"))
    for path in sorted((folder / "rules").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        for turn in range(2, times + 1):
            # A rule is named where it stands and where another reads its finding; signals and values may have the same names.
            again = re.sub(r"(^- id: |finding: )([a-z0-9-]+)", rf"\g<1>\g<2>-{turn}", text, flags=re.MULTILINE)
            (folder / "rules" / f"{path.stem}-{turn}.yaml").write_text(again, encoding="utf-8")
    return folder


def _csv(rows: list[dict[str, Any]]) -> bytes:
    names = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
