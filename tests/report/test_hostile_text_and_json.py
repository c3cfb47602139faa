"""Text for a terminal and JSON: text from data neither drives a terminal nor turns the reading direction round."""

import json
import re

import pytest

from inspector.model.inspection import Inspection
from inspector.report.json import document, written
from inspector.report.text import render
from tests.inspected import inspected
from tests.report.results import HOSTILE, hostile

HIDDEN = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0001-\U000e007f]"


def calm() -> Inspection:
    return inspected("brackenshire")


def wild(text: str) -> Inspection:
    found = calm()
    first = found.findings[0].model_copy(update={"says": text, "ask": (text,)})
    theme = found.themes[0].model_copy(update={"title": f"Theme {text}", "asks": text})
    facts = tuple(fact.model_copy(update={"says": text}) for fact in found.facts)
    unjudged = tuple(one.model_copy(update={"why": text, "wanted": text}) for one in found.unjudged)
    return found.model_copy(
        update={"authority": text, "findings": (first, *found.findings[1:]), "facts": facts, "unjudged": unjudged,
                "themes": (theme, *found.themes[1:])}
    )  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_text_for_a_terminal(text: str) -> None:
    shown = render(wild(text))
    assert not re.search(HIDDEN, shown)
    assert "\n# injected" not in shown


@pytest.mark.parametrize("text", HOSTILE)
def test_json_keeps_the_text_and_hides_nothing(text: str) -> None:
    shown = written(hostile(text))
    assert not re.search(HIDDEN, shown)
    assert json.loads(shown) == hostile(text)


def test_letters_of_other_languages_stay_as_they_are() -> None:
    shown = written({**document(calm()), "name": "Llŷn, Łódź, 中文, 👩 \xa0"})
    assert "Llŷn, Łódź, 中文, 👩 \xa0" in shown
