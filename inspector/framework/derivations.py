"""`indicators.yaml` of a framework: the indicators its rules know by name, and how some are computed from case records."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from inspector.data import schemas_folder
from inspector.framework.yaml_source import Document
from inspector.model.derivations import Counted, Days, Derivation, KnownIndicator, Operator, Test
from inspector.model.problems import Problem, shown

_COMPARED = re.compile(r"(==|!=|<=|>=|<|>)\s*(-?[0-9]{1,15}(?:\.[0-9]+)?)")
KINDS = ("count", "share", "median", "mean")
SUBMISSION = "submission"


def derivations(document: Document, problems: list[Problem]) -> tuple[Derivation, ...]:
    """The derivations of a document that obeys its schema; a column that its list has not is a problem."""
    return tuple(
        _one(document, (place, *at), {**source, "id": body["id"], "title": body["title"]}, problems)
        for place, body in enumerate(document.value)
        if "list" in body
        for at, source in [((), body), *((("or", nth), one) for nth, one in enumerate(body.get("or", ())))]
    )


def known(document: Document, problems: list[Problem]) -> tuple[KnownIndicator, ...]:
    """Every indicator that the framework knows by name, computed or not; one that is there twice is a problem."""
    found: dict[str, KnownIndicator] = {}
    for place, body in enumerate(document.value):
        one = KnownIndicator(
            id=body["id"],
            title=body["title"],
            measure=body.get("measure"),
            better=body.get("better"),
            unit=body.get("unit") or _unit(body),
            deadline=body.get("deadline"),
            deadline_unit=body.get("deadline_unit", "days") if "deadline" in body else None,
            also_called=tuple(body.get("also_called", ())),
            where=document.where(place, "id"),
        )
        if one.id in found:
            problems.append(_wrong(document, (place, "id"), f"{shown(one.id)} is there twice", "an id of its own"))
        found.setdefault(one.id, one)
    return tuple(found.values())


def _unit(body: dict[str, Any]) -> str | None:
    """What sort of unit a computed indicator has: a share is one, and a median or mean of days is in days."""
    if "share" in body:
        return "share"
    return "days" if any("days" in body.get(kind, {}) for kind in ("median", "mean")) else None


def _one(document: Document, at: tuple[str | int, ...], body: dict[str, Any], problems: list[Problem]) -> Derivation:
    kind = next(kind for kind in KINDS if kind in body)
    share = body.get("share", {})
    tests = _tests(share.get("where", {}))
    if "days" in share:
        tests += _condition(_days(share["days"]), share["days"]["is"])
    value = body.get(kind) if kind in ("median", "mean") else None
    made = Derivation(
        id=body["id"],
        title=body["title"],
        list=body["list"],
        month_of=body.get("month_of"),
        counted=tuple(_counted(name, one) for name, one in body.get("with", {}).items()),
        of=_tests(body.get("of", {})),
        kind=kind,
        share=tests,
        value=(value.get("column") or _days(value["days"])) if value else None,
        where=document.where(*at),
    )
    problems += _unknown(document, at, made)
    return made


def _unknown(document: Document, at: tuple[str | int, ...], made: Derivation) -> Iterator[Problem]:
    """A problem for a list that there is none of, and for each column that its list has not."""
    known = _known(made.list)
    if known is None:
        yield _wrong(
            document, (*at, "list"), f"{shown(made.list)} is no list and no table of a return", "as ssda903/episodes"
        )
        return
    counted = {one.name for one in made.counted}
    for name in sorted(counted & known):
        yield _wrong(document, (*at, "with"), f"{shown(name)} is a column of {made.list} already", "another name")
    for column in sorted(_columns(made) - known - counted):
        message = f"{shown(column)} is no column of {made.list}"
        expected = "the template's header, in lower case with underscores" if made.list.startswith("list-") else ""
        yield _wrong(document, at, message, expected or "a column of the return, as it is called there")


def _counted(name: str, body: dict[str, Any]) -> Counted:
    named = {key: body.get(key) for key in ("same", "begins", "ends", "until", "months")}
    return Counted(name=name, where=_tests(body.get("where", {})), **named)


def _days(body: dict[str, Any]) -> Days:
    end = None if body["to"] == SUBMISSION else body["to"]
    return Days(start=body["from"], end=end, working=body.get("working", False))


def _tests(where: dict[str, Any]) -> tuple[Test, ...]:
    return tuple(test for column, condition in where.items() for test in _condition(column, condition))


def _condition(column: str | Days, condition: Any) -> tuple[Test, ...]:
    if isinstance(condition, list):
        return (Test(column=column, operator="==", values=tuple(condition)),)
    compared = _COMPARED.fullmatch(condition) if isinstance(condition, str) else None
    if compared:
        operator: Operator = compared[1]  # type: ignore[assignment]
        return (Test(column=column, operator=operator, values=(float(compared[2]),)),)
    return (Test(column=column, operator="==", values=(condition,)),)


def _columns(made: Derivation) -> set[str]:
    of_rows = (test for one in made.counted for test in one.where)
    named: list[str | Days | None] = [made.month_of, made.value]
    named += [test.column for test in (*made.of, *made.share, *of_rows)]
    named += [column for one in made.counted for column in (one.same, one.begins, one.ends, one.until)]
    columns: set[str] = set()
    for one in named:
        if isinstance(one, Days):
            columns |= {one.start, *([one.end] if one.end else [])}
        elif one:
            columns.add(one)
    return columns


@cache
def _known(name: str) -> frozenset[str] | None:
    """The columns of a list of Annex A or a table of a return; None where there is no such list."""
    path = schemas_folder() / f"{f'annex-a/{name}' if name.startswith('list-') else name}.schema.json"
    if not path.is_file():
        return None
    return frozenset(json.loads(path.read_text(encoding="utf-8"))["properties"])


def _wrong(document: Document, at: tuple[str | int, ...], message: str, expected: str) -> Problem:
    return Problem(rule="framework", level="error", where=document.where(*at), message=message, expected=expected)
