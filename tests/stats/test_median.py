import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from inspector.stats.median import median, quantile


@given(st.lists(st.floats(-1e6, 1e6), min_size=1))
def test_it_is_the_median_that_numpy_knows(values: list[float]) -> None:
    assert median(np.array(values)) == np.median(values)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1), st.floats(0, 1))
def test_a_quantile_is_that_of_numpy_to_the_bit(values: list[float], share: float) -> None:
    assert quantile(np.array(values), share) == np.quantile(values, share)
