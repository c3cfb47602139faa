"""What a submission holds, put so that it can be kept without its files; and whether a row of today says what it said then.

What a row says is kept as digests, the first 128 bits of `sha256(salt NUL field NUL text)`, over the typed
value: the same for CSV, JSON and a workbook.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

from inspector.model.base import Noun
from inspector.model.case_reviews import Factor
from inspector.model.evidence import Evidence, Figure, Indicator, LogEntry
from inspector.model.held import Held, HeldFigure, HeldIndicator, HeldRow, HeldTest
from inspector.model.voice import Voice

SAID = (
    "raised_by_role",
    "team",
    "scale",
    "aim",
    "origin",
    "change_type",
    "prediction",
    "indicator",
    "balancing_indicator",
    "decision",
    "learned",
    "follows",
    "questions_target",
    "spread_to",
    "evidence",
    "chance",
    "came_true",
)
"""The fields of an entry of the log of which a digest is kept where they say something."""
PLACE = frozenset({"resource", "row", "path"})
"""Where a row stands is no part of what it says."""


_WRITTEN = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode


class Kind(NamedTuple):
    """Rows of a kind beside log, figures and register: where they stand in the evidence, their key, and the day of each."""

    table: str
    key: tuple[str, ...]
    day: str


OTHERS: Mapping[str, Kind] = {
    "participation": Kind("participation", ("period_start", "period_end", "team", "role"), "period_end"),
    "durations": Kind("durations", ("indicator", "period_start", "period_end", "days"), "period_end"),
    "voice": Kind("voice", ("id",), "period_end"),
    "leadership": Kind("leadership", ("leader", "period_start", "period_end"), "period_end"),
    "partnership": Kind("partnership", ("id",), "made_on"),
    "case-reviews": Kind("case_reviews", ("id",), "reviewed_on"),
    "recommendations": Kind("recommendations", ("id",), "made_on"),
    "self-evaluation": Kind("self_evaluation", ("id",), "stated_on"),
    "declared-events": Kind("declared", ("event", "on"), "on"),
    "verifications": Kind("verifications", ("id",), "looked_on"),
}
"""Case records are not held row by row: their resource has a root in the seal."""


def held(evidence: Evidence, salt: str) -> Held:
    """What a submission holds, of its evidence as it was read; the date is the one that it states itself.

    Whoever vouches for another puts `received_on`, `received_by`, `register` and `entry` in by `model_copy`.
    """
    return Held(
        authority=evidence.authority,
        period_start=evidence.period_start,
        period_end=evidence.period_end,
        received_on=stated(evidence),
        root=evidence.root,
        salt=salt,
        tests=tuple([_test(one, salt) for one in evidence.log]),
        figures=tuple([_figure(one, salt) for one in evidence.figures]),
        indicators=tuple([_indicator(one) for one in evidence.submitted_register or evidence.indicators]),
        others=tuple(row for kind in OTHERS for row in _rows(evidence, kind, salt)),
    )


def stated(evidence: Evidence) -> date:
    """The day on which a submission was handed in as it says itself: never before what it tells of, or that was written down."""
    days: list[date | None] = [one.recorded_at.date() for one in evidence.log if one.recorded_at is not None]
    days += [day for one in evidence.log for day in (one.raised_on, one.tested_on, one.studied_on, one.decided_on)]
    days += [day for one in evidence.figures for day in (one.period_end, one.recorded_on, one.revised_on)]
    days += [one.period_end for rows in (evidence.participation, evidence.durations, evidence.voice) for one in rows]
    return max([evidence.submitted_at or evidence.period_end, *(day for day in days if day is not None)])


def digest(salt: str, field: str, value: Any) -> str:
    """The digest of a typed value."""
    text = value if isinstance(value, str) else _WRITTEN(_plain(value))
    kind = "t" if isinstance(value, str) else "j"
    return sha256(f"{salt}\0{field}\0{kind}{text}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def said_by_test(entry: LogEntry, salt: str) -> tuple[tuple[str, str], ...]:
    """What an entry of the log says, by field, as `HeldTest.said` has it."""
    own = {"change_type": entry.own_word} if entry.own_word else {}
    values = ((name, own.get(name) or getattr(entry, name)) for name in SAID)
    return tuple([(name, digest(salt, name, value)) for name, value in values if value not in (None, "", ())])


def said_by_figure(figure: Figure, salt: str) -> str:
    """What a figure says, as `HeldFigure.said` has it."""
    return digest(salt, "figure", (figure.numerator, figure.denominator, figure.value))


def said_by_row(row: Noun, kind: str, salt: str) -> str:
    """All that a row of another kind says, with its parts, as `HeldRow.said` has it."""
    return digest(salt, kind, row)


def key_of_row(row: Noun, kind: str, salt: str) -> str:
    """The key of a row of another kind, as `HeldRow.key` has it."""
    return digest(salt, f"{kind} key", tuple(getattr(row, name) for name in OTHERS[kind].key))


def says_the_same(entry: LogEntry, then: HeldTest, salt: str, fields: tuple[str, ...]) -> bool:
    """Whether an entry says in these fields what it said then, also nothing where it said nothing."""
    now, before = dict(said_by_test(entry, salt)), dict(then.said)
    return all(now.get(name) == before.get(name) for name in fields)


def _test(one: LogEntry, salt: str) -> HeldTest:
    return HeldTest(
        resource=one.resource,
        row=one.row,
        id=one.id,
        raised_on=one.raised_on,
        started_on=one.started_on,
        tested_on=one.tested_on,
        studied_on=one.studied_on,
        decided_on=one.decided_on,
        recorded_at=one.recorded_at,
        indicator=one.indicator,
        predicted=bool(one.prediction),
        said=said_by_test(one, salt),
    )


def _figure(one: Figure, salt: str) -> HeldFigure:
    return HeldFigure(
        resource=one.resource,
        row=one.row,
        indicator=one.indicator,
        period_start=one.period_start,
        period_end=one.period_end,
        recorded_on=one.recorded_on,
        said=said_by_figure(one, salt),
    )


def _indicator(one: Indicator) -> HeldIndicator:
    return HeldIndicator(
        resource=one.resource,
        row=one.row,
        indicator=one.indicator,
        better=one.better,
        measure=one.measure,
        same_as=one.same_as,
        target=one.target,
        deadline=one.deadline,
    )


def _rows(evidence: Evidence, kind: str, salt: str) -> Iterator[HeldRow]:
    rows: tuple[Any, ...] = getattr(evidence, OTHERS[kind].table)
    for one in rows:
        yield HeldRow(
            kind=kind,
            resource=one.resource,
            row=one.row,
            key=key_of_row(one, kind, salt),
            day=getattr(one, OTHERS[kind].day),
            said=said_by_row(one, kind, salt),
        )


def _plain(value: Any) -> Any:
    """A typed value as JSON has it: nouns without where they stand, days in ISO, whole numbers and others alike as floats."""
    if type(value) in _AS_IT_IS:
        return value
    made: Callable[[Any], Any] | None = next((to for kind, to in _FORMS if isinstance(value, kind)), None)
    return value if made is None else made(value)


_AS_IT_IS = frozenset((str, float, bool, type(None)))
_FORMS: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (bool, lambda one: one),
    (int, float),
    (date, lambda one: one.isoformat()),
    (tuple, lambda one: [_plain(part) for part in one]),
    (Noun, lambda one: {n: _plain(part) for n, part in _as_written(one) if n not in PLACE and part is not None}),
)
_OPENED: Mapping[type, str] = {LogEntry: "change_type", Voice: "group", Factor: "condition"}
"""The field in which a row may have a word of a framework's own."""


def _as_written(one: Noun) -> Iterator[tuple[str, Any]]:
    """Names and values, a framework's own word where the row has one: what it counts as is not what was said."""
    own = getattr(one, "own_word", None)
    for name, value in one:
        if name != "own_word":
            yield name, own if own and name == _OPENED.get(type(one)) else value
