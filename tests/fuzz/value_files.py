"""Extreme dates and numbers in every date and number field of small bundles cut from the examples, CSV and JSON.

A case is a seed: it chooses an example, some cells (or whole columns) and what is put there. What must hold: the bundle is
refused with a problem, or judged and told in every format; no exception, no warning of numpy's, no number without end.
"""

import csv
import hashlib
import io
import json
import random
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from inspector import arguing, contrast, report
from inspector.bundle import read_bundle
from inspector.bundle.kinds import PARTS
from inspector.contrast.text import render as side_by_side
from inspector.judging import observing, rulebooks, settling
from inspector.model.problems import CannotComplete, each
from inspector.report.document.make import document
from inspector.report.text import render
from inspector.verdict.manipulability import manipulability
from tests.fuzz.fuzzer import Broken, Files, Fuzzer, located, refused

ROOT = Path(__file__).parents[2]
EXAMPLES = ("brackenshire", "good-on-paper", "harrowmere", "published-figures", "quiet-improver")
INDICATORS, POINTS, ROWS = 2, 14, 8
DATES = (
    "0001-01-01", "9999-12-31", "1899-12-31", "1900-01-01", "2100-12-31", "2101-01-01", "2024-02-29", "2023-02-29", "1582-10-10",
    "0000-00-00", "1970-01-01", "2025-06-15", "2023-04-01", "2026-03-31", "1900-02-29", "", "99999-01-01", "-0001-01-01",
)  # fmt: skip
MOMENTS = (
    "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "1900-01-01T00:00:00Z", "2100-12-31T23:59:59+00:00",
    "2024-02-29T24:00:00Z", "2025-06-15T12:00:00.999999Z", "",
)  # fmt: skip
NUMBERS = (
    "0", "-0", "1", "-1", "5", "6", "0.1", "1e-320", "-1e-320", "1e-300", "1e-15", "1e300", "0.1e301", "1e308", "-1e308", "1e309",
    "9007199254740990", "9007199254740992", "9" * 90, "1000000000000", "999999999999", "1000000000001", "1e15", "-1e15", "NaN",
    "inf", "-inf", "1000000000", "36525", "1000000", "0.5", "100", "2", "",
)  # fmt: skip


