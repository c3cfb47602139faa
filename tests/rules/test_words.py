from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.rules import words
from inspector.rules.words import fill, percentage, say, spoken
from tests.rules.small import pace

CASES = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8"))
WAYS = [(case["value"], way, told) for case in CASES for way, told in case.items() if way != "value"]


@pytest.mark.parametrize(("value", "way", "told"), WAYS, ids=[f"{way} {value!r}" for value, way, _ in WAYS])
def test_values_in_words(value: Any, way: str, told: str) -> None:
    assert getattr(words, way)(value) == told


@given(st.floats(-1e9, 1e9))
def test_numbers_keep_six_digits_and_have_no_exponent(value: float) -> None:
    assert "e" not in say(value)
    assert float(say(value)) == pytest.approx(value, rel=1e-5, abs=1e-300)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (1.0, "over 0.99"),
        (0.9901, "over 0.99"),
        (0.99, "0.99"),
        (0.9, "0.90"),
        (0.005, "0.01"),
        (0.0049, "under 0.01"),
        (0.0, "under 0.01"),
        (1, "1"),
    ],
)
def test_a_probability_is_never_certain(value: float, told: str) -> None:
    bound = {"a": pace("a", probability=value, more_better=value, steps=value)}
    assert fill("{a.probability} {a.more_better}", bound) == f"{told} {told}"
    assert fill("{a.steps}", bound) == spoken(value)


@given(st.floats(0, 1, exclude_min=True, exclude_max=True))
def test_a_part_is_never_rounded_to_none_or_to_all(share: float) -> None:
    assert percentage(share) not in ("0%", "100%")
    assert spoken(share) not in ("0", "1")


def test_sentences() -> None:
    bound = {"pace": pace("p", count=3, last=date(2024, 4, 1))}
    assert fill("{pace.count} by {pace.last}; {pace.share}, {who.name}", bound) == (
        "3 by 1 April 2024; not stated, not stated"
    )


def test_only_a_fraction_whose_name_says_that_it_is_a_share_reads_as_a_percentage() -> None:
    bound = {"a": pace("a", share=0.25, kept_share=0.5, share_faded=0.125, shares=0.25, rate=0.25, open_share=2)}
    told = fill("{a.share} {a.kept_share} {a.share_faded} {a.shares} {a.rate} {a.open_share}", bound)
    assert told == "25% 50% 12% 0.25 0.25 2"


def test_what_is_no_place_stays_as_it_is() -> None:
    bound = {"a1": pace("a1", **{"f-2": 3})}
    assert (
        fill("{A1.f-2} {a1.f-2}; {a1} {a1.} {1a.f} {a1.f-2.g}", bound) == "not stated 3; {a1} {a1.} {1a.f} {a1.f-2.g}"
    )


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, "0 tests were"), (1, "1 test was"), (1.0, "1 test was"), (2, "2 tests were"), (1.5, "1.5 tests were")],
)
def test_words_agree_with_the_number(count: float, told: str) -> None:
    assert fill("{a.count} {a.count|test was|tests were}", {"a": pace("a", count=count)}) == told


def test_a_word_may_be_empty_and_one_without_a_number_is_of_many() -> None:
    bound = {"a": pace("a", one=1, two=2, told=True)}
    assert fill("idea{a.one||s} idea{a.two||s} {a.told|is|are} {a.none|is|are}", bound) == "idea ideas are are"


def test_what_the_facts_named_set_aside_is_told_once_after_the_sentence() -> None:
    late = "3 tests were recorded; 1 is set aside: entered late."
    bound = {alias: pace(alias, count=2).model_copy(update={"aside_says": late}) for alias in ("a", "b", "c")}
    assert words.told("{a.count}, {b.count}.", bound) == f"2, 2. {late}"
    assert words.told("{a.count|one|many}.", bound) == f"many. {late}"
    assert words.told("Nothing is named.", bound) == "Nothing is named."
    assert words.told("{gone.count}.", bound) == "not stated."
