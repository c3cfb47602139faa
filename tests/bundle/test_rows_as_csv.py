"""The rows of a CSV are those that Python's `csv` counts, cell by cell, or the file is refused by its place."""

import csv
import io
import random
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from inspector.bundle.open import content as opened
from inspector.bundle.open.content import Content, file_facts
from inspector.bundle.tables.csv_table import headings_of_csv, read_csv
from inspector.bundle.tables.table import ROW
from inspector.model.remarks import Unreadable
from inspector.values.encoding import delimiter

SCHEMA = {"properties": {"A": {"type": "string"}, "B": {"type": "string"}}}
PIECES = ["a", "b2", '"', '""', ",", ",", "\n", "\n", "\r\n", "\r", " ", ";", "\t", "é", "\ufeff", "\x85", "\u2028", "\x0b",
          "\x0c", "\x1c", "\x1f", "5\" nail", '"x"', '"y\nz"', '"q""r"', ',"', '",', '"\n', "|", "'", "#", "\\"]  # fmt: skip
Rows = dict[int, tuple[str, str]]


def counted(text: str) -> Rows | int:
    """What `csv` reads below the headings, empty rows apart; or the row with too many cells."""
    rows: Rows = {}
    every = list(csv.reader(io.StringIO(text, newline="")))
    # Where each of the first rows has so many cells, and none below the headings' own are filled, each ends with a mark.
    first = [cells for cells in every[1:21] if cells]
    widths = {len(cells) for cells in first}
    most = max(2, *widths) if len(widths) == 1 and not any(cell.strip() for cells in first for cell in cells[2:]) else 2
    for number, cells in enumerate(every, 1):
        if number == 1:
            continue
        if len(cells) > most:
            return number
        if any(cells[:2]):
            rows[number] = (cells[0], cells[1] if len(cells) > 1 else "")
    return rows


def read(data: bytes, *, whole: bool) -> Rows:
    content = Content("t.csv", data)
    table, _ = read_csv(content, file_facts(content), "t", "table", SCHEMA, None, whole=whole)
    rows: Rows = {}
    for batch in table.batches():
        for number, *cells in batch.select(ROW, "A", "B").iter_rows():
            if any(cells):
                rows[number] = (cells[0] or "", cells[1] or "")
    return rows


def hold(text: str, *, whole: bool) -> bool:
    """Read the text both ways; whether it was read and not refused. What commas do not part is another table."""
    if delimiter(text.removeprefix("\ufeff")) != ",":
        return False
    wanted = counted(text)
    refused = None
    try:
        found = read(text.encode(), whole=whole)
    except Unreadable as failure:
        refused = failure.problem
    if refused is None:
        assert found == wanted
        return True
    assert refused.where.row is not None or refused.where.line is not None or refused.rule == "line-ends", refused
    assert refused.rule != "ragged-row" or not isinstance(wanted, int) or refused.where.row == wanted
    return False


@pytest.fixture(params=[1 << 20, 5], ids=["whole", "in small parts"])
def parts(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "PART", request.param)


@pytest.mark.usefixtures("parts")
@pytest.mark.parametrize("whole", [True, False])
def test_thousands_of_nasty_files(whole: bool) -> None:
    draw = random.Random(20250331 + whole)
    kept = 0
    for _ in range(1500):
        body = "".join(draw.choices(PIECES, k=draw.randint(0, 14)))
        kept += hold(draw.choice(["A,B\n", "A,B\r\n", '"A",B\n', "\ufeffA,B\n"]) + body, whole=whole)
    assert 300 < kept < 1400


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.booleans())
@example("x\r,1\r\ny,2", True)
@example('5" nail,1\n6" nail,2\n', False)
@example('"a"b,1\n', True)
@example('"open,1\n', True)
@example("\ufeffa,1\n", True)
@example("\n,,", True)
@example('\n\n  \n,\n"",""\na', False)
def test_any_file(body: str, whole: bool) -> None:
    hold("A,B\n" + body, whole=whole)


