"""Ask what figures of your own did: a frame in memory, no bundle and no file.

python examples/trend_of_own_data.py
"""

from datetime import date

import polars as pl

import inspector

months = pl.date_range(date(2023, 1, 1), date(2025, 6, 1), "1mo", eager=True)
seen = [
    52,
    49,
    55,
    51,
    48,
    53,
    50,
    54,
    47,
    52,
    51,
    50,
    53,
    49,
    52,
    60,
    63,
    61,
    66,
    62,
    64,
    65,
    61,
    66,
    63,
    65,
    62,
    67,
    64,
    66,
]
late = [9, 11, 8, 10, 12, 9, 10, 11, 9, 10, 8, 11, 10, 9, 12, 10, 9, 11, 10, 8, 11, 9, 10, 12, 9, 10, 11, 9, 10, 8]
figures = pl.concat(
    [
        pl.DataFrame({"series": "children seen alone", "better": "up", "period": months, "numerator": seen}),
        pl.DataFrame({"series": "visits that came late", "better": "down", "period": months, "numerator": late}),
    ]
).with_columns(pl.lit(80).alias("denominator"))

trends = inspector.trend(figures, name="visits")
print(trends)

print(trends.frame().select("series", "call", "probability", "onset", "held_periods"))

# Where somebody says that a new way of working began, the chart may start again. The judgement does not change by that.
began = inspector.trend(figures, rebase="2024-04-01", name="visits")
before, after = began.series_frame().filter(series="children seen alone")["centre"].unique(maintain_order=True)
print(f"mean before {before:.0f}%, after {after:.0f}%")
assert began["children seen alone"].judgement == trends["children seen alone"].judgement
