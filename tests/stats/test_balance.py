"""How many went for rather than against: by hand, by counting every outcome, and the laws of it."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.stats.balance import ahead

TENTHS = st.tuples(st.integers(0, 10), st.integers(0, 10)).filter(lambda one: sum(one) <= 10)
CHANCES = st.lists(TENTHS.map(lambda one: (one[0] / 10, one[1] / 10)), max_size=6)


def counted(chances: list[tuple[float, float]]) -> tuple[float, float]:
    """Every outcome there is, with its probability."""
    more = same = 0.0
    for ways in product((1, -1, 0), repeat=len(chances)):
        chance = 1.0
        for way, (up, down) in zip(ways, chances, strict=True):
            chance *= {1: up, -1: down, 0: 1 - up - down}[way]
        more += chance * (sum(ways) > 0)
        same += chance * (sum(ways) == 0)
    return more, same


@pytest.mark.parametrize(
    ("chances", "more", "same"),
    [
        ([], 0.0, 1.0),
        ([(1.0, 0.0)], 1.0, 0.0),
        ([(0.0, 1.0)], 0.0, 0.0),
        ([(0.6, 0.3)], 0.6, 0.1),
        ([(1.0, 0.0), (0.0, 1.0)], 0.0, 1.0),
        ([(1.0, 0.0), (1.0, 0.0), (0.0, 0.59)], 1.0, 0.0),
        ([(1.0, 0.0), (0.0, 0.59)], 0.41, 0.59),
    ],
)
def test_by_hand(chances: list[tuple[float, float]], more: float, same: float) -> None:
    assert ahead(chances) == pytest.approx((more, same))


@given(CHANCES)
def test_as_every_outcome_counted(chances: list[tuple[float, float]]) -> None:
    assert ahead(chances) == pytest.approx(counted(chances))


@given(CHANCES)
def test_order_is_nothing_and_the_two_sides_are_alike(chances: list[tuple[float, float]]) -> None:
    more, same = ahead(chances)
    assert ahead(chances[::-1]) == pytest.approx((more, same))
    against, as_many = ahead([(down, up) for up, down in chances])
    assert as_many == pytest.approx(same)
    assert more + same + against == pytest.approx(1.0)
