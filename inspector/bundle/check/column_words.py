"""One query for a column of dates, moments, numbers or yes and no that is written otherwise than it should be.

Where it is so in a few cells alone, each is named with what it was read as.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from inspector.bundle.check.checked import FOUND, OTHER, RECORD, CheckedTable
from inspector.bundle.check.columns import Column, Days, Figures, Times, YesOrNo
from inspector.bundle.tables.table import ROW, Table
from inspector.model.problems import Problem, Where, shown
from inspector.model.remarks import query
from inspector.model.words import plural

MOST_FORMS = 5
FEW = 5
"""So many cells are named one by one."""
Forms = dict[str, tuple[int, str]]
MIXED, READ_AS, OPEN = "two-date-formats", "read-as", "day-or-month"
_NOUNS: dict[type, str] = {Days: "date", Times: "moment", Figures: "number", YesOrNo: "answer"}
_FIXES = {MIXED: "give the whole column one date format", OPEN: "write dates as 2025-03-31"}


@dataclass(frozen=True)
class ColumnWords:
    """What is said of one column: `told` are the changed cells in their order as they may be repeated, `raw` as they stand."""

    table: Table
    name: str
    column: Column
    raw: pl.DataFrame
    told: pl.DataFrame
    cells: int
    """How many cells of the column hold anything."""

    def said(self) -> Iterator[Problem]:
        """The one query, or one for each of a few cells."""
        forms = self._forms()
        if self.raw.height <= FEW and not self.told[FOUND].null_count() and not self.told[OTHER].null_count():
            yield from self._each(forms)
            return
        noun = _NOUNS.get(type(self.column), "cell")
        height = self.raw.height
        some = f"{height:,} of {_many(self.cells, noun)}" if height < self.cells else _many(height, noun)
        are = "is" if max(height, self.cells) == 1 or (height == 1 and height < self.cells) else "are"
        if len(forms) == 1:
            form, (_, example) = next(iter(forms.items()))
            message = f"{some} {are} written {form}{': ' if example else ''}{example}"
        else:
            parts = [
                f"{count:,} {form}{' (' + example + ')' if example else ''}" for form, (count, example) in forms.items()
            ]
            more = f"; and {len(parts) - MOST_FORMS} forms more" if len(parts) > MOST_FORMS else ""
            message = f"{some} {are} written otherwise than they should be: {'; '.join(parts[:MOST_FORMS])}{more}"
        open_order = self._open()
        note = self.column.note(self.raw[FOUND].unique().to_list())
        message += "".join(f"; {part}" for part in (open_order, note) if part)
        rule = self._rule(forms)
        yield query(rule, self._where(int(self.told[ROW][0])), message, fix=_FIXES.get(rule, ""))

    def _each(self, forms: Forms) -> Iterator[Problem]:
        rule = self._rule(forms)
        for row, found, read, key in self.told.select(ROW, FOUND, OTHER, RECORD).iter_rows():
            other = self._other_way(found)
            message = (
                f"{shown(found)} is read as {read}{other and f', the day first; with the month first it is {other}'}"
            )
            note = self.column.note([found])
            where = self._where(row).model_copy(update={"key": key})
            yield query(rule, where, f"{message}{note and f'; {note}'}", fix=_FIXES.get(rule, "")).model_copy(
                update={"found": found}
            )

    def _other_way(self, text: str) -> str:
        """The other day that a text may say, where nothing shows which it is."""
        dates = self.column.dates if isinstance(self.column, Days) else None
        both = dates.either_way(text) if dates and dates.open else None
        return both[1] if both else ""

    def _rule(self, forms: Forms) -> str:
        if isinstance(self.column, Days) and self.column.dates.open:
            return OPEN
        return MIXED if self._mixed(forms) else READ_AS

    def _where(self, row: int) -> Where:
        # The places of a scorecard are put in by who knows its cells.
        if self.table.cells is None:
            return self.table.where(row, self.name)
        return Where(file=self.table.path, sheet=self.table.sheet, row=row, field=self.name)

    def _forms(self) -> Forms:
        """Each form with how many cells have it, and the first of them that may be repeated, the most used form first."""
        frame = pl.DataFrame({"raw": self.raw[FOUND], "found": self.told[FOUND], "read": self.told[OTHER]})
        told = pl.col("found", "read").filter(pl.col("found").is_not_null() & pl.col("read").is_not_null()).first()
        counts: dict[str, int] = {}
        examples: dict[str, str] = {}
        # One text has one form: a million cells are a few thousand texts.
        for raw, count, found, read in frame.group_by("raw", maintain_order=True).agg(pl.len(), told).iter_rows():
            form = self.column.form(raw)
            counts[form] = counts.get(form, 0) + count
            if form not in examples and found is not None:
                examples[form] = f"{shown(found)} is read as {read}"
        ordered = sorted(counts, key=lambda form: (-counts[form], form))
        return {form: (counts[form], examples.get(form, "")) for form in ordered}

    def _mixed(self, forms: Forms) -> bool:
        return isinstance(self.column, Days) and (len(forms) > 1 or self.raw.height < self.cells)

    def _open(self) -> str:
        """What is said where neither the column nor the schema shows whether the day stands first."""
        if not isinstance(self.column, Days) or not self.column.dates.open:
            return ""
        says = "nothing in the column shows whether the day or the month stands first, and the day was taken to be"
        for text in self.told[FOUND]:
            both = self.column.dates.either_way(text) if text else None
            if both and text:
                return f"{says}: {shown(text)} is {both[0]}, or with the month first {both[1]}"
        return says


def _many(number: int, noun: str) -> str:
    return plural(number, noun).replace(str(number), f"{number:,}", 1)


def of_column(
    table: Table, name: str, checked: CheckedTable, raw: pl.DataFrame, told: pl.DataFrame
) -> Iterator[Problem]:
    """The query about the cells of a column that are not written as they should be. Both frames in the order of rows."""
    frame = checked.normalised
    cells = raw.height if frame is None or name not in frame.columns else len(frame[name].drop_nulls())
    yield from ColumnWords(table, name, checked.columns[name], raw, told, max(cells, raw.height)).said()
