"""What the improvement log shows of a declared event.

Where a log was carried over, its entries bear the day of that and the moments at which they were first recorded are
unknown. They count as written down in time only where more than the word of the declaration says so: an earlier
submission that had the older moment, or a log that went on afterwards, recorded as it happened, at the same pace.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from inspector.evidence.announcement import announced_on
from inspector.evidence.declared_book import Book, without
from inspector.evidence.declared_weighed import LOG, Weighed
from inspector.model.declared import Declared
from inspector.model.evidence import TOLD_WITHIN, Evidence, LogEntry
from inspector.model.words import agree, plural

FEW_DAYS = timedelta(days=7)
"""A move to another system, or a session at which entries are made, may take so long."""
APART = 0.05
"""Up to this share of the entries may be otherwise than was declared."""
AFTER_MONTHS, AFTER_ENTRIES, PACE = 6, 12, 1.5
"""A log went on in kind: so many months and entries afterwards, and before at most so many times as many a month."""
MONTH = 365.25 / 12
EVERY = {"week": 7, "month": 31, "quarter": 92, "year": 366}
GRACE, SESSION, SESSIONS = 14, 10, 2
"""Days after a session's end, days between entries of one session, and how many sessions show that it is a habit."""
BACKLOG_DAYS, LONG_AFTER, ANNOUNCED = 62, 14, timedelta(days=28)


def concerned(one: Declared, evidence: Evidence) -> list[LogEntry] | None:
    """The entries that a declaration concerns; None where it does not concern the log."""
    files = {r.path for r in evidence.resources if r.kind == LOG and {r.name, r.kind} & set(one.concerns)}
    if not files and (one.concerns or (one.indicators and not one.entries)):
        return None
    named = set(one.entries)
    return [
        entry
        for entry in evidence.log
        if (not files or entry.resource.partition(" > ")[0] in files) and (not named or entry.id in named)
    ]


def _last(entry: LogEntry) -> date:
    return entry.tried_on or entry.studied_on or entry.decided_on or entry.raised_on


def _day(entry: LogEntry) -> date | None:
    return entry.recorded_at.date() if entry.recorded_at else None


def _entries(some: Sequence[LogEntry]) -> str:
    return f"{len(some)} {agree(len(some), 'entry', 'entries')}"


def carried_over(one: Declared, entries: Sequence[LogEntry], evidence: Evidence) -> Weighed:
    """Borne out team by team: all that was raised before bears the day of the move, or one within a week of it."""
    until = max(one.last, one.on + FEW_DAYS)
    before = [entry for entry in entries if entry.raised_on < one.on]
    moved = [entry for entry in before if (day := _day(entry)) and one.on <= day <= until]
    if not moved:
        says = f"No entry raised before {one.on} was recorded from then to {until}."
        return Weighed(one, LOG, "not-borne-out", says, tuple(before or entries))
    teams: dict[str, list[LogEntry]] = {}
    for entry in before:
        teams.setdefault(entry.team, []).append(entry)
    kept = {id(entry) for entry in before if (day := _day(entry)) and day < one.on}
    whole = {team for team, mine in teams.items() if sum(id(e) in kept for e in mine) <= APART * len(mine)}
    rows = [entry for entry in moved if entry.team in whole]
    if not rows or (one.entries and len(rows) < len(entries)):
        were = agree(len(kept), "was", "were")
        says = f"{len(kept)} of {_entries(before)} raised before {one.on} {were} recorded before then as well."
        return Weighed(one, LOG, "not-borne-out", says, tuple(before))
    counted = _counted(one, rows, [e for e in entries if e.team in whole], evidence)
    says = (
        f"{_entries(rows)} raised before {one.on} {agree(len(rows), 'was', 'were')} recorded from then to {until}"
        + (
            "."
            if len(rows) == len(moved)
            else f", all those of {plural(len(whole), 'team')}; of other teams not all were."
        )
    )
    counts = f" {len(counted)} of them {agree(len(counted), 'counts', 'count')} as written down in time."
    told = counts if counted else " When they were first written down is not known."
    return Weighed(one, LOG, "borne-out", says + told, tuple(rows), counted)


