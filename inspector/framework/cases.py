"""Read a framework's test cases (`tests/*.yaml`), every fact held against the vocabulary."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from inspector.framework.documents import too_large
from inspector.framework.files import named_yaml, shown
from inspector.framework.regular import LIMIT
from inspector.framework.structure import violations
from inspector.framework.yaml_source import Document, load
from inspector.model.cases import Case
from inspector.model.facts import Fact, Field, Scalar
from inspector.model.limits import most
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.problems import shown as quoted
from inspector.model.remarks import did_you_mean, one_of

_HEADS = ("signal", "probe")
_KEYS = ("recommendation", "claim", "condition", "source", "group", "went", "indicator", "subject", "scale", "of")


def read_cases(folder: Path, vocabulary: Mapping[str, tuple[Field, ...]]) -> tuple[tuple[Case, ...], list[Problem]]:
    """The cases of the framework in `folder` that can be read, and what is wrong with the others."""
    cases: list[Case] = []
    problems: list[Problem] = []
    size = 0
    for name in named_yaml(folder, "tests"):
        try:
            document = load(folder / name, shown(folder, name))
        except CannotComplete as failure:
            problems += failure.problems
            continue
        size += document.size
        if size > most(LIMIT):
            problems.append(too_large(document))
            break
        wrong = violations(document, "rule-tests")
        problems += wrong
        for place, body in enumerate(document.value if not wrong else ()):
            case, mistakes = _case(document, place, body, vocabulary)
            problems += mistakes
            cases += [case] if not mistakes else []
    return tuple(cases), problems


def _case(
    document: Document, place: int, body: dict[str, Any], vocabulary: Mapping[str, tuple[Field, ...]]
) -> tuple[Case, list[Problem]]:
    problems: list[Problem] = []
    given = body["given"]
    facts = [_fact(document, place, n, f, vocabulary, problems) for n, f in enumerate(given.get("facts", ()))]
    expect = body["expect"]
    findings = expect.get("findings")
    case = Case(
        name=body["name"],
        where=document.where(place, "name"),
        facts=tuple(fact for fact in facts if fact is not None) if "facts" in given else None,
        bundle=given.get("bundle"),
        findings=None if findings is None else tuple(sorted(findings)),
        not_findings=tuple(expect.get("not_findings", ())),
        standings=tuple(expect.get("standings", {}).items()),
        verdict=expect.get("verdict"),
    )
    return case, problems


def _fact(
    document: Document,
    place: int,
    number: int,
    body: dict[str, Any],
    vocabulary: Mapping[str, tuple[Field, ...]],
    problems: list[Problem],
) -> Fact | None:
    where = document.where(place, "given", "facts", number)
    heads = [head for head in _HEADS if head in body]
    kind = f"{heads[0]}/{body[heads[0]]}" if len(heads) == 1 else ""
    if kind not in vocabulary:
        known = [name for name in vocabulary if name.startswith(("signal/", "probe/"))]
        message = f"a fact is a signal or a probe that exists, not {quoted(kind or 'nothing')}"
        problems.append(_error(where, message, ", ".join(known), did_you_mean(kind, known)))
        return None
    fields = {field.name: field for field in vocabulary[kind]}
    values: dict[str, Scalar] = {}
    for name, value in body.items():
        if name == heads[0]:
            continue
        at = document.where(place, "given", "facts", number, name)
        if name not in fields:
            problems.append(
                _error(at, f"{kind} has no field {quoted(name)}", ", ".join(fields), did_you_mean(name, list(fields)))
            )
            continue
        read = _value(fields[name], value)
        if read is None:
            problems.append(_error(at, f"{name} is never {quoted(value)}", _wanted(fields[name])))
        else:
            values[name] = read
    key = next((str(values[name]) for name in _KEYS if name in values), str(number))
    return Fact(id=f"{kind}/{key}", kind=kind, fields=values, says=f"{kind} of {key}, as the test case has it.")


def _value(field: Field, value: Any) -> Scalar | None:
    """The value as the field's type, or None where it can never be that."""
    if field.choices and value not in field.choices:
        return None
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if field.type == "number":
        return float(value) if number else None
    if field.type == "integer":
        return value if number and isinstance(value, int) else None
    if field.type == "boolean":
        return value if isinstance(value, bool) else None
    if not isinstance(value, str):
        return None
    if field.type == "date":
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return value


def _wanted(field: Field) -> str:
    return one_of(field.choices) if field.choices else f"a {field.type}"


def _error(where: Where, message: str, expected: str, fix: str = "") -> Problem:
    return Problem(rule="case-fact", level="error", where=where, message=message, expected=expected, fix=fix)
