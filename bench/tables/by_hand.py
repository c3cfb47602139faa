"""What somebody would write by hand in Polars for this one table: the same checks, counts and row numbers."""

import re
import sys

import polars as pl

STATUS = ["open", "closed", "no-further-action", "transferred", "stepped-down"]
SOURCES = ["school", "police", "health", "family", "housing", "anonymous", "other"]
REQUIRED = ["case_id", "child_id", "team", "status", "referred_on", "age"]

frame = pl.read_csv(sys.argv[1], infer_schema=False).with_row_index("row", offset=2)
day = {name: pl.col(name).str.to_date("%Y-%m-%d", strict=False) for name in ("referred_on", "started_on", "ended_on")}
age, score = pl.col("age").cast(pl.Int64, strict=False), pl.col("score").cast(pl.Float64, strict=False)
visits = pl.col("visits").cast(pl.Int64, strict=False)
masks = {
    **{f"missing-value {name}": pl.col(name).is_null() for name in REQUIRED},
    "wrong-form case_id": ~pl.col("case_id").str.contains("^C[0-9]{8}$"),
    "unknown-code status": ~pl.col("status").is_in(STATUS),
    "unknown-code source": ~pl.col("source").is_in(SOURCES),
    **{f"no-such-date {name}": pl.col(name).is_not_null() & parsed.is_null() for name, parsed in day.items()},
    "wrong-type age": pl.col("age").is_not_null() & age.is_null(),
    "wrong-type score": pl.col("score").is_not_null() & score.is_null(),
    "wrong-type visits": pl.col("visits").is_not_null() & visits.is_null(),
    "out-of-range age": (age < -1) | (age > 25),
    "out-of-range score": (score < 0) | (score > 100),
    "out-of-range visits": visits < 0,
    "date-order started_on": day["started_on"] < day["referred_on"],
    "date-order ended_on": day["ended_on"] < day["started_on"],
    "duplicate-key case_id": pl.col("case_id").is_duplicated() & ~pl.col("case_id").is_first_distinct(),
}
marks = frame.select("row", *(mask.fill_null(False).alias(name) for name, mask in masks.items()))
for name in masks:
    rows = marks.filter(name)["row"].to_list()
    if rows:
        print(re.sub(" .*", "", name), len(rows), *rows)
