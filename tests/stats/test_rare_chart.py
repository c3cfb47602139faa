"""Charts of rare events by hand, and against what the R package qicharts2 answers where its answers are at hand."""

import csv
from collections import defaultdict

import pytest

from inspector.stats.rare_chart import RareLimits, g_limits, t_limits
from tests.shared_data import reference


def test_times_between_by_hand() -> None:
    # Raised to 1/3.6 these are 1, 2, 1, 2: their mean is 1.5, each range 1, so 3 / 1.128 = 2.6596 either way.
    found = t_limits([1.0, 2.0**3.6, 1.0, 2.0**3.6])
    assert found is not None
    assert (found.centre, found.lower, found.upper) == pytest.approx((1.5**3.6, 0.0, 4.159574468**3.6))


def test_cases_between_by_hand() -> None:
    # A mean of 4, so 3 times the root of 20; the median of four is halfway between the two in the middle.
    found = g_limits([0, 3, 5, 8])
    assert found is not None
    assert (found.centre, found.lower, found.upper) == pytest.approx((4.0, 0.0, 4 + 3 * 20**0.5))


def test_too_few_for_limits() -> None:
    assert (t_limits([]), g_limits([])) == (None, None)
    assert t_limits([5.0]) == RareLimits(pytest.approx(5.0), None, None)


def test_against_the_r_package() -> None:
    groups: dict[tuple[str, ...], list[dict[str, str]]] = defaultdict(list)
    with reference("spc-rare/points.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["chart"] in ("t", "g"):
                groups[row["series_id"], row["chart"], row["screened"], row["part"]].append(row)
    assert len(groups) > 10
    for (name, sort, screened, _), rows in groups.items():
        values = [float(r["count_or_value"]) for r in rows if r["baseline"] == "TRUE" and r["include"] == "TRUE"]
        found = t_limits(values, screened == "TRUE") if sort == "t" else g_limits(values)
        assert found is not None
        for limit, column in ((found.upper, "ucl"), (found.lower, "lcl"), (found.centre, "centre")):
            given = rows[0][column]
            if given and limit is not None:
                assert limit == pytest.approx(float(given), rel=1e-9, abs=1e-9), (name, column)
