"""The authority's page: problems by who can mend them, and nothing that reads as an accusation."""

import re

import pytest

from inspector.bundle.problem_rules import ids
from inspector.model.manipulability import Manipulability, Reason
from inspector.model.problems import Faults, Problem, Where
from inspector.report import exposure_page
from inspector.report.menders import BUNDLE, RECORD, mender
from inspector.report.problems import first
from inspector.report.problems.as_html import render
from inspector.report.problems.flat import lines
from tests.report.results import HOSTILE
from tests.report.test_html import ALLOWED, Page


def problem(rule: str, text: str = "the hash differs", level: str = "error") -> Problem:
    return Problem.model_validate(
        {"rule": rule, "level": level, "where": Where(file=f"log.csv{text}", row=3, field=text, key=text), "message": text,
         "fix": text}
    )  # fmt: skip


PROFILE = Manipulability(
    indicator="in-time",
    title="Assessments in time",
    level="high",
    reasons=(Reason(opening="self-recorded", says="those who gain record it", closes="let audit check a sample"),),
)


def test_problems_are_grouped_by_who_can_mend_them() -> None:
    whole = render([problem("date-order"), problem("wrong-type"), problem("wrong-hash")], None).decode()
    page = whole.partition("</section>")[2]
    places = [page.index(f'id="{who}"') for who in ("bundle", "export", "record")]
    assert places == sorted(places)
    assert page.index("wrong-hash") < places[1] < page.index("wrong-type") < places[2] < page.index("date-order")
    assert "3 errors" in whole


def test_every_problem_that_is_named_exists() -> None:
    assert set(ids()) >= BUNDLE | RECORD
    assert {mender(rule) for rule in ids()} == {"bundle", "export", "record"}


def test_a_fault_in_many_rows_is_one_group_with_its_first_rows() -> None:
    many = Faults(rule="wrong-type", level="query", file="list.csv", message="is {found}", rows=tuple(range(2, 5002)),
                  found=("x",) * 5000)  # fmt: skip
    page = render([many], None).decode()
    rows = page.partition('<h2 id="export">')[2]
    assert rows.count('<th scope="row">') == 10
    assert "Rows 2, 3, 4, 5, 6, 7 and 4994 more." in page
    assert "5000 times" in page
    assert "4990 more" in page
    whole = render([many], None, everything=True).decode().partition('<h2 id="export">')[2]
    assert whole.count('<th scope="row">') == 500


def test_what_to_mend_first_and_who_can() -> None:
    given = [
        problem("date-order", level="query"),
        *[problem("wrong-type", level="error")] * 3,
        problem("missing-value"),
        problem("wrong-hash"),
        *[problem("unknown-code")] * 4,
    ]
    found = first.sorts(lines(given), 2)
    assert [(one.rule, one.count, len(one.lines)) for one in found] == [
        ("wrong-hash", 1, 1), ("unknown-code", 4, 2), ("wrong-type", 3, 2), ("missing-value", 1, 1), ("date-order", 1, 1)
    ]  # fmt: skip
    assert first.shares(found) == [("bundle", 1, 0, 1), ("export", 7, 0, 1), ("record", 1, 1, 1)]
    page = render(given, None, name="Somewhere").decode()
    begins = page.partition('<ol class="ask">')[2].partition("</ol>")[0]
    assert [begins.index(f"[{one.rule}]") for one in found] == sorted(begins.index(f"[{one.rule}]") for one in found)
    assert "Somewhere" in page.partition("<h1>")[0]


def test_no_more_than_five_sorts_stand_first_and_the_others_are_counted() -> None:
    rules = ("wrong-hash", "manifest", "broken-zip", "no-such-file", "missing-list", "two-sheets")
    page = render([problem(rule) for rule in rules], None).decode()
    begins = page.partition('<ol class="ask">')[2].partition("</ol>")[0]
    assert begins.count("<li>") == 5
    assert "One more sort of problem stands below." in page
    five = render([problem(rule) for rule in rules[:5]], None).decode()
    assert "stands below" not in five


def test_a_place_that_is_the_file_is_not_said_twice() -> None:
    of_file = Problem(rule="unknown-sheet", level="query", where=Where(file="notes.md"), message="is none of the lists")
    page = render([of_file], None).decode().partition('<ol class="ask">')[2].partition("</ol>")[0]
    assert page.count("notes.md") == 1
    assert "<p>.</p>" not in page


def test_the_page_of_how_open_figures_are() -> None:
    low = PROFILE.model_copy(update={"indicator": "b", "title": "B", "level": "low"})
    other = PROFILE.model_copy(
        update={
            "indicator": "c",
            "title": "C",
            "level": "low",
            "reasons": (Reason(opening="single-source", says="s", closes="e"),),
        }
    )
    found = exposure_page.closers([other, low, PROFILE])
    assert [(one["opening"], one["indicators"]) for one in found] == [
        ("self-recorded", ["Assessments in time", "B"]), ("single-source", ["C"])
    ]  # fmt: skip
    page = exposure_page.render([other, low, PROFILE], "Somewhere", "d" * 64)
    assert "It would make 2 indicators harder to shape: Assessments in time; B." in page
    assert "1 indicator is highly open. 2 are hardly open." in page
    parsed = Page(page)
    assert {target[1:] for target in parsed.all("href")} <= set(parsed.all("id"))
    assert "The register names no indicators." in exposure_page.render([], "Somewhere", "")


def test_how_open_each_indicator_is_and_what_would_close_it() -> None:
    page = render([], None, profiles=[PROFILE]).decode()
    assert "No problems found" in page
    for words in ("Assessments in time", "high", "those who gain record it", "let audit check a sample"):
        assert words in page
    assert 'id="exposure"' not in render([], None).decode()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    profile = PROFILE.model_copy(
        update={"title": text, "reasons": (Reason(opening="self-recorded", says=text, closes=text),)}
    )
    page = render([problem("date-order", text)], None, profiles=[profile]).decode()
    parsed = Page(page)
    assert {tag for tag, _ in parsed.tags} <= ALLOWED
    assert not [name for _, attrs in parsed.tags for name in attrs if name.startswith("on") or name == "src"]
    assert all(target.startswith("#") for target in parsed.all("href"))
    assert {target[1:] for target in parsed.all("href")} <= set(parsed.all("id"))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]", page)
