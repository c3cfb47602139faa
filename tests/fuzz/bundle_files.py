"""Whole bundles with a few things wrong with their manifest, tables and documents: checked, shown in every format, and assessed.

What is damaged is a cut of an example, with the seals made anew, so that the damage is met and not the seal.
"""

import csv
import hashlib
import io
import json
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

from inspector.arguing import with_pictures
from inspector.bundle import read_bundle
from inspector.judging.observing import observe, recomputed
from inspector.judging.rulebooks import load
from inspector.judging.settling import conclude
from inspector.model.evidence import Evidence
from inspector.model.problems import each
from inspector.report import FORMATS, render
from inspector.report import problems as problem_report
from inspector.report.document.make import document
from inspector.report.lines import problem_lines
from inspector.report.text import render as as_text
from tests.fuzz.damage import some_bytes, some_cells, some_values
from tests.fuzz.fuzzer import Broken, Files, Fuzzer, answered

EXAMPLE = Path(__file__).parents[2] / "evidence" / "examples" / "harrowmere"
ROWS = 14
MANIFEST = "datapackage.json"


@lru_cache(1)
def _parts() -> dict[str, Any]:
    """The example's files, the tables as rows of cells and the documents as values, each no longer than `ROWS`."""
    found: dict[str, Any] = {}
    for file in sorted(EXAMPLE.iterdir()):
        if file.suffix == ".csv":
            found[file.name] = list(csv.reader(io.StringIO(file.read_text(), newline="")))[:ROWS]
        elif file.suffix == ".json":
            value = json.loads(file.read_text())
            found[file.name] = value if file.name == MANIFEST else value[:ROWS]
    return found


def make(random: Random) -> Files:
    """One to three files of the bundle spoilt, as values, cells or bytes."""
    parts = dict(_parts())
    parts[MANIFEST] = json.loads(json.dumps(parts[MANIFEST]))
    files = {}
    chosen = random.sample(sorted(parts), random.choice((1, 1, 2, 3)))
    for name, part in parts.items():
        if name != MANIFEST:
            files[name] = _file(random, part, spoilt=name in chosen)
    for resource in parts[MANIFEST]["resources"]:
        data = files[resource["path"]]
        resource["hash"], resource["bytes"] = f"sha256:{hashlib.sha256(data).hexdigest()}", len(data)
        for key in ("rows_root", "rows_count"):
            resource.pop(key, None)
    return files | {MANIFEST: _file(random, parts[MANIFEST], spoilt=MANIFEST in chosen)}


def _file(random: Random, part: Any, *, spoilt: bool) -> bytes:
    table = isinstance(part, list) and isinstance(part[0], list)
    if spoilt:
        part = some_cells(random, part) if table else some_values(random, part)
    if table:
        text = io.StringIO(newline="")
        csv.writer(text).writerows(part)
        data = text.getvalue().encode()
    else:
        data = json.dumps(part).encode()
    return some_bytes(random, data, 2) if spoilt and random.random() < 0.1 else data


def hold(folder: Path) -> str:
    """`refused`, `unreadable` or `checked`, the problems shown in every format; of some, `assessed` and everything rendered."""
    reading = answered(read_bundle, folder)
    if reading is None:
        return "refused"
    for form in problem_report.FORMATS:
        if not problem_report.render(form, reading.problems, reading.digest):
            raise Broken(f"nothing as {form}")
    _counted(reading.problems)
    if reading.evidence is None:
        if not any(problem.level == "error" for problem in reading.problems):
            raise Broken("unreadable without a reason")
        return "unreadable"
    # A fifth is assessed, which takes twenty times as long.
    if hashlib.sha256((folder / MANIFEST).read_bytes()).digest()[0] % 5:
        return "checked"
    return _assessed(reading.evidence, tuple(each(reading.problems)))


def _counted(problems: Any) -> None:
    told = json.loads(problem_report.render("json", problems, None))
    errors = sum(problem.level == "error" for problem in each(problems))
    if sum(one["level"] == "error" for one in told["problems"]) != errors:
        raise Broken("another number of errors in JSON")


def _assessed(evidence: Evidence, problems: Any) -> str:
    rulebook = _rulebook()
    evidence = recomputed(evidence, rulebook)
    answer = document(with_pictures(conclude(rulebook, evidence, *observe(evidence), problems)))
    for form in FORMATS:
        if not render(answer, form):
            raise Broken(f"nothing as {form}")
    as_text(answer, problem_lines(problems))
    return f"assessed {answer['verdict']['verdict']}"


@lru_cache(1)
def _rulebook() -> Any:
    return load("munro")


FUZZER = Fuzzer("bundle_files", make, hold, in_suite=25)