def _counted(
    one: Declared, rows: Sequence[LogEntry], every: Sequence[LogEntry], evidence: Evidence
) -> tuple[LogEntry, ...]:
    """Those moved that more than the declaration shows to have been written down as they happened."""
    until = max(one.last, one.on + FEW_DAYS)
    end = min(evidence.period_end, announced_on(evidence))
    after = [e for e in every if one.on <= e.raised_on < end and e.recorded_at is not None and e.told_in_time]
    months = (end - one.on).days / MONTH
    since = max(evidence.period_start, min(entry.raised_on for entry in rows))
    inside = [entry for entry in rows if entry.raised_on >= since]
    pace = len(inside) / max(1.0, (one.on - since).days / MONTH)
    if months >= AFTER_MONTHS and len(after) >= AFTER_ENTRIES and pace <= PACE * len(after) / months:
        return tuple(rows)
    known = _known_before(evidence, until)
    return tuple(e for e in rows if (day := known.get((e.resource, e.row))) and (day - _last(e)).days <= TOLD_WITHIN)


def _known_before(evidence: Evidence, until: date) -> dict[tuple[str, int], date]:
    """By its row, the day by which the earlier submission shows an entry to have been recorded, where that is an older one."""
    if evidence.before is None or evidence.before.same:
        return {}
    old = {one.id: one for one in evidence.before.log}
    found = {}
    for entry in evidence.log:
        then = old.get(entry.id)
        if then is not None and then.raised_on == entry.raised_on:
            found[entry.resource, entry.row] = min(_day(then) or evidence.before.known_on, evidence.before.known_on)
    return {place: day for place, day in found.items() if day < until}


def entered_together(one: Declared, entries: Sequence[LogEntry], evidence: Evidence) -> Weighed:
    """Borne out where entries were made in a few sessions, as far apart as was declared, each soon after its time."""
    most = EVERY[one.every or "month"]
    last = one.to or evidence.submitted_at or date.max
    mine = [entry for entry in entries if (day := _day(entry)) and one.on <= day <= last]
    days = sorted({day for entry in mine if (day := _day(entry))})
    starts = [day for place, day in enumerate(days) if not place or (day - days[place - 1]).days > SESSION]
    soon = [e for e in mine if (day := _day(e)) and (day - e.raised_on).days <= most + GRACE]
    if len(starts) < SESSIONS or len(soon) < (1 - APART) * len(mine):
        says = f"{len(soon)} of {_entries(mine)} {agree(len(soon), 'was', 'were')} made {_within(most)}; {_sessions(starts)}."
        return Weighed(one, LOG, "not-borne-out", says, tuple(mine or entries))
    apart = [(b - a).days for a, b in pairwise(starts)]
    # The last session may come early, before the evidence is submitted.
    if min(apart[:-1] or [most]) < most / 2 or len(days) > 0.5 * ((days[-1] - days[0]).days + 1):
        days_apart = plural(min(apart), "day")
        says = f"Of {plural(len(starts), 'session')} two begin {days_apart} after one another: oftener than declared."
        return Weighed(one, LOG, "not-borne-out", says, tuple(mine or entries))
    says = (
        f"{len(soon)} of {_entries(mine)} {agree(len(soon), 'was', 'were')} made {_within(most)}; {_sessions(starts)}."
    )
    return Weighed(one, LOG, "borne-out", says, tuple(soon), tuple(soon))


def _within(most: int) -> str:
    return f"within {most + GRACE} days of the day of what they tell"


def _sessions(starts: Sequence[date]) -> str:
    """What counts as a session is told, so that anybody can count them."""
    return f"of all there are {plural(len(starts), 'session')} more than {SESSION} days apart"


