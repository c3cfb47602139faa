"""What the cells of one row of a list of Annex A say of each other, and of the day of the extract: each check is a query.

Nothing here says which cell is right, nor whether work was done in time: that is measured, and no fault of a list. A date of
birth is never repeated.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from inspector.bundle.annex_a.extract import Birth, Extract, age_on
from inspector.bundle.check.days import day as as_day
from inspector.bundle.check.hiding import Hiding
from inspector.bundle.check.tolerant import IDS
from inspector.bundle.tables.table import ROW, Table
from inspector.model.problems import Faults

BORN, AGE = "date_of_birth", "age_of_child_years"
POWER = r"^[0-9](?:\.[0-9]+)?[eE]\+[0-9]{1,3}$"
UNBORN = "-1"
CLOSED = "e) Closed episode"
TOLERANCE = 1
"""Years by which an age may differ from the one that the date of birth gives: lists say it of another day than the extract."""
BEFORE_BIRTH = 300
"""Days before a birth in which a child is known already: what is earlier was not about this child."""
KNOWN_UNBORN = range(1, 8)
"""The lists that hold children who are not born yet. The others begin with the birth."""
CHILDHOOD = 18
OLDEST = {**dict.fromkeys(range(1, 9), CHILDHOOD), 9: 25, 10: 19}
"""The greatest age at the extract. Childhood ends at 18, and the lists reach back six months; leaving care ends at 25; an
adoption order can be made until the day before the 19th birthday, and list 10 reaches back twelve months."""
YOUNGEST = {9: 15}
"""The least age at the extract: care is left from 16 on, and ages are held with a tolerance of one year."""
_B, _A, _AT, _EARLY, _YEARS = "\x00born", "\x00age", "\x00at", "\x00early", "\x00years"


@dataclass(frozen=True)
class Rows:
    """The rows of one list, what of them may be told, and the day of its extract where that is known."""

    table: Table
    frame: pl.DataFrame
    hiding: Hiding
    extract: Extract | None

    @property
    def number(self) -> int:
        """The number of the list."""
        return int(self.table.schema["x-list"])

    def has(self, *fields: str) -> bool:
        """Whether all of those columns are there."""
        return set(fields) <= set(self.table.fields)

    @property
    def events(self) -> list[str]:
        """The columns of days other than that of the birth."""
        cells = self.table.schema["properties"]
        return [name for name in self.table.fields if cells[name].get("format") == "date" and name != BORN]

    def heading(self, field: str) -> str:
        """A field as the authority heads it."""
        return self.table.headings[field]

    def query(self, found: pl.DataFrame, rule: str, field: str, message: str, fix: str) -> Iterator[Faults]:
        """Those rows as one query about a field; `{found}` is the cell, where it may be repeated."""
        if not found.height:
            return
        found = found.sort(ROW)
        rows, telling = found[ROW].to_list(), self.hiding.telling(self.table)
        record = self.table.schema["x-record"]
        where = self.table.where(None, field)
        keys = found[record].to_list() if record in found.columns else [None] * len(rows)
        yield Faults(
            rule=rule,
            level="query",
            file=self.table.path,
            message=message,
            rows=tuple(rows),
            found=tuple(telling.cells(field, rows, found[field].to_list())),
            keys=tuple(telling.keys(record, rows, keys)),
            sheet=where.sheet,
            letter=where.letter,
            field=where.field,
            fix=fix,
        )


def checks(tables: list[Table], hiding: Hiding, extracts: Mapping[str, Extract | None]) -> Iterator[Faults]:
    """Every query about the rows of each list; `extracts` has the day of each by the name of its resource."""
    for table in tables:
        if "x-list" in table.schema:
            rows = Rows(table, table.frame, hiding, extracts.get(table.name))
            for check in CHECKS.values():
                yield from check(rows)


def births(tables: list[Table]) -> list[Birth]:
    """Every date of birth with an age beside it, of all lists."""
    found: list[Birth] = []
    for table in tables:
        if "x-list" in table.schema and {BORN, AGE} <= set(table.fields):
            known = table.frame.select(as_day(BORN), _number(AGE)).drop_nulls()
            found += known.filter(pl.col(AGE).is_between(0, 120)).with_columns(pl.col(AGE).cast(pl.Int64)).rows()
    return found


def _no_birth(rows: Rows) -> Iterator[Faults]:
    """A child without a date of birth, unless it is not born."""
    if not rows.has(BORN):
        return
    unborn = pl.col(AGE).eq_missing(pl.lit(UNBORN)) if rows.has(AGE) else pl.lit(False)
    found = rows.frame.filter(pl.col(BORN).is_null() & ~unborn)
    message = "the date of birth is empty, and the age does not say that the child is not born yet"
    if rows.number in KNOWN_UNBORN:
        fix = "put the date in; for a child who is not born, the date expected if it is known, and -1 as the age"
    else:
        fix = "put the date in: on this list every child is born"
    yield from rows.query(found, "missing-value", BORN, message, fix)


def _too_late(rows: Rows) -> Iterator[Faults]:
    """Days after the extract; a birth may be expected for so long as a child is carried."""
    if rows.extract is None:
        return
    last = rows.extract.last
    for field in (*rows.events, *([BORN] if rows.has(BORN) else [])):
        limit = last + timedelta(days=BEFORE_BIRTH) if field == BORN else last
        day = as_day(field)
        latest = date.fromisoformat(rows.table.schema["properties"][field]["formatMaximum"])
        found = rows.frame.filter((day > limit) & (day <= latest))
        message = f"{{found}} is later than the list can know: {rows.extract.words}"
        fix = "correct the date; where it stands for an end that nobody knows yet, or for something planned, empty the cell"
        if field == BORN:
            message = f"the birth is later than any that can be expected yet: {rows.extract.words}"
            fix = f"correct {rows.heading(BORN)}"
        yield from rows.query(found, "after-extract", field, message, fix)


def _before_birth(rows: Rows) -> Iterator[Faults]:
    """Days before the birth: of a child who was not carried yet, or was not born where the list begins with the birth.

    Where it is more than one day of a row, the birth is asked about, not each of them.
    """
    if not rows.has(BORN) or not rows.events:
        return
    before = BEFORE_BIRTH if rows.number in KNOWN_UNBORN else 0
    early = {name: (as_day(name) < pl.col(_B) - pl.duration(days=before)).fill_null(False) for name in rows.events}
    born_yet = pl.col(_A).is_null() | (pl.col(_A) >= 0)
    frame = _sound_births(rows).filter(born_yet).with_columns(pl.sum_horizontal(early.values()).alias(_EARLY))
    words = f"more than {before} days before the date of birth" if before else "before the date of birth"
    born = rows.heading(BORN)
    for field, test in early.items():
        message = f"{rows.heading(field)} is {words}"
        fix = f"correct {rows.heading(field)}, or {born}"
        yield from rows.query(frame.filter(test & (pl.col(_EARLY) == 1)), "date-order", field, message, fix)
    message = f"several days of this row are {words}"
    fix = f"correct {born}; where it is right, correct the days"
    yield from rows.query(frame.filter(pl.col(_EARLY) > 1), "date-order", BORN, message, fix)


def _ages(rows: Rows) -> Iterator[Faults]:
    """An age that the date of birth does not give on the day of the extract; without one, on the last day in the row."""
    if not rows.has(BORN, AGE):
        return
    least = rows.table.schema["properties"][AGE]["minimum"]
    frame = _sound_births(rows).filter(pl.col(_A) >= least)
    unlike = (pl.col(_YEARS) - pl.col(_A)).abs() > TOLERANCE
    if rows.extract is None:
        unlike = pl.col(_YEARS) - pl.col(_A) > TOLERANCE
    found = frame.filter(unlike)
    on = rows.extract.on if rows.extract else "on the last day in the row"
    message = f"the age {{found}} is more than {TOLERANCE} year off the one that the date of birth gives {on}"
    yield from rows.query(found, "age-differs", AGE, message, "correct the one that is wrong")


def _too_old(rows: Rows) -> Iterator[Faults]:
    """Somebody too old for the list, or too young, by the age or by the date of birth."""
    oldest, youngest = OLDEST.get(rows.number), YOUNGEST.get(rows.number)
    if oldest is None or not (rows.has(AGE) or rows.has(BORN)):
        return
    frame = _sound_births(rows) if rows.has(BORN) else rows.frame.with_columns(_age(rows), _none(_YEARS, pl.Int64))
    old = (pl.col(_A) > oldest) | (pl.col(_YEARS) > oldest)
    field = AGE if rows.has(AGE) else BORN
    title = rows.table.schema["title"].removeprefix("Annex A ").replace(": ", " (") + ")"
    message = f"the age or the date of birth says that somebody is older than {oldest}, and this is {title}"
    leave = "care leavers are on list 9" if oldest == CHILDHOOD else f"the list ends at {oldest}"
    fix = f"correct the one that is wrong, or leave the row out: {leave}"
    yield from rows.query(frame.filter(old), "unlikely-age", field, message, fix)
    if youngest is not None:
        young = frame.filter((pl.col(_A) < youngest) | (pl.col(_YEARS) < youngest))
        message = f"the age or the date of birth says that somebody is younger than {youngest}, and this is {title}"
        yield from rows.query(
            young, "unlikely-age", field, message, "correct the one that is wrong, or leave the row out"
        )


def _closed(rows: Rows) -> Iterator[Faults]:
    """An episode that has ended and a status that is open."""
    day, code = "cin_closure_date", "case_status"
    if rows.number != 6 or not rows.has(day, code):
        return
    codes = [one for one in rows.table.schema["properties"][code]["enum"] if one != CLOSED]
    found = rows.frame.filter(as_day(day).is_not_null() & pl.col(code).is_in(codes))
    message = f"there is {rows.heading(day)} {{found}}, and {rows.heading(code)} is not {CLOSED!r}"
    yield from rows.query(found, "cells-differ", day, message, "correct the status, or empty the date")


def _both_ends(rows: Rows) -> Iterator[Faults]:
    """A child who was adopted and whose placement for adoption was given up."""
    order, given_up = "date_of_adoption_order", "date_of_decision_that_child_should_no_longer_be_placed_for_adoption"
    if rows.number != 10 or not rows.has(order, given_up):
        return
    found = rows.frame.filter(as_day(order).is_not_null() & as_day(given_up).is_not_null())
    message = f"there is {rows.heading(given_up)} {{found}}, and {rows.heading(order)} too"
    yield from rows.query(found, "cells-differ", given_up, message, "empty the one that did not happen")


def _sound_births(rows: Rows) -> pl.DataFrame:
    """The rows with a birth that can be, each with the day that ages are held by, the age said, and the age given."""
    known = rows.frame.with_columns(as_day(BORN).alias(_B), _age(rows))
    if rows.extract is not None:
        limit = rows.extract.last + timedelta(days=BEFORE_BIRTH)
        known = known.filter(pl.col(_B) <= limit).with_columns(pl.lit(rows.extract.day).alias(_AT))
    elif rows.events:
        known = known.filter(pl.col(_B).is_not_null())
        known = known.with_columns(pl.max_horizontal(as_day(name) for name in rows.events).alias(_AT))
    else:
        known = known.with_columns(_none(_AT, pl.Date))
    pairs = known.select(_B, _AT).unique().drop_nulls()
    years = pl.Series(_YEARS, [age_on(born, day) for born, day in pairs.iter_rows()], dtype=pl.Int64)
    return known.join(pairs.with_columns(years), on=[_B, _AT], how="left", maintain_order="left")


def _age(rows: Rows) -> pl.Expr:
    return (_number(AGE) if rows.has(AGE) else pl.lit(None, dtype=pl.Float64)).alias(_A)


def _none(name: str, kind: type[pl.DataType]) -> pl.Expr:
    return pl.lit(None, dtype=kind).alias(name)


def _number(field: str) -> pl.Expr:
    number = pl.col(field).cast(pl.Float64, strict=False)
    return pl.when(number.is_finite()).then(number)


def _cut_ids(rows: Rows) -> Iterator[Faults]:
    """Ids that a spreadsheet turned into a power of ten, so that those of several children may be one."""
    for field in sorted(IDS & set(rows.table.fields)):
        found = rows.frame.filter(pl.col(field).str.contains(POWER))
        message = "the id was turned into a number with a power of ten, so that its last digits are lost"
        fix = "take the ids from the system again, in a column of the format Text"
        yield from rows.query(found, "id-cut-short", field, message, fix)


CHECKS: Mapping[str, Callable[[Rows], Iterator[Faults]]] = {
    "no-birth": _no_birth, "too-late": _too_late, "before-birth": _before_birth, "ages": _ages, "too-old": _too_old,
    "closed": _closed, "both-ends": _both_ends, "cut-ids": _cut_ids,
}  # fmt: skip
"""What is asked of rows, by the names under which `evidence/schemas/annex-a/checks.csv` has it."""
