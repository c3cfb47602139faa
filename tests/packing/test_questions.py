"""The file of answers: what is written is read again as it was, and what is no answer is told with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.model.limits import most
from inspector.model.problems import CannotComplete
from inspector.packing.questions import NONE, Question, as_yaml, from_yaml, settled

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).map(str.strip).filter(bool)
KEYS = st.tuples(st.just("files"), WORDS, st.sampled_from(["columns", "codes"]), WORDS)


@given(st.dictionaries(KEYS, WORDS, max_size=6), st.text(max_size=30))
def test_what_is_written_is_read_again(answers: dict[tuple[str, ...], str], why: str) -> None:
    questions = [Question(key, f"What is it? {why}", ("a", why), why, why) for key in answers]
    assert from_yaml(as_yaml(questions, answers, f"inspector {why}").encode(), "a.yaml") == answers


@given(st.lists(KEYS, max_size=6, unique=True))
def test_what_is_not_answered_is_empty(keys: list[tuple[str, ...]]) -> None:
    questions = [Question(key, "What is it?") for key in keys]
    found = from_yaml(as_yaml(questions, {}, "inspector").encode(), "a.yaml")
    assert found == dict.fromkeys(keys, "")
    assert settled(questions, found, "a.yaml") == {}


@pytest.mark.parametrize(("text", "told"), [
    ("authority: [a]\n", "a.yaml:1: error [answers]"),
    ("authority: a\nauthority: b\n", "a.yaml:2: error [answers] 'authority' stands twice"),
    ("authority: &a x\nperiod: *a\n", "refers to itself"),
    ("autority: x\n", "did you mean 'authority'?"),
    ("period:\n  start: 2024-04-01\n end: 2025-03-31\n", "a.yaml:3"),
    ("just a text\n", "no answer to anything"),
    ("- a\n", "no answer to anything"),
    ("files: {a: {b: {c: {d: {e: {f: {g: x}}}}}}}\n", "no answer to anything"),
    ("? [a]\n: b\n", "the name of an answer is no text"),
    ("authority: \x00\n", "[answers]"),
    ("files: " + "{a: " * 5000, "[answers]"),
])  # fmt: skip
def test_what_is_no_file_of_answers(text: str, told: str) -> None:
    with pytest.raises(CannotComplete) as failure:
        from_yaml(text.encode(), "a.yaml")
    assert told in str(failure.value)


def test_bytes_that_are_no_text_and_a_file_that_is_too_long() -> None:
    with pytest.raises(CannotComplete, match="not UTF-8"):
        from_yaml(b"authority: \xff\n", "a.yaml")
    line, end = b"#" * (most("yaml-bytes") - 1), b"\n"
    assert from_yaml(line + end, "a.yaml") == {}
    with pytest.raises(CannotComplete, match="yaml-bytes"):
        from_yaml(line + end + end, "a.yaml")


CHOICE = Question(("files", "a.csv", "kind"), "What is it?", ("one-team", "several-teams", NONE), "one-team")
FREE = Question(("files", "a.csv", "columns", "team"), "Which column is it?", ("Team",), free=True)
DAY = Question(("period", "start"), "Since when?", day=True, proposed="2024-04-01")


@pytest.mark.parametrize(("question", "said", "meant"), [
    (CHOICE, "one-team", "one-team"), (CHOICE, " One Team ", "one-team"), (CHOICE, "none", NONE), (CHOICE, "ok", "one-team"),
    (CHOICE, "the lot", None), (CHOICE, "", ""), (CHOICE, "= x", None),
    (FREE, "= North", "= North"), (FREE, "=", None), (FREE, "team", "Team"), (FREE, "ok", None),
    (Question(("register", "x", "measure"), "What sort?", ("outcome", NONE), required=False), "ok", NONE),
    (DAY, "2024-04-01", "2024-04-01"), (DAY, "01/04/2024", None), (DAY, "2024-13-01", None), (DAY, "2024-02-30", None),
    (DAY, "ok", "2024-04-01"),
])  # fmt: skip
def test_how_an_answer_is_read(question: Question, said: str, meant: str | None) -> None:
    assert question.read(said) == meant


def test_a_wrong_answer_is_told_with_the_choices() -> None:
    with pytest.raises(CannotComplete) as failure:
        settled([CHOICE], {CHOICE.key: "one-teem"}, "a.yaml")
    told = str(failure.value)
    assert "'one-teem' is no answer to 'files: a.csv: kind'" in told
    assert "one of one-team, several-teams, none" in told
    assert "did you mean 'one-team'?" in told
