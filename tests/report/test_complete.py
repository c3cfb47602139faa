"""Every format has everything of a result that `complete.yaml` says it has, and can be read by those it is for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.report.assurance_words import loud
from inspector.report.document.selections import asking
from inspector.report.harmless import plain
from inspector.report.wording import phrases
from tests.report.reading import FIRST, first, grade_of
from tests.report.results import EXAMPLES, result
from tests.report.test_words import OLDEST
from tests.report.texts_of import READ, close, text_of

PARTS = yaml.safe_load(Path(__file__).with_name("complete.yaml").read_text(encoding="utf-8"))


def at(value: Any, way: list[str]) -> Iterator[Any]:
    """What stands there in a document; nothing where a key is lacking."""
    if not way:
        yield value
    elif way[0] == "*":
        for one in value:
            yield from at(one, way[1:])
    elif value is not None and way[0] in value:
        yield from at(value[way[0]], way[1:])


def lacking(example: str, form: str) -> list[str]:
    """What of an example a format does not have; `test_paper.py` asks it of those that take long to make."""
    document = {**result(example), "asked": asking(result(example))}  # type: ignore[arg-type]
    text = close(text_of(example, form))
    return [
        f"{part['part']}: {word}"
        for part in PARTS
        if form in part["in"]
        for entry in at(document, part["at"])
        for key in part["keys"]
        for word in (entry[key] if isinstance(entry[key], list) else [entry[key]])
        if word is not None
        and not any(close(plain(one)) in text for one in (word, _untitled(word, entry), _quiet(word)))
    ]


def _quiet(word: str) -> str:
    """A sentence with the name of a verdict where it has the word, loud: so the page has it."""
    for verdict, name in phrases()["verdicts"].items():
        word = word.replace(verdict.upper().replace("-", " "), name)
    return word


def _untitled(word: str, entry: dict[str, Any]) -> str:
    """A sentence that begins with the title of what it is about, without that: it stands above it already."""
    return word.removeprefix(entry.get("title", "")) or word


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_format_has_all_that_it_should_and_reads_easily(example: str) -> None:
    """What stands first can be read by somebody of 13, all of it by somebody of 14."""
    said = close(loud(result(example)))  # type: ignore[arg-type]
    for form in READ:
        assert lacking(example, form) == [], form
        text = text_of(example, form)
        assert grade_of(first(form, text)) < FIRST, form
        assert grade_of(text) < OLDEST, form
        assert form not in ("screen", "full") or said in close(text), form


def test_the_parts_are_there() -> None:
    """Each part stands in one of the examples at least: else nothing would be asked of it."""
    documents = [{**result(one), "asked": asking(result(one))} for one in EXAMPLES]  # type: ignore[arg-type]
    assert [part["part"] for part in PARTS if not any(any(at(one, part["at"])) for one in documents)] == []
