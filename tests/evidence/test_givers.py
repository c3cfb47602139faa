"""Whose hand gave something: the authority's own however it is spelt, or another body's."""

from datetime import date
from typing import Any

import pytest

from inspector.evidence.givers import by_another, given_by, hands, is_own
from inspector.evidence.verified import judged, remarks, rows_of, vouched
from inspector.model.evidence import Evidence, Figure, Indicator, Resource
from tests.verified import looked

DAYS = [date(2025, month, 1) for month in range(1, 11)]
BASE = Evidence(
    authority="Brackenshire County Council", period_start=DAYS[0], period_end=date(2025, 12, 31), digest="0" * 64,
    indicators=(Indicator(resource="r", row=2, indicator="a", title="A", better="up", recorded_by="The Recorders"),),
    figures=tuple(Figure(resource="f", row=n, indicator="a", period_start=d, period_end=d, value=1) for n, d in enumerate(DAYS)),
)  # fmt: skip


@pytest.mark.parametrize(
    "name",
    ["Brackenshire Council", "  brackenshire  council", "BRACKENSHIRE", "Brackenshire internal audit", "internal audit",
     "Children's Services", "nobody", "", None, "n/a", "the recorders", "performance team"],
)  # fmt: skip
def test_one_hand_however_it_is_spelt(name: str | None) -> None:
    assert is_own(name, BASE)


@pytest.mark.parametrize(
    "name", ["Healthwatch", "Brackenshire Police", "Regional audit office", "Harrow School", "NHS Trust"]
)
def test_another_body(name: str) -> None:
    assert not is_own(name, BASE)


def test_the_same_hand_twice_is_one() -> None:
    assert len(hands(["Healthwatch", "healthwatch ", "The Healthwatch", "police"])) == 2


def test_only_what_another_body_gave_and_sealed_corroborates() -> None:
    for body, sealed, counts in (
        ("Healthwatch", True, True),
        ("Healthwatch", False, False),
        ("internal audit", True, False),
    ):
        evidence = looked(BASE, body, sealed, indicator="a")
        assert by_another(evidence, evidence.verifications[0]) is counts
        assert (vouched(evidence, "a") is not None) is counts
    assert not given_by(BASE, "nowhere").another


@pytest.mark.parametrize(
    ("more", "counts"),
    [({"looked_at": 5, "agreed": 5}, True), ({"looked_at": 4, "agreed": 4}, False), ({"agreed": 18}, True),
     ({"agreed": 17}, False), ({"period_end": DAYS[4]}, True), ({"period_end": DAYS[3]}, False)],
)  # fmt: skip
def test_how_much_must_be_looked_at_and_agree(more: dict[str, object], counts: bool) -> None:
    assert judged(looked(BASE, "Healthwatch", indicator="a", **more))[0].counts is counts


def test_rows_in_words() -> None:
    assert rows_of("20, 2-13;5") == [(2, 13), (5, 5), (20, 20)]
    assert rows_of("13-2") == [(2, 13)]
    assert rows_of(None) == []


def why(evidence: Evidence) -> str:
    (one,) = judged(evidence)
    assert not one.counts
    return one.why


def test_a_look_after_the_period_needs_the_day_of_submission() -> None:
    """Nobody can look at the last month before it is over: what was found is read, and counts where the day was before."""
    late = looked(BASE, "Healthwatch", indicator="a", looked_on=date(2026, 1, 20), agreed=9)
    assert "after the period ended" in why(looked(BASE, "Healthwatch", indicator="a", looked_on=date(2026, 1, 20)))
    assert judged(late)[0].few_agreed
    handed_in = BASE.model_copy(update={"submitted_at": date(2026, 1, 20)})
    assert vouched(looked(handed_in, "Healthwatch", indicator="a", looked_on=date(2026, 1, 20)), "a")
    assert "submitted" in why(looked(handed_in, "Healthwatch", indicator="a", looked_on=date(2026, 1, 21)))


def test_no_more_can_be_looked_at_than_were_counted() -> None:
    counts = tuple(f.model_copy(update={"value": None, "numerator": 3.0, "denominator": 12.0}) for f in BASE.figures)
    counted = BASE.model_copy(update={"figures": counts})
    assert vouched(looked(counted, "Healthwatch", indicator="a", looked_at=120, agreed=120), "a")
    assert "121 were looked at of 120 counted" in why(
        looked(counted, "Healthwatch", indicator="a", looked_at=121, agreed=121)
    )


@pytest.mark.parametrize(
    ("more", "fix"),
    [({"looked_on": date(2026, 1, 20)}, "submitted_at"), ({"agreed": 21}, "only that body"), ({"agreed": 17}, "nine in ten"),
     ({"sealed": False}, "sealed_in")],
)  # fmt: skip
def test_what_counts_for_nothing_says_what_would_mend_it(more: dict[str, Any], fix: str) -> None:
    of_figures = Resource(name="f", path="f", kind="indicators", sha256="0" * 64, bytes=1, rows=10)
    evidence = looked(BASE.model_copy(update={"resources": (of_figures,)}), "Healthwatch", indicator="a", **more)
    assert [fix in one.fix for one in remarks(evidence)] == [True]


def test_the_folder_of_the_body_that_looked_is_asked_nothing_it_cannot_answer() -> None:
    own = BASE.model_copy(update={"authority": "Healthwatch", "figures": ()})
    assert remarks(looked(own, "Healthwatch", indicator="a")) == []
    assert len(remarks(looked(own, "Healthwatch", indicator="a", agreed=21))) == 1
