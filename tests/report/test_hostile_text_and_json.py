"""Text for a terminal and JSON: text from data neither drives a terminal nor turns the reading direction round."""

import json
import re

import pytest

from inspector import framework as frameworks
from inspector.model.inspection import Inspection
from inspector.report import framework
from inspector.report.document.make import document
from inspector.report.document.written import written
from inspector.report.workbench import shown
from tests.inspected import inspected
from tests.report.results import HOSTILE, as_text, hostile

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
    shown = as_text(wild(text))
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


@pytest.mark.parametrize("text", HOSTILE)
def test_a_framework_in_words_and_as_json(text: str) -> None:
    found = frameworks.read(frameworks.find("munro"))
    theme = found.themes[0].model_copy(update={"title": text, "asks": text})
    rule = found.rules[0].model_copy(update={"says": text, "ask": (text,)})
    row = found.verdicts[0].model_copy(update={"says": text})
    wild = found.model_copy(
        update={"title": text, "question": text, "themes": (theme, *found.themes[1:]), "rules": (rule, *found.rules[1:]),
                "verdicts": (row, *found.verdicts[1:])}
    )  # fmt: skip
    assert not re.search(HIDDEN, framework.text(wild) + shown.to_json(wild))
    assert json.loads(shown.to_json(wild))["title"] == text
    assert "\n# injected" not in framework.text(wild)
