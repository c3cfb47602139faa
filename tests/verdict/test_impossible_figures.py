"""How many impossible figures expose an indicator: two at least, and more than one in ten."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from inspector.verdict.trust import _impossible


def evidence(impossible: int, kept: int, *, outside: int = 0) -> Any:
    aside = [SimpleNamespace(indicator="a", impossible=True)] * impossible + [
        SimpleNamespace(indicator="a", impossible=False)
    ] * outside
    return cast(Any, SimpleNamespace(set_aside=aside, figures=[SimpleNamespace(indicator="a")] * kept))


@pytest.mark.parametrize(
    ("impossible", "kept", "told"),
    [
        pytest.param(1, 3, {}, id="one is a slip, however short the series"),
        pytest.param(
            2,
            17,
            {"indicator/a": ["2 of its 19 figures are impossible"]},
            id="two of nineteen are more than one in ten",
        ),
        pytest.param(2, 18, {}, id="two of twenty are one in ten"),
        pytest.param(3, 27, {}, id="three of thirty are one in ten"),
        pytest.param(
            3, 26, {"indicator/a": ["3 of its 29 figures are impossible"]}, id="three of twenty-nine are more"
        ),
    ],
)
def test_more_than_one_in_ten_is_no_slip(impossible: int, kept: int, told: dict[str, list[str]]) -> None:
    assert _impossible(evidence(impossible, kept)) == told


def test_figures_outside_of_the_period_are_not_impossible() -> None:
    assert _impossible(evidence(0, 5, outside=5)) == {}
