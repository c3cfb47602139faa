"""JSON documents of a bundle, validated by `jsonschema`: every violation with its place."""

import json
import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from typing import Any

from inspector.bundle.schema.cells import is_date, is_date_time
from inspector.bundle.schema.surely import surely
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
    if surely(schema(name), document):
        return []
    errors = sorted(
        validator(schema(name), ours=True).iter_errors(document),
        key=lambda e: (list(map(str, e.absolute_path)), e.validator),
    )
    # Of keys that an object lacks there is an error for each, and one problem names them all.
    return list(dict.fromkeys(_problem(e, file) for e in errors))


def validator(rules: dict[str, Any], *, ours: bool = False) -> Any:
    """A `jsonschema` validator with our formats, `$` in a pattern meaning the end, as the standard has it, and bounds of dates.

    `formatMinimum` and `formatMaximum` bound the days of dates and moments that exist, as in Ajv. Patterns are tried by the
    engine for those from outside; with `ours`, of published schemas alone, by Python's own, which is quicker for one text and
    may be kept busy for ever by a pattern made for that.
    """
    return _dialect(ours)(rules, format_checker=formats())


@cache
def _dialect(ours: bool) -> Any:
    from jsonschema import Draft202012Validator, validators

    extend: Any = validators.extend
    both = {"uniqueItems": _unique, "formatMinimum": _not_before, "formatMaximum": _not_after}
    theirs = {"pattern": _any_pattern, "patternProperties": _pattern_properties}
    return extend(Draft202012Validator, both | ({"pattern": _our_pattern} if ours else theirs))


def _not_before(_: Any, bound: str, instance: Any, __: Any) -> Iterator[Any]:
    from jsonschema import ValidationError

    if _is_day(instance) and instance[:10] < bound[:10]:
        yield ValidationError(f"{instance!r} is before {bound}")


def _not_after(_: Any, bound: str, instance: Any, __: Any) -> Iterator[Any]:
    from jsonschema import ValidationError

    if _is_day(instance) and instance[:10] > bound[:10]:
        yield ValidationError(f"{instance!r} is after {bound}")


def _is_day(instance: Any) -> bool:
    return isinstance(instance, str) and (is_date(instance) or is_date_time(instance))


def _unique(_: Any, asked: bool, instance: Any, __: Any) -> Iterator[Any]:
    """As the standard has it, in a time that grows with the list: the package compares each with each."""
    from jsonschema import ValidationError

    if asked and isinstance(instance, list) and twin(instance) is not None:
        yield ValidationError("entries stand twice")


def twin(values: list[Any]) -> Any:
    """The first value of a list that an earlier one equals, as JSON has it; None where there is none (null is told as text)."""
    seen = set()
    for value in values:
        key = _key(value)
        if key in seen:
            return "null" if value is None else value
        seen.add(key)
    return None


def _key(value: Any) -> Any:
    """A value that is equal to another's where the two are one in JSON: 1 is 1.0 and is not true."""
    if isinstance(value, dict):
        return "object", frozenset((name, _key(one)) for name, one in value.items())
    if isinstance(value, list):
        return "list", tuple(map(_key, value))
    return (type(value).__name__ if isinstance(value, bool | str | None) else "number"), value


@cache
def recorded_spellings() -> tuple[str, ...]:
    """The fields for which spellings are recorded, sorted: what `x-variants` may name."""
    lines = (schemas_folder() / "annex-a" / "value_variants.csv").read_text(encoding="utf-8").splitlines()
    return tuple(sorted({line.split(",")[0] for line in lines[1:]}))


def _any_pattern(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[Any]:
    from jsonschema import ValidationError

    from inspector.bundle.schema.patterns import matches

    if isinstance(instance, str) and not matches(pattern, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _pattern_properties(validator: Any, rules: dict[str, Any], instance: Any, _: Any) -> Iterator[Any]:
    from inspector.bundle.schema.patterns import which

    names = list(instance) if isinstance(instance, dict) else []
    for pattern, part in rules.items() if names else ():
        for name, named in zip(names, which(pattern, names), strict=True):
            if named:
                yield from validator.descend(instance[name], part, path=name, schema_path=pattern)


def _our_pattern(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[Any]:
    from jsonschema import ValidationError

    # Python's `$` also matches before a last line break; JSON Schema's does not.
    ended = re.sub(r"(?<!\\)\$$", r"\\Z", pattern)
    if isinstance(instance, str) and not re.search(ended, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


@cache
def formats() -> Any:
    """The format checker for dates and date-times, with the same meaning as in compiled checks."""
    from jsonschema import FormatChecker

    checker = FormatChecker(formats=())
    checker.checks("date")(lambda value: not isinstance(value, str) or is_date(value))
    checker.checks("date-time")(lambda value: not isinstance(value, str) or is_date_time(value))
    return checker


def place(path: Iterator[Any] | Any) -> str:
    """A path within a document as people write it: `resources[2].hash`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else '[""]' if step == "" else f".{step}" if text else str(step)
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
        be = "is" if len(missing) == 1 else "are"
        fix = near or ("`inspector bundle seal` writes them" if {"hash", "bytes"} & set(missing) else "")
        return error("manifest", where, f"{' and '.join(missing)} {be} missing", fix=fix)
    if e.validator == "minItems" and list(e.absolute_path) == ["resources"]:
        return error("empty-bundle", where, "the bundle names no resources, so there is no evidence in it")
    if e.validator == "format":
        return error("manifest", where, f"{shown(e.instance)} is not a date", "a day as 2025-03-31")
    if e.validator in ("formatMinimum", "formatMaximum"):
        side = "before" if e.validator == "formatMinimum" else "after"
        message = f"{shown(e.instance)} is {side} the days that evidence is read for"
        expected = f"a day from {e.schema['formatMinimum'][:10]} to {e.schema['formatMaximum'][:10]}"
        return error("manifest", where, message, expected)
    if e.validator == "pattern":
        return error("manifest", where, f"{shown(e.instance)} has not the form {e.validator_value}")
    return error(
        "manifest", where, f"{shown(e.instance)} does not do: {e.validator} {shown(e.validator_value)} is asked"
    )
