"""Sheets as tables to fill in: one CSV for each part of a sheet, in UTF-8 with a mark that spreadsheets know it by."""

import csv
import io
from typing import Any

from inspector.proof.sheets import QuestionSheet, Sheet
from inspector.report.harmless import cell
from inspector.report.sheets.columns import Table, headings, of_part, of_questions
from inspector.report.wording import LANGUAGE, phrases


def rows_tables(sheet: Sheet, language: str = LANGUAGE) -> dict[str, bytes]:
    """The tables of a sheet, by the name of their file without its ending: the sheet's own, and what they are of if several."""
    words = phrases(language)
    alone = len(sheet.parts) == 1
    return {
        sheet.name if alone else f"{sheet.name}-{part.kind.id}": _written(of_part(sheet, part, words))
        for part in sheet.parts
    }


def questions_table(sheet: QuestionSheet, language: str = LANGUAGE) -> bytes:
    """The table of the questions of a day."""
    return _written(of_questions(sheet, phrases(language)))


def _written(table: Table) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(map(cell, headings(table.columns)))
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8", "backslashreplace")


def _cell(value: Any) -> str:
    return "" if value is None else cell(value)
