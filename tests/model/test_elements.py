"""Elements of JSON as places: in order, within one another, and as runs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.bundle.kinds import PARTS as PARTS_OF_KINDS
from inspector.model.elements import PARTS as PARTS_IN_JSON
from inspector.model.elements import count, place, runs, within

PATHS = st.sets(
    st.builds(
        lambda owner, part: f"reviews[{owner}]" + (f".{part[0]}[{part[1]}]" if part else ""),
        st.integers(0, 12),
        st.none() | st.tuples(st.sampled_from(["actions", "factors"]), st.integers(0, 12)),
    )
)


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        ([], []),
        (["a[3]"], ["a[3]"]),
        (["a[10]", "a[2]", "a[9]"], ["a[2]", "a[9-10]"]),
        (["a[3].b[1]", "a[3].b[0]", "a[4].b[2]"], ["a[3].b[0-1]", "a[4].b[2]"]),
        (["a[3].b[1]", "a[3]", "a[3].c[1]", "a[33].b[1]"], ["a[3]", "a[33].b[1]"]),
        (["a[0]", "b[1]", "a[1]"], ["a[0-1]", "b[1]"]),
    ],
    ids=["none", "one", "by number", "in parts", "an element stands for what is in it", "two arrays"],
)
def test_runs_of_what_is_left(paths: list[str], told: list[str]) -> None:
    assert runs(within(paths)) == told


@given(PATHS)
def test_runs_name_what_they_were_made_of_and_nothing_else(paths: set[str]) -> None:
    again = set()
    for run in runs(paths):
        first, last = re.fullmatch(r".*\[(\d+)(?:-(\d+))?\]", run).groups()  # type: ignore[union-attr]
        array = run[: run.rindex("[")]
        again |= {f"{array}[{n}]" for n in range(int(first), int(last or first) + 1)}
    assert again == paths
    assert sum(count(run) for run in runs(paths)) == len(paths)


def test_parts_stand_where_json_has_them() -> None:
    there = {schema: (kind, part) for kind, parts in PARTS_OF_KINDS.items() for part, schema in parts.items()}
    assert there == PARTS_IN_JSON
    assert place("recommendations", 2) == "recommendations[0]"
    assert place("recommendation-actions", 5) == "recommendations[3].actions"
    assert runs(["recommendations[3].actions", "recommendations[0]"]) == [
        "recommendations[3].actions",
        "recommendations[0]",
    ]
    assert count("recommendations[3].actions") == 1
