"""Sheets: blind, whole, harmless in a spreadsheet, and read back as they were filled in."""

import csv
import io
import os
import re
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from inspector.cli.visit._sheets import write_questions, write_sheets
from inspector.model.visits import Framed, Round, VisitPlan
from inspector.proof.asks import asked
from inspector.proof.filled import read_filled
from inspector.proof.folder import Visit
from inspector.proof.names import file_names
from inspector.proof.seen_words import SEEN
from inspector.proof.sheets import Sheet, question_sheets, sheets
from inspector.report.sheets.as_csv import questions_table, rows_tables
from inspector.report.sheets.as_html import questions_page, rows_page
from inspector.report.sheets.as_xlsx import questions_book, rows_book
from tests.proof.sheets_visit import framed, small

SMALL = small()
ALL = sheets(SMALL.plan, SMALL.frame, SMALL.drawn)
DAYS = st.dates().map(lambda day: day.isoformat())
ODD = st.text(alphabet=st.sampled_from("=+-@'\"<>&;,\t\n\r|ab1 é\u202e\x00"), max_size=12)


def forms_of(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Everything that a sheet says, in every format, as text."""
    yield "html", words_of(rows_page(sheet))
    for data in rows_tables(sheet).values():
        yield "csv", data.decode("utf-8-sig")
    yield "xlsx", "\n".join(str(cell) for _, rows in cells_of(rows_book(sheet)) for row in rows for cell in row)


def words_of(page: str) -> str:
    """The text of a page."""
    found: list[str] = []
    reader = HTMLParser()
    reader.handle_data = found.append  # type: ignore[method-assign,assignment]
    reader.feed(re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL))
    return "\n".join(found)


def cells_of(data: bytes) -> list[tuple[str, list[list[Any]]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]


def shows(text: str, value: str) -> bool:
    """Whether a value stands in a text by itself, and not within a longer word or number."""
    return re.search(rf"(?<![\w-]){re.escape(value)}(?![\w-])", text) is not None


def test_each_row_that_was_drawn_is_on_one_sheet_in_the_order_drawn() -> None:
    lines = [(sheet.whom, line) for sheet in ALL for part in sheet.parts for line in part.lines]
    assert sorted(line.key for _, line in lines) == sorted(SMALL.drawn.rows)
    assert [sheet.whom for sheet in ALL] == ["Duty desk", "Leaving care", "Performance team"]
    for sheet in ALL:
        assert sheet.rows == sum(len(part.lines) for part in sheet.parts)
        for part in sheet.parts:
            assert [line.number for line in part.lines] == sorted(line.number for line in part.lines)
    assert all(SMALL.drawn.rows[line.number - 1] == line.key for _, line in lines)


@pytest.mark.parametrize("sheet", ALL, ids=[sheet.name for sheet in ALL])
def test_no_sheet_says_what_a_row_says(sheet: Sheet) -> None:
    """But for the words to choose from, which stand on every sheet of the sort, and the days and numbers of everybody."""
    for form, text in forms_of(sheet):
        for part in sheet.parts:
            chosen = {word for ask in part.asks for word, _ in ask.choices}
            for line in part.lines:
                for field, value in SMALL.hidden[line.key].items():
                    assert value in chosen or len(value) < 3 or not shows(text, value), (form, line.key, field)


@settings(max_examples=12)
@given(st.lists(st.tuples(DAYS, st.sampled_from(["adopt", "adapt", "abandon", ""])), min_size=1, max_size=6))
def test_a_sheet_is_the_same_whatever_its_rows_say(answers: list[tuple[str, str]]) -> None:
    """Of two frames that differ in their answers alone, the sheets are the same to the last byte."""

    def made(some: list[tuple[str, str]]) -> Visit:
        rows = [
            framed(f"log-{n}", "log", n, "Duty desk", {"id": f"T{n}"}, {"tested_on": day, "decision": decision})
            for n, (day, decision) in enumerate(some, 2)
        ]
        claim = SMALL.plan.claims[0].model_copy(update={"of": len(rows)})
        plan = SMALL.plan.model_copy(update={"claims": (claim,)})
        drawn = SMALL.drawn.model_copy(update={"rows": tuple(row.key for row in rows)})
        return Visit(Path(), plan, tuple(rows), (drawn,))

    one, other = made(answers), made([("2001-01-01", "adopt")] * len(answers))
    assert laid_out(one.plan, one.frame, one.rounds[0]) == laid_out(other.plan, other.frame, other.rounds[0])


def laid_out(plan: VisitPlan, frame: tuple[Framed, ...], drawn: Round) -> list[object]:
    made = sheets(plan, frame, drawn)
    return [form(one) for one in made for form in (rows_page, rows_book, rows_tables)]


@settings(max_examples=20)
@given(st.lists(st.tuples(ODD, ODD), min_size=1, max_size=4))
def test_nothing_from_outside_is_a_formula_or_markup(texts: list[tuple[str, str]]) -> None:
    rows = tuple(
        framed(f"log-{n}", "log", n, whom, {"id": text, "aim": text}, {"tested_on": "2025-01-01"})
        for n, (text, whom) in enumerate(texts, 2)
    )
    drawn = SMALL.drawn.model_copy(update={"rows": tuple(row.key for row in rows)})
    for sheet in sheets(SMALL.plan, rows, drawn):
        for data in rows_tables(sheet).values():
            for line in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
                assert not [cell for cell in line if cell.lstrip().startswith(("=", "+", "-", "@"))]
        for _, found in cells_of(rows_book(sheet)):
            cells = (cell for line in found for cell in line if isinstance(cell, str))
            assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]
        page = rows_page(sheet)
        assert "<script" not in page
        assert page.count("<article") == len([line for part in sheet.parts for line in part.lines])


WRITTEN = st.fixed_dictionaries(
    {
        "seen": st.sampled_from([*SEEN, ""]),
        "tested_on": st.one_of(st.just(""), st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 1, 1)).map(str)),
        "decision": st.sampled_from(["", "adopt", "adapt", "abandon"]),
        "note": st.text(alphabet="abc ,;\"'\n", max_size=12).map(lambda text: " ".join(text.split())),
    }
)


@given(st.data())
def test_what_is_filled_in_is_read_as_it_was_written(data: st.DataObject) -> None:
    sheet = next(one for one in ALL if one.whom == "Leaving care")
    keys = [line.key for line in sheet.parts[0].lines]
    answers = {key: data.draw(WRITTEN) for key in keys}
    ((name, table),) = rows_tables(sheet).items()
    lines = list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    heads = lines[0]
    for line in lines[1:]:
        said = answers[line[1]]
        line[heads.index("Seen?")] = said["seen"].replace("-", " ")
        line[heads.index("First tried on")] = said["tested_on"]
        line[heads.index("What was decided")] = said["decision"]
        line[heads.index("Note")] = said["note"]
    shuffled = [heads, *data.draw(st.permutations(lines[1:]))]
    stream = io.StringIO()
    csv.writer(stream, delimiter=data.draw(st.sampled_from(",;\t"))).writerows(shuffled)
    encoded = stream.getvalue().encode(data.draw(st.sampled_from(["utf-8", "utf-16"])))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"{name}.csv").write_bytes(encoded)
        found = read_filled([Path(folder)], SMALL.plan, SMALL.frame, [SMALL.drawn])
    assert not [one for one in found.problems if one.level == "error"]
    for row in found.rows:
        said = answers[row.key]
        written = {field: said[field] for field in ("tested_on", "decision") if said[field]}
        assert (row.seen, dict(row.found), row.note) == (said["seen"], written, said["note"])
    assert {row.key for row in found.rows} == {key for key, said in answers.items() if said["seen"]}


def test_the_sheets_as_they_were_written_say_nothing_yet(tmp_path: Path) -> None:
    visit = Visit(tmp_path, SMALL.plan, SMALL.frame, (SMALL.drawn,))
    assert write_sheets(visit, SMALL.drawn).kept == ()
    assert write_questions(visit) is not None
    found = read_filled([tmp_path], SMALL.plan, SMALL.frame, [SMALL.drawn])
    assert (found.rows, found.answers, found.problems) == ((), (), ())
    assert found.blank == tuple(sorted([*SMALL.drawn.rows, "q1", "q2"]))


def test_a_sheet_that_was_filled_in_is_not_written_over(tmp_path: Path) -> None:
    visit = Visit(tmp_path, SMALL.plan, SMALL.frame, (SMALL.drawn,))
    folder = write_sheets(visit, SMALL.drawn, ("csv",)).folder
    (folder / "leaving-care.csv").write_text("mine", encoding="utf-8")
    (folder / "performance-team.csv").unlink()
    again = write_sheets(visit, SMALL.drawn, ("csv",))
    assert again.kept == ("leaving-care.csv",)
    assert (folder / "leaving-care.csv").read_text(encoding="utf-8") == "mine"
    assert (folder / "performance-team.csv").stat().st_mode & 0o777 == 0o600
    assert again.lines()[1].strip() == "1 that was filled in is left as it is: leaving-care.csv"


PAGES = {
    "performance-team": lambda: rows_page(next(one for one in ALL if one.whom == "Performance team")),
    "questions-day-1": lambda: questions_page(question_sheets(SMALL.plan)[0]),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_as_it_was_looked_at(name: str) -> None:
    """`INSPECTOR_UPDATE_GOLDEN=1` writes it anew."""
    page = re.sub(r"<style>.*?</style>", "<style></style>", PAGES[name](), flags=re.DOTALL)
    # The seal of a plan is another one with every field that a plan is given.
    page = re.sub(r"\b(?:[0-9a-f]{4}-){2}[0-9a-f]{4}\b", "5ea1-5ea1-5ea1", page)
    file = Path(__file__).parent / "golden" / f"{name}.html"
    if os.environ.get("INSPECTOR_UPDATE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(page, encoding="utf-8")
    assert page == file.read_text(encoding="utf-8")


def test_a_workbook_offers_words_days_and_numbers_and_locks_the_rest() -> None:
    sheet = next(one for one in ALL if one.whom == "Duty desk")
    with zipfile.ZipFile(io.BytesIO(rows_book(sheet))) as book:
        inside = book.read("xl/worksheets/sheet1.xml").decode()
    assert '"seen,partly,not seen,could not look"' in inside
    assert '"adopt,adapt,abandon"' in inside
    assert 'type="date"' in inside
    assert "<sheetProtection" in inside
    assert rows_book(sheet) == rows_book(sheet)
    assert [name for name, _ in cells_of(rows_book(sheet))] == ["tests", "cases"]
    questions = cells_of(questions_book(question_sheets(SMALL.plan)[0]))[0][1]
    assert [row[0] for row in questions[4:]] == ["q1", "q2"]
    assert questions_table(question_sheets(SMALL.plan)[0]).count(b"\r\n") == 3


def test_what_leads_to_a_row_is_not_asked_again() -> None:
    rows = tuple(
        framed(
            f"log-{n}", "log", n, "x", {"id": "a", "tested_on": "May 2025"}, {"tested_on": "2025-05-01", "decision": ""}
        )
        for n in (2, 3)
    )
    drawn = SMALL.drawn.model_copy(update={"rows": ("log-2",)})
    (sheet,) = sheets(SMALL.plan, rows, drawn)
    assert [ask.field for ask in sheet.parts[0].asks if ask.compared] == ["decision"]


def test_evidence_of_any_kind_is_asked_about_in_words() -> None:
    for evidence, unit in (("indicators", "month"), ("something-new", "row"), ("indicator/x", "case")):
        for ask in asked(evidence, unit, {"whatever", "seen_on"}):  # type: ignore[arg-type]
            assert ask.label[:1].isupper() and ask.question.endswith(("?", "."))  # noqa: PT018


def test_a_count_and_a_figure_alone_are_asked_for_what_they_are(tmp_path: Path) -> None:
    """Of measures in one claim some are a count out of another and some a figure: the sheet asks by measure, never by row."""
    said = {"share": {"numerator": "4", "denominator": ""}, "pages": {"value": "12"}}
    rows = tuple(
        framed(f"reviews-{n}", "reviews", n, "x", {"indicator": name, "title": name, "period": "May 2025"}, said[name])
        for n, name in enumerate(["share", "pages", "share"], 2)
    )
    drawn = SMALL.drawn.model_copy(update={"rows": ("reviews-2", "reviews-3")})
    (sheet,) = sheets(SMALL.plan, rows, drawn)
    (part,) = sheet.parts
    assert [ask.field for ask in part.asks] == ["list_shown", "numerator", "denominator", "value"]
    assert [line.fields for line in part.lines] == [{"list_shown", "numerator", "denominator"}, {"list_shown", "value"}]
    ((name, data),) = rows_tables(sheet).items()
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert lines[0][4:9] == ["Seen?", "List shown?", "Counted", "Out of", "The figure"]
    assert [line[4:9] for line in lines[1:]] == [["", "", "", "", "–"], ["", "", "–", "–", ""]]
    assert words_of(rows_page(sheet)).count("The figure") == 2
    lines[1][4:9], lines[2][4:9] = ["seen", "", "4", "9", "44"], ["seen", "", "–", "–", "12.0"]
    with (tmp_path / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(lines)
    found = read_filled([tmp_path], SMALL.plan, rows, [drawn])
    assert [(dict(row.found), row.note) for row in found.rows] == [
        ({"numerator": "4", "denominator": "9"}, "The figure: 44"),
        ({"value": "12"}, ""),
    ]


@pytest.mark.parametrize(
    ("whose", "names"),
    [
        (["children's services", "Children’s Services"], ["childrens-services", "childrens-services-2"]),
        (["", "  ", "李"], ["sheet", "sheet-2", "sheet-3"]),
        (["CON", "a/../b", "É. Ü."], ["con-sheet", "a-b", "e-u"]),
        (["x" * 90, "x" * 91], ["x" * 40, f"{'x' * 40}-2"]),
    ],
)
def test_files_have_names_that_every_system_takes(whose: list[str], names: list[str]) -> None:
    assert list(file_names(whose).values()) == names
