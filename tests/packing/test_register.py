"""What the titles of a register make likely, and the one query that asks what it leaves open."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.judging.rulebooks import load
from inspector.model.evidence import Indicator
from inspector.packing.register import SHOWN, answers, left_open

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "titles.yaml").read_text("utf-8"))
KNOWN = load("munro").framework.indicators


def row(n: int, title: str = "Average caseload", **other: Any) -> Indicator:
    return Indicator(
        **{"resource": "reg.csv", "row": n + 2, "indicator": f"pi{n}", "title": title, "better": "down", **other}
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['title']} {case['better']}")
def test_what_a_title_makes_likely(case: dict[str, Any]) -> None:
    found = {one.field: one.ours for one in answers(case["title"], KNOWN, case["better"])}
    assert {"same_as": found.get("same_as"), "measure": found.get("measure")} == {
        "same_as": case.get("same_as"),
        "measure": case.get("measure"),
    }


def test_the_direction_is_proposed_where_none_is_given() -> None:
    found = {one.field: one.ours for one in answers("Average caseload", KNOWN)}
    assert found["better"] == "down"


def test_a_register_that_states_all_draws_nothing() -> None:
    assert left_open([], KNOWN) is None
    assert left_open([row(0, measure="structure", same_as="caseload-per-worker")], KNOWN) is None
    assert left_open([row(0, "Widgets made", measure="structure")], KNOWN) is None
    # Who has named one has thought of names.
    named = [
        row(0, measure="structure", same_as="caseload-per-worker"),
        row(1, "Staff sickness days", measure="balancing"),
    ]
    assert left_open(named, KNOWN) is None


def test_what_is_open_is_asked_once_with_what_is_likely() -> None:
    asked = left_open([row(0), row(1, "Widgets made", measure="process")], KNOWN)
    assert asked is not None
    assert (asked.rule, asked.level, asked.where.file) == ("register-open", "query", "reg.csv")
    assert "(measure) by 1 of 2" in asked.message
    assert "(same_as) by 2 of 2" in asked.message
    assert "'Average caseload': same_as caseload-per-worker, measure structure" in asked.message
    assert "Widgets" not in asked.message


@pytest.mark.parametrize(("rows", "more"), [(SHOWN, False), (SHOWN + 1, True)])
def test_so_many_are_named_and_no_more(rows: int, more: bool) -> None:
    asked = left_open([row(n, f"Average caseload {n}") for n in range(rows)], KNOWN)
    assert asked is not None
    assert ("; and 1 more" in asked.message) is more
