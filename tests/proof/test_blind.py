"""Sheets of the examples are blind: of no row of any claim do they say what it says, in whatever spelling."""

import re
from datetime import date

import pytest

from inspector.model.evidence import Evidence, Figure, LogEntry
from inspector.model.months import day_month_year, month_year
from inspector.model.visits import Claim, Margin, Round, Unit
from inspector.proof.frame import frame, population
from inspector.proof.put_questions import WHOM, blind, questions
from inspector.proof.sheets import Line, sheets
from tests.inspected import evidence, inspected
from tests.proof.sheets_visit import SALT, small

EXAMPLES = ("brackenshire", "good-on-paper")
PIECES: tuple[tuple[str, Unit], ...] = (("improvement-log", "row"), ("indicators", "month"))
MOST = 80


def lines_of(found: Evidence, piece: str, unit: Unit) -> list[tuple[Line, LogEntry | Figure]]:
    """What stands on the sheets of each row of a piece, beside the row itself."""
    members = tuple(f"indicator/{one.indicator}" for one in found.indicators) if piece == "indicators" else ()
    margin = Margin(evidence=piece, unit=unit, rows=1, of=1, how="greedy", members=members)
    rows = population(found, margin)[:MOST]
    claim = Claim(
        id=piece, evidence=piece, unit=unit, of=len(rows), fewer_than=1, how="greedy", confidence=0.95, sample=1, fixed=1,
        minutes=8, says="",
    )  # fmt: skip
    framed = frame(found, [(claim, rows)], SALT)
    plan = small().plan.model_copy(update={"claims": (claim,), "authority": "A"})
    drawn = Round(
        number=1, after="", seed="", seed_origin="dice", guarantee=True, rows=tuple(row.key for row in framed), seal=""
    )
    lines = {line.key: line for sheet in sheets(plan, framed, drawn) for part in sheet.parts for line in part.lines}
    assert len(lines) == len(rows)
    return [(lines[one.key], row) for one, row in zip(framed, rows, strict=True)]


def spelt(day: date | None) -> list[str]:
    """A day as it could stand on a sheet."""
    if day is None:
        return []
    return [day.isoformat(), day_month_year(day), month_year(day), f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", f"{day:%d %b}"]


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize(("piece", "unit"), PIECES)
def test_no_line_says_what_its_row_says(example: str, piece: str, unit: Unit) -> None:
    for line, row in lines_of(evidence(example), piece, unit):
        text = "\n".join(line.find)
        if isinstance(row, LogEntry):
            days = (row.tested_on, row.started_on, row.studied_on, row.decided_on)
            told = [*(text for day in days for text in spelt(day)), row.learned or "", row.decision or ""]
        else:
            told = [f"{value:g}" for value in (row.numerator, row.denominator, row.value) if value is not None]
            text = text.replace(month_year(row.period_start), "").replace(row.indicator, "")
            text = re.sub("|".join(map(re.escape, {one.title for one in evidence(example).indicators})), "", text)
        said = [one for one in told if one and re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text)]
        assert not said, (line.key, said)


@pytest.mark.parametrize("example", ["quiet-improver"])
def test_no_question_says_what_a_row_says(example: str) -> None:
    log = evidence(example).log
    days = {day for row in log for day in (row.tested_on, row.decided_on, row.studied_on) if day}
    lessons = {row.learned for row in log if row.learned and len(row.learned) > 20}
    asked = questions(inspected(example), 16)
    assert 12 < len(asked) <= 24
    assert [one.day for one in asked] == sorted(one.day for one in asked)
    assert max([one.day for one in asked].count(day) for day in (1, 2)) <= 12
    enquiries = inspected(example).argument.fieldwork.enquiries  # type: ignore[union-attr]
    order = [one.question for one in enquiries]
    for day in (1, 2):
        places = [order.index(one.question) for one in asked if one.day == day]
        assert places == sorted(places), "the most important first"
        told = " ".join(one.whom for one in asked if one.day <= day)
        assert [
            who for who, words in WHOM.items() if any(who in one.whom for one in enquiries) and words not in told
        ] == []
    assert sum(bool(one.figure) for one in asked) >= 0.75 * len(asked)
    for one in asked:
        assert not [day for day in days if day_month_year(day) in one.figure or day.isoformat() in one.figure], one.id
        assert not [words for words in lessons if words in one.figure], one.id


@pytest.mark.parametrize(
    ("says", "figure"),
    [
        ("454 small tests count, done in 36 of 36 months.", "454 small tests count, done in 36 of 36 months."),
        (
            "Visits: got better in October 2024; test t235, started on 22 October 2024, began then. Of 9 gains 1 has.",
            "Visits: got better in October 2024. Of 9 gains 1 has.",
        ),
        ('It was said: "we stopped".', ""),
        ("72 entries came since 2026-04-13; about 0 would.", "72 entries came since April 2026; about 0 would."),
        ("Ask. copied-entries asks about the same evidence.", "Ask."),
        ("", ""),
    ],
)  # fmt: skip
def test_a_figure_without_what_a_row_says(says: str, figure: str) -> None:
    assert blind(says) == figure
