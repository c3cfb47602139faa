"""JSON documents of a bundle, validated by `jsonschema`: every violation with its place."""

import json
import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from typing import Any

from inspector.data import schemas_folder
from inspector.model.problems import Problem, Where
from inspector.model.remarks import did_you_mean, error, shown


@cache
def schema(name: str) -> dict[str, Any]:
    """One of the published schemas by its name, as `bundle` or `improvement-log`."""
    text = (schemas_folder() / f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def fingerprint(name: str) -> str:
    """The sha256 of the file of a published schema."""
    return f"sha256:{sha256((schemas_folder() / f'{name}.schema.json').read_bytes()).hexdigest()}"


def violations(document: Any, name: str, file: str) -> list[Problem]:
    """What `jsonschema` finds wrong with a document, best message first, each with its place."""
    errors = sorted(
        validator(schema(name)).iter_errors(document), key=lambda e: (list(map(str, e.absolute_path)), e.validator)
    )
    return [_problem(e, file) for e in errors]


def validator(rules: dict[str, Any]) -> Any:
    """A `jsonschema` validator with our formats, and `$` in a pattern meaning the end, as the standard has it."""
    return _dialect()(rules, format_checker=formats())


@cache
def _dialect() -> Any:
    from jsonschema import Draft202012Validator, validators

    extend: Any = validators.extend
    return extend(Draft202012Validator, {"pattern": _pattern})


def _pattern(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[Any]:
    from jsonschema import ValidationError

    # Python's `$` also matches before a last line break; JSON Schema's does not.
    ended = re.sub(r"(?<!\\)\$$", r"\\Z", pattern)
    if isinstance(instance, str) and not re.search(ended, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


@cache
def formats() -> Any:
    """The format checker for dates and date-times, with the same meaning as in compiled checks."""
    from jsonschema import FormatChecker

    from inspector.bundle.schema.cells import is_date, is_date_time

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
        rule = "unknown-kind" if list(e.absolute_path)[-1:] == ["kind"] else "manifest"
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
