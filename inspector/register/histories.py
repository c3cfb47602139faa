"""The history of one authority, put together from its entries. Nothing is judged here, and no database is known."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from inspector.model.history import Corrected, Decided, History, Inspected, Replied, Step, Submitted, Track, VisitedOn
from inspector.model.register import Entry

Titles = Mapping[tuple[str, str], str]
"""The title of a theme, by its framework and its id."""


def history(
    authority: str,
    entries: Sequence[Entry],
    titles: Titles | None = None,
    near: Iterable[tuple[str, int]] = (),
    register: str = "",
) -> History:
    """The history of an authority from all of its entries, which may come in any order."""
    every = sorted(entries, key=lambda one: one.index)
    about = _about(every)
    inspections = _inspections(every, about)
    return History(
        authority=authority,
        register_name=register,
        entries=len(every),
        submissions=tuple(_submitted(one, about) for one in every if one.kind == "submission"),
        inspections=inspections,
        visits=tuple(_visited(one, about) for one in every if one.kind == "visit"),
        tracks=tracks(inspections, titles or {}),
        near=tuple(near),
    )


def last_of_each(inspections: Sequence[Inspected]) -> list[Inspected]:
    """Of the inspections of one submission by one framework the last that was entered; in the order given."""
    return [one for one in inspections if one.later is None]


def tracks(inspections: Sequence[Inspected], titles: Titles) -> tuple[Track, ...]:
    """A track for every theme of every framework that an inspection applied, in the order in which they came."""
    steps: dict[tuple[str, str], list[Step]] = defaultdict(list)
    rules: dict[tuple[str, str], tuple[str, str]] = {}
    for one in last_of_each(inspections):
        by = (one.framework_digest, one.engine)
        for theme, standing in one.standings:
            key = (one.framework, theme)
            other = rules.setdefault(key, by) != by
            rules[key] = by
            state = dict(one.states).get(theme, "silent" if standing == "silent" else "stands")
            steps[key].append(Step(inspection=one.entry, standing=standing, state=state, other_rules=other))
    return tuple(
        Track(framework=framework, theme=theme, title=titles.get((framework, theme), theme), steps=tuple(found))
        for (framework, theme), found in steps.items()
    )


def replies_to(result: int, entries: Iterable[Entry]) -> tuple[Replied, ...]:
    """The replies to the result with that number, in order, with what was decided on each."""
    every = sorted(entries, key=lambda one: one.index)
    return _replies(result, _about(every))


def _about(entries: Iterable[Entry]) -> Mapping[tuple[str, int], list[Entry]]:
    """The entries that speak of each, by their kind."""
    found: dict[tuple[str, int], list[Entry]] = defaultdict(list)
    for one in entries:
        for number in one.about:
            found[one.kind, number].append(one)
    return found


def _first(one: Entry) -> int | None:
    return one.about[0] if one.about else None


def _day(one: Entry) -> str:
    return one.entered_at[:10]


def _body(one: Entry) -> Any:
    return one.body


def _corrections(number: int, about: Mapping[tuple[str, int], list[Entry]]) -> tuple[Corrected, ...]:
    found = about.get(("correction", number), ())
    return tuple(Corrected(entry=one.index, on=_day(one), says=_body(one).says, by=_body(one).by) for one in found)


def _submitted(one: Entry, about: Mapping[tuple[str, int], list[Entry]]) -> Submitted:
    body = _body(one)
    return Submitted(
        entry=one.index,
        on=_day(one),
        root=body.root,
        period_start=body.period_start,
        period_end=body.period_end,
        resources=len(body.resources),
        rows=sum(resource.rows for resource in body.resources),
        corrections=_corrections(one.index, about),
    )


def _visited(one: Entry, about: Mapping[tuple[str, int], list[Entry]]) -> VisitedOn:
    return VisitedOn(
        entry=one.index,
        on=_day(one),
        day=_body(one).day,
        plan=_body(one).plan,
        submission=_first(one),
        corrections=_corrections(one.index, about),
    )


def _inspections(entries: Sequence[Entry], about: Mapping[tuple[str, int], list[Entry]]) -> tuple[Inspected, ...]:
    """All inspections, by the end of the period judged, then as the submissions and the results were entered."""
    found = [one for one in entries if one.kind == "result"]
    last = {_same(one): one.index for one in found}
    made = [_inspected(one, last[_same(one)], about) for one in found]
    return tuple(sorted(made, key=lambda one: (one.period_end, one.submission or 0, one.entry)))


def _same(one: Entry) -> tuple[str, str]:
    return _body(one).root, _body(one).framework


def _inspected(one: Entry, last: int, about: Mapping[tuple[str, int], list[Entry]]) -> Inspected:
    body = _body(one)
    return Inspected(
        entry=one.index,
        on=_day(one),
        submission=_first(one),
        later=None if last == one.index else last,
        replies=_replies(one.index, about),
        corrections=_corrections(one.index, about),
        **{
            name: getattr(body, name)
            for name in (
                "period_start", "period_end", "engine", "framework", "framework_version", "framework_digest", "verdict",
                "assurance", "standings", "notified_on",
                "held", "states",
            )
        },
    )  # fmt: skip


def _replies(result: int, about: Mapping[tuple[str, int], list[Entry]]) -> tuple[Replied, ...]:
    return tuple(
        Replied(
            entry=one.index,
            on=_day(one),
            result=result,
            finding=_body(one).finding,
            says=_body(one).says,
            by=_body(one).by,
            decisions=tuple(_decided(other) for other in about.get(("decision", one.index), ())),
            corrections=_corrections(one.index, about),
        )
        for one in about.get(("reply", result), ())
    )


def _decided(one: Entry) -> Decided:
    body = _body(one)
    return Decided(entry=one.index, on=_day(one), decision=body.decision, says=body.says, by=body.by)
