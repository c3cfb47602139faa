"""What becomes of ideas: heard, answered, tested, adopted, spread; or left waiting.

Measures:
    Ideas of the log raised in the period and before the announcement: how many were tested by then, how many only since, how
    many have a decision, a study or a lesson but no day of a test, and of how many nothing shows that they were tried; how
    many were adopted, and spread to another team; the share raised half a year ago or longer that by then nobody had tried
    or decided on, and how many of those since; the median of days from an idea to its test, and how that changed from the
    first half of the period to the later one; the share tested of ideas from front line and families, and of those from
    above. From the participation table, the days to hear back, and their change. Ideas of another time, or written down more
    than 62 days afterwards, are set aside.

Why it matters:
    People stop having ideas when nobody answers. Where the ideas of those above are tried and those of the front line
    wait, the stream dries up, whatever the strategy says.

Cannot tell:
    Which ideas were never written down, or whether an answer was a good one. An idea may wait for good reasons.

Reference:
    Imai (1986), Kaizen, chapter 4; Munro (2011), A child-centred system, chapter 7; Morrison (2014), Employee voice and
    silence, Annual Review of Organizational Psychology and Organizational Behavior 1, 173-197.
"""

from collections.abc import Sequence
from datetime import date

from inspector.evidence.aside import FIELDS
from inspector.evidence.records import (
    FRONT,
    IDEAS,
    LONG_AGO,
    UNTIL,
    Found,
    apart_ideas,
    apart_participation,
    by_day,
    change,
    days_between,
    fact,
    last_day,
    percent,
    share,
    shared,
    span,
)
from inspector.model import describe
from inspector.model.evidence import Evidence, LogEntry, Participation
from inspector.model.facts import About, Fact
from inspector.model.words import agree

