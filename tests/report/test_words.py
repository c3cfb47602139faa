"""The words of the reports: plain enough for a reader of about 14, and no blame in them."""

import re
from collections.abc import Iterator
from typing import get_args

from inspector.model.recommendations import Status
from inspector.report.wording import phrases

OLDEST = 9.0
"""The school grade (Flesch and Kincaid 1975) of a reader of 14 to 15."""
BLAME = (
    "manipulated",
    "cheat",
    "fraud",
    "guilty",
    "culprit",
    "fail",
    "blame",
    "lied",
    "falsified",
    "suspicious",
    "fault",
)


def said(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from said(part)
    elif isinstance(value, list):
        for part in value:
            yield from said(part)
    else:
        yield re.sub(r"\{[a-z]+\}", "7", str(value))


def syllables(word: str) -> int:
    groups = len(re.findall(r"[aeiouy]+", word))
    mute = word.endswith("e") and not word.endswith(("le", "ee"))
    past = word.endswith("ed") and word[-3:-2] not in "td"
    return max(1, groups - (1 if (mute or past) and groups > 1 else 0))


def grade(text: str) -> float:
    sentences = [part for part in re.split(r"[.!?;:]+\s", text) if re.search("[a-z]", part)]
    words = re.findall(r"[a-z']+", text.lower())
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def sentences() -> list[str]:
    return [text for text in said(phrases()) if text.endswith(".")]


def test_the_measure_knows_plain_from_stiff() -> None:
    assert grade("The cat sat on the mat. It was warm. ") < 2
    assert (
        grade("Notwithstanding considerable organisational deficiencies, evaluation methodologies necessitate it. ")
        > 15
    )


def test_a_reader_of_14_can_read_the_reports() -> None:
    assert len(sentences()) > 25
    assert grade(" ".join(sentences()) + " ") < OLDEST


def test_no_sentence_runs_on() -> None:
    for text in sentences():
        for sentence in re.split(r"(?<=[.!?])\s", text):
            assert len(sentence.split()) <= 28, sentence


def test_nothing_reads_as_blame() -> None:
    for text in said(phrases()):
        assert not [word for word in BLAME if re.search(rf"\b{word}", text.lower())], text


def test_every_status_of_a_recommendation_has_words() -> None:
    assert list(phrases()["tracked"]) == list(get_args(Status))
