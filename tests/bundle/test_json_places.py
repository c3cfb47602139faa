"""Where JSON that is refused goes wrong: the cases of json_places.yaml, and a twin key wherever it is put."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.bundle.open import json_places
from inspector.bundle.open.strict_json import parse
from inspector.model.remarks import Unreadable

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "json_places.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_what_is_refused_is_pointed_at(case: dict[str, Any]) -> None:
    with pytest.raises(Unreadable) as refused:
        parse(case["text"].encode(), "a.json")
    where = refused.value.problem.where
    assert [where.line, where.column] == case["at"]
    assert case["says"] in refused.value.problem.message


@pytest.mark.parametrize(("depth", "read"), [(64, True), (65, False)])
def test_nesting_is_read_to_its_limit(depth: int, read: bool) -> None:
    text = "\n" + "[" * depth + "]" * depth
    if read:
        assert parse(text.encode(), "a.json")
        return
    with pytest.raises(Unreadable) as refused:
        parse(text.encode(), "a.json")
    assert (refused.value.problem.where.line, refused.value.problem.where.column) == (2, 65)


VALUES = st.recursive(
    st.none() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(VALUES)
def test_json_without_twins_has_none(value: Any) -> None:
    assert json_places.twin(json.dumps(value, indent=1)) is None


@given(st.dictionaries(st.text(), VALUES, min_size=1), VALUES, st.text())
def test_a_twin_is_found_where_it_stands(first: dict[str, Any], more: Any, text: str) -> None:
    key = list(first)[-1]
    start = json.dumps([text, more], indent=1)[:-2] + ",\n" + json.dumps(first)[:-1] + ",\n"
    line, column = start.count("\n") + 1, 1
    assert json_places.twin(f"{start}{json.dumps(key)}: 1}}]") == (line, column)
