"""`indicators.yaml` of a framework: the indicators its rules know by name, and how some are computed from case records."""

import json
import re
from functools import cache
from typing import Any

from inspector.data import schemas_folder
from inspector.framework.yaml_source import Document
from inspector.model.derivations import Days, Derivation, KnownIndicator, Operator, Test
from inspector.model.problems import Problem, shown

_COMPARED = re.compile(r"(==|!=|<=|>=|<|>)\s*(-?[0-9]{1,15}(?:\.[0-9]+)?)")
KINDS = ("count", "share", "median", "mean")
SUBMISSION = "submission"


def derivations(document: Document, problems: list[Problem]) -> tuple[Derivation, ...]:
    """The derivations of a document that obeys its schema; a column that its list has not is a problem."""
    return tuple(_one(document, place, body, problems) for place, body in enumerate(document.value) if "list" in body)


def known(document: Document, problems: list[Problem]) -> tuple[KnownIndicator, ...]:
    """Every indicator that the framework knows by name, computed or not; one that is there twice is a problem."""
    found: dict[str, KnownIndicator] = {}
    for place, body in enumerate(document.value):
        one = KnownIndicator(
            id=body["id"],
            title=body["title"],
            measure=body.get("measure"),
            better=body.get("better"),
            also_called=tuple(body.get("also_called", ())),
        )
        if one.id in found:
            problems.append(_wrong(document, (place, "id"), f"{shown(one.id)} is there twice", "an id of its own"))
        found.setdefault(one.id, one)
    return tuple(found.values())


def _one(document: Document, place: int, body: dict[str, Any], problems: list[Problem]) -> Derivation:
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
        of=_tests(body.get("of", {})),
        kind=kind,
        share=tests,
        value=(value.get("column") or _days(value["days"])) if value else None,
        where=document.where(place, "id"),
    )
    for column in sorted(_columns(made) - _known(made.list)):
        message = f"{shown(column)} is no column of {made.list}"
        problems.append(_wrong(document, (place,), message, "the template's header, in lower case with underscores"))
    return made


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
    named: list[str | Days | None] = [made.month_of, made.value, *(test.column for test in (*made.of, *made.share))]
    columns: set[str] = set()
    for one in named:
        if isinstance(one, Days):
            columns |= {one.start, *([one.end] if one.end else [])}
        elif one:
            columns.add(one)
    return columns


@cache
def _known(name: str) -> frozenset[str]:
    path = schemas_folder() / "annex-a" / f"{name}.schema.json"
    return frozenset(json.loads(path.read_text(encoding="utf-8"))["properties"])


def _wrong(document: Document, at: tuple[str | int, ...], message: str, expected: str) -> Problem:
    return Problem(rule="framework", level="error", where=document.where(*at), message=message, expected=expected)
