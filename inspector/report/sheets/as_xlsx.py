"""Sheets as workbooks to fill in: words are chosen from lists, days are days, and only what is to be filled in can be."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from inspector.proof.sheets import QuestionSheet, Sheet
from inspector.report.harmless import cell
from inspector.report.sheets.columns import Column, Table, of_part, of_questions
from inspector.report.wording import LANGUAGE, counted, fill, phrases

_MADE = datetime(2000, 1, 1)
"""One moment for all, so that the same sheets are the same bytes."""
_LONGEST = 32_000
"""Of a cell; a workbook takes 32,767 characters."""
_HINT = 255
"""Of a hint; a workbook takes as many."""
HEADINGS = 3
"""The row that the headings stand in, from 0."""
_MAY = {
    "format_cells": True, "format_columns": True, "format_rows": True, "sort": True, "autofilter": True,
    "insert_columns": True, "insert_rows": True, "delete_rows": True, "select_locked_cells": True,
}  # fmt: skip
_FORMATS = {"day": "d mmmm yyyy", "number": "General", "word": "@", "text": "@"}


def rows_book(sheet: Sheet, language: str = LANGUAGE) -> bytes:
    """The workbook of the rows that one person or team is asked about: a worksheet for each kind of row."""
    words = phrases(language)
    said = words["sheet"]
    facts = fill(
        said["facts"], visit=sheet.visit, round=sheet.round, number=sheet.number, of=sheet.of, start=sheet.period[0],
        end=sheet.period[1],
    )  # fmt: skip
    above = (
        fill(said["title"], authority=sheet.authority, whom=sheet.whom),
        f"{facts} {counted(said['rows'], sheet.rows, drawn=sheet.drawn)}",
        f"{said['blind']} {said['answer']} {said['blank']}",
    )
    return _book(above, [(part.kind.id, of_part(sheet, part, words)) for part in sheet.parts])


def questions_book(sheet: QuestionSheet, language: str = LANGUAGE) -> bytes:
    """The workbook of the questions of a day."""
    words = phrases(language)
    said = words["sheet"]
    start, end = sheet.period
    facts = fill(said["facts_of_questions"], visit=sheet.visit, day=sheet.day, days=sheet.days, start=start, end=end)
    title = fill(said["titled"], authority=sheet.authority, day=sheet.day)
    above = (title, f"{facts} {counted(said['questions'], len(sheet.questions))}", said["keep"])
    return _book(above, [("questions", of_questions(sheet, words))])


def _book(above: Sequence[str], tables: Sequence[tuple[str, Table]]) -> bytes:
    import xlsxwriter

    stream = io.BytesIO()
    # In memory: what rows hold is about people, and temporary files stay behind.
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": _text(above[0]), "created": _MADE})
    formats = _formats(book)
    for name, table in tables:
        _worksheet(book.add_worksheet(name[:31]), formats, above, table)
    book.close()
    return stream.getvalue()


def _formats(book: Any) -> dict[str, Any]:
    lines = {"text_wrap": True, "valign": "top"}
    open_cell = {**lines, "locked": False, "border": 1, "bg_color": "#FFFBE6"}
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "above": book.add_format({"font_color": "#4A5560"}),
        "heading": book.add_format({**lines, "bold": True, "bottom": 2}),
        "given": book.add_format(lines),
        **{sort: book.add_format({**open_cell, "num_format": form}) for sort, form in _FORMATS.items()},
    }


def _worksheet(sheet: Any, formats: dict[str, Any], above: Sequence[str], table: Table) -> None:
    for row, text in enumerate(above):
        sheet.write_string(row, 0, _text(text), formats["above" if row else "title"])
    for place, column in enumerate(table.columns):
        sheet.write_string(HEADINGS, place, _text(column.heading), formats["heading"])
        sheet.set_column(place, place, column.width)
    for number, values in enumerate(table.rows, HEADINGS + 1):
        for place, (column, value) in enumerate(zip(table.columns, values, strict=True)):
            _write(sheet, number, place, value, formats["given" if value is not None else column.sort])
    last = HEADINGS + len(table.rows)
    for place, column in enumerate(table.columns):
        if column.sort != "given":
            _choose(sheet, place, last, column)
    sheet.freeze_panes(HEADINGS + 1, 2)
    sheet.autofilter(HEADINGS, 0, last, len(table.columns) - 1)
    sheet.protect("", _MAY)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADINGS)


def _write(sheet: Any, row: int, place: int, value: Any, form: Any) -> None:
    if value is None:
        sheet.write_blank(row, place, None, form)
    elif isinstance(value, int):
        sheet.write_number(row, place, value, form)
    else:
        sheet.write_string(row, place, _text(value), form)


def _choose(sheet: Any, place: int, last: int, column: Column) -> None:
    """What may be filled in. Only words are held to their list, and what else is written is warned of, never refused."""
    rule: dict[str, Any] = {"ignore_blank": True, "error_type": "warning"}
    if column.choices:
        rule |= {"validate": "list", "source": list(column.choices)}
    elif column.sort == "day":
        rule |= {"validate": "date", "criteria": "between", "minimum": date(1990, 1, 1), "maximum": date(2100, 1, 1)}
    elif column.sort == "number":
        rule |= {"validate": "decimal", "criteria": ">=", "value": 0}
    else:
        rule |= {"validate": "any"}
    if column.hint:
        rule |= {"input_title": column.heading[:32], "input_message": column.hint[:_HINT]}
    sheet.data_validation(HEADINGS + 1, place, max(last, HEADINGS + 1), place, rule)


def _text(value: str) -> str:
    shown = cell(value)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
