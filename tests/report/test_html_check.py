"""The authority's page: problems by who can mend them, and nothing that reads as an accusation."""

import re

import pytest

from inspector.bundle.problem_rules import ids
from inspector.model.manipulability import Manipulability, Reason
from inspector.model.problems import Faults, Problem, Where
from inspector.report.menders import BUNDLE, RECORD, mender
from inspector.report.problems.as_html import render
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
    page = render([problem("date-order"), problem("wrong-type"), problem("wrong-hash")], None).decode()
    places = [page.index(f'id="{who}"') for who in ("bundle", "export", "record")]
    assert places == sorted(places)
    assert page.index("wrong-hash") < places[1] < page.index("wrong-type") < places[2] < page.index("date-order")
    assert "3 errors" in page


def test_every_problem_that_is_named_exists() -> None:
    assert set(ids()) >= BUNDLE | RECORD
    assert {mender(rule) for rule in ids()} == {"bundle", "export", "record"}


def test_a_fault_in_many_rows_is_one_group_with_its_first_rows() -> None:
    many = Faults(rule="wrong-type", level="query", file="list.csv", message="is {found}", rows=tuple(range(2, 5002)),
                  found=("x",) * 5000)  # fmt: skip
    page = render([many], None).decode()
    assert page.count('<th scope="row">') == 10
    assert "5000 times" in page
    assert "4990 more" in page
    assert render([many], None, everything=True).decode().count('<th scope="row">') == 500


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
    assert not [name for _, attrs in parsed.tags for name in attrs if name.startswith("on") or name in ("src", "href")]
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]", page)
