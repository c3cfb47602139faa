"""What is missing in words: what, why one would expect it, how many, and what would close it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from inspector.model.evidence import Evidence, Indicator, Participation
from inspector.model.inspection import Missing
from inspector.model.months import month_year
from inspector.model.rows import by_resource
from inspector.model.rules import CoreRecords, Framework
from inspector.model.words import plural
from inspector.verdict.expected import LAG, Dropped, Gaps, horizon


def missing(evidence: Evidence, framework: Framework, gaps: Gaps) -> tuple[Missing, ...]:
    """Core measures, measures that were there before, and records that one would expect, in this order."""
    register = {one.indicator: one for one in evidence.indicators}
    return (
        *(_core(one.title, one.any_of, framework) for one in gaps.core),
        *(_dropped(one, register.get(one.indicator), evidence) for one in gaps.dropped),
        *(found for one in framework.core.records for found in _records(one, evidence)),
    )


def _core(title: str, any_of: Sequence[str], framework: Framework) -> Missing:
    names = " or ".join(any_of)
    return Missing(
        what=f"a measure of {title}",
        sort="core",
        why=f"{framework.id} names it, and nothing that can be judged is known as {names}",
        count=1,
        wanted=f"figures of {names}, monthly for a year or more, and in the register `same_as` where it is called otherwise",
    )


def _dropped(one: Dropped, row: Indicator | None, evidence: Evidence) -> Missing:
    title = row.title if row else one.indicator
    if one.why == "earlier":
        why, wanted = (
            "an earlier submission has it, and this one does not",
            "its figures, or why they are kept no longer",
        )
    elif one.why == "otherwise":
        why = "much of it said something else in an earlier submission, or is gone, and nothing says why"
        wanted = "its figures as they were counted, and who changed them when"
    elif one.why == "taken-back":
        why, wanted = "an earlier submission has later figures of it than this one", "the later figures"
    elif one.why == "thin":
        why = f"its figures reach over {one.of} periods, of which {one.days} can be read: too few to judge it"
        wanted = "the figures of the other periods, and of shares what they are out of"
    elif one.why == "aside":
        why, wanted = "the register has it, and all its figures are set aside", "its figures as they were counted"
    elif one.why == "unfilled":
        why, wanted = (
            "the register has it, and no figure of it that can be read was submitted",
            "its figures, or a register without it",
        )
    else:
        assert one.last is not None
        ends, until = (f"{day.day} {month_year(day)}" for day in (one.last, horizon(evidence)))
        said = "its figures that can be read" if one.of else "its figures"
        why = f"{said} end on {ends}, {one.days} days before they could, which is {_until(evidence)} on {until}"
        if one.days != (horizon(evidence) - one.last).days:
            why = f"its figures of the period end on {ends}, and later ones were submitted that are set aside"
        wanted = f"its figures since then, up to {LAG} days before that day, in a period that holds them"
    return Missing(
        what=f"{title} ({one.indicator})", sort="dropped", why=why, count=1, wanted=wanted,
        indicators=(one.indicator,), rows=by_resource([row] if row else []),
    )  # fmt: skip


def _until(evidence: Evidence) -> str:
    day = horizon(evidence)
    if day == evidence.period_end:
        return "the end of the period"
    return "the announcement" if day == evidence.notified_on else "the submission"


def _records(one: CoreRecords, evidence: Evidence) -> Iterable[Missing]:
    """Records of a kind that are not there at all; of log and participation also latest months and teams."""
    if not any(resource.kind == one.kind for resource in evidence.resources):
        yield _expected(f"records of kind {one.kind}", one.why, 1, f"a resource of kind {one.kind}")
    elif one.kind in _PARTS:
        yield from _PARTS[one.kind](one, evidence)


def _log(one: CoreRecords, evidence: Evidence) -> Iterable[Missing]:
    yield from _latest("improvement-log", [entry.raised_on for entry in evidence.log], one, evidence)
    logged = {entry.team for entry in evidence.log}
    heads = _heads(evidence.participation)
    quiet = sorted(set(heads) - logged)
    if quiet and evidence.log:
        staff = sum(heads[team] for team in quiet)
        teams = f"{plural(len(quiet), 'team')} with {plural(staff, 'worker')}"
        yield _expected(
            f"improvement-log: entries of {teams}", one.why, len(quiet), f"their entries: {', '.join(quiet)}"
        )


def _took_part(one: CoreRecords, evidence: Evidence) -> Iterable[Missing]:
    yield from _latest("participation", [row.period_end for row in evidence.participation], one, evidence)
    unknown = sorted({entry.team for entry in evidence.log} - {row.team for row in evidence.participation})
    if unknown and evidence.participation:
        what = f"participation: {plural(len(unknown), 'team')} that the log names"
        yield _expected(what, one.why, len(unknown), f"how many work there: {', '.join(unknown)}")


def _latest(kind: str, days: Sequence[date], one: CoreRecords, evidence: Evidence) -> Iterable[Missing]:
    """Months without a record between the last of them and the last that could have one."""
    last = max(days, default=evidence.period_start)
    months = _month(min(horizon(evidence), evidence.notified_on or horizon(evidence))) - _month(last) - 1
    if days and months > 2:
        what = f"{kind}: the {months} months after {month_year(last)}"
        yield _expected(what, one.why, months, f"{kind} of these months")


def _heads(table: Sequence[Participation]) -> dict[str, int]:
    """The most staff that a team has in one of its periods."""
    by_period: dict[tuple[str, date, date], int] = {}
    for row in table:
        key = row.team, row.period_start, row.period_end
        by_period[key] = by_period.get(key, 0) + row.headcount
    heads: dict[str, int] = {}
    for (team, *_), staff in by_period.items():
        heads[team] = max(staff, heads.get(team, 0))
    return {team: staff for team, staff in heads.items() if staff}


def _expected(what: str, why: str, count: int, wanted: str) -> Missing:
    return Missing(what=what, sort="records", why=why, count=count, wanted=wanted)


def _month(day: date) -> int:
    return day.year * 12 + day.month


_PARTS: dict[str, Callable[[CoreRecords, Evidence], Iterable[Missing]]] = {
    "improvement-log": _log,
    "participation": _took_part,
}
