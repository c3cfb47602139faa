"""The page: complete, linked both ways, without anything that runs or is fetched."""

import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from inspector.model.problems import CannotComplete
from inspector.report import render, wording
from inspector.report.wording import phrases
from tests.report.results import EXAMPLES, HOSTILE, hostile, result
from tests.report.results import page as page_of

VOID = {"meta", "br", "img", "link", "input", "hr"}
ALLOWED = {
    "a", "article", "aside", "blockquote", "body", "caption", "circle", "code", "dd", "desc", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "g", "h1", "h2", "h3", "h4", "head", "header", "html", "li", "line", "main", "meta",
    "nav", "ol", "p", "path", "rect", "section", "small", "span", "strong", "style", "summary", "svg", "table", "tbody", "td",
    "text", "th", "thead", "title", "tr", "ul",
}  # fmt: skip


PARTS = ("summary", "stories", "measures", "voices", "claims", "recommendations", "visit", "case_against", "would_change",
         "questions", "unsaid", "calibration", "fieldwork", "on_site", "appendix", "not_performance", "fields")  # fmt: skip


class Page(HTMLParser):
    """What is on a page: elements with their attributes, and whether they nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, attribute: str) -> list[str]:
        return [str(attrs[attribute]) for _, attrs in self.tags if attribute in attrs]


@pytest.mark.parametrize("example", EXAMPLES)
def test_nothing_runs_and_nothing_is_fetched(example: str) -> None:
    text = page_of(example)
    page = Page(text)
    assert {tag for tag, _ in page.tags} <= ALLOWED
    assert all(target.startswith("#") for target in page.all("href"))
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on") or name in ("src", "style")]
    assert "url(" not in text
    assert "@import" not in text
    assert len(text.encode()) < 1_000_000


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_link_leads_somewhere_and_ids_are_unique(example: str) -> None:
    page = Page(page_of(example))
    ids = Counter(page.all("id"))
    assert max(ids.values()) == 1
    assert {target[1:] for target in page.all("href")} <= set(ids)
    assert {name for names in page.all("aria-labelledby") for name in names.split()} <= set(ids)


@pytest.mark.parametrize("example", EXAMPLES)
def test_each_finding_links_to_its_evidence_and_back(example: str) -> None:
    document = result(example)
    targets = set(Page(render(document, "html")).all("href"))
    for number, finding in enumerate(document["findings"], 1):
        assert f"#finding-{number}" in targets or not finding["facts"]
    used = {name for finding in document["findings"] for name in finding["facts"]}
    for number, fact in enumerate(document["facts"], 1):
        assert fact["id"] not in used or f"#fact-{number}" in targets


@pytest.mark.parametrize("example", EXAMPLES)
def test_headings_follow_in_order_and_the_parts_stand_in_theirs(example: str) -> None:
    page = Page(page_of(example))
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    parts = [str(attrs["id"]) for tag, attrs in page.tags if tag == "section"]
    assert parts == [part for part in PARTS if part in parts]
    assert {"summary", "measures", "would_change", "unsaid", "questions", "appendix"} <= set(parts)
    assert {"verdict", "against", "ladder", "better", "worse", "sure", "hangs", "doubtful", "absent", "ask"} <= set(
        page.all("id")
    )


def test_every_chart_has_a_title_a_description_and_a_table() -> None:
    document = result("brackenshire")
    page = Page(render(document, "html"))
    charts = [attrs for tag, attrs in page.tags if tag == "svg" and "aria-hidden" not in attrs]
    pictures = document["pictures"]
    extra = 2 * (len(pictures["lines"]) - len(document["told"]["stories"]))
    assert len(charts) == len(pictures["lines"]) + len(pictures["heaps"]) + len(document.get("fields", ())) + 1 + extra
    # Each measure has an icon and a small chart besides, where no story tells it.
    assert all(attrs["role"] == "img" and attrs["aria-labelledby"] for attrs in charts)
    # All have their table one click away.
    assert sum(str(attrs.get("class")) == "data" for tag, attrs in page.tags if tag == "details") == len(charts) - extra
    assert all(attrs.get("scope") for tag, attrs in page.tags if tag == "th")


@pytest.mark.parametrize("place", range(len(HOSTILE)))
def test_hostile_text_stays_text(place: int) -> None:
    text = render(hostile(HOSTILE[place]), "html")
    page = Page(text)
    assert {tag for tag, _ in page.tags} <= ALLOWED
    assert all(target.startswith("#") for target in page.all("href"))
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on") or name == "src"]
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]", text)
    assert "49" not in re.findall(r"\{\{ 7\*7 \}\}|\b49\b(?= \{%)", text)
    assert not re.search(r"<t[dh][^>]*>\s*[=@]", text)


def test_a_result_without_pictures_gives_a_page_without_charts() -> None:
    bare = {name: part for name, part in result("brackenshire").items() if name != "fields"}
    page = Page(render({**bare, "pictures": None}, "html"))
    assert [attrs for tag, attrs in page.tags if tag == "svg"] == []


def test_every_language_has_every_phrase() -> None:
    def keys(value: object, name: str = "") -> set[str]:
        if isinstance(value, dict):
            return {key for part, inner in value.items() for key in keys(inner, f"{name}/{part}")}
        return {f"{name}: {sorted(re.findall(r'{[a-z]+}', str(value)))}"} if isinstance(value, str) else {name}

    english = keys(phrases())
    shipped = [path.stem for path in Path(wording.__file__).parent.glob("phrases/*.yaml")]
    assert shipped
    for language in shipped:
        assert keys(phrases(language)) == english
    with pytest.raises(CannotComplete):
        phrases("../en-GB")


def test_how_well_the_team_foretold_is_shown_where_it_is_known_and_nowhere_else() -> None:
    groups = [{"low": 50, "high": 60, "n": 34, "mean_chance": 55.25, "came_true": 19}]
    groups.append({"low": 90, "high": 100, "n": 23, "mean_chance": 90.0, "came_true": 16})
    known = {**result("harrowmere"), "calibration": {"says": "The chances were as stated.", "groups": groups}}
    page, markdown = render(known, "html"), render(known, "markdown")  # type: ignore[arg-type]
    for said in (page, markdown):
        assert said.count("The chances were as stated.") == 1
    assert '<th scope="row">50 to under 60</th><td>34</td><td>55.2</td><td>19</td>' in page
    assert "| 90 to 100 | 23 | 90 | 16 |" in markdown
    few = {**known, "calibration": {"says": "Nobody can tell.", "groups": []}}
    assert "Nobody can tell." in render(few, "html")  # type: ignore[arg-type]
    title = phrases("en-GB")["sections"]["calibration"]
    assert title in page
    assert title not in render(result("harrowmere"), "html")  # type: ignore[arg-type]
