"""The argument about a verdict: every format shows all of it, says the same, and leaves it out where there is none."""

import html
import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from inspector.cli.report import report
from inspector.data import schemas_folder
from inspector.model.argument import Argument, references
from inspector.model.inspection import Inspection
from inspector.report import FORMATS, render
from inspector.report.argument_view import PARTS
from inspector.report.document.make import document
from inspector.report.stored import read
from inspector.report.wording import phrases
from tests.inspected import inspected
from tests.report.arguing import ARGUMENT, EMPTY, sentences, with_argument
from tests.report.results import HOSTILE, as_text
from tests.report.test_html import ALLOWED, Page
from tests.report.test_oscal import SCHEMA as OSCAL

HIDDEN = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0001-\U000e007f]"
CLOSED = {"kind", "reason", "state", "verdict", "now", "then", "whom", "how", "sort"}
WORDS = phrases()
TITLES = [WORDS["sections"][name] for name in PARTS]


@cache
def assessed(argument: Argument | None = ARGUMENT) -> Inspection:
    return with_argument(inspected("brackenshire"), argument)


@cache
def shown(form: str, argument: Argument | None = ARGUMENT) -> str:
    return as_text(assessed(argument)) if form == "text" else render(document(assessed(argument)), form)


class Part(HTMLParser):
    """The text of one section of the page, and how often each element is in it."""

    def __init__(self, page: str, section: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: list[str] = []
        self.feed(page.partition(f'<section id="{section}"')[2].partition("</section>")[0])

    def handle_starttag(self, tag: str, *_: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.said).split())


def flat(form: str, argument: Argument | None = ARGUMENT) -> str:
    """What a format says, without its marks and on one line."""
    text = shown(form, argument)
    if form == "html":
        text = html.unescape(re.sub("<[^>]+>", " ", text))
    return " ".join(html.unescape(text).replace("\\", "").split())


@pytest.mark.parametrize("form", ["text", *(form for form in FORMATS if form != "gsn")])
def test_every_format_says_every_sentence(form: str) -> None:
    said = flat(form)
    assert len(sentences()) > 25
    assert [one for one in sentences() if one not in said] == []


@pytest.mark.parametrize("form", ["text", "html", "markdown", "oscal"])
def test_every_format_has_the_same_counts_and_words(form: str) -> None:
    said = flat(form)
    for field in ARGUMENT.fields:
        some = sum(part.activities > 0 for part in field.parts)
        assert f"{field.title}: improvement work is shown in {some} of {len(field.parts)} parts" in said
        assert all(part.title in said for part in field.parts)
    assert "3 of 5 reasons apply here." in said
    assert said.count("Applies here") + said.count("APPLIES HERE") == 3
    assert said.count("Does not show here") + said.count("DOES NOT SHOW HERE") == 2
    for words in ("Standing still (static)", "Not enough evidence to say (not-evidenced)", "from “silent” to “stated”"):
        assert words in said
    for flip in ARGUMENT.would_change.flips:
        assert flip.row in said
        assert all(name in said for name in flip.removed)
    for words in ("Ask children and families, then leaders.", "Ask front-line workers.", "c0012", "c0711",
                  "children in need: 3 of 380, drawn at random", "seed-of-the-plan"):  # fmt: skip
        assert words in said


@pytest.mark.parametrize("form", ["text", "html", "markdown", "oscal"])
def test_no_argument_leaves_the_sections_out(form: str) -> None:
    for argument in (None, EMPTY):
        said = flat(form, argument)
        wanted = TITLES[1:] if argument else TITLES
        assert not [title for title in wanted if title in said or title.upper() in said]
    questions = "QUESTIONS TO ASK ON SITE" if form == "text" else WORDS["sections"]["on_site"]
    assert (questions in flat(form, None)) == (form != "oscal")
    assert questions not in flat(form)


def test_a_verdict_that_nothing_speaks_against_says_so() -> None:
    for form in ("text", "html", "markdown", "oscal"):
        assert WORDS["case_against"]["none"].split(". ")[0] in flat(form, EMPTY)


def test_the_sections_stand_in_order() -> None:
    order = [WORDS["sections"][name] for name in ("questions", *PARTS, "appendix")]
    page = shown("html").partition('<main class="beside">')[2]
    on_page = ("case_against", "would_change", "questions", "fieldwork", "appendix", "not_performance", "fields")
    places = [page.index(f'">{WORDS["sections"][name]}</h2>') for name in on_page]
    assert places == sorted(places)
    marked = [shown("markdown").index(f"\n## {title}\n") for title in order]
    assert marked == sorted(marked)
    text = [shown("text").index(f"\n{title.upper()}\n") for title in TITLES]
    assert text == sorted(text)


def test_the_page_shows_each_part_as_what_it_is() -> None:
    page = shown("html")
    against, change, reasons, fields, plan = (Part(page, name) for name in PARTS)
    assert against.tags.count("h3") == 5
    assert against.tags.count("li") == len(ARGUMENT.case_against)
    assert change.tags.count("tr") == 2 + len(ARGUMENT.would_change.flips)
    assert change.text.count("Learning from mistakes and successes") == 1
    assert reasons.tags.count("li") == 5
    assert fields.tags.count("svg") == fields.tags.count("details") == len(ARGUMENT.fields)
    # Each of the three is put to other people, so each stands under a head of its own.
    assert plan.tags.count("ol") == 3
    assert plan.text.index("test t114") < plan.text.index("Which family") < plan.text.index("not in here")


