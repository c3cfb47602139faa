"""A list of Annex A as arrays by the column, what could not be read left empty."""

import numpy as np
import polars as pl

from inspector.bundle.check.telling import Telling
from inspector.bundle.tables.table import ROW, Table
from inspector.model.case_lists import CaseList


def case_list(table: Table, telling: Telling) -> CaseList:
    """The normalised rows of a list, private texts by an alias. A row that does not say whom it is about is left out."""
    frame, schema = table.frame, table.schema
    record = schema["x-record"]
    whole = frame.filter(pl.col(record).is_not_null()) if record in frame.columns else frame
    left = set(frame[ROW].to_list()) - set(whole[ROW].to_list())
    columns = {}
    for field in table.fields:
        cell, text = schema["properties"][field], whole[field]
        if cell.get("format") == "date":
            columns[field] = text.str.to_date("%Y-%m-%d", strict=False).to_numpy().astype("datetime64[D]")
        elif cell["type"] == "integer":
            columns[field] = text.cast(pl.Float64, strict=False).fill_null(float("nan")).to_numpy()
        else:
            known = text.is_in(cell["enum"]) if "enum" in cell else None
            kept = text.to_list() if known is None else pl.select(pl.when(known).then(text)).to_series().to_list()
            kept = telling.evidence(field, whole[ROW].to_list(), kept) if known is None else kept
            columns[field] = np.array(kept, dtype=object)
    return CaseList(
        list=f"list-{schema['x-list']}",
        resource=table.place,
        rows=whole[ROW].to_numpy(),
        columns=columns,
        left_out=tuple(sorted(left)),
    )