ABOUT = About(
    id="idea-flow",
    title="What becomes of ideas",
    needs=("improvement-log", "participation"),
    fields=(
        describe.count(
            "raised",
            "Ideas raised in the period, before the announcement, that count.",
            "activity",
            "ideas",
            equals="recorded - set_aside",
        ),
        *FIELDS,
        UNTIL,
        describe.count(
            "unwritten",
            "Ideas that do not say when they were written down.",
            "doubt",
            "ideas",
            good="down",
            at_most="raised",
        ),
        describe.share(
            "unwritten_share",
            "Share of the ideas that do not say when they were written down.",
            "doubt",
            good="down",
            equals="unwritten / raised",
        ),
        describe.count(
            "tested",
            "Ideas that were tested by the last day that counts (begun, where no day of a test is).",
            "activity",
            "ideas",
            good="up",
            at_most="raised",
        ),
        describe.count(
            "tested_since",
            "Ideas tested only since the announcement or after the period.",
            "doubt",
            "ideas",
            at_most="raised",
        ),
        describe.count(
            "tested_undated",
            "Ideas decided on, studied or learned from, no day of a test stated.",
            "doubt",
            "ideas",
            at_most="raised",
        ),
        describe.count(
            "untried",
            "Ideas of which nothing shows that they were tried.",
            "activity",
            "ideas",
            equals="raised - tested - tested_since - tested_undated",
            at_most="raised",
        ),
        describe.count(
            "adopted",
            "Ideas tested by the last day that counts, or on a day not stated, that were adopted.",
            "activity",
            "ideas",
            good="up",
            at_most="raised",
        ),
        describe.count(
            "spread", "Ideas adopted that spread to another team.", "activity", "ideas", good="up", at_most="adopted"
        ),
        describe.count(
            "old",
            "Ideas raised half a year or longer before the last day that counts.",
            "activity",
            "ideas",
            at_most="raised",
        ),
        describe.count(
            "waiting",
            "Ideas half a year old or older that nobody had tried or decided on by the last day that counts.",
            "activity",
            "ideas",
            good="down",
            at_most="old",
        ),
        describe.share(
            "waiting_share",
            "Ideas that nobody had tried or decided on, of those half a year old or older.",
            "activity",
            good="down",
            equals="waiting / old",
        ),
        describe.count(
            "answered_since",
            "Waiting ideas that were tried or decided on since the last day that counts.",
            "doubt",
            "ideas",
            at_most="waiting",
        ),
        describe.amount(
            "days_to_test",
            "Median of days from idea to test, of the ideas tested by the last day that counts.",
            "activity",
            "days",
            good="down",
        ),
        describe.amount(
            "days_to_test_change",
            "Median of days from idea to test, later half less first half of the period.",
            "activity",
            "days",
            good="down",
        ),
        describe.count(
            "origin_known", "Ideas that say whom they came from.", "doubt", "ideas", good="up", at_most="raised"
        ),
        describe.share(
            "front_line_tested_share",
            "Share tested or decided on, of ideas from front line or families.",
            "activity",
            good="up",
        ),
        describe.share("above_tested_share", "Share tested or decided on, of ideas from elsewhere.", "activity"),
        describe.count(
            "origins", "Sorts of people whom ideas came from.", "activity", "sorts", least=1, at_most="origin_known"
        ),
        describe.amount(
            "days_to_hear",
            "Days until people heard back, mean over the teams and periods.",
            "activity",
            "days",
            least=0,
            good="down",
        ),
        describe.amount(
            "days_to_hear_change",
            "Days until people heard back, on average, later half less first half of the period.",
            "activity",
            "days",
            good="down",
        ),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact; none without an entry in the log."""
    apart = apart_ideas(evidence)
    if not apart.recorded:
        return ()
    table = apart_participation(evidence)
    heard = [one for one in table.counted if one.days_to_hear_back is not None]
    found = {**_became(apart.counted, evidence), **_whose(apart.counted, evidence), **_heard(heard, evidence)}
    rests = ["improvement-log", *(["participation"] if heard else [])]
    return (fact(ABOUT, "all", found, _says(found, evidence), rests, heard, apart, *([table] if heard else [])),)


def _became(ideas: Sequence[LogEntry], evidence: Evidence) -> Found:
    last = last_day(evidence)
    tested = [entry for entry in ideas if _tested(entry, last)]
    undated = [entry for entry in ideas if entry.tried and entry.tried_on is None]
    untried = [entry for entry in ideas if not entry.tried]
    adopted = [entry for entry in [*tested, *undated] if entry.decision == "adopt"]
    old = [entry for entry in ideas if (last - entry.raised_on).days >= LONG_AGO]
    waiting = [entry for entry in old if _waited(entry, last)]
    return {
        "until": last,
        "raised": len(ideas),
        "unwritten": sum(entry.recorded_at is None for entry in ideas),
        "unwritten_share": share(sum(entry.recorded_at is None for entry in ideas), len(ideas)),
        "tested": len(tested),
        "tested_since": len(ideas) - len(tested) - len(undated) - len(untried),
        "tested_undated": len(undated),
        "untried": len(untried),
        "adopted": len(adopted),
        "spread": sum(bool(set(entry.spread_to) - {entry.team}) for entry in adopted),
        "old": len(old),
        "waiting": len(waiting),
        "waiting_share": share(len(waiting), len(old)),
        "answered_since": sum(entry.tried for entry in waiting),
        "days_to_test": _wait(tested),
        "days_to_test_change": change(tested, lambda entry: entry.raised_on, _wait, evidence),
    }


def _whose(ideas: Sequence[LogEntry], evidence: Evidence) -> Found:
    known, last = [entry for entry in ideas if entry.origin], last_day(evidence)

    def tried(entry: LogEntry) -> bool:
        return _tested(entry, last) or (entry.tried and entry.tried_on is None)

    return {
        "origin_known": len(known),
        "front_line_tested_share": shared([entry for entry in known if entry.origin in FRONT], tried),
        "above_tested_share": shared([entry for entry in known if entry.origin not in FRONT], tried),
        "origins": len({entry.origin for entry in known}) if known else None,
    }


def _heard(heard: Sequence[Participation], evidence: Evidence) -> Found:
    return {
        "days_to_hear": _hear(heard),
        "days_to_hear_change": change(heard, lambda one: one.period_start, _hear, evidence),
    }


def _tested(entry: LogEntry, last: date) -> bool:
    day = entry.tried_on
    return day is not None and day <= last


def _waited(entry: LogEntry, last: date) -> bool:
    """Whether by the last day that counts nothing had come of it; what is decided on a day not stated has been answered."""
    days = [day for day in _signs(entry) if day is not None]
    return min(days) > last if days else not entry.tried


def _signs(entry: LogEntry) -> tuple[date | None, ...]:
    return entry.started_on, entry.tested_on, entry.studied_on, entry.decided_on


def _says(found: Found, evidence: Evidence) -> str:
    raised = found["raised"]
    if not raised:
        return f"No idea raised {span(evidence)} counts."
    parts = [f"{found['tested']} {agree(found['tested'], 'was', 'were')} tested {by_day(evidence)}"]
    parts += [f"{found[name]} {words}" for name, words in STATES.items() if found[name]]
    untried = found["untried"]
    if untried:
        parts.append(f"and of {untried} nothing shows that {agree(untried, 'it was', 'they were')} tried")
    says = f"Of {raised} {agree(raised, *IDEAS)} raised {span(evidence)}, {', '.join(parts)}; {found['adopted']} "
    says += f"{agree(found['adopted'], 'is', 'are')} stated as adopted and {found['spread']} as spread to another team."
    if unwritten := found["unwritten"]:
        says += f" {unwritten} of them {agree(unwritten, 'does', 'do')} not say when {agree(unwritten, 'it was', 'they were')} "
        says += "written down."
    if found["old"]:
        says += f" {found['waiting']} of the {found['old']} raised half a year earlier or more had then been neither tried nor "
        says += f"decided on ({percent(found['waiting_share'])})"
        since = found["answered_since"]
        says += f"; {since} of these {agree(since, 'was', 'were')} since." if since else "."
    return says


STATES = {
    "tested_since": "only later",
    "tested_undated": "decided on, studied, learned from or spread with no day of a test",
}


def _wait(ideas: Sequence[LogEntry]) -> float | None:
    return days_between((entry.raised_on, entry.tried_on) for entry in ideas)


def _hear(heard: Sequence[Participation]) -> float | None:
    days = [one.days_to_hear_back for one in heard if one.days_to_hear_back is not None]
    return sum(days) / len(days) if days else None