def silent(one: Declared, entries: Sequence[LogEntry], evidence: Evidence) -> Weighed:
    """Borne out where nothing was recorded on those days, and something before and after."""
    during = [e for e in entries if (day := _day(e) or e.raised_on) and one.on <= day <= one.last]
    before = [e for e in entries if (_day(e) or e.raised_on) < one.on]
    after = [e for e in entries if (_day(e) or e.raised_on) > one.last]
    if not before or not after:
        return Weighed(one, LOG, "cannot-tell", "The log does not reach over those days.", tuple(entries))
    rate = (len(before) + len(after)) / max(1, (evidence.period_end - evidence.period_start).days)
    expected = rate * ((one.last - one.on).days + 1)
    if len(during) > max(1, APART * expected):
        says = f"{_entries(during)} {agree(len(during), 'was', 'were')} recorded from {one.on} to {one.last}."
        return Weighed(one, LOG, "not-borne-out", says, tuple(during))
    if expected < 3:
        says = f"From {one.on} to {one.last} fewer than three entries would be expected."
        return Weighed(one, LOG, "cannot-tell", says, tuple(before))
    within = [
        e for e in after if e.raised_on <= one.last and ((_day(e) or e.raised_on) - one.last).days <= BACKLOG_DAYS
    ]
    nothing = f"{_entries(during)} {agree(len(during), 'was', 'were')}" if during else "Nothing was"
    says = f"{nothing} recorded from {one.on} to {one.last}; {_entries(within)} of before the end "
    says += f"{agree(len(within), 'was', 'were')} made afterwards."
    rows = tuple(within) or tuple(during) or tuple(before[-1:])
    live = [e for e in (*before, *after) if e.recorded_at is not None and e.told_in_time]
    rate = len(live) / max(1, (evidence.period_end - evidence.period_start).days)
    usual = rate * ((one.last - one.on).days + EVERY["month"])
    soon = one.last + timedelta(days=BACKLOG_DAYS) < announced_on(evidence)
    # Figures that are missing just then are a second sign of it.
    counted = tuple(within) if soon and len(within) <= PACE * usual and _dark(one, evidence) else ()
    if counted:
        says += " They count as written down in time: no more than at other times, and figures of then are missing too."
    return Weighed(one, LOG, "borne-out", says, rows, counted)


def _dark(one: Declared, evidence: Evidence) -> bool:
    """Whether most series of the bundle have no figure within those days, though they have some before and after."""
    if one.event != "outage":
        return False
    found = [without(one, mine) for mine in Book(evidence).series.values()]
    return sum(w is not None and w[0] > 0 and not w[1] for w in found) > len(found) / 2


def backlog(one: Declared, entries: Sequence[LogEntry], evidence: Evidence) -> Weighed:
    """Borne out where entries about an earlier time were made in those days, before anybody announced an inspection."""
    if (one.last - one.on).days > BACKLOG_DAYS:
        return Weighed(one, LOG, "not-borne-out", f"It lasted longer than {BACKLOG_DAYS} days.", tuple(entries[:1]))
    rows = _long_after(entries, one)
    if one.last >= announced_on(evidence) - ANNOUNCED and rows:
        says = f"{_entries(rows)} {agree(len(rows), 'was', 'were')} written up about when the inspection was announced: that is "
        says += "asked about all the same."
        return Weighed(one, LOG, "cannot-tell", says, tuple(rows))
    says = f"{_entries(rows)} of more than {LONG_AFTER} days before {agree(len(rows), 'was', 'were')} made from {one.on} to "
    says += f"{one.last}."
    return Weighed(one, LOG, "borne-out" if len(rows) >= 2 else "not-borne-out", says, tuple(rows or entries))


def _long_after(entries: Iterable[LogEntry], one: Declared) -> list[LogEntry]:
    return [
        e for e in entries
        if (day := _day(e)) and one.on <= day <= one.last and (day - e.raised_on).days > LONG_AFTER
    ]  # fmt: skip
