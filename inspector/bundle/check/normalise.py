"""Cells made ready to be checked, visibly: what was changed, and in which row, is handed on.

Spaces around a cell are left out, the authority's own codes are replaced by ours as the mapping says, empty cells and rows
are made absent, and cells are read as their column is (see `columns`).
"""

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from functools import cached_property

import polars as pl

from inspector.bundle.check.columns import Column, Figures
from inspector.bundle.tables.headings import Mapping
from inspector.bundle.tables.table import ROW, Table

Change = tuple[str, str]
"""What was changed (`spaces-around`, `read-as`, `read-as-blank`, `suppressed`, `nought-of-nought`) and in which field."""
NOUGHT = "nought-of-nought"
"""The change by which a row has no amounts: nought out of nought is no share, and no fault."""
SMALL = 100_000
"""So many cells are sooner looked at one by one than by a query."""
SUPPRESSED = "\x00suppressed"
"""A column that is true where a figure of the row is suppressed; there only where one is."""
_FOUND, _OTHER, _RECORD = "\x00found", "\x00other", "\x00record"


@dataclass(frozen=True)
class Normalising:
    """How the cells of one table are made ready."""

    table: Table
    mapping: Mapping | None
    as_is: bool = False
    """Cells of JSON are taken as they are."""
    columns: MappingOf[str, Column] = field(default_factory=dict)

    def normalise(self, batch: pl.DataFrame) -> tuple[pl.DataFrame, list[tuple[Change, pl.DataFrame]]]:
        """The rows that are not empty, and for each change the rows with what stood there and what was read."""
        if self.as_is:
            return batch, []
        fields = self.table.fields
        if self.only_spaces and not _odd(batch, fields):
            none: list[tuple[Change, pl.DataFrame]] = []
            return self._without_nought(batch, none), none
        bare, changes = self.bare(batch)
        full = bare.filter(~pl.all_horizontal(pl.col(field).is_null() for field in fields)) if fields else bare
        if self._forms:
            full = full.with_columns(_declared(field, form) for field, form in self._forms.items())
        there = set(full.columns)
        for name, column in self.columns.items():
            if name in there:
                full = self._read(full, name, column, changes)
        return self._without_nought(full, changes), changes

    def _without_nought(self, full: pl.DataFrame, changes: list[tuple[Change, pl.DataFrame]]) -> pl.DataFrame:
        """The rows of indicators without their amounts where nought is out of nought: nobody was counted."""
        if self.table.kind != "indicators" or not {"numerator", "denominator"} <= set(full.columns):
            return full
        top, bottom = (full[name].cast(pl.Float64, strict=False) for name in ("numerator", "denominator"))
        nought = ((top == 0) & (bottom == 0)).fill_null(False)
        if not nought.any():
            return full
        before = full["denominator"]
        changes.append(((NOUGHT, "denominator"), self._change(full, full, before, before).filter(nought)))
        amounts = [name for name in ("numerator", "denominator", "value") if name in full.columns]
        full = full.with_columns(pl.when(~nought).then(pl.col(name)).alias(name) for name in amounts)
        return _marked(full, nought)

    def bare(self, batch: pl.DataFrame) -> tuple[pl.DataFrame, list[tuple[Change, pl.DataFrame]]]:
        """The rows with nothing but spaces, codes and empty cells seen to, and the changes."""
        fields = self.table.fields
        bare = batch.with_columns(pl.col(field).str.strip_chars() for field in fields)
        changes: list[tuple[Change, pl.DataFrame]] = []
        for name in _changed(batch, bare, fields):
            frame = self._change(batch, bare, batch[name], bare[name])
            changes.append((("spaces-around", name), frame.filter(pl.col(_FOUND) != pl.col(_OTHER))))
        if self._codes:
            bare = bare.with_columns(pl.col(name).replace(codes) for name, codes in self._codes.items())
        empty = [pl.col(name).is_null() | (pl.col(name) == "") for name in fields]
        return bare.with_columns(
            pl.when(test).then(None).otherwise(pl.col(name)).alias(name)
            for name, test in zip(fields, empty, strict=True)
        ), changes

    @property
    def only_spaces(self) -> bool:
        """Whether nothing but spaces around cells is ever changed."""
        return not self._codes and not self.columns and not self._forms

    @cached_property
    def _forms(self) -> dict[str, str]:
        """The date columns of a schema that says `x-date-format`, how its dates are meant to be written."""
        form, cells = self.table.schema.get("x-date-format"), self.table.schema["properties"]
        if not form:
            return {}
        dated = [name for name in self.table.fields if cells[name].get("format") == "date"]
        return {name: str(form) for name in dated if name not in self.columns}

    @cached_property
    def _codes(self) -> dict[str, dict[str, str]]:
        there = set(self.table.fields)
        return {name: codes for name, codes in (self.mapping.values if self.mapping else {}).items() if name in there}

    @cached_property
    def _known(self) -> dict[str, dict[str, str | None]]:
        """What each text of a column was read as: it is looked at once, however many batches it stands in."""
        return {}

    def _read(
        self, frame: pl.DataFrame, name: str, column: Column, changes: list[tuple[Change, pl.DataFrame]]
    ) -> pl.DataFrame:
        before = frame[name]
        odd = before.filter(~before.str.contains(column.plain)) if column.plain else before
        distinct: list[str] = odd.drop_nulls().unique().to_list()
        known = self._known.setdefault(name, {})
        known.update((text, column.read(text)) for text in distinct if text not in known)
        said = {text: known[text] for text in distinct if known[text] != text}
        if not said:
            return frame
        texts, read = pl.Series(list(said), dtype=pl.String), pl.Series(list(said.values()), dtype=pl.String)
        after = before.replace_strict(texts, read, default=before, return_dtype=pl.String)
        kept_back = _kept_back(column, said)
        loud = [text for text in said if said[text] is not None and not column.quiet(text)]
        blank = [text for text in said if said[text] is None and text not in kept_back]
        for rule, some in (("read-as-blank", blank), ("suppressed", list(kept_back)), ("read-as", loud)):
            moved = before.is_in(some).fill_null(False) if some else None
            if moved is not None and moved.any():
                changes.append(((rule, name), self._change(frame, frame, before, after).filter(moved)))
        full = frame.with_columns(after.alias(name))
        return _marked(full, before.is_in(list(kept_back)).fill_null(False)) if kept_back else full

    def _change(self, batch: pl.DataFrame, clean: pl.DataFrame, before: pl.Series, after: pl.Series) -> pl.DataFrame:
        record = self.table.schema.get("x-record")
        ids = clean[record] if record in clean.columns else pl.Series([None], dtype=pl.String)
        return pl.DataFrame({ROW: batch[ROW], _FOUND: before, _OTHER: after}).with_columns(
            ids.alias(_RECORD) if len(ids) == batch.height else pl.lit(None, dtype=pl.String).alias(_RECORD)
        )


