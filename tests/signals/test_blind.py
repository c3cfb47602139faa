"""No fact of a series, nor its sentence, tells where the series stands: move it, and every word stays."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.model.facts import Fact
from inspector.signals import claimed_effect, trajectory

from .cases import build

STARTS = st.dates(min_value=date(2023, 4, 1), max_value=date(2026, 1, 1))


def facts(block: dict[str, Any], better: str, starts: list[Any]) -> list[Fact]:
    evidence = build(
        {
            "indicators": [{"indicator": "a", "better": better}],
            "figures": [{"indicator": "a", "from": "2023-04", **block}],
            "log": [{"started_on": day, "indicator": "a"} for day in starts],
        }
    )
    return [*trajectory.measure(evidence), *claimed_effect.measure(evidence)]


@st.composite
def eighths(draw: st.DrawFn) -> list[float]:
    """Numbers whose shifts and doublings are exact, with or without a step."""
    n, start = draw(st.integers(6, 36)), draw(st.integers(3, 33))
    noise = draw(st.lists(st.integers(-16, 16), min_size=n, max_size=n))
    rise = draw(st.sampled_from([0, 40, -40]))
    return [(x + (rise if i >= start else 0)) / 8 for i, x in enumerate(noise)]


@settings(max_examples=40)
@given(
    eighths(), st.sampled_from([-64.0, 3.5, 1024.0]), st.sampled_from([0.25, 1.0, 8.0]), st.lists(STARTS, max_size=3)
)
def test_plain_numbers_shifted_or_in_another_unit(
    values: list[float], shift: float, scale: float, starts: list[Any]
) -> None:
    moved = [scale * (v + shift) for v in values]
    assert facts({"values": values}, "up", starts) == facts({"values": moved}, "up", starts)


@settings(max_examples=40)
@given(eighths(), st.lists(st.integers(10, 150), min_size=36, max_size=36), st.lists(STARTS, max_size=3))
def test_a_mirrored_proportion(values: list[float], of: list[int], starts: list[Any]) -> None:
    shares = [min(1.0, max(0.0, 0.5 + v / 16)) for v in values]
    below = of[: len(values)]
    above = [round(d * s) for d, s in zip(below, shares, strict=True)]
    mirrored = [d - x for x, d in zip(above, below, strict=True)]
    one = facts({"numerators": above, "denominators": below}, "up", starts)
    assert one == facts({"numerators": mirrored, "denominators": below}, "down", starts)
