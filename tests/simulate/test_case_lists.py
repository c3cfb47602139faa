"""Case lists of an invented authority: the same seed gives the same bytes, and what is planted is written down."""

import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from inspector.simulate.case_lists import calendar, moves
from inspector.simulate.case_lists.book import Book
from inspector.simulate.case_lists.made import book
from inspector.simulate.case_lists.writing import headings, write
from inspector.stats.working_days import bank_holidays


def test_bank_holidays_by_rule_are_those_of_the_package() -> None:
    published = {day for day in bank_holidays(2002, 2035).tolist() if day.weekday() < 5}
    assert {day for year in range(2002, 2036) for day in calendar.bank_holidays(year)} == published


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2022-05-31", "2022-06-06", 2),
        ("2022-09-16", "2022-09-20", 1),
        ("2023-05-05", "2023-05-09", 1),
        ("2025-12-24", "2025-12-29", 1),
    ],
)
def test_working_days(start: str, end: str, days: int) -> None:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    assert calendar.between(first, last) == days
    assert calendar.after(first, days) == last


def made(seed: str = "test") -> Book:
    return book(seed, 1500)


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(made(), tmp_path / name)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).glob("*.csv")} for name in ("one", "two"))
    assert len(one) == 11
    assert one == two
    assert made("other").lists[4] != made().lists[4]


def test_one_list_leads_to_the_next() -> None:
    one = made()
    needs = {row["child_unique_id"] for row in one.lists[6]}
    open_plans = [row for row in one.lists[7] if not row["child_protection_plan_end_date"]]
    assert all(row["child_unique_id"] in needs for row in open_plans)
    for number, rows in one.lists.items():
        assert rows, number
        assert {key for row in rows for key in row if not key.startswith("_")} <= {*headings(number), DISABLED}


DISABLED = "does_the_child_have_a_disability"


@pytest.mark.parametrize("move", sorted(moves.MOVES))
def test_a_move_changes_the_rows_that_it_says_and_no_others(move: str, tmp_path: Path) -> None:
    before, after = made(), made()
    moves.play(after, move, 1.0)
    (planted,) = after.planted
    assert planted.rows
    assert moves.says(move)
    same = len(before.lists[planted.list]) == len(after.lists[planted.list])
    if same and move not in ("off-the-list",):
        pairs = zip(before.lists[planted.list], after.every(planted.list), strict=True)
        changed = {at for was, (at, row) in pairs if was != row}
        assert changed <= set(planted.rows)
    write(after, tmp_path / "book")
    told = json.loads((tmp_path / "book.truth.json").read_text(encoding="utf-8"))
    assert told["planted"][0]["rows"] == list(planted.rows)


def test_after_a_move_inside_the_deadline_nobody_is_late() -> None:
    one = made()
    moves.play(one, "assessments-in-time", 1.0)
    start, end = "continuous_assessment_start_date", "continuous_assessment_date_of_authorisation"
    lasted = np.array([calendar.between(row[start], row[end]) for row in one.lists[4] if row[end]])
    assert lasted.max() == 45
