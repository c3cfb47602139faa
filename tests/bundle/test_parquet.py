"""A Parquet file is weighed by its footer before a page is opened."""

import io
import random

import polars as pl
import pytest

from inspector.bundle.tables.budgets.parquet import NoFooter, footer
from inspector.bundle.tables.parquet_table import of_parquet
from inspector.bundle.tables.table import ROW
from inspector.model import limits
from inspector.model.remarks import Unreadable

SCHEMA = {"properties": {"A": {"type": "string"}, "B": {"type": "number"}}}


def packed(frame: pl.DataFrame, **how: object) -> bytes:
    out = io.BytesIO()
    frame.write_parquet(out, **how)  # type: ignore[arg-type]
    return out.getvalue()


@pytest.mark.parametrize("compression", ["zstd", "snappy", "uncompressed", "gzip", "lz4"])
def test_the_footer_tells_rows_columns_and_groups(compression: str) -> None:
    frame = pl.DataFrame({"A": ["x"] * 1000, "B": range(1000), "C": [[1, 2]] * 1000})
    said = footer(packed(frame, compression=compression, row_group_size=300))
    assert (said.rows, said.columns, said.groups) == (1000, 3, 4)
    assert said.unpacked >= 3 * 1000


def test_no_footer_is_an_answer_not_a_crash() -> None:
    data, draw, refused = packed(pl.DataFrame({"A": ["x"], "B": [1]})), random.Random(3), 0
    for _ in range(3000):
        spoilt = bytearray(data)
        for _ in range(draw.randint(1, 4)):
            spoilt[draw.randrange(len(data))] = draw.randrange(256)
        try:
            footer(bytes(spoilt[: draw.choice([len(data), draw.randrange(len(data))])]))
        except NoFooter:
            refused += 1
    assert refused > 1000


def read(data: bytes) -> list[tuple[object, ...]]:
    table, _ = of_parquet(data, "t", "t.parquet", "table", SCHEMA, None)
    return table.frame.select(ROW, *table.fields).rows()


def test_rows_are_read_with_their_numbers() -> None:
    assert read(packed(pl.DataFrame({"B": [1.0, 2.5], "A": ["x", None]}))) == [(2, "x", "1"), (3, None, "2.5")]
    assert read(packed(pl.DataFrame({"A": [], "B": []}, schema={"A": pl.String, "B": pl.Float64}))) == []


@pytest.mark.parametrize(
    ("limit", "most", "beyond"), [("parquet-cells", 20, 21), ("table-columns", 2, 3), ("parquet-bytes", 400, 500)]
)
def test_each_bound_has_its_limit(limit: str, most: int, beyond: int) -> None:
    frames = {
        "parquet-cells": lambda many: pl.DataFrame({"A": ["x"] * many}),
        "table-columns": lambda many: pl.DataFrame({"AB"[k] if k < 2 else f"c{k}": ["x"] for k in range(many)}),
        "parquet-bytes": lambda many: pl.DataFrame({"A": ["y" * 10] * (many // 10)}),
    }
    limits.use([f"{limit}={most}"])
    try:
        assert read(packed(frames[limit](most)))
        with pytest.raises(Unreadable) as refused:
            read(packed(frames[limit](beyond)))
    finally:
        limits.use([])
    assert refused.value.problem.rule == "file-too-large"
    assert f"--limit {limit}=" in refused.value.problem.fix


def test_one_text_in_many_rows_is_counted_as_often_as_it_stands() -> None:
    data = packed(pl.DataFrame({"A": ["z" * 100_000] * 6000}))
    assert len(data) < 100_000
    with pytest.raises(Unreadable, match="600,000,000 bytes of text"):
        read(data)
