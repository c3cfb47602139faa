import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.bundle.schema.json_schema import validator
from inspector.bundle.schema.patterns import PatternRefused, matches, refuse, steps, which


@pytest.mark.parametrize(
    ("pattern", "many"),
    [
        ("abc", 3),
        ("a{300}", 300),
        ("(a{10}){30}", 300),
        ("(ab|c){2,4}x", 13),
        (r"\p{L}{4}[^]a]{5}", 9),
        ("(a?){0,9}", 9),
    ],
)
def test_steps_are_characters_with_repetitions_written_out(pattern: str, many: int) -> None:
    assert steps(pattern) == many


@pytest.mark.parametrize("pattern", ["a{300}", "^(a+)+$", "[0-9]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", r"\p{Lu}\w*"])
def test_patterns_within_the_limit_are_taken(pattern: str) -> None:
    refuse(pattern)


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("a{301}", "301 steps, and the limit is 300"),
        ("(a{20}){20}", "--limit pattern-steps="),
        ("((((a{90}){90}){90}){90}){999999999999999999999}", "pattern-steps"),
        ("(a", "unclosed group"),
        ("(?=a)", "look-around"),
        (r"(a)\1", "backreferences"),
        ("a)(b", "unopened group"),
        (3, "a text is asked"),
        (None, "a text is asked"),
    ],
)
def test_others_are_refused_in_words(pattern: object, says: str) -> None:
    with pytest.raises(PatternRefused, match=re.escape(says)):
        refuse(pattern)


def test_a_text_that_keeps_pythons_engine_busy_for_ever() -> None:
    assert which("(a+)+", ["a" * 5000, "a" * 5000 + "!"], whole=True) == [True, False]
    assert not matches("^(a|aa)+$", "a" * 5000 + "!")


def test_the_end_is_the_end_and_a_comment_swallows_nothing() -> None:
    assert not matches("^a$", "a\n")
    assert which("(?x)a b # and so on", ["ab", "abc"], whole=True) == [True, False]
    assert which("max", ["MAX", "max\n"], whole=True, ignore_case=True) == [True, False]


@given(st.text(alphabet="ab-1 \n", max_size=8), st.sampled_from(["a+b*", "(ab|1)-", "^a.b", "b$", "[^a]{2}", r"\d|\s"]))
def test_simple_patterns_mean_what_they_mean_to_python(text: str, pattern: str) -> None:
    assert matches(pattern, text) == (re.search(pattern.replace("$", r"\Z"), text) is not None)
    assert which(pattern, [text], whole=True) == [re.fullmatch(pattern.replace("$", r"\Z"), text) is not None]


def test_a_validator_of_outside_rules_ends() -> None:
    rules = {"type": "object", "patternProperties": {"^(a+)+$": {"pattern": "^(b+)+$"}}}
    broken = [list(e.absolute_path) for e in validator(rules).iter_errors({"a" * 50: "b" * 50 + "!", "a!": "c"})]
    assert broken == [["a" * 50]]
