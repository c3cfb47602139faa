"""`inspector.trend`: files, and tables in memory in every shape that people have one in."""

import math
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest

import inspector

MONTHS = [f"{2023 + k // 12}-{k % 12 + 1:02}" for k in range(24)]
STEP = [10.0, 11.0, 12.0, 11.0] * 3 + [16.0, 17.0, 18.0, 17.0] * 3


class LikePandas:
    """What a frame of pandas has, as far as it is asked for."""

    def __init__(self, columns: dict[str, Sequence[Any]]) -> None:
        self.columns = list(columns)
        self._rows = list(zip(*columns.values(), strict=True))

    def itertuples(self, index: bool = True, name: str | None = "Pandas") -> Iterator[Any]:
        assert (index, name) == (False, None)
        return iter(self._rows)


class LikePandasByPeriod(LikePandas):
    """The same with its periods in a named index."""

    class index:  # noqa: N801
        names = ("period",)

    def reset_index(self) -> LikePandas:
        return LikePandas(COLUMNS)


class LikePandasSeries:
    """A series of pandas with its periods in a named index; its own name is that of the values."""

    index = LikePandasByPeriod.index

    def to_frame(self) -> LikePandasByPeriod:
        return LikePandasByPeriod({"value": STEP})


class LikeArrow:
    """What an Arrow table has, as far as it is asked for."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self._rows = rows

    @property
    def columns(self) -> list[list[Any]]:
        return [list(column) for column in zip(*(row.values() for row in self._rows), strict=True)]

    def to_pylist(self) -> list[dict[str, Any]]:
        return self._rows


ROWS = [{"series": "visits", "period": month, "value": value} for month, value in zip(MONTHS, STEP, strict=True)]
COLUMNS = {"series": ["visits"] * 24, "period": MONTHS, "value": STEP}
SHAPES: dict[str, Callable[[], Any]] = {
    "rows": lambda: ROWS,
    "a generator of rows": lambda: (row for row in ROWS),
    "columns": lambda: COLUMNS,
    "a frame of Polars": lambda: pl.DataFrame(COLUMNS),
    "like a frame of pandas": lambda: LikePandas(COLUMNS),
    "a lazy frame of Polars": lambda: pl.LazyFrame(COLUMNS),
    "periods in the index": lambda: LikePandasByPeriod({"series": COLUMNS["series"], "value": STEP}),
    "a series with periods in the index": lambda: LikePandasSeries(),
    "like an Arrow table": lambda: LikeArrow(ROWS),
    "dates": lambda: {**COLUMNS, "period": [date.fromisoformat(f"{month}-01") for month in MONTHS]},
    "moments": lambda: {**COLUMNS, "period": [datetime.fromisoformat(f"{month}-01") for month in MONTHS]},
    "arrays": lambda: {**COLUMNS, "value": np.array(STEP)},
    "whole numbers": lambda: {**COLUMNS, "value": [int(value) for value in STEP]},
    "decimals": lambda: {**COLUMNS, "value": [Decimal(str(value)) for value in STEP]},
    "text": lambda: {**COLUMNS, "value": [f"{value:.1f}" for value in STEP]},
    "other headings": lambda: {"Measure": COLUMNS["series"], "Month": MONTHS, "Figure": STEP},
    "rows that lack what does not apply": lambda: [*ROWS, {"period": "2025-01"}][:-1],
}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("trend") / "some.csv"
    pl.DataFrame(COLUMNS).write_csv(path)
    return path


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_gives_what_a_file_gives(shape: str, file: Path) -> None:
    given, read = inspector.trend(SHAPES[shape]()), inspector.trend(file)
    assert given.problems == ()
    assert given.frame().equals(read.frame())
    assert given.series_frame().equals(read.series_frame())
    assert read.frame().row(0, named=True)["call"] == "sudden-gain"


def test_it_says_what_the_command_line_says(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from inspector.cli import _run

    assert (
        _run(["trend", str(file), "--better", "down", "--rebase", "2024-01-01", "-o", str(file.with_suffix(".txt"))])
        == 0
    )
    given = inspector.trend(file, better="down", rebase="2024-01-01")
    assert f"{given}\n" == file.with_suffix(".txt").read_text(encoding="utf-8")
    assert given["visits"].judgement.call == "loss"
    assert capsys.readouterr().out == ""


def test_the_series_are_a_sequence_and_have_names() -> None:
    rows = [{**row, "series": name} for name in ("b", "a") for row in ROWS]
    given = inspector.trend(rows)
    assert [one.name for one in given] == ["b", "a"]
    assert given["a"] is given[1] is given[-1]
    assert given[:1] == (given["b"],)
    assert repr(given) == "<Trends of data: 2 series>"
    assert repr(given[0]) == "<Trend of b: 24 points, sudden-gain (probability 1.00)>"
    with pytest.raises(KeyError, match="'c' is no series of data; there are"):
        given["c"]
    assert given[0] in given
    assert given[0].name in given
    assert "c" not in given
    assert 5 not in given
    with pytest.raises(IndexError):
        given[2]


def test_a_row_a_series_and_a_row_a_figure() -> None:
    given = inspector.trend({"period": MONTHS, "numerator": STEP, "denominator": [40] * 24}, name="seen")
    row = given.frame().row(0, named=True)
    assert (row["series"], row["points"], row["better"], row["better_assumed"]) == ("seen", 24, "up", True)
    assert (row["first"], row["last"]) == (date(2023, 1, 1), date(2024, 12, 31))
    assert row["onset_low"] <= row["onset"] <= row["onset_high"]
    assert row["effect_low"] < row["effect"] < row["effect_high"]
    figures = given.series_frame()
    assert figures["value"].to_list() == [100 * value / 40 for value in STEP]
    assert figures["numerator"].to_list() == STEP
    assert set(figures["cause"]) <= {"common", "improvement", "concern"}
    assert figures["rule"].is_null().to_list() == [cause == "common" for cause in figures["cause"]]
    assert figures["upper"].min() > figures["centre"].max() > figures["lower"].max()  # type: ignore[operator]


def test_values_are_given_back_as_they_were() -> None:
    values = [1234567.125 + k for k in range(24)]
    assert inspector.trend({"period": MONTHS, "value": values}).series_frame()["value"].to_list() == values


def test_the_docstrings_name_every_column() -> None:
    import re

    given = inspector.trend(ROWS)
    for method in (given.frame, given.series_frame):
        assert set(method().columns) <= set(re.findall(r"`(\w+)`", method.__doc__ or ""))


def test_options_change_the_chart_and_never_the_judgement() -> None:
    plain = inspector.trend(ROWS)
    for options in (
        {"rebase": date(2024, 1, 1)},
        {"baseline": 12},
        {"two_in_three": "making-data-count"},
        {"screen": False},
    ):
        other = inspector.trend(ROWS, **options)  # type: ignore[arg-type]
        assert other[0].judgement == plain[0].judgement
    moved = inspector.trend(ROWS, rebase=[date(2024, 1, 1)])
    assert moved.series_frame()["centre"].n_unique() == 2
    assert inspector.trend(ROWS, baseline=12).series_frame()["centre"].unique().to_list() == [11.0]


def test_too_few_points_have_no_probability() -> None:
    row = inspector.trend(ROWS[:5]).frame().row(0, named=True)
    assert row["call"] == "too-few-points"
    assert [row[name] for name in ("probability", "onset", "effect")] == [None] * 3
    assert repr(inspector.trend(ROWS[:5])[0]) == "<Trend of visits: 5 points, too-few-points>"


def test_what_is_wrong_in_a_row_is_told_by_its_number() -> None:
    absent: list[Any] = [None, math.nan, "", "-", pl.Series([None]).to_list()[0]]
    rows = [*ROWS, {"series": "visits", "period": "soon", "value": 3}, {"period": "2025-01", "value": 3}]
    rows += [{"series": "gaps", "period": month, "value": value} for month, value in zip(MONTHS, absent, strict=False)]
    given = inspector.trend(rows)
    assert [(one.rule, one.where.row, one.where.file) for one in given.problems] == [
        ("not-a-period", 25, "data"),
        ("series-missing", 26, "data"),
        ("blank-figures", 27, "data"),
        ("suppressed-figures", 30, "data"),
    ]
    assert repr(given) == "<Trends of data: 2 series, 4 problems>"
    assert given["gaps"].values == ()
    assert "WHAT IS WRONG IN THE FILE" in str(given)


def test_the_notebook_shows_what_each_series_did() -> None:
    given = inspector.trend([{**row, "series": f"<script>{n}"} for n in range(22) for row in ROWS[:3]])
    text = given._repr_html_()
    assert "<script>" not in text
    assert "&lt;script&gt;21" not in text
    assert "and 2 more" in text
    assert "Too few points to tell" in text
    assert "A gain that began in Jan 2024" in inspector.trend(ROWS)._repr_html_()
