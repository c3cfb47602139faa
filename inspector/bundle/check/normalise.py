"""Cells made ready to be checked, visibly: what was changed, and in which row, is handed on.

Spaces around a cell are left out, the authority's own codes are replaced by ours as the mapping says, empty cells and rows
are made absent. Where a schema says `x-tolerant`, cells are also read as they are commonly written (see `readings`).
"""

from dataclasses import dataclass
from functools import cached_property

import polars as pl

from inspector.bundle.check.tolerant import Reading, readings
from inspector.bundle.tables.headings import Mapping
from inspector.bundle.tables.table import ROW, Table

Change = tuple[str, str]
"""What was changed (`spaces-around`, `read-as`, `read-as-blank`) and in which field."""
SMALL = 100_000
"""So many cells are sooner looked at one by one than by a query."""
_RAW, _READ = "\x00raw", "\x00read"


@dataclass(frozen=True)
class Normalising:
    """How the cells of one table are made ready."""

    table: Table
    mapping: Mapping | None
    as_is: bool = False
    """Cells of JSON are taken as they are."""

    def normalise(self, batch: pl.DataFrame) -> tuple[pl.DataFrame, list[tuple[Change, pl.DataFrame]]]:
        """The rows that are not empty, and for each change the rows with what stood there and what was read."""
        if self.as_is:
            return batch, []
        fields = self.table.fields
        if self.only_spaces and not _odd(batch, fields):
            return batch, []
        bare = batch.with_columns(pl.col(field).str.strip_chars() for field in fields)
        changes: list[tuple[Change, pl.DataFrame]] = []
        for field in _changed(batch, bare, fields):
            changes.append((("spaces-around", field), self._change(batch, bare, batch[field], bare[field])))
        if self._codes:
            bare = bare.with_columns(pl.col(field).replace(codes) for field, codes in self._codes.items())
        empty = [pl.col(field).is_null() | (pl.col(field) == "") for field in fields]
        bare = bare.with_columns(
            pl.when(test).then(None).otherwise(pl.col(field)).alias(field)
            for field, test in zip(fields, empty, strict=True)
        )
        full = bare.filter(~pl.all_horizontal(pl.col(field).is_null() for field in fields)) if fields else bare
        if self._forms:
            full = full.with_columns(_declared(field, form) for field, form in self._forms.items())
        for field, reading in self._readings.items():
            full = self._read(full, field, reading, changes)
        return full, changes

    @property
    def only_spaces(self) -> bool:
        """Whether nothing but spaces around cells is ever changed."""
        return not self._codes and not self._readings and not self._forms

    @cached_property
    def _forms(self) -> dict[str, str]:
        """The date columns of a schema that says `x-date-format`, how its dates are meant to be written."""
        form, cells = self.table.schema.get("x-date-format"), self.table.schema["properties"]
        return {field: form for field in self.table.fields if form and cells[field].get("format") == "date"}

    @cached_property
    def _codes(self) -> dict[str, dict[str, str]]:
        there = set(self.table.fields)
        return {
            field: codes for field, codes in (self.mapping.values if self.mapping else {}).items() if field in there
        }

    @cached_property
    def _readings(self) -> dict[str, Reading]:
        return readings(self.table.schema, self.table.fields)

    def _read(
        self, frame: pl.DataFrame, field: str, reading: Reading, changes: list[tuple[Change, pl.DataFrame]]
    ) -> pl.DataFrame:
        before = frame[field]
        after = reading(before)
        if after is before:
            return frame
        moved = (before.is_not_null() & (after.is_null() | (after != before))).fill_null(False)
        if moved.any():
            changed = self._change(frame, frame, before, after, moved)
            blank = pl.col("\x00other").is_null()
            for rule, part in (("read-as-blank", changed.filter(blank)), ("read-as", changed.filter(~blank))):
                if part.height:
                    changes.append(((rule, field), part))
        return frame.with_columns(after.alias(field))

    def _change(
        self,
        batch: pl.DataFrame,
        clean: pl.DataFrame,
        before: pl.Series,
        after: pl.Series,
        moved: pl.Series | None = None,
    ) -> pl.DataFrame:
        record = self.table.schema.get("x-record")
        ids = clean[record] if record in clean.columns else pl.Series([None], dtype=pl.String)
        frame = pl.DataFrame({ROW: batch[ROW], "\x00found": before, "\x00other": after}).with_columns(
            ids.alias("\x00record") if len(ids) == batch.height else pl.lit(None, dtype=pl.String).alias("\x00record")
        )
        if moved is None:
            return frame.filter(pl.col("\x00found") != pl.col("\x00other"))
        return frame.filter(moved)


def _declared(field: str, form: str) -> pl.Expr:
    """A date in the declared form as 2025-03-31; anything else stays as it is, and is then no date."""
    day = pl.col(field).str.to_date(form, strict=False)
    return pl.when(day.is_not_null()).then(day.dt.to_string("%Y-%m-%d")).otherwise(pl.col(field)).alias(field)


def _odd(batch: pl.DataFrame, fields: list[str]) -> bool:
    """Whether a batch may have a cell with spaces around it, or an empty row; of a large one that is left to a query."""
    if not fields or batch.height * len(fields) > SMALL:
        return True
    distinct = set[str | None]()
    hollow = True
    for field in fields:
        cells = set(batch[field].to_list())
        hollow = hollow and None in cells
        distinct |= cells
    # Whatever Polars takes for a space, Python does.
    if any(cell is not None and (not cell or cell != cell.strip()) for cell in distinct):
        return True
    return hollow and bool(batch.select(pl.all_horizontal(pl.col(field).is_null() for field in fields).any()).item())


def _changed(before: pl.DataFrame, after: pl.DataFrame, fields: list[str]) -> list[str]:
    """The fields in which any cell differs, found in one pass over both frames."""
    if not fields or not before.height:
        return []
    marks = after.select(
        (pl.col(field).str.len_bytes() != before[field].str.len_bytes()).any().alias(field) for field in fields
    ).row(0, named=True)
    return [field for field in fields if marks[field]]
