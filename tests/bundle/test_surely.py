"""What is right beyond doubt is right by `jsonschema`; and what is right is mostly found so."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.bundle.schema import json_schema
from inspector.bundle.schema.surely import surely

EXAMPLES = sorted((Path(__file__).parents[2] / "evidence" / "examples").iterdir())

BOUNDS = st.sampled_from([0, 1, 2, 2.5])
TEXTS = st.sampled_from(["", "a", "ab", "a\n", "b", "é", "2025-03-31", "2025-02-30", "1899-12-31", "1"])
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.sampled_from([-1, 0, 1, 3, 1.0, 2.5]) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=6,
)
TYPE = st.sampled_from(["object", "array", "string", "integer", "number", "boolean", "null"])
PLAIN = st.fixed_dictionaries({}, optional={
    "type": TYPE | st.lists(TYPE, min_size=1, max_size=2, unique=True),
    "enum": st.lists(TEXTS | st.sampled_from([0, 1, True]), min_size=1, max_size=3),
    "const": TEXTS | st.booleans() | st.just(1),
    "pattern": st.sampled_from(["^a", "a$", "[0-9]", r"\$$"]), "format": st.sampled_from(["date", "date-time"]),
    "formatMinimum": st.just("2025-01-01"), "formatMaximum": st.just("2025-12-31"),
    "minimum": BOUNDS, "maximum": BOUNDS, "minLength": st.integers(0, 2), "maxLength": st.integers(0, 2),
    "minItems": st.integers(0, 2), "maxItems": st.integers(0, 2), "uniqueItems": st.just(True),
    "title": st.just("a"), "x-record": st.just("id"), "not": st.just({"type": "string"}),
})  # fmt: skip
RULES: st.SearchStrategy[Any] = st.recursive(
    PLAIN | st.booleans(),
    lambda inner: st.fixed_dictionaries({}, optional={
        "type": TYPE, "required": st.lists(st.sampled_from("abc"), unique=True), "items": inner,
        "properties": st.dictionaries(st.sampled_from("abc"), inner, max_size=3), "additionalProperties": inner,
        "patternProperties": st.dictionaries(st.sampled_from(["a", "^b"]), inner, max_size=1),
        "prefixItems": st.lists(inner, min_size=1, max_size=2),
    }),
    max_leaves=5,
)  # fmt: skip


@given(RULES, VALUES)
def test_what_is_surely_right_is_right(rules: Any, value: Any) -> None:
    if surely(rules, value):
        assert not list(json_schema.validator(rules, ours=True).iter_errors(value))


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_a_manifest_that_is_right_is_found_so(folder: Path) -> None:
    document = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert surely(json_schema.schema("bundle"), document)
    changes: list[dict[str, Any]] = [
        {"resources": []}, {"authority": ""}, {"period": {"start": "2025-02-30"}}, {"authority": 1.0}
    ]  # fmt: skip
    for change in changes:
        assert not surely(json_schema.schema("bundle"), document | change)
