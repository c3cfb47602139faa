"""Small forgeries, as a domain expert would write them down: what each may not be called, and what the report must say.

Each file is a forgery. `period` is the first and the last day; every table is written as one would type it. `figures` are by
month from the beginning of the period: `12/40` is twelve of forty, a dash is a month that is left out. `never` are verdicts
that it may not get, `nothing_above` the highest standing that a theme may have, `as_without` columns of the register that buy
nothing (left blank, verdict, standings and trust are the same), and `report_says` words of the report.
"""

import csv
import hashlib
import io
import json
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector import arguing, inspection
from inspector.model.inspection import Inspection
from inspector.model.ladder import STANDINGS
from inspector.model.problems import CannotComplete
from inspector.report.document.make import document
from inspector.report.lines import problem_lines
from inspector.report.text import render

FILES = sorted(Path(__file__).parent.glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_is_gained(path: Path, tmp_path: Path) -> None:
    forged = yaml.safe_load(path.read_text(encoding="utf-8"))
    written(forged, tmp_path)
    if "refused" in forged:
        with pytest.raises(CannotComplete, match=forged["refused"]):
            inspection.work(tmp_path)
        return
    found = arguing.with_argument(inspection.work(tmp_path))
    assert found.verdict.verdict not in forged["never"], found.verdict.says
    highest = STANDINGS.index(forged.get("nothing_above", "lasting"))
    assert [t.theme for t in found.themes if STANDINGS.index(t.standing) > highest] == []
    if "as_without" in forged:
        written(blanked(forged, forged["as_without"]), tmp_path)
        assert bought(found) == bought(inspection.work(tmp_path).inspection)
    report = " ".join(render(document(found), problem_lines(found.problems)).split())
    assert [words for words in forged["report_says"] if words not in report] == []


def bought(found: Inspection) -> tuple[Any, ...]:
    """What a cell of the register could have bought."""
    standings = [(theme.theme, theme.standing) for theme in found.themes]
    return found.verdict.verdict, standings, [(one.evidence, one.trust) for one in found.trust]


def blanked(forged: dict[str, Any], columns: list[str]) -> dict[str, Any]:
    """The same forgery with nothing in these columns of its register."""
    head, *rows = list(csv.reader(io.StringIO(forged["tables"]["indicator-register"])))
    kept = [["" if name in columns else cell for name, cell in zip(head, row, strict=True)] for row in rows]
    register = "\n".join(",".join(row) for row in (head, *kept))
    return {**forged, "tables": {**forged["tables"], "indicator-register": register}}


def test_there_are_forgeries() -> None:
    assert len(FILES) >= 10


def written(forged: dict[str, Any], folder: Path) -> None:
    """The folder that the forgery describes."""
    begin, end = forged["period"]
    tables = dict(forged.get("tables", {}))
    if "figures" in forged:
        tables["indicators"] = _figures(forged["figures"], begin)
    resources = []
    for name, text in tables.items():
        data = "\n".join(line.strip() for line in text.splitlines()).encode()
        (folder / f"{name}.csv").write_bytes(data)
        said = {"name": name, "path": f"{name}.csv", "kind": name, "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}
        resources.append({**said, "bytes": len(data), **forged.get("given", {}).get(name, {})})
    manifest = {
        "name": "evidence", "title": "Evidence", "authority": "Nether Ashdown", "invented": True,
        "period": {"start": str(begin), "end": str(end)}, "resources": resources,
        "notified_on": end + timedelta(days=14), "submitted_at": end + timedelta(days=28), **forged.get("manifest", {}),
    }  # fmt: skip
    (folder / "datapackage.json").write_text(json.dumps(manifest, default=str), encoding="utf-8")


def _figures(by_measure: dict[str, str], begin: date) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("indicator", "period_start", "period_end", "numerator", "denominator", "value"))
    for id, cells in by_measure.items():
        for k, cell in enumerate(cells.split()):
            year, number = divmod(begin.year * 12 + begin.month - 1 + k, 12)
            first, last = date(year, number + 1, 1), date(year, number + 1, monthrange(year, number + 1)[1])
            if cell != "-":
                writer.writerow(
                    (id, first, last, *(cell.split("/") if "/" in cell else ("", "")), "" if "/" in cell else cell)
                )
    return out.getvalue()
