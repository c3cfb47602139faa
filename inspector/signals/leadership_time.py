"""Where leaders' time goes: into delivering today, improving the system, or overseeing that others improve it.

Measures:
    Of the hours that leaders recorded for periods up to the announcement: the share given to improving the system (system 2)
    and to overseeing improvement (system 3), the change of both together from the first half of the period to the later
    one, the share of leaders' periods with any of it, and the share of leaders who account to somebody and did so.

Why it matters:
    The urgent eats the important. A leader who gives all time to running today's system leaves it as it is, whatever the
    plans say.

Cannot tell:
    How the hours were spent. Hours are what leaders say of themselves.

Reference:
    Tate (2009), The Search for Leadership, pages 215 to 218 (systems 1, 2 and 3).
"""

from collections.abc import Sequence

from inspector.evidence.records import Found, by_then, change, fact, percent, shared
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact, Field
from inspector.model.leadership import LeaderPeriod

ABOUT = About(
    id="leadership-time",
    title="Where leaders' time goes",
    needs=("leadership",),
    fields=(
        Field(name="leaders", type="integer", says="Leaders with a record."),
        Field(name="periods", type="integer", says="Leaders' periods with a record."),
        Field(name="improving_share", type="number", says="Share of the hours for improving the system."),
        Field(name="overseeing_share", type="number", says="Share of the hours for overseeing improvement."),
        Field(name="both_share", type="number", says="Share of the hours for both."),
        Field(name="change", type="number", says="Share for both, later half of the period less first half."),
        Field(name="steady_share", type="number", says="Share of leaders' periods with any hours for either."),
        Field(name="today_only", type="integer", says="Leaders' periods without an hour for either."),
        Field(name="accounted_share", type="number", says="Share of leaders who account to somebody and did so."),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact; none where no hours were recorded."""
    known = [one for one in evidence.leadership if by_then(one.period_end, evidence) and _hours(one) > 0]
    if not known:
        return ()
    leaders = sorted({one.leader for one in known})
    answered = {one.leader for one in known if one.accounts_to and by_then(one.accounted_on, evidence)}
    total = sum(_hours(one) for one in known)
    improving = sum(one.hours_improving or 0 for one in known) / total
    overseeing = sum(one.hours_overseeing or 0 for one in known) / total
    found: Found = {
        "leaders": len(leaders),
        "periods": len(known),
        "improving_share": improving,
        "overseeing_share": overseeing,
        "both_share": improving + overseeing,
        "change": change(known, lambda one: one.period_end, _both, evidence),
        "steady_share": shared(known, lambda one: _ahead(one) > 0),
        "today_only": sum(_ahead(one) == 0 for one in known),
        "accounted_share": shared(leaders, lambda leader: leader in answered),
    }
    says = (
        f"{len(leaders)} leaders in {len(known)} periods gave {percent(improving)} of their hours to improving the system and "
        f"{percent(overseeing)} to overseeing improvement; {len(answered)} of them accounted for it to somebody."
    )
    return (fact(ABOUT, "all", found, says, ["leadership"], known),)


def _hours(one: LeaderPeriod) -> float:
    return (one.hours_delivering or 0) + _ahead(one)


def _ahead(one: LeaderPeriod) -> float:
    return (one.hours_improving or 0) + (one.hours_overseeing or 0)


def _both(some: Sequence[LeaderPeriod]) -> float | None:
    return sum(_ahead(one) for one in some) / sum(_hours(one) for one in some) if some else None
