"""Faults put into a copy of a return, each into rows of its own: what a validator or a reader should find, row by row."""

import csv
import random
from collections.abc import Callable
from pathlib import Path

Row = dict[str, str]
TIMES = 20


def _set(**cells: str) -> Callable[[Row], None]:
    return lambda row: row.update(cells)


def _before_birth(row: Row) -> None:
    row["REVIEW"] = f"{row['DOB'][:6]}{int(row['DOB'][6:]) - 1}"


def _ends_first(row: Row) -> None:
    row["DEC"], row["REC"] = f"{row['DECOM'][:6]}{int(row['DECOM'][6:]) - 1}", "X1"


FAULTS: dict[str, tuple[str, Callable[[Row], None], str]] = {
    "a legal status that there is not": ("episodes", _set(LS="C9"), "codes"),
    "a placement that there is not": ("episodes", _set(PLACE="X7"), "codes"),
    "an ethnicity that there is not": ("header", _set(ETHNIC="WXXX"), "codes"),
    "a review code that there is not": ("reviews", _set(REVIEW_CODE="PN9"), "codes"),
    "31 February as the beginning of an episode": ("episodes", _set(DECOM="31/02/2024"), "types"),
    "a word as the beginning of an episode": ("episodes", _set(DECOM="spring"), "types"),
    "an SDQ score of 'high'": ("oc2", _set(SDQ_SCORE="high", SDQ_REASON=""), "types"),
    "13/13/2024 as the date of a review": ("reviews", _set(REVIEW="13/13/2024"), "types"),
    "an episode that ended before it began": ("episodes", _ends_first, "order"),
    "a review before the child was born": ("reviews", _before_birth, "order"),
    "an episode of a child that the header lacks": ("episodes", _set(CHILD="9990000"), "links"),
    "a review of a child that the header lacks": ("reviews", _set(CHILD="9990001"), "links"),
    "a child twice in the header": ("header", _set(), "keys"),
    "an episode twice": ("episodes", _set(), "keys"),
}  # fmt: skip
"""For each fault the table, what is done to a row, and what sort it is. Of `keys` the row is put in again at the end."""


def plant(source: Path, target: Path, seed: int = 13) -> dict[str, list[tuple[str, int]]]:
    """Write the return with the faults to `target`; the table and the row in a spreadsheet of each fault planted."""
    draw = random.Random(seed)
    tables: dict[str, list[Row]] = {}
    for path in sorted(source.glob("*.csv")):
        if path.name != "reference_rule_counts.csv":
            with path.open(encoding="utf-8-sig", newline="") as stream:
                tables[path.stem] = list(csv.DictReader(stream))
    free = {name: draw.sample(range(len(rows)), len(rows)) for name, rows in tables.items()}
    planted: dict[str, list[tuple[str, int]]] = {}
    for name, (table, change, sort) in FAULTS.items():
        rows = tables[table]
        places = [free[table].pop() for _ in range(TIMES)]
        for at in places:
            if sort == "keys":
                rows.append(dict(rows[at]))
            else:
                change(rows[at])
        first = len(rows) - TIMES
        planted[name] = [(table, at + 2) for at in (range(first, len(rows)) if sort == "keys" else places)]
    for name, rows in tables.items():
        with (target / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            out = csv.DictWriter(stream, fieldnames=list(rows[0]))
            out.writeheader()
            out.writerows(rows)
    return planted