@cache
def example(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The manifest of an example and its files, cut short: CSV as lists of rows, JSON as objects."""
    folder = ROOT / "evidence" / "examples" / name
    manifest = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    files: dict[str, Any] = {}
    for resource in manifest["resources"]:
        text = (folder / resource["path"]).read_text(encoding="utf-8")
        if resource["path"].endswith(".json"):
            files[resource["path"]] = json.loads(text)[:ROWS]
            continue
        head, *rows = list(csv.reader(io.StringIO(text)))
        if resource["kind"] == "indicators":
            by: dict[str, list[list[str]]] = {}
            for row in rows:
                by.setdefault(row[0], []).append(row)
            rows = [row for each in list(by.values())[:INDICATORS] for row in each[-POINTS:]]
        files[resource["path"]] = [head, *(rows if resource["kind"] == "indicators" else rows[:ROWS])]
    return manifest, files


@cache
def schema(name: str) -> dict[str, Any]:
    """A published row schema."""
    path = ROOT / "evidence" / "schemas" / f"{name}.schema.json"
    properties: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["properties"]
    return properties


def pool(cell: dict[str, Any]) -> tuple[str, ...]:
    """What may be put into a field; nothing where it is neither date nor number."""
    part = cell.get("items", cell)
    if part.get("format") == "date":
        return DATES
    return MOMENTS if part.get("format") == "date-time" else NUMBERS if cell["type"] in ("number", "integer") else ()


def make(draw: random.Random) -> Files:
    """A bundle of a register, its figures and some other tables, with extremes in some of their fields."""
    manifest, files = (json.loads(json.dumps(part)) for part in example(draw.choice(EXAMPLES)))
    always = ("indicators", "indicator-register")
    targets = draw.choices(manifest["resources"], k=draw.choice((1, 1, 2, 4)))
    targets += [one for one in manifest["resources"] if one["kind"] == "indicators" and draw.random() < 0.5]
    for resource in targets:
        kind = PARTS.get(resource["kind"], {}).get(resource.get("part", ""), resource["kind"])
        spoil(files[resource["path"]], kind, draw, column=draw.random() < 0.4)
    if draw.random() < 0.2:
        key = draw.choice(("notified_on", "submitted_at", "start", "end"))
        (manifest["period"] if key in manifest["period"] else manifest)[key] = draw.choice(DATES)
    kinds = {one["kind"] for one in targets}
    manifest["resources"] = [one for one in manifest["resources"] if one["kind"] in always or one["kind"] in kinds]
    made: dict[str, bytes] = {}
    for resource in manifest["resources"]:
        found = files[resource["path"]]
        data = json.dumps(found).encode() if resource["path"].endswith(".json") else _csv(found)
        made[resource["path"]] = data
        resource.update({"hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "bytes": len(data)})
        for key in ("rows_root", "rows_count"):
            resource.pop(key, None)
    return {**made, "datapackage.json": json.dumps(manifest).encode()}


def spoil(rows: Any, kind: str, draw: random.Random, column: bool) -> None:
    """Put extremes into one field: of one row or, by turns, of them all."""
    if rows and isinstance(rows[0], dict):
        _spoil_objects(rows, kind, draw, column)
        return
    head = rows[0]
    fields = [name for name in head if pool(schema(kind).get(name, {"type": "string"}))]
    if not fields or len(rows) < 2:
        return
    field = draw.choice(fields)
    some = draw.sample(pool(schema(kind)[field]), 2)
    for place in range(1, len(rows)) if column else [draw.randrange(1, len(rows))]:
        rows[place][head.index(field)] = (
            some[place % 2] if draw.random() < 0.9 else draw.choice(pool(schema(kind)[field]))
        )


def _spoil_objects(rows: list[dict[str, Any]], kind: str, draw: random.Random, column: bool) -> None:
    parts = [part for part in PARTS.get(kind, {}) if any(row.get(part) for row in rows)]
    part = draw.choice([None, *parts])
    name = kind if part is None else PARTS[kind][part]
    objects = rows if part is None else [one for row in rows for one in row.get(part) or ()]
    fields = [field for field, cell in schema(name).items() if pool(cell)]
    if not fields or not objects:
        return
    field = draw.choice(fields)
    for one in objects if column else [draw.choice(objects)]:
        text = draw.choice(pool(schema(name)[field]))
        number = schema(name)[field]["type"] in ("number", "integer") and text not in ("", "NaN", "inf", "-inf")
        one[field] = json.loads(text) if number and abs(float(text)) < 1e308 else text


def _csv(rows: list[list[str]]) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue().encode()


@cache
def rulebook() -> rulebooks.Rulebook:
    """The framework, read once."""
    return rulebooks.load("munro")


def hold(folder: Path) -> str:
    """Refused with a reason, or judged, argued about and told, without a warning and without a number that has no end."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            reading = read_bundle(folder)
        except CannotComplete as failure:
            return refused(failure)
        located(reading.problems)
        if reading.evidence is None:
            return refused(CannotComplete(tuple(each(reading.problems))))
        evidence = observing.recomputed(reading.evidence, rulebook())
        observed = observing.observe(evidence)
        workings = settling.conclude(rulebook(), evidence, *observed, tuple(each(reading.problems)), "reference")
        found = document(arguing.with_pictures(workings))
        render(found, [])
        for form in ("html", "json", "markdown", "oscal", "gsn"):
            report.render(found, form, "en-GB")
        manipulability(workings.evidence)
        side_by_side(found, contrast.standards(workings.evidence), contrast.improvement(found))
        endless_at = list(endless(found))
    if endless_at:
        raise Broken(f"numbers without end: {endless_at}")
    if reading.stopping:
        return "despite"
    calls = [str(fact.fields["call"]) for fact in workings.inspection.facts if fact.kind == "signal/trajectory"]
    return calls[0] if calls else "recomputed" if evidence.recomputed else workings.inspection.verdict.verdict


def endless(value: Any) -> Iterator[float]:
    """Every number within a document that is not finite."""
    if isinstance(value, dict):
        for one in value.values():
            yield from endless(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from endless(one)
    elif isinstance(value, float) and not abs(value) < float("inf"):
        yield value


FUZZER = Fuzzer("value_files", make, hold, in_suite=25)
