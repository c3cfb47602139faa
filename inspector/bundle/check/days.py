"""Cells as days, for tables as large as they come."""

import polars as pl

from inspector.bundle.schema.cells import DATE


def day(field: str) -> pl.Expr:
    """The cells of a column as days; null for what is none.

    Polars also reads years below 1 and above 9999, which no `date` of Python's can be.
    """
    text = pl.col(field)
    real = text.str.contains(DATE) & ~text.str.starts_with("0000")
    return pl.when(real).then(text).str.to_date("%Y-%m-%d", strict=False).alias(field)
