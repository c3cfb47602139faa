"""Limits before a change and since it: where they begin anew, what is coloured, and where no limit can be."""

import math
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.stats.judgement import CALLS, Judgement
from inspector.stats.stretches import Reading, read
from inspector.stats.xmr import Direction, chart, point_type

CASES = yaml.safe_load((Path(__file__).parent / "stretches.yaml").read_text(encoding="utf-8"))
LETTERS = {"common_cause": ".", "special_cause_improvement": "b", "special_cause_concern": "w"}


def judged(call: str, onset: int | None, sudden: float = 0.98, slow: float = 0.01, wide: int = 1) -> Judgement:
    names = ("sudden-loss", "gradual-loss") if call == "loss" else ("sudden-gain", "gradual-gain")
    high = None if onset is None else onset + wide - 1
    return Judgement(
        call, call, 0.9, tuple(zip(names, (sudden, slow), strict=True)), 20, 1.0, 0.5, 1.5, onset, onset, high,  # type: ignore[arg-type]
    )  # fmt: skip


def reading(case: dict[str, Any]) -> tuple[Reading, int]:
    last = case.get("before_last", [])
    count = case.get("before", 12)
    former = [(9, 11)[place % 2] + case.get("shift", 0) for place in range(count - len(last))] + last
    call = case.get("call", "sudden-gain")
    values = [*former, *case["since"]]
    onset = None if call in ("no-change", "too-few-points") else count
    judgement = judged(call, onset, case.get("sudden", 0.98), case.get("slow", 0.01), case.get("wide", 1))
    return read(values, judgement, range(len(values)), case.get("better", "up"), case.get("most")), count


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_where_limits_come_from_and_what_stands_out(case: dict[str, Any]) -> None:
    found, onset = reading(case)
    assert found.anew == (onset if case["anew"] else None)
    direction: Direction = "decrease" if case.get("better") == "down" else "increase"
    letters = "".join(LETTERS[point_type(point, direction)] for point in found.points)
    assert letters[:onset] == case.get("shown_before", "." * onset)
    assert letters[onset:] == case.get("shown", letters[onset:])
    former = found.stretches[0]
    assert former.basis == case.get("basis", "before")
    assert former.figures == case.get("figures", former.figures)
    for stretch, (basis, figures, lower, upper) in zip(found.stretches, case.get("limits", []), strict=False):
        assert (stretch.basis, stretch.figures) == (basis, figures)
        assert stretch.lower == (None if lower is None else pytest.approx(lower))
        assert stretch.upper == (None if upper is None else pytest.approx(upper))


numbers = st.lists(st.floats(0, 1) | st.floats(-50, 50), min_size=1, max_size=30)


@given(numbers, st.sampled_from(CALLS), st.data(), st.sampled_from(["up", "down"]))
def test_colours_come_after_the_change_and_limits_stay_within_what_can_be(
    values: list[float], call: str, data: st.DataObject, better: Any
) -> None:
    moved = call not in ("no-change", "too-few-points")
    onset = data.draw(st.integers(1, len(values))) if moved else None
    wide = data.draw(st.integers(1, 5))
    most = max(1.0, *values) if min(values) >= 0 else None
    found = read(values, judged(call, onset, 0.97, 0.02, wide), range(len(values)), better, most)
    assert len(found.points) == len(values)
    held = onset is not None and onset < len(values)
    assert all(point.cause == "common-cause" for point in found.points[: onset if held else 0])
    for stretch in found.stretches:
        assert 0 <= stretch.first <= stretch.last <= stretch.until == len(values) - 1
        assert stretch.lower is None or min(values) < 0 or stretch.lower >= 0
        assert stretch.upper is None or most is None or stretch.upper <= most
        mine = values[stretch.first : stretch.last + 1]
        assert stretch.centre == pytest.approx(math.fsum(mine) / len(mine), abs=1e-9)
    assert (found.anew is not None) == (len(found.stretches) == 2)


@given(st.lists(st.floats(-50, 50), min_size=13, max_size=40))
def test_without_a_change_the_chart_is_the_published_one(values: list[float]) -> None:
    found = read(values, judged("no-change", None), range(len(values)), "up", None)
    whole = chart(values)
    assert [point.cause for point in found.points] == [point.cause for point in whole]
    assert found.stretches[0].centre == whole[0].centre
    assert found.stretches[0].upper == whole[0].upper
