"""What is told of one row of the evidence so that it can be found on site, whose sheet it is on, and what it answers.

A function a kind of row. What is asked of a row (`asks.py`) never stands in what leads to it; its place in the file, the words of
a change, a team or a month do. Texts have passed the gate of the bundle, and a day or year in them is left out.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from inspector.model.case_reviews import CaseReview
from inspector.model.evidence import Duration, Evidence, Figure, LogEntry, Participation
from inspector.model.leadership import LeaderPeriod, QuestionAnswer
from inspector.model.months import MONTHS
from inspector.model.partnership import Commitment
from inspector.model.recommendations import Recommendation
from inspector.model.self_evaluation import SelfStatement
from inspector.model.voice import Voice
from inspector.model.words import number, short

BEGUN_WITHIN = 31
"""Days before its test within which the day on which something began may stand for that of the test."""
LONGEST = 120
"""Characters of a text that leads to a row."""
_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
_DAY = re.compile(
    r"\d{4}-\d{2}(?:-\d{2})?|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)? )?\b(?:{_MONTH})\b\.?(?: \d{{2,4}})?|\b(?:19|20)\d{{2}}\b"
)


class Told(NamedTuple):
    """`find` leads to the row, `whom` is asked, `answers` are what it says by field, several where any of them is right."""

    find: dict[str, str]
    whom: str
    answers: dict[str, tuple[str, ...]]


class About(NamedTuple):
    """What is known of the measures and files that rows name; `counted`: by which list a figure can be counted again, `groups`:
    what groups are called that have a word of the framework's own."""

    titles: Mapping[str, str]
    recorded_by: Mapping[str, str]
    counted: Mapping[tuple[str, date], Mapping[str, str]]
    groups: Mapping[str, str]


def about(evidence: Evidence, counted: Mapping[tuple[str, date], Mapping[str, str]]) -> About:
    """Titles of the measures, who records each measure and file, and by which lists figures are `counted`."""
    titles = {one.indicator: one.title for one in evidence.indicators}
    by_file = {one.path: one.recorded_by for one in evidence.resources if one.recorded_by}
    measures = {one.indicator: one.recorded_by for one in evidence.indicators if one.recorded_by}
    return About(titles, {**by_file, **measures}, counted, evidence.words.titles("group"))


def told(row: Any, known: About) -> Told:
    """What is told of a row. Raises KeyError for a sort that no visit looks at."""
    return _SORTS[type(row)](row, known)


def worded(text: str | None) -> str:
    """A text in short, without the days and years in it: when it was is what is asked."""
    return short(" ".join(_DAY.sub("…", text or "").split()), LONGEST)


def period(start: date, end: date) -> str:
    """`April 2024`, `April to June 2024`, `14 May to 3 June 2024`: a period as people say it."""
    if start.day == 1 and (end.year, end.month) == (start.year, start.month):
        return f"{MONTHS[start.month - 1]} {start.year}"
    whole = start.day == 1 and _last_of_month(end)
    first, last = (_month(start), _month(end)) if whole else (_day(start), _day(end))
    return (
        last
        if start == end
        else f"{first.removesuffix(f' {start.year}') if start.year == end.year else first} to {last}"
    )


def _log(row: LogEntry, known: About) -> Told:
    find = {"id": row.id, "team": row.team, "aim": worded(row.aim)}
    if row.indicator:
        find["title"] = known.titles.get(row.indicator, row.indicator)
    return Told(find, row.team, _answers(tested_on=_tried(row), decision=row.decision))


def _tried(row: LogEntry) -> tuple[date, ...]:
    """The days that are right when it is asked when something was first tried: that of the test, which is what is judged by.

    That on which it began too, unless it was long before: else a test could be moved by years under a true beginning.
    """
    begun, tested = row.started_on, row.tried_on
    if begun and tested and 0 <= (tested - begun).days <= BEGUN_WITHIN:
        return (begun, tested)
    return (tested,) if tested else ()


def _figure(row: Figure, known: About) -> Told:
    title = known.titles.get(row.indicator, row.indicator)
    counted_by = known.counted.get((row.indicator, row.period_start), {})
    find = {
        "indicator": row.indicator,
        "title": title,
        "period": period(row.period_start, row.period_end),
        **counted_by,
    }
    whom = known.recorded_by.get(row.indicator) or known.recorded_by.get(row.resource) or "whoever keeps the figures"
    counted = row.numerator is not None and row.denominator is not None
    figures = {"numerator": row.numerator, "denominator": row.denominator} if counted else {"value": row.value}
    return Told(find, whom, _answers(**figures))


