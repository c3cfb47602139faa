"""Parquet at random: columns of every type, and bytes of the file spoilt, read as a table of the authority's own."""

import hashlib
import io
import json
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import polars as pl

from inspector.bundle import read_bundle
from tests.fuzz.damage import some_bytes
from tests.fuzz.fuzzer import Files, Fuzzer, answered

COLUMNS: tuple[tuple[Any, list[Any]], ...] = (
    (pl.String, ["x", "", None, "é", "\x1b"]),
    (pl.Int64, [1, None, -1, 2**62, 0]),
    (pl.UInt64, [1, 2**64 - 1, None, 0, 3]),
    (pl.Int8, [1, None, -128, 0, 127]),
    (pl.Float64, [0.5, float("nan"), float("inf"), None, 1e308]),
    (pl.Float32, [0.1, None, 1.0, 2.0, -0.0]),
    (pl.Boolean, [True, None, False, True, True]),
    (pl.Date, [date(2024, 2, 29), None, date(1, 1, 1), date(9999, 12, 31), date(1970, 1, 1)]),
    (pl.Datetime("us"), [datetime(2024, 1, 1), None, datetime(1, 1, 1), datetime(9999, 12, 31), datetime(1970, 1, 1)]),
    (pl.Datetime("ns", "Europe/London"), [datetime(2024, 1, 1), None, datetime(2024, 7, 1), None, None]),
    (pl.Time, [time(1, 2, 3), None, time(0), time(23, 59), None]),
    (pl.Duration("ms"), [timedelta(days=1), None, timedelta(0), timedelta(days=-1), None]),
    (pl.Decimal(38, 9), [Decimal("1.5"), None, Decimal("-1e20"), Decimal(0), None]),
    (pl.Binary, [b"\x00", None, b"\xff", b"x", b""]),
    (pl.Categorical, ["a", "b", None, "a", "a"]),
    (pl.List(pl.String), [["a"], None, [], [None], ["a", "b"]]),
    (pl.Struct({"a": pl.Int64}), [{"a": 1}, None, {"a": None}, {"a": 2}, None]),
    (pl.Null, [None] * 5),
)
TYPES = (
    {"type": "string"},
    {"type": "integer"},
    {"type": "number", "minimum": 0},
    {"type": "string", "format": "date"},
    {"type": "boolean"},
    {"type": "array", "items": {"type": "string"}},
    {"type": "string", "enum": ["x", "a"]},
)


@lru_cache(4096)
def _table(types: tuple[int, ...], compression: str) -> bytes:
    stream = io.BytesIO()
    columns = {
        f"c{place}": pl.Series(COLUMNS[one][1], dtype=COLUMNS[one][0], strict=False) for place, one in enumerate(types)
    }
    pl.DataFrame(columns).write_parquet(stream, compression=compression)  # type: ignore[arg-type]
    return stream.getvalue()


def make(random: Random) -> Files:
    """A table of one to three columns of any type under a row schema that expects any other, its bytes spoilt or not."""
    types = tuple(random.randrange(len(COLUMNS)) for _ in range(random.randint(1, 3)))
    data = _table(types, random.choice(("zstd", "snappy", "uncompressed", "gzip", "lz4")))
    if random.random() < 0.6:
        data = _spoilt(random, data)
    schema = {"type": "object", "properties": {f"c{place}": random.choice(TYPES) for place in range(len(types))}}
    resource = {
        "name": "t", "path": "t.parquet", "kind": "table", "row_schema": "t.schema.json",
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "bytes": len(data),
    }  # fmt: skip
    manifest = {
        "name": "x",
        "title": "t",
        "authority": "Example Council",
        "period": {"start": "2023-04-01", "end": "2026-03-31"},
        "resources": [resource],
    }
    return {
        "t.parquet": data,
        "t.schema.json": json.dumps(schema).encode(),
        "datapackage.json": json.dumps(manifest).encode(),
    }


def _spoilt(random: Random, data: bytes) -> bytes:
    """Bytes changed anywhere, or (more telling) within the footer alone, its length and its mark left as they are."""
    if random.random() < 0.3:
        return some_bytes(random, data, 3)
    size = int.from_bytes(data[-8:-4], "little")
    start = len(data) - 8 - size
    footer = bytearray(data[start:-8])
    for _ in range(random.randint(1, 4)):
        footer[random.randrange(len(footer))] = random.randrange(256)
    return data[:start] + bytes(footer) + data[-8:]


def hold(folder: Path) -> str:
    """`refused`, or how many rows were read."""
    reading = answered(read_bundle, folder)
    if reading is None:
        return "refused"
    return "read" if reading.tables else "refused"


FUZZER = Fuzzer("parquet_files", make, hold, in_suite=75)
