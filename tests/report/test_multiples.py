"""The table of small multiples: every measure once, what got worse first; and what captions say of the charts."""

from collections.abc import Iterator
from typing import Any

import pytest

from inspector.report.html.captions import caption
from inspector.report.html.figures import lines
from inspector.report.html.multiples import ORDER, multiples
from inspector.report.wording import phrases
from tests.report.results import EXAMPLES, result
from tests.report.test_charts import BEFORE, DRAWN, line

T = phrases()


def rows(name: str, without: frozenset[str] = frozenset()) -> list[Any]:
    document = result(name)
    return multiples(document, lines(document, T), T, without)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_measure_is_there_once_and_the_gravest_stand_first(name: str) -> None:
    calls = {one["indicator"]: one["call"] for one in result(name)["pictures"]["lines"]}
    found = rows(name)
    assert sorted(row["indicator"] for row in found) == sorted(calls)
    order = [ORDER.index(calls[row["indicator"]]) for row in found]
    assert order == sorted(order)
    assert all(row["icon_word"] and row["what"] and row["latest"] for row in found)


def test_what_has_a_story_is_left_out() -> None:
    every = rows("brackenshire")
    first = every[0]["indicator"]
    assert [row["indicator"] for row in rows("brackenshire", frozenset({first}))] == [
        row["indicator"] for row in every[1:]
    ]


def test_a_result_of_an_older_version_has_a_table_without_icons() -> None:
    document = result("brackenshire")
    old = [
        {key: value for key, value in one.items() if key not in ("segments", "shown", "icon", "recalculated", "events")}
        for one in document["pictures"]["lines"]
    ]
    document = {**document, "pictures": {**document["pictures"], "lines": old}}
    found = multiples(document, lines(document, T), T)
    assert {row["icon"] for row in found} == {""}
    assert len(found) == len(old)


def said(**changes: Any) -> str:
    return caption(line(**changes), "", T["chart"])


def cases() -> Iterator[tuple[dict[str, Any], str]]:
    yield DRAWN, "Before the change the mean was 40%, limits 30% to 50% (from the first 3 figures)."
    yield (
        DRAWN,
        "The step is sure, so the limits begin anew in Apr 2024: since then the mean is 60%, limits 50% to 70% (from 5 figures).",
    )
    among = {**BEFORE, "last": "2024-04-28", "figures": 4}
    yield (
        {**DRAWN, "segments": [among]},
        "Of the first 4 figures, among which the change began, the mean was 40%, limits",
    )
    yield DRAWN, "Since the change, better than before: 5 of 5; worse: 0."
    yield DRAWN, "Limits from fewer than 13 figures are on trial."
    yield {**DRAWN, "segments": [{**BEFORE, "trial": False, "lower": None}]}, "the mean was 40%, upper limit 50% (from"
    yield {**DRAWN, "segments": [{**BEFORE, "upper": None}]}, "the mean was 40%, lower limit 30% (from"
    yield {**DRAWN, "segments": [{**BEFORE, "lower": None, "upper": None}]}, "the mean was 40%, without limits (from"
    whole = {**BEFORE, "basis": "all", "figures": 8}
    yield {**DRAWN, "segments": [whole], "onset": None}, "The mean is 40%, limits 30% to 50% (from 8 figures)."
    yield {**DRAWN, "segments": [whole], "onset": None}, "Better than chance explains: 5 of 8; worse: 0."
    yield {**DRAWN, "shown": ["common"] * 8}, "No figure stands out."
    one = {"on": "2024-02-01", "kind": "recommendation", "recommendation": "r1", "action": None}
    yield {"events": [one]}, "1 recommendation names it."
    yield {"events": [one, one]}, "2 recommendations name it."


@pytest.mark.parametrize(("changes", "words"), list(cases()))
def test_a_caption_says_where_limits_come_from_and_what_stands_out(changes: dict[str, Any], words: str) -> None:
    assert words in said(**changes)