@pytest.mark.parametrize("heading", ["B\r", "B\n", "B\r\nx", 'B"x', "B\u2028"])
@pytest.mark.parametrize("title", ["", "Figures\n", "A title, of two\n\n", '"a\nb",\r\n'])
def test_headings_and_what_stands_above(title: str, heading: str) -> None:
    """Whatever a heading holds, the rows below it keep their numbers."""
    said = '"' + heading.replace('"', '""') + '"'
    text = f"{title}A,{said},C\n" + "".join(f"{k},{k},{k}\n" for k in range(40))
    schema = {"properties": {name: {"type": "string"} for name in ("A", "C")}}
    content = Content("t.csv", text.encode())
    table, _ = read_csv(content, file_facts(content), "t", "table", schema, None, whole=True)
    first = next(n for n, row in enumerate(csv.reader(io.StringIO(text, newline="")), 1) if row[:1] == ["0"])
    assert table.frame.select(ROW, "A", "C").rows() == [(first + k, str(k), str(k)) for k in range(40)]


def test_megabytes_with_line_breaks_in_quotes(tmp_path: Path) -> None:
    """What is read in parts by several threads still has every row, each with its number."""
    draw = random.Random(7)
    out = io.StringIO()
    rows = [
        [draw.choice(["x", "a,b", 'q"r', "l\nm", "l\r\nm", "é", ""]) * draw.randint(1, 9) for _ in "AB"]
        for _ in range(200_000)
    ]
    csv.writer(out).writerows([["A", "B"], *rows])
    (tmp_path / "t.csv").write_bytes(out.getvalue().encode())
    content = Content("t.csv", location=tmp_path / "t.csv")
    table, _ = read_csv(content, file_facts(content), "t", "table", SCHEMA, None, whole=False)
    found = [(n, a or "", b or "") for batch in table.batches() for n, a, b in batch.select(ROW, "A", "B").iter_rows()]
    assert table.scan is not None
    assert found == [(n, *row) for n, row in enumerate(rows, 2)]


@pytest.mark.parametrize(
    ("data", "rule", "row"),
    [
        (b'A,B\n1,2\n"open,3\n4,5\n', "unclosed-quote", 3),
        (b'A,B\n1,2\n"shut"x,3\n"a"b,5\n', "unclosed-quote", 3),
        (b"A,B\n1,2\n1,2,3\n", "ragged-row", 3),
        (b"A,B\r\n1,2\r\n\r\n1,2,\r\n", "ragged-row", 4),
        (b'A,B\n"x\ny",2\n1,2,3\n', "ragged-row", 3),
        (b'A,B\n"' + b"x" * 1_048_577 + b'",2\n', "line-too-long", None),
        (b'A,B\n1,1\n"' + b"x\n" * 524_289 + b'",2\n', "unclosed-quote", 3),
        (b"A,B\r1,2\r", "line-ends", None),
        (b"A,B\n1,2\x00\n", "nul-byte", None),
        (b"A,B\n1,2\n\x81,1\n", "not-utf8", None),
        (b"A,B\n\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9,2\n\xc3\xa9\xff,1\n", "not-utf8", None),
        (b"\xff\xfeA\x00,\x00B\x00\n\x00\x00\xd8", "not-utf8", None),
        (b"", "no-header", None),
    ],
)
def test_a_file_is_refused_by_its_place(data: bytes, rule: str, row: int | None) -> None:
    with pytest.raises(Unreadable) as refused:
        read(data, whole=True)
    problem = refused.value.problem
    assert (problem.rule, problem.where.row) == (rule, row)
    assert not any(word in problem.message for word in ("row_offset", "chunk", "Polars", "schema"))


def test_cells_at_the_limit_are_read() -> None:
    wide = "x\n" * 524_288
    assert read(f'A,B\n"{wide}",2\n'.encode(), whole=True) == {2: (wide, "2")}


def test_rows_that_are_mostly_missing_are_refused() -> None:
    head = ",".join(f"c{k}" for k in range(3000)).encode()
    with pytest.raises(Unreadable, match="the rows are short of") as refused:
        read(head + b"\n" + b"1\n" * 10_000, whole=True)
    assert "--limit missing-cells=" in refused.value.problem.fix
    with pytest.raises(Unreadable, match="4,001 cells, and the limit is 4,000"):
        read(b",".join(b"c" for _ in range(4001)) + b"\n", whole=True)


def test_a_first_look_sees_the_same_rows() -> None:
    text = 'A,B\n5" nail,1\r2,"a\nb"\n\n3'
    assert headings_of_csv(Content("t.csv", text.encode()), 10) == [
        ["A", "B"], ['5" nail', "1"], ["2", "a\nb"], ["", ""], ["3", ""],
    ]  # fmt: skip
