"""Workbooks with their insides spoilt: Annex A's lists and a file of series, read from XLSX whose XML somebody changed."""

import io
import re
import zipfile
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from random import Random

import xlsxwriter

from inspector.bundle import read_bundle
from inspector.trends.series_file import read_series
from tests.fuzz.damage import some_bytes
from tests.fuzz.fuzzer import Files, Fuzzer, answered

CHANGES: tuple[tuple[bytes, tuple[bytes, ...]], ...] = (
    (
        rb' r="[A-Z]+\d+"',
        (
            b' r="XFD1048576"',
            b' r="ZZ200000"',
            b' r="A0"',
            b' r="1A"',
            b' r=""',
            b"",
            b' r="B2"',
            b' r="AAAA1"',
            b' r="A99999999999"',
        ),
    ),
    (rb' r="\d+"', (b' r="1048576"', b' r="0"', b' r="-1"', b' r="x"', b"", b' r="1"', b' r="4294967296"')),
    (rb' t="\w+"', (b' t="s"', b' t="e"', b' t="b"', b' t="d"', b' t="inlineStr"', b' t="str"', b' t="x"', b"")),
    (
        rb"<v>[^<]*</v>",
        (
            b"<v>0</v>",
            b"<v>-1</v>",
            b"<v>99999999</v>",
            b"<v>1e308</v>",
            b"<v>NaN</v>",
            b"<v>2958466</v>",
            b"<v>-657435</v>",
            b"<v/>",
            b"",
            b"<f>1+1</f>",
            b"<f>1+1</f><v></v>",
            b"<v>0</v><v>1</v>",
            b"<v>#N/A</v>",
            b"<v>0.5</v>",
            b"<v>2024-02-30T00:00:00</v>",
        ),
    ),
    (rb"<row ", (b'<row r="9"/><row ', b'<row hidden="1" ', b'<row spans="1:16384" ', b"<row/><row ")),
    (
        rb"</sheetData>",
        (
            b'</sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>',
            b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
            b'<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>',
            b'<row r="30"><c r="XFD30"><v>1</v></c></row></sheetData>',
            b"</sheetData><sheetData/>",
        ),
    ),
    (
        rb'<dimension ref="[^"]*"/>',
        (b'<dimension ref="A1:XFD1048576"/>', b'<dimension ref="A1"/>', b"", b'<dimension ref="x"/>'),
    ),
    (
        rb"<t[^>]*>[^<]*</t>",
        (
            b"<t/>",
            b"",
            b"<t>&#27;[31m</t>",
            b"<t>::error::x</t>",
            b'<t xml:space="preserve"> \n </t>',
            b"<r><t>a</t></r><r><t>b</t></r>",
            b"<t>_x0000_</t>",
        ),
    ),
    (
        rb' name="[^"]*"',
        (
            "\u00b2".encode().join((b' name="', b'"')),
            b' name=""',
            b' name="List 99"',
            b' name="list_8"',
            b' name="List 6"',
            b' name="a/b"',
        ),
    ),
    (rb' (?:sheetId|r:id)="[^"]*"', (b' sheetId="0"', b' r:id="rId99"', b"", b' sheetId="x"')),
    (
        rb' (?:numFmtId|formatCode|count|uniqueCount)="[^"]*"',
        (b' numFmtId="14"', b' formatCode="[$-409]yy"', b' count="99999999"', b' uniqueCount="0"', b""),
    ),
    (rb' Target="[^"]*"', (b' Target="../../x.xml"', b' Target=""', b' Target="worksheets/sheet1.xml"')),
)


@lru_cache(1)
def _members() -> dict[str, bytes]:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        # The moment of its making would be another in every run, and a case of a number must stay what it is.
        book.set_properties({"created": datetime(2024, 4, 1)})
        sheet = book.add_worksheet("List 8")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        headings = (
            "Child Unique ID",
            "Gender",
            "Ethnicity",
            "Date of Birth",
            "Age of Child (Years)",
            "Date CLA Episode Started",
        )
        sheet.write_row(0, 0, headings)
        for row in range(1, 6):
            sheet.write_row(row, 0, (f"C{row}", "a) Female", "WBRI"))
            sheet.write_number(row, 3, 40_000 + row, day)
            sheet.write_row(row, 4, (7, "01/02/2024"))
        other = book.add_worksheet("series")
        other.write_row(0, 0, ("period", "value"))
        for row in range(1, 16):
            other.write_row(row, 0, (f"2023-{row % 12 + 1:02}", row * 7 % 11))
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def make(random: Random) -> Files:
    """One to three of the workbook's parts spoilt, by changes in its own language or by bytes; now and then the zip itself."""
    members = dict(_members())
    telling = [
        name for name in members if "sheet" in name or "shared" in name or "workbook" in name or "styles" in name
    ]
    for name in random.sample(telling, random.randint(1, 3)):
        members[name] = _spoilt(random, members[name])
    if random.random() < 0.02:
        del members[random.choice(list(members))]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    data = stream.getvalue()
    return {"x.xlsx": some_bytes(random, data) if random.random() < 0.03 else data}


def _spoilt(random: Random, data: bytes) -> bytes:
    if random.random() < 0.05:
        return some_bytes(random, data, 2)
    for _ in range(random.randint(1, 3)):
        pattern, others = random.choice(CHANGES)
        found = list(re.finditer(pattern, data))
        if found:
            one = random.choice(found)
            data = data[: one.start()] + random.choice(others) + data[one.end() :]
    return data


def hold(folder: Path) -> str:
    """What came of it as a bundle (a workbook of lists) and as a file of series."""
    return f"{_lists(folder / 'x.xlsx')}, {_series(folder / 'x.xlsx')}"


def _lists(path: Path) -> str:
    reading = answered(read_bundle, path)
    if reading is None:
        return "refused"
    return (
        "unreadable" if reading.evidence is None else f"{sum(table.frame.height > 0 for table in reading.tables)} lists"
    )


def _series(path: Path) -> str:
    reading = answered(read_series, path)
    if reading is None:
        return "refused"
    return "series" if reading.series else "none"


FUZZER = Fuzzer("workbook_files", make, hold, in_suite=25)
