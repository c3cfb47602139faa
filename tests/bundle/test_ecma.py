"""Patterns mean what JSON Schema says they mean, in every engine that tries them: cases in ecma.yaml."""

import re
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.bundle.check.compile_schema import tests_of as compiled_tests
from inspector.bundle.schema.json_schema import validator
from inspector.bundle.schema.patterns import PatternRefused, matches, refuse, which

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "ecma.yaml").read_text(encoding="utf-8"))
GOOD = [case for case in CASES if "refused" not in case]


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case["pattern"])
def test_texts_hold_a_pattern_or_do_not(case: dict[str, Any]) -> None:
    assert which(case["pattern"], [*case["holds"], *case["not"]]) == [True] * len(case["holds"]) + [False] * len(
        case["not"]
    )


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case["pattern"])
def test_tables_and_documents_are_checked_alike(case: dict[str, Any]) -> None:
    texts = [text for text in (*case["holds"], *case["not"]) if text]
    cell = {"type": "string", "pattern": case["pattern"]}
    test = compiled_tests({"properties": {"a": cell}}, {"a"})["a", "pattern"]
    broken = pl.DataFrame({"a": texts}, schema={"a": pl.String}).select(test.alias("a"))["a"].to_list()
    assert broken == [text in case["not"] for text in texts]
    assert [not validator(cell).is_valid(text) for text in texts] == broken


@pytest.mark.parametrize("case", [case for case in CASES if "refused" in case], ids=lambda case: case["pattern"])
def test_what_the_standard_does_not_have_is_refused_in_words(case: dict[str, Any]) -> None:
    with pytest.raises(PatternRefused, match=re.escape(case["refused"])):
        refuse(case["pattern"])


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=8))
def test_a_text_written_letter_by_letter_is_itself(text: str) -> None:
    """Every character as \\u{…}, alone and in a class: the pattern holds the text and no text with one more letter."""
    codes = [f"\\u{{{ord(letter):x}}}" for letter in text]
    for pattern in ("".join(codes), "".join(f"[{code}]" for code in codes)):
        assert matches(f"^{pattern}$", text)
        assert not matches(f"^{pattern}$", text + "x")


PLAIN = st.text(alphabet="ab1_ -.", min_size=1, max_size=6)


PARTS = st.sampled_from([r"\d", r"\w", r"\s", "a", "[a-c]", "[^b]", r"[\d_]", r"\.", "(?:a|1)", "b?"])


@given(st.lists(PARTS, max_size=5), PLAIN)
def test_on_ascii_it_agrees_with_pythons_own_engine(parts: list[str], text: str) -> None:
    pattern = f"^{''.join(parts)}$"
    assert matches(pattern, text) == (re.search(pattern.removesuffix("$") + r"\Z", text, re.ASCII) is not None)
