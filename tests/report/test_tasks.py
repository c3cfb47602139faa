"""A new reader finds the answers on the page, on its first two pages or one click away, in words a thirteen-year-old reads."""

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.report.results import EXAMPLES, page
from tests.report.test_html import VOID

TASKS = yaml.safe_load(Path(__file__).with_name("tasks.yaml").read_text(encoding="utf-8"))
ENDS = {"p", "li", "h1", "h2", "h3", "h4", "th", "td", "dt", "dd", "blockquote", "summary", "figcaption", "caption"}
"""What ends a sentence although no full stop does."""


class Parts(HTMLParser):
    """The text of each element with an id, the text of the heading before which it stands, and the links of each."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.texts: dict[str, str] = {}
        self.links: dict[str, list[str]] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        for name in self._inside():
            if tag == "a":
                self.links.setdefault(name, []).append(str(known.get("href")))
        if tag not in VOID:
            self.open.append((tag, known.get("id") or ""))

    def handle_endtag(self, tag: str) -> None:
        for name in self._inside():
            self.texts[name] = self.texts.get(name, "") + ("\n" if tag in ENDS else " ")
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any(tag in ("style", "desc") for tag, _ in self.open):
            return
        for name in self._inside():
            self.texts[name] = self.texts.get(name, "") + data

    def _inside(self) -> list[str]:
        return [name for _, name in self.open if name]


@cache
def parts_of(example: str) -> Parts:
    return Parts(page(example))


def flat(text: str) -> str:
    return " ".join(text.split())


def after(parts: Parts, name: str, summary: str) -> str:
    """The text of a part; of a heading what follows it on the first two pages."""
    own = flat(parts.texts[name])
    return summary[summary.index(own) :] if len(own) < 60 and own in summary else own


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task["task"])
def test_the_answer_stands_where_it_is_looked_for(task: dict[str, Any]) -> None:
    parts = parts_of(task["example"])
    summary = flat(parts.texts["summary"])
    for place in task["places"]:
        said = after(parts, place["id"], summary) if place["id"] != "what-if" else flat(parts.texts["would_change"])
        assert [one for one in place["says"] if not any(way in said for way in one.split("|"))] == [], place["id"]
    first = task["places"][0]["id"]
    if task["clicks"] == 0:
        assert flat(parts.texts[first]) in summary
    else:
        assert f'<li><a href="#{first}">' in page(task["example"])


def syllables(word: str) -> int:
    """As Flesch counts them, nearly: groups of vowels, without an e at the end that is not heard."""
    groups = len(re.findall("[aeiouy]+", word.lower()))
    silent = word.lower().endswith("e") and not word.lower().endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)


def reading_age(text: str) -> float:
    """Flesch and Kincaid's grade, plus five years (Kincaid and others, 1975)."""
    sentences = [one for one in re.split(r"[.?!]\s|\n", f"{text}\n") if re.search("[A-Za-z]{2}", one)]
    words = re.findall(r"[A-Za-z][A-Za-z'-]*", text)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59 + 5


def test_the_formula_gives_what_is_published_of_it() -> None:
    assert reading_age("The cat sat on the mat.") == pytest.approx(-1.45 + 5, abs=0.01)
    hard = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
    assert reading_age(hard) == pytest.approx(11.3 + 5, abs=1.0)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_two_pages_are_read_at_thirteen(example: str) -> None:
    text = parts_of(example).texts["summary"]
    assert len(text.split()) > 200
    assert reading_age(text) < 13
