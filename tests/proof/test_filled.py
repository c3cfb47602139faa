"""Filled sheets, by the habits of those who fill them in: `filled.yaml` says what is read of each."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import yaml

from inspector.model.problems import CannotComplete
from inspector.proof.filled import Filled, FilledRow, read_filled
from inspector.proof.sheets import short_seal
from tests.proof.sheets_visit import small

CASES = yaml.safe_load((Path(__file__).parent / "filled.yaml").read_text(encoding="utf-8"))


def read(*paths: Path) -> Filled:
    made = small()
    return read_filled(paths, made.plan, made.frame, [made.drawn])


def book(sheets: dict[str, list[list[Any]]]) -> bytes:
    """A workbook of those rows; `date 2025-01-11` is a cell that holds a date."""
    stream = io.BytesIO()
    made = xlsxwriter.Workbook(stream, {"in_memory": True})
    form = made.add_format({"num_format": "dd/mm/yy"})
    for name, rows in sheets.items():
        sheet = made.add_worksheet(name)
        for number, cells in enumerate(rows):
            for place, cell in enumerate(cells):
                if isinstance(cell, str) and cell.startswith("date "):
                    sheet.write_datetime(number, place, date.fromisoformat(cell[5:]), form)
                elif cell != "":
                    sheet.write(number, place, cell.format(visit=seal()) if isinstance(cell, str) else cell)
    made.close()
    return stream.getvalue()


def said_of(row: FilledRow) -> dict[str, Any]:
    return {"seen": row.seen, "found": dict(row.found), "note": row.note, "who": row.who, "when": row.when}


def seal() -> str:
    return short_seal(small().plan.seal)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_people_write_is_read(case: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / ("sheet.xlsx" if "book" in case else "sheet.csv")
    if "book" in case:
        file.write_bytes(book(case["book"]))
    else:
        file.write_bytes(case["text"].format(visit=seal()).encode(case.get("encoding", "utf-8")))
    found = read(file)
    told = {row.key: {name: value for name, value in said_of(row).items() if value} for row in found.rows}
    if "rows_of" in case:
        for who, seen in case["rows_of"].items():
            assert {row.key: row.seen for row in found.rows if row.who == who} == seen
        assert len(found.rows) == len(case["rows_of"])
    else:
        assert told == case.get("rows", {})
    assert list(found.blank) == case.get("blank", [])
    said = [f"{one.rule} {one.where.row}" if one.where.row else one.rule for one in found.problems]
    assert said == case.get("problems", [])
    assert [[one.question, one.says, one.who, one.when] for one in found.answers] == case.get("answers", [])
    for problem in found.problems:
        assert problem.where.file == file.name
        assert problem.fix or problem.level == "query"


def test_a_folder_is_read_whole_but_for_pages_and_what_is_open(tmp_path: Path) -> None:
    text = f"Key,Seen?,Visit\nlog-1,{{}},{seal()}\n"
    (tmp_path / "round-1").mkdir()
    (tmp_path / "round-1" / "a.csv").write_text(text.format(""), encoding="utf-8")
    (tmp_path / "round-1" / "b.csv").write_text(text.format("seen"), encoding="utf-8")
    (tmp_path / "round-1" / "a.html").write_text("<p>seen", encoding="utf-8")
    (tmp_path / "round-1" / "~$a.xlsx").write_bytes(b"open")
    found = read(tmp_path)
    assert [(row.key, row.where.file) for row in found.rows] == [("log-1", "round-1/b.csv")]
    assert (found.blank, found.problems, found.files) == ((), (), ("round-1/a.csv", "round-1/b.csv"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF"),
        ("a.html", b"<p>"),
        ("a.csv", b"\x00\x01\x02"),
        ("a.xlsx", b"PK\x03\x04 broken"),
        ("a.xlsx", b"no book"),
        ("a.csv", b'Key,Seen?\n"log-1'),
        ("gone.csv", None),
    ],
)
def test_what_is_no_sheet_is_told(name: str, data: bytes | None, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    found = read(tmp_path / name)
    assert not found.rows
    assert [one.level for one in found.problems] == ["error"]


def test_far_too_many_files_are_refused(tmp_path: Path) -> None:
    from inspector.model.limits import use

    for name in "abc":
        (tmp_path / f"{name}.csv").write_text("", encoding="utf-8")
    use(["sheet-files=2"])
    try:
        with pytest.raises(CannotComplete, match="more than 2 files"):
            read(tmp_path)
        use(["sheet-files=3"])
        assert len(read(tmp_path).problems) == 3
    finally:
        use([])


@pytest.mark.parametrize(("limit", "problems"), [(3, 0), (2, 1)])
def test_far_too_many_rows_are_refused(limit: int, problems: int, tmp_path: Path) -> None:
    from inspector.model.limits import use

    (tmp_path / "a.csv").write_text(f"Key,Seen?,Visit\nlog-1,seen,{seal()}\nlog-2,no,{seal()}\n", encoding="utf-8")
    use([f"sheet-rows={limit}"])
    try:
        found = read(tmp_path)
    finally:
        use([])
    assert (len(found.problems), len(found.rows)) == (problems, 0 if problems else 2)
