"""CSV bytes at random, read as a table of our own and held against Python's reader, which shares nothing with ours."""

import csv
import io
from pathlib import Path
from random import Random

from inspector.bundle.open.content import Content, file_facts
from inspector.bundle.tables.csv_table import read_csv
from inspector.bundle.tables.table import ROW, SHORT
from inspector.model.problems import Faults, Problem
from inspector.model.remarks import Unreadable
from tests.fuzz.fuzzer import Broken, Files, Fuzzer, located

SCHEMA = {"type": "object", "properties": {name: {"type": "string"} for name in ("A", "B", "C")}}
CELLS = ("", "", "x", "yy", "1", "é", " ", " x ", '"a\nb"', '"a""b"', '"a,b"', '""', '"x"', "'")
MARKS = {"semicolons": ";", "tabs": "\t", "bars": "|"}
ENDS = ("\n", "\n", "\n", "\r\n", "\n\n")
NASTY = (
    "\r",
    '"',
    '" ',
    "\x0b",
    "\x0c",
    "\x1c",
    "\x85",
    "\u2028",
    "\ufeff",
    "\t",
    ";",
    "|",
    "\n\n",
    "\n,,\n",
    "\x00",
    "\\",
    "#",
    "\r\r\n",
    ",",
    ",,,",
    "\n ",
    '5" nail',
    '"x" y',
    '"\r"',
    '"\r\n"',
)


def make(random: Random) -> Files:
    """A heading line, now and then an odd one, and up to twelve rows after it, with none to many nasty pieces among them."""
    rate = random.choice((0, 0.01, 0.03, 0.1, 0.5))
    heading = random.choice(
        ("A,B,C\n", "A,B,C\r\n", '"A","B",C\n', "A,B\n", "A\n", '"A","B\r",C\n', "\ufeffA,B,C\n", "A,B,C\r")
    )
    width = heading.count(",") + 1
    pieces = [heading]
    for _ in range(random.randrange(12)):
        for place in range(random.choice((width, width, width, random.randint(1, width)))):
            pieces += [","] if place else []
            pieces += [random.choice(CELLS)] + ([random.choice(NASTY)] if random.random() < rate else [])
        pieces.append(random.choice(ENDS))
    return {"t.csv": "".join(pieces[: random.choice((None, None, -1))]).encode()}


def hold(folder: Path) -> str:
    """`read` where every row came with its cells and its number, `refused` where a located error says why not."""
    data = (folder / "t.csv").read_bytes()
    content = Content("t.csv", data)
    try:
        table, problems = read_csv(content, file_facts(content), "t", "table", SCHEMA, None, whole=True)
        frame = table.frame
    except Unreadable as failure:
        located([failure.problem])
        return "refused"
    located(problems)
    got = [
        (row[ROW], [row.get(name) or None for name in table.fields])
        for row in frame.drop(SHORT, strict=False).to_dicts()
    ]
    left_out = _rows(problems, "rows-left-out")
    every = _by_python(data.decode("utf-8-sig"), table.headings, _mark(problems))
    wanted = [(number, cells) for number, cells in every if number not in left_out]
    got = [(number, cells) for number, cells in got if any(cells)]
    if got != wanted:
        raise Broken(f"read {got} where Python's reader has {wanted}")
    return "read"


def _rows(problems: list[Problem | Faults], rule: str) -> set[int]:
    """The rows that are told of: what is left out with a word is not lost."""
    return {row for one in problems if isinstance(one, Faults) and one.rule == rule for row in one.rows}


def _mark(problems: list[Problem | Faults]) -> str:
    """What parts the cells, as it was told; a comma where nothing was."""
    told = " ".join(one.message for one in problems if one.rule == "read-as")
    return next((mark for name, mark in MARKS.items() if f"parted by {name}" in told), ",")


def _by_python(text: str, headings: dict[str, str], mark: str) -> "list[tuple[int, list[str | None]]]":
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    at = next(place for place, row in enumerate(rows) if any(cell.strip() in headings.values() for cell in row))
    heads = [cell.strip() for cell in rows[at]]
    places = [heads.index(heading) for heading in headings.values()]
    found = []
    for number, row in enumerate(rows[at + 1 :], at + 2):
        cells = [(row[place] or None) if place < len(row) else None for place in places]
        if any(cells):
            found.append((number, cells))
    return found


FUZZER = Fuzzer("csv_files", make, hold, in_suite=400)
