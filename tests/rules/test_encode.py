"""Values as matchers compare them: by hand, and in the order that the values themselves have."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.model.facts import Fact
from inspector.model.ladder import STANDINGS
from inspector.model.problems import CannotComplete
from inspector.rules.encode import LARGEST, encode_fact, encode_facts, encode_value, ordered, sort_of

CASES = yaml.safe_load((Path(__file__).parent / "encode.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['value']!r} as {case['type']}" for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    if "refused" in case:
        with pytest.raises(ValueError, match=case["refused"]):
            encode_value(case["value"], case["type"])
    else:
        encoded = encode_value(case["value"], case["type"])
        assert (encoded, type(encoded)) == (case["is"], type(case["is"]))


def test_the_largest_is_the_last_that_fits_64_bits_with_a_sign() -> None:
    assert len(LARGEST.to_bytes(8, signed=True)) == 8
    with pytest.raises(OverflowError):
        (LARGEST + 1).to_bytes(8, signed=True)


SIX_DECIMALS = st.integers(-(10**15), 10**15).map(lambda n: n / 1_000_000)
OF_A_TYPE = st.sampled_from(["number", "date", "standing"]).flatmap(
    lambda kind: st.tuples(
        st.just(kind), *[{"number": SIX_DECIMALS, "date": st.dates(), "standing": st.sampled_from(STANDINGS)}[kind]] * 2
    )
)


@given(OF_A_TYPE)
def test_what_is_encoded_stands_in_the_order_of_the_values(case: tuple[Any, Any, Any]) -> None:
    kind, one, other = case
    height = STANDINGS.index if kind == "standing" else lambda value: value
    encoded = [encode_value(value, kind) for value in (one, other)]
    assert (encoded[0] < encoded[1]) == (height(one) < height(other))
    assert (encoded[0] == encoded[1]) == (one == other)


def test_types_that_have_an_order_and_those_of_one_sort() -> None:
    types: tuple[Any, ...] = ("string", "number", "integer", "boolean", "date", "standing")
    assert [ordered(one) for one in types] == [False, True, True, False, True, True]
    assert [sort_of(one) for one in types] == ["string", "number", "number", "boolean", "date", "standing"]


def test_only_the_fields_wanted_of_the_kinds_wanted_are_encoded_in_the_order_of_the_ids() -> None:
    facts = [
        Fact(id=id, kind=kind, fields={"n": n, "word": "w"})
        for id, kind, n in (("b", "k", 2), ("a", "k", 1), ("c", "l", 3))
    ]
    found = encode_facts(facts, {"k": {"n": "integer", "missing": "date"}})
    assert [(one.id, one.kind, one.attrs) for one in found] == [
        ("a", "k", {"n": 1_000_000}),
        ("b", "k", {"n": 2_000_000}),
    ]


def test_a_value_of_another_type_is_told_by_its_fact_and_field() -> None:
    with pytest.raises(CannotComplete, match=r"facts, at f, field day.* is not a date"):
        encode_fact(Fact(id="f", kind="k", fields={"day": "soon", "other": 1}), {"day": "date", "other": "integer"})
