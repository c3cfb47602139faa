"""Inputs that cost most by the byte, each under 10 MB, each with the command that is given it.

With a `share` those that are read to their end are so much smaller; what a limit refuses is always whole.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import polars as pl

MOST = 10_000_000
PERIOD = {"start": "2024-04-01", "end": "2025-03-31"}
Case = tuple[list[str], Path]


def bundle(folder: Path, files: dict[str, tuple[str, bytes]], schemas: dict[str, dict] | None = None) -> Path:
    """A bundle in a folder: for each file its kind and its bytes."""
    folder.mkdir(parents=True)
    resources = []
    for name, schema in (schemas or {}).items():
        (folder / f"{name}.schema.json").write_text(json.dumps(schema))
    for path, (kind, data) in files.items():
        (folder / path).write_bytes(data)
        seal = {"hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "bytes": len(data)}
        own = {"schema": f"{path.split('.')[0]}.schema.json"} if kind == "table" else {}
        resources.append({"name": path.split(".")[0].lower(), "path": path, "kind": kind, **seal, **own})
    document = {"name": "b", "title": "B", "authority": "A", "invented": True, "period": PERIOD, "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(document))
    return folder


def filled(head: str, row: str, share: float = 1) -> bytes:
    """A text of just under 10 MB, or of a share of that."""
    return (head + row * ((int(MOST * share) - len(head)) // len(row) - 1)).encode()


WIDE = ",".join(f"c{n}" for n in range(3999))
LONG_ROW = "<row>" + "<c><v>1</v></c>" * 16_000 + "</row>"
NUMBER = {"properties": {"A": {"type": "number"}}}
LISTED = {"properties": {"A": {"type": "array", "items": {"type": "string", "pattern": "^(a+)+$"}}}}
MOMENTS = {"properties": {"A": {"type": "string", "format": "date-time"}}}


def tables(at: Path, share: float = 1) -> Iterator[tuple[str, Case]]:
    own = {
        "tiny rows, each wrong": (filled("A\n", "x\n", share), NUMBER),
        "distinct lists against a pattern": (
            b"A,B\n" + b"".join(b"a;b%d,\n" % n for n in range(int(900_000 * share))), LISTED,
        ),
        "distinct moments": (
            b"A,B\n" + b"".join(b"2024-03-31T16:20:00.%06dZ,\n" % n for n in range(int(330_000 * share))), MOMENTS,
        ),
        "one cell of 9 MB": (b'A\n"' + b"x\n" * 4_500_000 + b'"\n', NUMBER),
        "a quote that nobody closes": (filled("A,B\n", "1,2\n", share) + b'"', NUMBER),
        "quotes within cells": (filled("A,B\n", '5" nail,2\n', share), NUMBER),
        "lone returns": (filled("A,B\n", "1\r2,3\n", share), NUMBER),
        "4,000 columns, rows of one cell": (f"A,{WIDE}\n".encode() + b"1\n" * 4_000_000, NUMBER),
        "short rows": (filled("A,B,C\n", "1\n", share), NUMBER),
    }  # fmt: skip
    for name, (data, schema) in own.items():
        folder = bundle(at / name.replace(" ", "-").replace(",", ""), {"t.csv": ("table", data)}, {"t": schema})
        yield name, (["check"], folder)
    wrong = filled("id,created_on,title\n", "x,y,z\n", share)
    yield (
        "a log of nothing but faults",
        (["assess", "--despite-problems"], bundle(at / "log", {"log.csv": ("improvement-log", wrong)})),
    )
    contacts = filled(
        "Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Date of Contact,Contact Source\n",
        "C1,x,y,z,w,v,u\n",
        share,
    )
    listed = at / "list 1.csv"
    listed.write_bytes(contacts)
    yield "a list of nothing but faults", (["check"], listed)
    series = at / "series.csv"
    series.write_bytes(filled("series,period,value\n", "a,2024-01,1\n"))
    yield "one period 800,000 times", (["trend"], series)
    ragged = at / "ragged.csv"
    ragged.write_bytes(filled("series,period,value\n", "a,2024-01,1,2\n"))
    yield "rows with too many cells", (["trend"], ragged)


def packed(at: Path, share: float = 1) -> Iterator[tuple[str, Case]]:
    frame = io.BytesIO()
    pl.DataFrame({"A": pl.repeat(1.0, int(40_000_000 * share), eager=True)}).write_parquet(frame)
    yield (
        "40 million equal rows in Parquet",
        (["check"], bundle(at / "pq", {"t.parquet": ("table", frame.getvalue())}, {"t": NUMBER})),
    )
    frame = io.BytesIO()
    pl.DataFrame({"A": ["z" * 1_000_000] * 2000}).write_parquet(frame)
    yield (
        "one text of 1 MB in 2,000 rows",
        (["check"], bundle(at / "pqt", {"t.parquet": ("table", frame.getvalue())}, {"t": NUMBER})),
    )
    bomb = at / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        for n in range(100):
            book.writestr(f"f{n}.csv", b"0" * 9_000_000)
        book.writestr("datapackage.json", "{}")
    yield "a zip of 900 MB", (["check"], bomb)
    twins = {f"k{n}": 1 for n in range(int(700_000 * share))}
    keys = json.dumps([twins])[:-2].encode() + b', "k5": 2}]'
    yield "700,000 keys and a twin", (["check"], bundle(at / "json", {"voice.json": ("voice", keys)}))
    rows = json.dumps([{"id": "x"}] * 700_000).encode()
    yield "JSON of 700,000 wrong rows", (["check"], bundle(at / "rows", {"voice.json": ("voice", rows)}))


def workbooks(at: Path, share: float = 1) -> Iterator[tuple[str, Case]]:
    rows, many = range(2, int(380_000 * share)), range(2, int(100_000 * share))
    cells = {
        "a stray cell at XFD1048576": '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        "cells to the 380,000th row": "".join(f'<row r="{n}"><c r="AX{n}"><v>1</v></c></row>' for n in rows),
        "three million cells": "".join(f'<row r="{n}">' + "<c><v>1</v></c>" * 30 + "</row>" for n in many),
        "cells without a place": LONG_ROW + "<row/>" * 900_000 + "<row><c><v>1</v></c></row>",
    }  # fmt: skip
    for name, xml in cells.items():
        path = at / f"{name}.xlsx".replace(" ", "-").replace(",", "")
        path.write_bytes(xlsx(xml))
        yield name, (["check"], path)


def xlsx(rows: str) -> bytes:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(
            "_rels/.rels",
            f'{rels}<Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        book.writestr(
            "xl/workbook.xml",
            f'<workbook {main} xmlns:r="{office}"><sheets><sheet name="List 1" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            f'{rels}<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        head = '<row r="1"><c r="A1" t="inlineStr"><is><t>Child Unique ID</t></is></c></row>'
        book.writestr("xl/worksheets/sheet1.xml", f"<worksheet {main}><sheetData>{head}{rows}</sheetData></worksheet>")
    return out.getvalue()


ALL: tuple[Callable[..., Iterator[tuple[str, Case]]], ...] = (tables, packed, workbooks)
