"""What people write where they are asked what they saw: `seen_words.yaml` says what it is taken for."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.proof.seen_words import IN_WORDS, SEEN, answer_and_note, plainly, why_not

CASES: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "seen_words.yaml").read_text(encoding="utf-8"))
EACH = [(answer, text) for answer, texts in CASES.items() for text in texts]

BEGINS = tuple(
    re.findall(
        r"\S+",
        "seen s yes y ok okay found true 1 confirmed as all there correct fully tick sighted saw verified evidenced matches "
        "agreed ja j ges vu oui ✓ ✔ ☑ ✅ wedi",
    )
)


@pytest.mark.parametrize(("answer", "text"), EACH, ids=[f"{answer or 'blank'}: {text!r}" for answer, text in EACH])
def test_what_it_is_taken_for(answer: str, text: str) -> None:
    assert answer_and_note(text)[0] == (None if answer == "asked" else answer)
    if answer == "asked":
        assert why_not(text)


@pytest.mark.parametrize("seen", SEEN)
def test_our_own_words_are_read(seen: str) -> None:
    assert answer_and_note(IN_WORDS[seen]) == (seen, "")  # type: ignore[index]
    assert answer_and_note(seen) == (seen, "")


@given(
    st.sampled_from([text for text in CASES["seen"] if text]),
    st.sampled_from(["but", "not", "only", "never", "?", "wrong"]),
)
def test_no_answer_of_seen_outlives_a_doubt(text: str, doubt: str) -> None:
    assert answer_and_note(f"{text}, {doubt} the date")[0] != "seen"


@given(st.text(max_size=60))
def test_nothing_is_taken_for_seen_that_does_not_begin_so(text: str) -> None:
    answer, note = answer_and_note(text)
    assert answer in (*SEEN, "", None)
    assert note == "" or note in text
    if answer == "seen":
        assert plainly(text).startswith(BEGINS)
