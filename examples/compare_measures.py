"""Lay the measures of a bundle side by side: what each did, how surely, and what the figures look like before and after.

The call comes from the probabilities of shapes. What this script adds is only how to look at it: nothing here judges.

python examples/compare_measures.py [BUNDLE]
"""

import sys

import polars as pl

import inspector

bundle = sys.argv[1] if len(sys.argv) > 1 else "evidence/examples/brackenshire"
found = inspector.assess(bundle)

moved = found.facts_frame("trajectory").select("indicator", "title", "call", "probability", "onset", "held_months")
figures = found.series_frame()

# A measure's own unit says nothing beside another's: lay each against its own spread.
spread = figures.group_by("indicator").agg(pl.col("value").mean().alias("mean"), pl.col("value").std().alias("sd"))
ends = (
    figures.join(spread, on="indicator")
    .with_columns(((pl.col("value") - pl.col("mean")) / pl.col("sd")).alias("z"))
    .sort("indicator", "period_start")
    .group_by("indicator", "better", maintain_order=True)
    .agg(pl.col("z").head(6).mean().alias("first_half_year"), pl.col("z").tail(6).mean().alias("last_half_year"))
)
table = moved.join(ends, on="indicator").sort("call", "indicator")

with pl.Config(tbl_rows=40, tbl_cols=10, fmt_str_lengths=44, tbl_width_chars=160, float_precision=2):
    print(table.drop("indicator"))

changed = table.filter(~pl.col("call").is_in(["no-change", "too-few-points"]))
print(f"{changed.height} of {table.height} measures changed for good or ill:")
for call, count in changed["call"].value_counts(sort=True).sort("call").iter_rows():
    print(f"  {call}: {count}")
asked = figures.filter("doubtful")["indicator"].n_unique()
print(f"A probe asks about figures of {asked} of them.")
