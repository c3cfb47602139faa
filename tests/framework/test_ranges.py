"""Ranges of versions, by cases, and against Python's own reading of them."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from packaging.specifiers import SpecifierSet

from inspector.framework import ranges

CASES = yaml.load((Path(__file__).parent / "ranges.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
VERSIONS = st.tuples(*[st.integers(0, 12)] * 3).map(lambda parts: ".".join(map(str, parts)))
BOUNDS = st.tuples(st.sampled_from([">=", "<=", "==", "!=", ">", "<"]), VERSIONS).map("".join)


@pytest.mark.parametrize("case", CASES, ids=[repr(case["range"]) for case in CASES])
def test_what_lies_in_a_range(case: dict[str, Any]) -> None:
    within = ranges.read(case["range"])
    if "holds" not in case:
        assert within is None
        return
    assert within is not None
    assert [version for version in case["holds"] if not ranges.holds(version, within)] == []
    assert [version for version in case["not"] if ranges.holds(version, within)] == []


@given(st.lists(BOUNDS, min_size=1, max_size=3).map(",".join), VERSIONS)
def test_bounds_are_those_of_python_packages(text: str, version: str) -> None:
    within = ranges.read(text)
    assert within is not None
    assert ranges.holds(version, within) == SpecifierSet(text).contains(version)
