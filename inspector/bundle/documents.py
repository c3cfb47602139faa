"""JSON documents of a bundle: parsed within bounds, validated by `jsonschema`, every violation with its place."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from inspector.bundle.remarks import Unreadable, did_you_mean, error, shown
from inspector.data import schemas_folder
from inspector.model.problems import Problem, Where

MOST_BYTES = 64 * 1024 * 1024


@cache
def schema(name: str) -> dict[str, Any]:
    """One of the published schemas by its name, as `bundle` or `improvement-log`."""
    text = (schemas_folder() / f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def parse(data: bytes, file: str) -> Any:
    """The JSON value in `data` (UTF-8). Raises Unreadable with line and column; NaN and duplicate keys are refused."""
    if len(data) > MOST_BYTES:
        raise Unreadable(
            error("not-json", Where(file=file), f"a JSON file of more than {MOST_BYTES} bytes is not read")
        )
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant, object_pairs_hook=_no_twins)
    except UnicodeDecodeError as failure:
        message = f"byte {failure.start + 1} is not UTF-8"
        raise Unreadable(error("not-utf8", Where(file=file), message, fix="save the file as UTF-8")) from None
    except json.JSONDecodeError as failure:
        where = Where(file=file, line=failure.lineno, column=failure.colno)
        raise Unreadable(error("not-json", where, f"not JSON: {failure.msg}")) from None
    except RecursionError:
        raise Unreadable(error("not-json", Where(file=file), "the JSON is nested too deeply")) from None
    except ValueError as failure:
        raise Unreadable(error("not-json", Where(file=file), f"not JSON: {failure}")) from None


def violations(document: Any, name: str, file: str) -> list[Problem]:
    """What `jsonschema` finds wrong with a document, best message first, each with its place."""
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(schema(name), format_checker=formats())
    errors = sorted(validator.iter_errors(document), key=lambda e: (list(map(str, e.absolute_path)), e.validator))
    return [_problem(e, file) for e in errors]


@cache
def formats() -> Any:
    """The format checker for dates and date-times, with the same meaning as in compiled checks."""
    from jsonschema import FormatChecker

    from inspector.bundle.cells import is_date, is_date_time

    checker = FormatChecker(formats=())
    checker.checks("date")(lambda value: not isinstance(value, str) or is_date(value))
    checker.checks("date-time")(lambda value: not isinstance(value, str) or is_date_time(value))
    return checker


def place(path: Iterator[Any] | Any) -> str:
    """A path within a document as people write it: `resources[2].hash`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


def _problem(e: Any, file: str) -> Problem:
    where = Where(file=file, path=place(e.absolute_path) or None)
    if e.validator == "enum":
        known = [str(value) for value in e.validator_value]
        rule = "unknown-kind" if str(e.absolute_path[-1]) == "kind" else "manifest"
        return error(
            rule,
            where,
            f"{shown(e.instance)} is not known",
            f"one of {', '.join(known)}",
            did_you_mean(str(e.instance), known),
        )
    if e.validator == "required":
        missing = [name for name in e.validator_value if name not in e.instance]
        near = did_you_mean(missing[0], e.instance) if missing else ""
        return error("manifest", where, f"{' and '.join(missing)} is missing", fix=near)
    if e.validator == "minItems":
        return error("empty-bundle", where, "the bundle names no resources, so there is no evidence in it")
    if e.validator == "format":
        return error("manifest", where, f"{shown(e.instance)} is not a date", "a day as 2025-03-31")
    if e.validator == "pattern":
        return error("manifest", where, f"{shown(e.instance)} has not the form {e.validator_value}")
    return error(
        "manifest", where, f"{shown(e.instance)} does not do: {e.validator} {shown(e.validator_value)} is asked"
    )


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number in JSON")


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"the key {next(n for n in names if names.count(n) > 1)!r} stands twice in one object")
    return found
