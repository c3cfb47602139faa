"""`core` of a framework: what one would expect of everybody, so that where it is missing a verdict can say what it could be."""

from collections.abc import Iterator, Sequence
from typing import Any

from inspector.framework.yaml_source import Document
from inspector.model.derivations import KnownIndicator
from inspector.model.problems import Problem, shown
from inspector.model.remarks import did_you_mean, one_of
from inspector.model.rules import Core, CoreMeasure, CoreRecords

At = tuple[str | int, ...]


def core(main: Document, indicators: Sequence[KnownIndicator], problems: list[Problem]) -> Core:
    """The `core` of framework.yaml, which obeys its schema; an indicator nobody knows, or an id twice, is a problem."""
    body = main.value.get("core", {})
    measures = [_measure(main, place, one) for place, one in enumerate(body.get("measures", ()))]
    records = [
        CoreRecords(kind=one["kind"], why=one["why"], where=main.where("core", "records", place, "kind"))
        for place, one in enumerate(body.get("records", ()))
    ]
    problems += _twice([(one.id, one.where) for one in measures], "core measure")
    problems += _twice([(one.kind, one.where) for one in records], "kind of core records")
    problems += _unknown(main, body, [one.id for one in indicators])
    return Core(measures=tuple(measures), records=tuple(records))


def _measure(main: Document, place: int, body: dict[str, Any]) -> CoreMeasure:
    where = main.where("core", "measures", place, "id")
    return CoreMeasure(id=body["id"], title=body["title"], any_of=tuple(body["any_of"]), where=where)


def _unknown(main: Document, body: dict[str, Any], known: Sequence[str]) -> Iterator[Problem]:
    for place, one in enumerate(body.get("measures", ())):
        for nth, name in enumerate(one["any_of"]):
            if name not in known:
                yield Problem(
                    rule="unknown-indicator",
                    level="error",
                    where=main.where("core", "measures", place, "any_of", nth),
                    message=f"no indicator is known as {shown(name)}",
                    expected=one_of(known) if known else "an id in indicators.yaml, which is not there",
                    fix=did_you_mean(name, known),
                )


def _twice(named: Sequence[tuple[str, Any]], sort: str) -> Iterator[Problem]:
    seen: dict[str, Any] = {}
    for name, where in named:
        if name in seen:
            message = f"the {sort} {shown(name)} is already at {seen[name]}"
            yield Problem(rule="duplicate-id", level="error", where=where, message=message)
        seen.setdefault(name, where)
