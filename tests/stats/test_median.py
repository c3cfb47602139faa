import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from inspector.stats.median import median


@given(st.lists(st.floats(-1e6, 1e6), min_size=1))
def test_it_is_the_median_that_numpy_knows(values: list[float]) -> None:
    assert median(np.array(values)) == np.median(values)
