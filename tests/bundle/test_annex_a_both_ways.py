"""A workbook and a folder of CSVs with the same lists give the same evidence and the same remarks."""

import csv
import io
import re
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from inspector.bundle import read_bundle
from inspector.bundle.reading import BundleReading
from inspector.model.problems import each
from tests.bundle import annex_a
from tests.shared_data import reference

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "annex_a.yaml").read_text(encoding="utf-8"))
OF_THE_FILE = {"missing-list", "error-cell"}
"""Remarks on the file itself: which lists are there, cells that a formula could not fill."""
SHAPED = {"formulas", "merged", "more_sheets", "sheets", "title_rows", "blank_rows"}
WRITTEN = [case for case in CASES if case.get("as") != "folder" and not SHAPED & set(case) and case.get("lists")]


@pytest.mark.parametrize("case", WRITTEN, ids=[case["name"] for case in WRITTEN])
def test_what_is_said_of_a_workbook_is_said_of_its_csvs(case: dict[str, Any], tmp_path: Path) -> None:
    day = date.fromisoformat(case["notified"]) if "notified" in case else None
    case = {**case, "missing": [number for number in range(1, 12) if number not in case["lists"]]}
    book = read_bundle(annex_a.workbook(tmp_path / "a.xlsx", case), notified_on=day)
    folder = read_bundle(annex_a.folder(tmp_path / "lists", case), notified_on=day)
    assert told(book) == told(folder)
    assert_same(book, folder)


def test_the_sample_workbook_and_its_csvs(tmp_path: Path) -> None:
    from python_calamine import CalamineWorkbook

    sample = reference("annex-a-sample/sample_2024.xlsx")
    found = CalamineWorkbook.from_path(sample)
    (tmp_path / "lists").mkdir()
    for name in found.sheet_names:
        stream = io.StringIO(newline="")
        rows = found.get_sheet_by_name(name).to_python(skip_empty_area=False)
        csv.writer(stream).writerows([[written(cell) for cell in row] for row in rows])
        (tmp_path / "lists" / f"{name}.csv").write_text(stream.getvalue(), encoding="utf-8")
    book, folder = read_bundle(sample), read_bundle(tmp_path / "lists")
    assert told(book) == told(folder)
    assert len(told(book)) > 100
    assert book.evidence is not None
    assert len(book.evidence.case_lists) == 11
    assert_same(book, folder)


def written(cell: Any) -> str:
    """A cell as the guidance has it in a CSV: DD/MM/YYYY, whole numbers without a point."""
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y")
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def told(reading: BundleReading) -> list[tuple[Any, ...]]:
    return sorted(
        (
            int(re.sub(r"\D", "", one.where.sheet or one.where.file.removesuffix(".csv"))),
            one.where.row or 0, one.where.letter or "",
            " ".join((one.where.field or "").split()), one.where.key or "", one.rule, one.level,
            " ".join(one.message.split()), one.fix, one.expected, one.found or "",
        )
        for one in each(reading.problems)
        if one.rule not in OF_THE_FILE
    )  # fmt: skip


def assert_same(book: BundleReading, folder: BundleReading) -> None:
    assert book.evidence is not None
    assert folder.evidence is not None
    pairs = list(zip(book.evidence.case_lists, folder.evidence.case_lists, strict=True))
    for one, other in pairs:
        assert (one.list, one.left_out) == (other.list, other.left_out)
        assert one.rows.tolist() == other.rows.tolist()
        assert sorted(one.columns) == sorted(other.columns)
        for name in one.columns:
            np.testing.assert_array_equal(one.columns[name], other.columns[name], err_msg=f"{one.list} {name}")
