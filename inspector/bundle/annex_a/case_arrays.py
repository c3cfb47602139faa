"""A list of Annex A as arrays by the column, what could not be read left empty."""

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl

from inspector.bundle.check.days import day
from inspector.bundle.check.telling import Telling
from inspector.bundle.tables.table import ROW, Table
from inspector.model.case_lists import CaseList

if TYPE_CHECKING:
    from numpy.typing import NDArray


CHILD = "child_unique_id"


def case_list(table: Table, telling: Telling) -> CaseList:
    """The normalised rows of a list, private texts by an alias. A row that does not say whom it is about is left out."""
    frame, schema = table.frame, table.schema
    record = schema.get("x-record", "")
    whole = frame.filter(pl.col(record).is_not_null()) if record in frame.columns else frame
    left = set(frame[ROW].to_list()) - set(whole[ROW].to_list())
    columns = {}
    for field in table.fields:
        cell, text = schema["properties"][field], whole[field]
        if cell.get("format") == "date":
            days = whole.select(_within(day(field), cell))[field]
            columns[field] = days.to_numpy().astype("datetime64[D]")
        elif cell["type"] == "integer":
            number = text.cast(pl.Float64, strict=False)
            read = number.is_not_nan() & (number.abs() <= cell["maximum"])
            columns[field] = number.set(~read, None).fill_null(float("nan")).to_numpy()
        else:
            known = text.is_in(cell["enum"]) if "enum" in cell else None
            kept = text if known is None else pl.select(pl.when(known).then(text)).to_series()
            if known is None:
                kept = pl.Series(telling.evidence(field, whole[ROW].to_list(), kept.to_list()), dtype=pl.String)
            columns[field] = _objects(kept)
    return CaseList(
        list=f"list-{schema['x-list']}" if "x-list" in schema else table.kind,
        resource=table.place,
        rows=whole[ROW].to_numpy(),
        columns=columns,
        left_out=tuple(sorted(left)),
        child=record if "x-return" in schema else CHILD,
    )


def _objects(text: pl.Series) -> "NDArray[Any]":
    """The texts as Python's own, None where there is none; rows that say the same share one: a million do."""
    distinct = text.unique(maintain_order=True)
    if 2 * len(distinct) >= len(text):
        return np.array(text.to_list(), dtype=object)
    codes = text.replace_strict(distinct, pl.Series(range(len(distinct)), dtype=pl.UInt32))
    shared: NDArray[Any] = np.array(distinct.to_list(), dtype=object)[codes.to_numpy()]
    return shared


def _within(days: pl.Expr, cell: dict[str, Any]) -> pl.Expr:
    """The days that the schema allows; what is beyond is told and reads as empty."""
    least, most = (date.fromisoformat(cell[key]) for key in ("formatMinimum", "formatMaximum"))
    return pl.when(days.is_between(least, most)).then(days)
