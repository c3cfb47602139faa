"""Percentages and parts of 1 in one series: an error, for as they stand they would be a trend."""

from collections.abc import Iterator

import polars as pl

from inspector.bundle.check.checked import FOUND, CheckedTable
from inspector.bundle.check.columns import Figures
from inspector.bundle.check.telling import Telling
from inspector.bundle.tables.table import ROW, Table
from inspector.model.problems import Faults
from inspector.values.number_forms import digits

RULE = "mixed-scales"
SERIES = "indicator"
_FIX = "write the whole series with a percent sign, or without"


def of_scales(table: Table, checked: CheckedTable, telling: Telling) -> Iterator[Faults]:
    """The figures of the rarer scale, for each column and series in which there are both."""
    for (rule, name), changed in checked.changes.items():
        column = checked.columns.get(name)
        if rule == "read-as" and isinstance(column, Figures) and column.numbers.scales:
            found = _of(changed, _plain(checked, name))
            if found.height:
                told = telling.cells(name, found[ROW].to_list(), found[FOUND].to_list())
                where = table.where(None, name)
                yield Faults(
                    rule=RULE, level="error", file=table.path, sheet=where.sheet, letter=where.letter, field=where.field,
                    rows=tuple(found[ROW].to_list()), found=tuple(told), fix=_FIX,
                    message="{found} stands among figures of another scale: some have a percent sign, others are parts of 1",
                )  # fmt: skip


def _plain(checked: CheckedTable, name: str) -> pl.DataFrame:
    """The cells that stand as they were read, as parts of 1 where they are; those of a table that is not kept are not known."""
    frame = checked.normalised
    if frame is None or name not in frame.columns:
        return pl.DataFrame(schema={ROW: pl.Int64, FOUND: pl.String, SERIES: pl.String})
    series = pl.col(SERIES) if SERIES in frame.columns else pl.lit("", dtype=pl.String)
    return frame.select(ROW, pl.col(name).alias(FOUND), series.alias(SERIES))


def _of(changed: pl.DataFrame, frame: pl.DataFrame) -> pl.DataFrame:
    marked = [text for text in changed[FOUND].unique().to_list() if (found := digits(text)) and found.percent]
    rows = changed.filter(pl.col(FOUND).is_in(marked)).select(ROW, pl.col(FOUND).alias("raw"))
    if not frame.height:
        return rows.select(ROW, pl.col("raw").alias(FOUND)).sort(ROW)
    every = frame.join(rows, on=ROW, how="left").drop_nulls(FOUND)
    number = pl.col(FOUND).cast(pl.Float64, strict=False)
    percent = pl.col("raw").is_not_null()
    share = (~percent & (number != 0) & (number.abs() <= 1)).fill_null(False)
    counted = every.with_columns(
        percent.sum().over(SERIES).alias("marked"), share.sum().over(SERIES).alias("shares"),
        percent.alias("percent"), share.alias("share"),
    )  # fmt: skip
    both = counted.filter((pl.col("marked") > 0) & (pl.col("shares") > 0))
    rarer = both.filter(
        pl.when(pl.col("marked") <= pl.col("shares")).then(pl.col("percent")).otherwise(pl.col("share"))
    )
    return rarer.select(ROW, pl.coalesce("raw", FOUND).alias(FOUND)).sort(ROW)
