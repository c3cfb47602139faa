"""The signals drawn from trajectories tell nothing of where a series stands: move it, and every word stays."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from inspector import signals
from inspector.model.facts import Fact

from .cases import build

NAMES = ("balancing", "held", "step-pattern", "rebase-claims", "regression-to-the-mean")


def facts(block: dict[str, Any], better: str, names: tuple[str, ...] = NAMES) -> list[Fact]:
    linked = {"indicator": "a", "better": better, "balancing_indicator": "b", "definition_changes": ["2024-01-01"]}
    evidence = build(
        {
            "indicators": [linked, {"indicator": "b", "better": "down" if better == "up" else "up"}],
            "figures": [{"indicator": name, "from": "2023-04", **block} for name in ("a", "b")],
        }
    )
    return [fact for name in names for fact in signals.load(name).measure(evidence)]


@st.composite
def eighths(draw: st.DrawFn) -> list[float]:
    """Numbers whose shifts and doublings are exact, with or without a step or a spell."""
    n, start = draw(st.integers(6, 36)), draw(st.integers(2, 33))
    noise = draw(st.lists(st.integers(-16, 16), min_size=n, max_size=n))
    rise = draw(st.sampled_from([0, 60, -60]))
    return [(x + (rise if i >= start else 0)) / 8 for i, x in enumerate(noise)]


@settings(max_examples=30)
@given(eighths(), st.sampled_from([-64.0, 1024.0]), st.sampled_from([0.25, 8.0]))
def test_plain_numbers_shifted_or_in_another_unit(values: list[float], shift: float, scale: float) -> None:
    names = (*NAMES, "ceiling")
    assert facts({"values": values}, "up", names) == facts(
        {"values": [scale * (v + shift) for v in values]}, "up", names
    )


@settings(max_examples=30)
@given(eighths(), st.lists(st.integers(10, 150), min_size=36, max_size=36))
def test_a_mirrored_proportion(values: list[float], of: list[int]) -> None:
    below = of[: len(values)]
    above = [round(d * min(1.0, max(0.0, 0.5 + v / 16))) for d, v in zip(below, values, strict=True)]
    mirrored = [d - x for x, d in zip(above, below, strict=True)]
    names = (*NAMES, "ceiling")
    one = facts({"numerators": above, "denominators": below}, "up", names)
    assert one == facts({"numerators": mirrored, "denominators": below}, "down", names)


def test_the_ceiling_tells_nothing_but_that_it_is_there() -> None:
    for top in (98, 99, 100):
        (fact,) = [
            f for f in facts({"numerators": [top] * 12, "denominators": 100}, "up", ("ceiling",)) if "/a" in f.id
        ]
        assert dict(fact.fields) == {"indicator": "a", "title": "a", "room_left": False}
        assert not any(mark.isdigit() for mark in fact.says)