def _kept_back(column: Column, said: MappingOf[str, str | None]) -> frozenset[str]:
    """Of the texts those that say that a figure is suppressed."""
    if not isinstance(column, Figures):
        return frozenset()
    return frozenset(text for text, read in said.items() if read is None and column.suppressed(text))


def _marked(frame: pl.DataFrame, suppressed: pl.Series) -> pl.DataFrame:
    if SUPPRESSED in frame.columns:
        suppressed = suppressed | frame[SUPPRESSED]
    return frame.with_columns(suppressed.alias(SUPPRESSED))


def _declared(name: str, form: str) -> pl.Expr:
    """A date in the declared form as 2025-03-31; anything else stays as it is, and is then no date.

    What writes its year with two digits where the form has four is not of the first century.
    """
    day = pl.col(name).str.to_date(form, strict=False)
    return pl.when(day.dt.year() >= 1000).then(day.dt.to_string("%Y-%m-%d")).otherwise(pl.col(name)).alias(name)


def _odd(batch: pl.DataFrame, fields: list[str]) -> bool:
    """Whether a batch may have a cell with spaces around it, or an empty row; of a large one that is left to a query."""
    if not fields or batch.height * len(fields) > SMALL:
        return True
    distinct = set[str | None]()
    hollow = True
    for name in fields:
        cells = set(batch[name].to_list())
        hollow = hollow and None in cells
        distinct |= cells
    # Whatever Polars takes for a space, Python does.
    if any(cell is not None and (not cell or cell != cell.strip()) for cell in distinct):
        return True
    return hollow and bool(batch.select(pl.all_horizontal(pl.col(name).is_null() for name in fields).any()).item())


def _changed(before: pl.DataFrame, after: pl.DataFrame, fields: list[str]) -> list[str]:
    """The fields in which any cell differs, found in one pass over both frames."""
    if not fields or not before.height:
        return []
    marks = after.select(
        (pl.col(name).str.len_bytes() != before[name].str.len_bytes()).any().alias(name) for name in fields
    ).row(0, named=True)
    return [name for name in fields if marks[name]]
