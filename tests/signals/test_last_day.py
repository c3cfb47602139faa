"""Every signal that counts records counts up to the same day: the one before the announcement, or the period's last."""

from datetime import date, timedelta
from typing import Any

import pytest

from inspector import signals
from inspector.evidence.records import last_day, until

from .cases import build

BEGINS, ENDS = date(2023, 4, 1), date(2026, 3, 31)
FIRST, SECOND, LAST = date(2025, 10, 1), date(2025, 10, 2), date(2025, 10, 31)
ANNOUNCED = [
    pytest.param(None, ENDS, "March 2026", 36, id="no announcement"),
    pytest.param(FIRST, date(2025, 9, 30), "September 2025", 30, id="on the first of a month"),
    pytest.param(SECOND, date(2025, 10, 1), "October 2025", 31, id="on the second of a month"),
    pytest.param(LAST, date(2025, 10, 30), "October 2025", 31, id="on the last of a month"),
    pytest.param(ENDS, date(2026, 3, 30), "March 2026", 36, id="on the last day of the period"),
    pytest.param(date(2026, 4, 1), ENDS, "March 2026", 36, id="on the day after the period"),
    pytest.param(date(2026, 4, 13), ENDS, "March 2026", 36, id="after the period"),
    pytest.param(date(2023, 4, 2), BEGINS, "April 2023", 1, id="on the second day of the period"),
]
COUNTED = {
    "improvement-pace": "count", "learning-loop": "tests", "double-loop": "tests", "change-mix": "known",
    "idea-flow": "raised", "response-to-failure": "reviews", "systemic-conditions": "reviews",
    "recommendation-flow": "made", "commitments-kept": "made", "voice-answered": "said", "leadership-time": "periods",
}  # fmt: skip
"""The field of each signal's last fact that counts records."""


def given(announced: date | None, *days: date) -> dict[str, Any]:
    """A bundle with one record of every kind on each of these days."""
    whole = [{"period_start": BEGINS, "period_end": day} for day in days]
    told = {"notified_on": announced} if announced else {}
    return told | {
        "log": [{"raised_on": day, "started_on": day, "tested_on": day, "change_type": "task"} for day in days],
        "case_reviews": [{"reviewed_on": day} for day in days],
        "recommendations": [{"made_on": day} for day in days],
        "partnership": [{"made_on": day} for day in days],
        "voice": whole,
        "leadership": [one | {"hours_delivering": 0, "hours_improving": 1, "hours_overseeing": 0} for one in whole],
    }


def counts(announced: date | None, *days: date) -> dict[str, Any]:
    evidence = build(given(announced, *days))
    facts = {id: signals.load(id).measure(evidence) for id in COUNTED}
    return {id: made[-1].fields[COUNTED[id]] if made else 0 for id, made in facts.items()}


@pytest.mark.parametrize(("announced", "last", "words", "months"), ANNOUNCED)
def test_all_count_up_to_that_day_and_name_its_month(
    announced: date | None, last: date, words: str, months: int
) -> None:
    assert counts(announced, last) == dict.fromkeys(COUNTED, 1)
    assert counts(announced, last, last + timedelta(days=1)) == dict.fromkeys(COUNTED, 1)
    evidence = build(given(announced, last))
    assert (last_day(evidence), until(evidence)) == (last, last)
    pace = signals.load("improvement-pace").measure(evidence)[-1]
    assert pace.fields["months"] == months
    assert f"{'month' if months == 1 else 'months'} from April 2023 to {words}" in pace.says
    for id in ("learning-loop", "double-loop", "idea-flow", "learning-together"):
        assert f"rom April 2023 to {words}" in signals.load(id).measure(evidence)[-1].says


@pytest.mark.parametrize("announced", [BEGINS, BEGINS - timedelta(days=1)])
def test_nothing_counts_where_it_was_announced_before_the_period_or_on_its_first_day(announced: date) -> None:
    evidence = build(given(announced, BEGINS, BEGINS + timedelta(days=1)))
    assert until(evidence) == BEGINS
    assert counts(announced, BEGINS, BEGINS + timedelta(days=1)) == dict.fromkeys(COUNTED, 0)
