"""Whose hand gave something: the authority's own however it is spelt, or another body's."""

from datetime import date

import pytest

from inspector.evidence.givers import by_another, given_by, hands, is_own
from inspector.evidence.verified import judged, rows_of, vouched
from inspector.model.evidence import Evidence, Figure, Indicator
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