def _duration(row: Duration, known: About) -> Told:
    title = known.titles.get(row.indicator, row.indicator)
    months = period(row.period_start, row.period_end)
    find = {"indicator": row.indicator, "title": title, "period": months, "days": number(row.days)}
    whom = known.recorded_by.get(row.indicator) or known.recorded_by.get(row.resource) or "whoever keeps the figures"
    return Told(find, whom, _answers(count=row.count))


def _participation(row: Participation, known: About) -> Told:  # noqa: ARG001
    find = {"team": row.team, "role": row.role, "period": period(row.period_start, row.period_end)}
    counts = ("headcount", "contributors", "ideas_raised", "ideas_tested", "ideas_adopted", "days_to_hear_back")
    return Told(find, row.team, _answers(**{name: getattr(row, name) for name in counts}))


def _recommendation(row: Recommendation, known: About) -> Told:  # noqa: ARG001
    find = {"id": row.id, "recommendation": worded(row.recommendation), "owners": ", ".join(row.owners)}
    status = max(row.statuses, key=lambda one: one.on).status if row.statuses else None
    done = tuple(action.done_on for action in row.actions if action.done_on)
    answers = _answers(status=status, verified_on=row.verified_on, done_on=done)
    return Told(_filled(find), row.owners[0] if row.owners else "whoever answers for recommendations", answers)


def _review(row: CaseReview, known: About) -> Told:  # noqa: ARG001
    done = tuple(action.done_on for action in row.actions if action.done_on)
    answers = _answers(
        reviewed_on=row.reviewed_on, went=row.went, approach=row.approach, front_line_took_part=row.front_line_took_part,
        family_took_part=row.family_took_part, done_on=done,
    )  # fmt: skip
    return Told({"id": row.id}, "whoever took part in reviews of cases", answers)


def _leader(row: LeaderPeriod, known: About) -> Told:  # noqa: ARG001
    find = {"leader": row.leader, "period": period(row.period_start, row.period_end)}
    names = ("hours_delivering", "hours_improving", "hours_overseeing", "accounted_on")
    return Told(find, row.leader, _answers(**{name: getattr(row, name) for name in names}))


def _question(row: QuestionAnswer, known: About) -> Told:  # noqa: ARG001
    find = {"leader": row.leader, "question": row.question}
    return Told(
        find, row.leader, _answers(answered_on=row.answered_on, reviewed_on=row.reviewed_on, acted_on=row.acted_on)
    )


def _commitment(row: Commitment, known: About) -> Told:  # noqa: ARG001
    find = {
        "id": row.id, "from_agency": row.from_agency, "to_agency": row.to_agency, "commitment": worded(row.commitment),
    }  # fmt: skip
    return Told(find, row.to_agency, _answers(met_on=row.met_on, partner_says=row.partner_says))


def _voice(row: Voice, known: About) -> Told:
    group = row.own_word or row.group
    find = {
        "id": row.id,
        "group": group,
        "theme": worded(row.theme),
        "period": period(row.period_start, row.period_end),
    }
    return Told(find, known.groups.get(group, group), _answers(people=row.people, told_back_on=row.told_back_on))


def _statement(row: SelfStatement, known: About) -> Told:  # noqa: ARG001
    return Told({"id": row.id, "area": worded(row.area), "statement": worded(row.what_we_know)}, "whoever wrote it", {})


_SORTS: Mapping[type[Any], Callable[[Any, About], Told]] = {
    LogEntry: _log,
    Figure: _figure,
    Duration: _duration,
    Participation: _participation,
    Recommendation: _recommendation,
    CaseReview: _review,
    LeaderPeriod: _leader,
    QuestionAnswer: _question,
    Commitment: _commitment,
    Voice: _voice,
    SelfStatement: _statement,
}


def _answers(**said: object) -> dict[str, tuple[str, ...]]:
    """What a row says by field, as text; nothing said is an empty text, so that what is asked does not depend on the row."""
    return {field: _texts(value) for field, value in said.items()}


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(text for one in value for text in _texts(one)) or ("",)
    if value is None:
        return ("",)
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    if isinstance(value, datetime | date):
        return (value.isoformat()[:10],)
    return (number(value, 15) if isinstance(value, int | float) else str(value),)


def _filled(find: Mapping[str, str]) -> dict[str, str]:
    return {field: text for field, text in find.items() if text}


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _last_of_month(day: date) -> bool:
    return day.month != date.fromordinal(day.toordinal() + 1).month
