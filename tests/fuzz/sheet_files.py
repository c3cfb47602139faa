"""Filled sheets of a visit as strangers might send them: rows of the visit that were drawn, or refused with the place."""

import csv
import io
from pathlib import Path
from random import Random

from inspector.proof.asked_rows import asked_of
from inspector.proof.filled import Filled, read_filled
from inspector.proof.seen_words import SEEN
from inspector.proof.sheets import question_sheets, sheets
from inspector.report.sheets.as_csv import questions_table, rows_tables
from inspector.report.sheets.as_xlsx import rows_book
from tests.fuzz.damage import some_bytes, some_cells
from tests.fuzz.fuzzer import Broken, Files, Fuzzer, answered
from tests.proof.sheets_visit import small

SMALL = small()
SHEETS = sheets(SMALL.plan, SMALL.frame, SMALL.drawn)
TABLES = [data for sheet in SHEETS for data in rows_tables(sheet).values()]
TABLES += [questions_table(sheet) for sheet in question_sheets(SMALL.plan)]
BOOKS = [rows_book(sheet) for sheet in SHEETS]
ANSWERS = ("seen", "Yes", "no", "not seen (nobody knew)", "x", "n/a", "seen, but", "partly")
FILLED = ("yes", "n/a", "11 January 2025", "11.1.25", "2025-13-01", "adopt", "kept", "41", "4 of 9")
ASKED = asked_of(SMALL.plan, SMALL.frame)


def make(random: Random) -> Files:
    """A sheet of the small visit with some cells filled in, spoilt as a table, as bytes, or both."""
    if random.random() < 0.2:
        return {"s.xlsx": some_bytes(random, random.choice(BOOKS))}
    rows = list(csv.reader(io.StringIO(random.choice(TABLES).decode("utf-8-sig"), newline="")))
    for row in rows[1:]:
        for place, cell in enumerate(row):
            often, words = (0.8, ANSWERS) if rows[0][place] in ("Seen?", "What was said") else (0.15, FILLED)
            if not cell and random.random() < often:
                row[place] = random.choice(words)
    rows = some_cells(random, rows) if random.random() < 0.6 else rows
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=random.choice(",;\t")).writerows(rows)
    data = text.getvalue().encode(random.choice(("utf-8", "utf-16", "cp1252")), "replace")
    return {"s.csv": some_bytes(random, data) if random.random() < 0.4 else data}


def hold(folder: Path) -> str:
    """`told` where some row or answer was read, `nothing` where none could be, `refused` where the file is none."""
    found: Filled | None = answered(_read, folder)
    if found is None:
        return "refused"
    for row in found.rows:
        asked = {ask.field for ask in ASKED[row.key]}
        if row.key not in SMALL.drawn.rows or row.seen not in SEEN or {field for field, _ in row.found} - asked:
            raise Broken(f"a row that nobody asked for: {row!r}")
    if len({(row.key, row.who.casefold()) for row in found.rows}) != len(found.rows):
        raise Broken("a key twice")
    return "told" if found.rows or found.answers else "nothing"


def _read(folder: Path) -> Filled:
    return read_filled([folder], SMALL.plan, SMALL.frame, [SMALL.drawn])


FUZZER = Fuzzer("sheet_files", make, hold, in_suite=50)