def test_parts_with_work_and_parts_without_differ_in_shape_and_in_words() -> None:
    page = Part(shown("html"), "fields")
    parts = [part for field in ARGUMENT.fields for part in field.parts]
    some = sum(part.activities > 0 for part in parts)
    assert 0 < some < len(parts)
    assert page.tags.count("rect") == some
    assert page.tags.count("circle") == len(parts) - some
    drawn = [said for said in page.said if said == "none"]
    assert len(drawn) == 2 * (len(parts) - some)
    assert page.tags.count("tr") == len(parts) + len(ARGUMENT.fields)


def test_names_link_to_what_they_name() -> None:
    page = shown("html")
    links = re.findall(r'<a href="#((?:finding|question|trust|theme|fact)-\d+)">([^<]+)</a>', page)
    named = {name: link for link, name in links}
    for name in (
        "gain-that-faded/supervision-held",
        "indicator/assessments-in-time",
        "standing/learning",
        "improvement-log",
    ):
        assert f'id="{named[name]}"' in page


def test_enquiries_in_a_row_with_the_same_people_and_stake_share_a_head_and_keep_their_numbers() -> None:
    first, second, third = ARGUMENT.fieldwork.enquiries
    again = first.model_copy(update={"question": "And test t115?"})
    plan = ARGUMENT.fieldwork.model_copy(update={"enquiries": (first, again, second, third, first)})
    shape = ARGUMENT.model_copy(update={"fieldwork": plan})
    assert flat("text", shape).count("Ask front-line workers.") == 2
    assert re.findall(r'<ol class="plan" start="(\d)">', shown("html", shape)) == ["1", "3", "4", "5"]
    for form in ("text", "markdown"):
        assert re.findall(r"^ *(\d)\. ", shown(form, shape), re.MULTILINE) == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("form", ["text", "html", "markdown", "oscal"])
def test_a_long_list_of_names_is_cut_short_and_says_so(form: str) -> None:
    names = references("evidence", (f"indicator/made-up-{n}" for n in range(30)))
    long = ARGUMENT.case_against[0].model_copy(update={"refers": names})
    said = flat(form, ARGUMENT.model_copy(update={"case_against": (long,)}))
    assert "and 24 more" in said
    assert said.count("indicator/made-up-") == 6


def test_the_document_fits_its_published_schema_with_an_argument_and_without() -> None:
    schema = json.loads((schemas_folder() / "inspection.schema.json").read_text(encoding="utf-8"))
    checker = jsonschema.Draft202012Validator(schema)
    for argument in (ARGUMENT, EMPTY, None):
        checker.validate(json.loads(shown("json", argument)))
    whole: dict[str, Any] = json.loads(shown("json"))
    assert set(PARTS) <= set(whole)
    assert not set(PARTS) & set(json.loads(shown("json", None)))
    for name in PARTS:
        lacking = {key: value for key, value in whole.items() if key != name}
        assert not checker.is_valid(lacking)
    whole["would_change"]["flips"][0]["verdict"] = "splendid"
    assert not checker.is_valid(whole)


def test_a_result_stored_before_there_was_an_argument_can_be_read(tmp_path: Path) -> None:
    old = json.loads(shown("json", None))
    for finding in old["findings"]:
        del finding["whom"]
    (tmp_path / "old.json").write_text(json.dumps(old), encoding="utf-8")
    assert render(read(tmp_path / "old.json"), "html") == shown("html", None)


@pytest.mark.parametrize("form", FORMATS)
def test_the_report_of_a_stored_argument_has_the_same_bytes(form: str, tmp_path: Path) -> None:
    stored, later = tmp_path / "result.json", tmp_path / "later"
    stored.write_text(shown("json"), encoding="utf-8")
    done = CliRunner().invoke(report, [str(stored), "--format", form, "-o", str(later)], standalone_mode=False)
    assert done.exception is None, done.exception
    assert later.read_text(encoding="utf-8") == shown(form)


def poisoned(text: str) -> Inspection:
    """The inspection with an argument in which every string that is not one of a few words is `text`."""

    def put(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: part if name in CLOSED else put(part) for name, part in value.items()}
        if isinstance(value, list | tuple):
            return [put(part) for part in value]
        return text if isinstance(value, str) else value

    argument = Argument.model_validate_json(json.dumps(put(ARGUMENT.model_dump())))
    # What else is in the report is of no account here, so it is the shortest.
    return with_argument(inspected("published-figures"), argument)


@cache
def calm(form: str) -> str:
    return render(document(poisoned("x")), form)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_harmless_in_every_format(text: str) -> None:
    found = poisoned(text)
    given = document(found)
    said = {"text": as_text(found), **{form: render(given, form) for form in FORMATS}}
    for form, shape in said.items():
        assert not re.search(HIDDEN, shape), form
        assert "\n## injected" not in shape
    page = Page(said["html"])
    assert {tag for tag, _ in page.tags} <= ALLOWED
    assert all(target.startswith("#") for target in page.all("href"))
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on") or name in ("src", "style")]
    assert not re.search(r"<t[dh][^>]*>(<a[^>]*>)?\s*[=@]", said["html"])
    assert not re.search(r"\| [=@]", said["markdown"])
    # A long title takes two lines of a picture; nothing else may come or go.
    assert [t for t, _ in page.tags if t != "text"] == [t for t, _ in Page(calm("html")).tags if t != "text"]
    assert len(said["markdown"].splitlines()) == len(calm("markdown").splitlines())
    jsonschema.Draft202012Validator(OSCAL).validate(json.loads(said["oscal"]))
    assert json.loads(said["json"]) == json.loads(json.dumps(given))
