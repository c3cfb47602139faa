"""The call and the points needed, at and beside every bound; the cases of the call are in `call.yaml`."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.stats.call import call_of, claimed, leaning, likeliest, needed
from inspector.stats.judgement import CALL_OF, Call

CASES = yaml.safe_load(Path(__file__).with_name("call.yaml").read_text("utf-8"))


def shares(likely: dict[Call, float]) -> dict[Call, float]:
    every: dict[Call, float] = dict.fromkeys(CALL_OF.values(), 0.0)
    return every | likely | {"no-change": 1.0 - sum(likely.values())}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    assert likeliest(shares(case["likely"]), case["points"]) == case["told"]


@pytest.mark.parametrize(
    ("told", "likely", "points", "call"),
    [
        # call.FEW: from 12 points on every call stands. call.SURE_IF_FEW: below, one that is 0.9 probable.
        ("loss", {"loss": 0.9}, 11, "loss"),
        ("loss", {"loss": 0.899}, 11, "too-few-points"),
        ("loss", {"loss": 0.5}, 12, "loss"),
        ("sudden-gain", {"sudden-gain": 0.45, "gradual-gain": 0.45}, 11, "sudden-gain"),
        ("sudden-gain", {"sudden-gain": 0.45, "gradual-gain": 0.44}, 11, "too-few-points"),
        ("faded-gain", {"faded-gain": 0.6, "sudden-gain": 0.35}, 11, "too-few-points"),
        ("no-change", {}, 11, "too-few-points"),
        ("no-change", {}, 12, "no-change"),
    ],
)
def test_below_twelve_points(told: Call, likely: dict[Call, float], points: int, call: Call) -> None:
    assert call_of(told, shares(likely), points) == call


@pytest.mark.parametrize(
    ("likely", "told"),
    [
        # call.LEANING: what is likelier than all else together, of a gain of either kind.
        ({"loss": 0.5}, None),
        ({"loss": 0.501}, ("loss", 0.501)),
        ({"gradual-gain": 0.3, "sudden-gain": 0.21}, ("gain", 0.51)),
        ({"gradual-gain": 0.3, "sudden-gain": 0.1, "faded-gain": 0.2, "loss": 0.1}, None),
        ({"faded-gain": 0.6, "gradual-gain": 0.3}, ("faded-gain", 0.6)),
        # That nothing changed is never said: so few points could not have shown it.
        ({"loss": 0.3}, None),
    ],
)
def test_what_the_chances_lean_to(likely: dict[Call, float], told: tuple[str, float] | None) -> None:
    found = leaning(shares(likely))
    assert found == (told if told is None else (told[0], pytest.approx(told[1])))


def test_what_a_call_claims_is_of_a_gain_that_it_is_one() -> None:
    likely = shares({"gradual-gain": 0.3, "sudden-gain": 0.25, "faded-gain": 0.2, "loss": 0.15})
    found = {call: claimed(call, likely) for call in likely if call != "too-few-points"}
    assert found == pytest.approx(
        {"gradual-gain": 0.55, "sudden-gain": 0.55, "faded-gain": 0.2, "loss": 0.15, "no-change": 0.1}
    )


@pytest.mark.parametrize(
    ("call", "probability", "points", "size", "more"),
    [
        # From 0.5 to 0.8 are log 4 = 1.386 log odds; at 60 over the square of the size: 60 * 1.386 / 4 = 20.8.
        ("loss", 0.5, 24, 2.0, 24 + 21),
        # A change of less than one sd counts as one: 83.2.
        ("loss", 0.5, 24, 1.0, 24 + 84),
        ("loss", 0.5, 24, 0.3, 24 + 84),
        ("loss", 0.5, 24, 1.1, 24 + 69),
        # What is less probable than 0.01 counts as that: (1.386 + 4.595) * 60 / 9 = 39.9.
        ("loss", 0.01, 24, 3.0, 24 + 40),
        ("loss", 0.0, 24, 3.0, 24 + 40),
        # 89.7 with a size of 2.
        ("loss", 0.0, 24, 2.0, 24 + 90),
        # (1.386 + 3.892) * 60 / 9 = 35.2
        ("loss", 0.02, 24, 3.0, 24 + 36),
        # call.SURE: nothing is needed from 0.8 on; just below it is one point at least.
        ("loss", 0.8, 24, 2.0, None),
        ("loss", 0.799, 24, 2.0, 25),
        # Except where the call is that there are too few points.
        ("too-few-points", 0.8, 11, 2.0, 12),
        ("too-few-points", 0.95, 11, 2.0, 12),
        ("too-few-points", 0.95, 8, 2.0, 12),
        ("too-few-points", 0.5, 11, 4.0, 11 + 6),
        # call.MOST: never above 120 points, and nothing is needed of who has them.
        ("loss", 0.5, 119, 2.0, 120),
        ("loss", 0.5, 99, 2.0, 120),
        ("loss", 0.5, 98, 2.0, 119),
        ("loss", 0.5, 120, 2.0, None),
        ("no-change", 0.5, 121, 2.0, None),
    ],
)
def test_how_many_points_it_would_take(
    call: Call, probability: float, points: int, size: float, more: int | None
) -> None:
    assert needed(call, probability, points, size) == more
