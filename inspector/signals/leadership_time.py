"""Where leaders' time goes: into delivering today, improving the system, or overseeing that others improve it.

Measures:
    Of the hours that leaders recorded for periods that ended in the period of the bundle, before the announcement: the share
    given to improving the system (system 2) and to overseeing improvement (system 3), the change of both together from the
    first half of the period to the later one, the share of leaders' periods with any of it, and the share of leaders who
    account to somebody and state a day on which they did. A period counts where hours of all three sorts are recorded, be
    they 0: what is left empty is not none.

Why it matters:
    The urgent eats the important. A leader who gives all time to running today's system leaves it as it is, whatever the
    plans say.

Cannot tell:
    How the hours were spent. Hours are what leaders say of themselves.

Reference:
    Tate (2009), The Search for Leadership, pages 215 to 218 (systems 1, 2 and 3).
"""

from collections.abc import Sequence

from inspector.evidence.aside import FIELDS, Why, faulty, told_apart
from inspector.evidence.records import (
    UNTIL,
    Found,
    after_last,
    by_day,
    by_then,
    change,
    ending_aside,
    fact,
    last_day,
    percent,
    share,
    shared,
    some,
)
from inspector.model import describe
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact
from inspector.model.leadership import LeaderPeriod
from inspector.model.words import agree

ABOUT = About(
    id="leadership-time",
    title="Where leaders' time goes",
    needs=("leadership",),
    fields=(
        describe.count("leaders", "Leaders with a record that counts.", "activity", "leaders", at_most="periods"),
        describe.count(
            "periods",
            "Leaders' periods whose three sorts of hours are recorded.",
            "activity",
            "periods",
            equals="recorded - set_aside",
        ),
        *FIELDS,
        UNTIL,
        describe.share("improving_share", "Share of the hours for improving the system.", "activity", good="up"),
        describe.share("overseeing_share", "Share of the hours for overseeing improvement.", "activity", good="up"),
        describe.share(
            "both_share",
            "Share of the hours for improving the system and overseeing improvement.",
            "activity",
            good="up",
            equals="improving_share + overseeing_share",
        ),
        describe.change(
            "change",
            "Share of the hours for improving and overseeing improvement, later half of the period less first half.",
            "activity",
            good="up",
        ),
        describe.count(
            "change_points",
            "The change of the share of hours in points of a hundred, without its sign.",
            "activity",
            "points",
            most=100,
        ),
        describe.share(
            "steady_share",
            "Share of leaders' periods with any hours for improving or overseeing improvement.",
            "activity",
            good="up",
            equals="(periods - today_only) / periods",
        ),
        describe.count(
            "today_only",
            "Leaders' periods with no hour for improving or overseeing improvement.",
            "activity",
            "periods",
            good="down",
            at_most="periods",
        ),
        describe.count(
            "accountable", "Leaders who name whom they account to.", "declared", "leaders", good="up", at_most="leaders"
        ),
        describe.count(
            "accounted",
            "Leaders who state a day, by the last that counts, on which they accounted to somebody.",
            "activity",
            "leaders",
            good="up",
            at_most="accountable",
        ),
        describe.count(
            "accounted_since",
            "Leaders who state only a day after the last that counts on which they accounted to somebody.",
            "doubt",
            "leaders",
            at_most="leaders",
        ),
        describe.count(
            "accounted_recorded",
            "Leaders who state a day on which they accounted to somebody, whether or not it counts.",
            "declared",
            "leaders",
            good="up",
        ),
        describe.share(
            "accounted_share",
            "Share of leaders who account to somebody and did so by the last day that counts.",
            "activity",
            good="up",
            equals="accounted / leaders",
        ),
    ),
)
UNSTATED = Why("unstated", "without hours of all three sorts")


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact; none where no leader's period was recorded."""
    unread = faulty(evidence, "leadership", evidence.leadership, evidence.leadership_questions)
    words = ("leader's period", "leaders' periods")
    apart = told_apart(evidence.leadership, lambda one: _why_aside(one, evidence), words, unread)
    if not apart.recorded:
        return ()
    found = {**_hours_of(apart.counted, evidence), **_accounts(apart.counted, evidence)}
    return (fact(ABOUT, "all", found, _says(found, evidence), ["leadership"], (), apart),)


def _why_aside(one: LeaderPeriod, evidence: Evidence) -> Why | None:
    hours = one.hours_delivering, one.hours_improving, one.hours_overseeing
    return ending_aside(one.period_end, evidence) or (UNSTATED if None in hours or not any(hours) else None)


def _hours_of(known: Sequence[LeaderPeriod], evidence: Evidence) -> Found:
    total = sum(_hours(one) for one in known)
    improving = sum(one.hours_improving or 0 for one in known)
    overseeing = sum(one.hours_overseeing or 0 for one in known)
    moved = change(known, lambda one: one.period_end, _both, evidence)
    return {
        "until": last_day(evidence),
        "periods": len(known),
        "improving_share": improving / total if total else None,
        "overseeing_share": overseeing / total if total else None,
        "both_share": (improving + overseeing) / total if total else None,
        "change": moved,
        "change_points": None if moved is None else round(100 * abs(moved)),
        "steady_share": shared(known, lambda one: _ahead(one) > 0),
        "today_only": sum(_ahead(one) == 0 for one in known),
    }


def _accounts(known: Sequence[LeaderPeriod], evidence: Evidence) -> Found:
    leaders = {one.leader for one in known}
    answerable = {one.leader for one in known if one.accounts_to}
    accounted = {one.leader for one in known if one.accounts_to and by_then(one.accounted_on, evidence)}
    since = {one.leader for one in evidence.leadership if after_last(one.accounted_on, evidence)}
    return {
        "leaders": len(leaders),
        "accountable": len(answerable),
        "accounted": len(accounted),
        "accounted_since": len((since & leaders) - accounted),
        "accounted_recorded": len({one.leader for one in evidence.leadership if one.accounted_on}),
        "accounted_share": share(len(accounted), len(leaders)),
    }


def _says(found: Found, evidence: Evidence) -> str:
    leaders, periods, since = found["leaders"], found["periods"], found["accounted_since"]
    accounted = found["accounted"]
    if not periods:
        return "No leader's period counts."
    says = (
        f"{some(leaders, 'leader')} in {some(periods, 'period')} gave {percent(found['improving_share'])} of "
        f"{agree(leaders, 'the', 'their')} hours to improving the system and {percent(found['overseeing_share'])} to overseeing "
        f"improvement; {accounted} of them "
        f"{agree(accounted, 'states', 'state')} a day {by_day(evidence)} on which they accounted to somebody"
    )
    return f"{says}, {since} only later." if since else f"{says}."


def _hours(one: LeaderPeriod) -> float:
    return (one.hours_delivering or 0) + _ahead(one)


def _ahead(one: LeaderPeriod) -> float:
    return (one.hours_improving or 0) + (one.hours_overseeing or 0)


def _both(some: Sequence[LeaderPeriod]) -> float | None:
    return sum(_ahead(one) for one in some) / sum(_hours(one) for one in some) if some else None
