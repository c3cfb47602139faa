"""What every lint says of one sentence of `strangers.yaml`, put where it stands into a small sound framework.

What is said of the same framework with an empty sentence in that place is left out: it is not about the words.
"""

import tempfile
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from inspector import lints
from tests.lints.framework_of import loaded, written

Half = Literal["mend", "measure"]
Remark = tuple[str, str]
"""A level and the lint that speaks."""
LISTS: dict[str, list[dict[str, str]]] = yaml.safe_load(
    (Path(__file__).parent / "strangers.yaml").read_text(encoding="utf-8")
)
EMPTY = {
    "rule": "Something was tried.",
    "question": "What was tried last?",
    "title": "What people learn",
    "indicator": "Visits each month",
    "practice": "People meet and say what they learned.",
}
# A sentence alone cannot tell the onset or the sureness of what its rule measures, and whether a question is closed says nothing
# of what it asks for: these want more words or another form, whatever the words are about.
OTHER = {"change-not-told", "change-without-sureness", "number-not-told", "words-against-conclusion", "yes-no-question"}


def half(place: int) -> Half:
    """The half of the sentence at this place of its list, counted from 0."""
    return "measure" if place % 2 else "mend"


def of(sort: str, wanted: Half) -> list[tuple[str, str]]:
    """The places and words of one half of a list."""
    return [next(iter(one.items())) for at, one in enumerate(LISTS[sort]) if half(at) == wanted]


def said(place: str, words: str) -> frozenset[Remark]:
    """What is said of a sentence, each remark once."""
    return _all_said(place, words) - _baseline(place)


@cache
def _baseline(place: str) -> frozenset[Remark]:
    return _all_said(place, EMPTY[place])


def _all_said(place: str, words: str) -> frozenset[Remark]:
    with tempfile.TemporaryDirectory() as folder:
        framework, _, vocabulary = loaded(written(Path(folder), _parts(place, words)))
    found = (one for id in lints.ids() for one in lints.load(id).examine(framework, vocabulary))
    return frozenset((one.level, one.rule) for one in found if one.rule not in OTHER)


def _parts(place: str, words: str) -> dict[str, Any]:
    """The parts of a framework in which the words stand: what else is there measures a change."""
    if place == "title":
        return {"framework": {"title": words}}
    if place == "indicator":
        return {"indicators": [{"id": "watched", "title": words}]}
    if place == "practice":
        return {"practice": words}
    return {"says": words} if place == "rule" else {"ask": [words]}
