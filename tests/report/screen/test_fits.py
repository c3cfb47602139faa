"""Whatever a result holds, one screen has room for it: no line too many or too wide, and no word broken."""

import re
from typing import Any

import pytest

from inspector.model.words import plain
from inspector.report.screen.look import LINES
from inspector.report.wording import phrases
from tests.report.results import EXAMPLES, HOSTILE, hostile, result
from tests.report.screen import made
from tests.report.screen.laid_out import fits, lines_of, texts_in, words_of

OURS = words_of(texts_in(phrases()))
WORDS = "IMPROVING|VERDICT|EMERGING|SLIPPING|STATIC|DETERIORATING|NOT|EVIDENCED|TRUSTED|COULD"
OWN = re.compile(rf"[█▓░·]+|…|(?:sha256:)?[0-9a-f]{{8}}|\d+|\w+ \d{{4}}|{WORDS}")
MONTHS = words_of("January February March April May June July August September October November December")


def broken(document: dict[str, Any], lines: list[str]) -> set[str]:
    """The words of a screen that are neither whole words of the document nor ours."""
    texts = plain(texts_in({name: part for name, part in document.items() if name != "pictures"}))
    known = OURS | MONTHS | words_of(texts) | {one.partition("/")[0] for one in words_of(texts)}
    return {word for line in lines for word in words_of(line) if word not in known and not OWN.fullmatch(word)}


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("columns", [80, 97, 120])
def test_an_example(example: str, columns: int) -> None:
    lines = lines_of(result(example), columns)
    fits(lines, columns)
    assert broken(result(example), lines) == set()


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("count", [0, 1, 6, 9, 10, 12, 40])
def test_a_foreign_framework_of_so_many_themes(count: int, columns: int) -> None:
    document = made.with_themes(count)
    lines = lines_of(document, columns)
    fits(lines, columns)
    assert broken(document, lines) == set()
    assert any("not one of those shipped" in line for line in lines)
    assert not any("told by --full" in line for line in lines) or not count
    if count <= 9:
        assert sum("Theme number" in line for line in lines if line[:1] in "█▓░·") == count


@pytest.mark.parametrize("words", made.WORDS.values(), ids=made.WORDS)
def test_names_and_sentences_of_any_length_and_script(words: str) -> None:
    for columns in (80, 120):
        lines = lines_of(made.with_text(words), columns)
        fits(lines, columns)
        assert "VERDICT: IMPROVING, on paper" in lines[1]
        assert "W" * 3 not in "".join(lines)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text(text: str) -> None:
    for columns in (80, 120):
        lines = lines_of(hostile(text), columns)
        fits(lines, columns)
        assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize("word", made.every_verdict())
def test_every_verdict(word: str) -> None:
    lines = lines_of(made.every_verdict()[word])
    fits(lines, 80)
    assert lines[1].startswith(f"VERDICT: {word.replace('-', ' ').upper()}, on paper")
    assert {line.partition("  ")[0] for line in lines} >= {"For", "Against", "Rests on", "Ask first", "More"}


@pytest.mark.parametrize("assurance", ["on-paper", "committed", "verified"])
def test_the_assurance_stands_with_the_verdict(assurance: str) -> None:
    for word, document in made.every_verdict().items():
        document["verdict"] |= {
            "assurance": assurance,
            "could_be": {"as_it_stands": word, "low": "deteriorating", "high": word},
        }
        lines = lines_of(document)
        fits(lines, 80)
        said = f"VERDICT: {word.replace('-', ' ').upper()}, {assurance.replace('-', ' ')}"
        assert lines[1].startswith(said)
        assert word == "deteriorating" or "could be down to DETERIORATING" in " ".join(lines)


def test_a_result_of_nothing() -> None:
    lines = lines_of(made.emptied())
    fits(lines, 80)
    assert sum(line.startswith("For  ") or line.startswith("Against  ") for line in lines) == 2


@pytest.mark.parametrize("columns", [1, 40, 60, 79])
def test_a_narrow_terminal_has_more_lines_and_none_too_wide(columns: int) -> None:
    for example in EXAMPLES:
        lines = lines_of(result(example), columns)
        assert len(lines) < LINES * 80 // max(40, columns)
        fits(lines[: LINES - 1], max(40, columns))
