"""What one would expect of measures and what the verdict could be for all that is missing, case by case."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.model.derivations import KnownIndicator
from inspector.model.evidence import Before, Evidence, Figure, Indicator, SetAside
from inspector.model.facts import Fact
from inspector.model.ladder import VerdictWord
from inspector.model.problems import Where
from inspector.model.rules import Core, CoreMeasure, Framework, VerdictRow
from inspector.verdict.could_be import could_be
from inspector.verdict.expected import Dropped, Expected, Gaps
from inspector.verdict.movement import movement

CASES = yaml.safe_load((Path(__file__).parent / "expected.yaml").read_text(encoding="utf-8"))
HERE = Where(file="framework.yaml")
KNOWN = (
    KnownIndicator(id="visits", title="Visits"),
    KnownIndicator(id="talks", title="Talks"),
    KnownIndicator(id="moves", title="Moves", also_called=("children who moved",)),
)
CORE = (
    CoreMeasure(id="seen", title="whether children are seen", any_of=("visits", "talks"), where=HERE),
    CoreMeasure(id="moved", title="how often children move", any_of=("moves",), where=HERE),
)
FRAMEWORK = Framework(
    id="f", version="1.0.0", title="F", question="?", digest="", sources=(), themes=(), rules=(), verdicts=(), path="",
    indicators=KNOWN, core=Core(measures=CORE),
)  # fmt: skip


def starts(month: int) -> date:
    return date(2023 + (3 + month) // 12, (3 + month) % 12 + 1, 1)


def built(case: dict[str, Any]) -> Evidence:
    register, figures, aside = [], [], []
    for row, one in enumerate(case["measures"], 2):
        title = one.get("title", "Something")
        named = {"indicator": one["id"], "title": title, "better": "up", "same_as": one.get("same_as")}
        register.append(Indicator(resource="register", row=row, **named))
        step = one.get("every", 1)
        number = {"numerator" if one.get("alone") else "value": 1.0}
        # Holes are in the middle: the first figure is there, and the last ones.
        holes = range(step, step * (1 + one.get("holes", 0)))
        for month in range(0, one.get("months", 36) - step + 1, step):
            if month in holes:
                continue
            span = {"period_start": starts(month), "period_end": starts(month + step) - timedelta(days=1)}
            figures.append(Figure(resource="figures", row=month + 2, indicator=one["id"], **number, **span))
        if "aside" in one or "outside" in one:
            why = {"impossible": one.get("aside") == "impossible", "suppressed": one.get("aside") == "suppressed"}
            aside.append(
                SetAside(resource="figures", row=99, indicator=one["id"], says="", period_end=one.get("outside"), **why)
            )
    days = {name: case[name] for name in ("notified_on", "submitted_at") if name in case}
    return Evidence(
        authority="A", digest="", period_start=starts(0), period_end=case.get("period_end", date(2026, 3, 31)),
        indicators=tuple(register), figures=tuple(figures), set_aside=tuple(aside), **days,
    )  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    judged = [
        one["id"]
        for one in case["measures"]
        if one.get("judged", True) and one.get("months", 36) and not one.get("alone")
    ]
    gaps = Expected(built(case), FRAMEWORK).gaps(judged)
    assert [core.id for core in gaps.core] == case["core"]
    assert {one.indicator: one.why for one in gaps.dropped} == case["dropped"]


def test_what_had_never_been_registered_is_not_dropped_and_leaves_its_core_measure_missing() -> None:
    expected = Expected(built({"measures": [{"id": "visits", "months": 0}, {"id": "moves"}]}), FRAMEWORK)
    gaps = expected.gaps(["moves"], gone=["visits"])
    assert ([core.id for core in gaps.core], gaps.dropped) == (["seen"], ())


def test_an_earlier_submission_says_which_measures_and_later_figures_there_were() -> None:
    now = built({"measures": [{"id": "visits", "months": 34}, {"id": "moves"}]})
    was = built({"measures": [{"id": "visits", "months": 35}, {"id": "moves", "months": 20}, {"id": "gone"}]})
    days = {"period_start": was.period_start, "period_end": was.period_end, "known_on": was.period_end}
    before = Before(indicators=was.indicators, figures=was.figures, **days)
    gaps = Expected(now.model_copy(update={"before": before}), FRAMEWORK).gaps(["visits", "moves"])
    assert {one.indicator: one.why for one in gaps.dropped} == {"visits": "taken-back", "gone": "earlier"}


def gain(name: str) -> Fact:
    fields = {"call": "sudden-gain", "probability": 1.0, "indicator": name}
    return Fact(id=f"signal/trajectory/{name}", kind="signal/trajectory", fields=fields)


GAINS = [gain(name) for name in ("a", "b", "c")]


@pytest.mark.parametrize(
    ("gaps", "told"),
    [
        (Gaps(), (0, 0, 0.0, 0.999999)),
        (Gaps(core=CORE), (2, 0, 0.0, 0.999999)),
        (Gaps(core=CORE, dropped=(Dropped("gone", "unfilled"),)), (2, 1, 0.25, 0.0)),
        (Gaps(dropped=(Dropped("a", "stopped"),)), (0, 1, 0.333333, 0.999999)),
        (Gaps(dropped=(Dropped("a", "stopped"), Dropped("b", "stopped"))), (0, 2, 0.666667, 0.0)),
    ],
)
def test_at_worst_what_is_missing_is_lost(gaps: Gaps, told: tuple[float, ...]) -> None:
    found = movement(GAINS, {}, gaps)
    assert tuple(found[name] for name in ("core_missing", "dropped", "dropped_share", "more_better_at_worst")) == told
    assert found["more_better"] == 0.999999


def test_what_is_missing_counts_among_what_was_lost_at_worst() -> None:
    dropped = (Dropped("a", "stopped"), Dropped("gone", "unfilled"))
    found = movement(GAINS, {}, Gaps(core=CORE, dropped=dropped))
    assert (found["lost_share"], found["lost_share_at_worst"]) == (0.0, 0.666667)
    assert (found["more_lost"], found["more_lost_at_worst"]) == (0.0, 0.999999)
    none = movement(GAINS, {})
    assert (none["lost_share_at_worst"], none["more_lost_at_worst"]) == (none["lost_share"], none["more_lost"])


def entered(moves: Any, gaps: Gaps) -> VerdictRow:
    """A table of its own: whether more got better than worse."""
    word: VerdictWord = "improving" if movement(moves, {}, gaps)["more_better_at_worst"] >= 0.5 else "slipping"  # type: ignore[operator]
    return VerdictRow(id="row", verdict=word, says="", where=HERE)


@pytest.mark.parametrize(
    ("gaps", "told"),
    [
        (Gaps(core=CORE), ("improving", "improving", "improving")),
        (Gaps(core=CORE, dropped=(Dropped("gone", "earlier"),)), ("improving", "slipping", "improving")),
        (Gaps(dropped=(Dropped("a", "stopped"), Dropped("b", "stopped"))), ("improving", "slipping", "improving")),
    ],
)
def test_the_range_is_the_table_entered_with_everything_lost_and_everything_gained(gaps: Gaps, told: Any) -> None:
    assert could_be(GAINS, gaps, entered) == told


def test_where_no_measure_is_missing_there_is_no_range() -> None:
    assert could_be(GAINS, Gaps(), entered) is None
