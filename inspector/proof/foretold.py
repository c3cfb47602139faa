"""Gains that were foretold: a committed test names the measure and its direction before the figures that were held show it."""

from collections.abc import Iterator
from datetime import date

from inspector.evidence.effects import WITHIN, began
from inspector.evidence.onsets import Span
from inspector.evidence.series import Series, add_months
from inspector.model.commitment import Foretold
from inspector.model.evidence import LogEntry
from inspector.model.held import Held
from inspector.model.months import day_month_year
from inspector.model.rows import by_resource
from inspector.model.words import agree, in_a_row, plural
from inspector.proof.commitments import BY, Commitments, Kept

NAMED = 3
"""So many further tests are named in a sentence."""


def foretold(asked: Commitments) -> tuple[Foretold, ...]:
    """The gains that were foretold, sorted by their indicators.

    A test names the direction by the register that its submission holds: a test is meant to make its measure better.
    """
    gained = asked.seen.gained
    found: dict[str, list[Kept]] = {}
    for one in asked.tests:
        name = getattr(one.row, "indicator", None) or ""
        if name in gained and _foretells(asked, one, *gained[name]):
            found.setdefault(name, []).append(one)
    return tuple(_told(asked, gained[name], found[name]) for name in sorted(found))


def _foretells(asked: Commitments, kept: Kept, series: Series, span: Span) -> bool:
    entry = kept.row
    assert isinstance(entry, LogEntry)
    day = began(entry)
    if kept.place is None or day is None or not entry.prediction:
        return False
    near = add_months(span.low, -WITHIN) <= day <= span.high
    held = asked.history[kept.place]
    ways = {one.better for one in held.indicators if one.indicator == entry.indicator}
    return near and ways == {series.indicator.better} and not asked.seen.shown(kept.place, series.indicator.indicator)


def _told(asked: Commitments, gain: tuple[Series, Span], tests: list[Kept]) -> Foretold:
    series, span = gain
    ordered = sorted(tests, key=lambda one: (_given_up(one), _start(one), one.row.resource, one.row.row))
    first = ordered[0]
    entry = first.row
    assert isinstance(entry, LogEntry)
    assert first.place is not None
    held = asked.history[first.place]
    says = (
        f"The gain of {series.indicator.title}, which began {span.words}, was foretold: test {entry.id}, begun on "
        f"{day_month_year(_start(first))}, names the measure, for which better is {series.indicator.better}, and stands with its "
        f"prediction in the submission received on {day_month_year(held.received_on)} ({dated(held)}); the figures held by then "
        f"do not show the gain.{_others(ordered)}{_left(ordered)}"
    )
    return Foretold(
        indicator=series.indicator.indicator,
        title=series.indicator.title,
        better=series.indicator.better,
        began=span.words,
        onset=span.on.isoformat(),
        tests=tuple(_ids(ordered)),
        rows=by_resource([*(one.row for one in ordered)]),
        started_on=_start(first).isoformat(),
        received_on=held.received_on.isoformat(),
        by=held.received_by,
        key=held.register_key,
        entry=held.entry,
        says=says,
    )


def dated(held: Held) -> str:
    """Who says when a submission was received: `entry 12 of the register with the key 1a2b3c4d says so`."""
    if held.received_by == BY[-1]:
        return "by what it says itself"
    entry = f"entry {held.entry}" if held.entry is not None else "an entry"
    by = f"{entry} of the register with the key {held.register_key}"
    return f"by {by}" if held.received_by == "register" else f"by a receipt for {by}"


def _others(ordered: list[Kept]) -> str:
    ids = list(_ids(ordered))[1:]
    if not ids:
        return ""
    more = [plural(len(ids) - NAMED, "other")] if len(ids) > NAMED else []
    return (
        f" So do {in_a_row([*ids[:NAMED], *more])}, each in time." if len(ids) > 1 else f" So does {ids[0]}, in time."
    )


def _left(ordered: list[Kept]) -> str:
    """Which of the tests were given up: those that foretold a gain, and had no part in it that anybody kept."""
    ids = list(_ids([one for one in ordered if _given_up(one)]))
    more = [plural(len(ids) - NAMED, "other")] if len(ids) > NAMED else []
    return f" {in_a_row([*ids[:NAMED], *more])} {agree(len(ids), 'was', 'were')} given up since." if ids else ""


def _given_up(one: Kept) -> bool:
    assert isinstance(one.row, LogEntry)
    return one.row.decision == "abandon"


def _ids(tests: list[Kept]) -> Iterator[str]:
    for one in tests:
        assert isinstance(one.row, LogEntry)
        yield one.row.id


def _start(kept: Kept) -> date:
    assert isinstance(kept.row, LogEntry)
    return began(kept.row) or kept.row.raised_on
