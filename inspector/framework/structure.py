"""A file of a framework held against its published schema, every violation at its line and column."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from typing import Any

from inspector.data import schemas_folder
from inspector.framework.yaml_source import Document
from inspector.model.problems import Problem, Where, shown
from inspector.model.remarks import did_you_mean, one_of
from inspector.model.words import agree, in_a_row

MOST = 200
"""Violations that are told of one file; who meets so many has another file in hand."""


_LONGEST_FIX = 120


def _as_id(value: str) -> str:
    return f"did you mean {made!r}?" if (made := "-".join(re.findall(r"[a-z0-9]+", value.lower()))) else ""


def _as_alias(value: str) -> str:
    made = "_".join(re.findall(r"[a-z0-9]+", value.lower())).lstrip("0123456789_")
    return f"did you mean {made!r}?" if made else ""


FORMS: dict[str, tuple[str, Callable[[str], str] | None]] = {
    "^[a-z0-9]+(-[a-z0-9]+)*$": ("words in lower case with hyphens, as small-tests", _as_id),
    "^[a-z][a-z0-9_]*$": ("a word in lower case, with _ for blanks, as first_test", _as_alias),
    r"^[0-9]+\.[0-9]+\.[0-9]+$": ("three numbers with points, as 0.1.0", None),
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}$": ("a day as 2026-03-31, in quotes", None),
    "^[^{}]*$": ("a text without { and }", None),
    r"^\$[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$": ("$alias.field, as $move.indicator", None),
}
"""Forms that a schema asks for, in words, and how what was written may be written so; others are shown as they are."""
_TYPES = {
    "object": "a mapping", "array": "a list", "string": "text", "number": "a number", "integer": "a whole number",
    "boolean": "true or false", "null": "nothing",
}  # fmt: skip
_LIMITS = {
    "minimum": "at least",
    "maximum": "at most",
    "exclusiveMinimum": "more than",
    "exclusiveMaximum": "less than",
}


@cache
def published(name: str) -> dict[str, Any]:
    """The published schema of that name, as `rules`: not to be changed."""
    loaded: dict[str, Any] = json.loads((schemas_folder() / f"{name}.schema.json").read_text(encoding="utf-8"))
    return loaded


@cache
def _validator(name: str) -> Any:
    from jsonschema import Draft202012Validator, ValidationError
    from jsonschema.validators import extend

    def pattern(_: Any, wanted: str, value: Any, __: Any) -> Iterator[Any]:
        # In Python `$` also matches before a line's end, so that an id could have one.
        if isinstance(value, str) and not re.search(wanted.removesuffix("$") + r"\Z" * wanted.endswith("$"), value):
            yield ValidationError("it has not the form")

    return extend(Draft202012Validator, {"pattern": pattern})(published(name))  # type: ignore[no-untyped-call]


def violations(document: Document, name: str) -> list[Problem]:
    """What the schema `framework`, `rules` or `rule-tests` finds wrong, in the order of the file; the first 200 that it meets."""
    errors = _validator(name).iter_errors(document.value)
    # Where a schema has two forms of one part, both say that it is neither.
    found = dict.fromkeys(islice((problem for e in errors for problem in _problems(document, e)), MOST))
    return sorted(found, key=lambda p: (p.where.line or 0, p.where.column or 0, p.message))


def obeys(body: Any, name: str) -> bool:
    """Whether one part of a list is as the items of a schema are to be."""
    return bool(_validator(name).evolve(schema=published(name)["items"]).is_valid(body))


def sound(body: Any, name: str, *within: str) -> dict[str, Any] | None:
    """What of a mapping obeys its part of a schema; None where nothing of it is as it should be.

    `within` leads to that part: nothing to the items of a list of rules, `themes` to the themes of framework.yaml.
    """
    schema = published(name)
    for step in within:
        schema = schema["properties"][step]
    known = schema.get("items", schema)["properties"]
    if not isinstance(body, dict):
        return None
    validator = _validator(name)
    return {key: one for key, one in body.items() if key in known and validator.evolve(schema=known[key]).is_valid(one)}


def _problems(document: Document, e: Any) -> list[Problem]:
    path = tuple(e.absolute_path)
    if path[-1:] == ("conclude",) and e.instance in ({}, None):
        return [_concludes_nothing(document.where(*path), e.schema["properties"])]
    if e.validator == "additionalProperties":
        known = list(e.schema.get("properties", {}))
        unknown = [key for key in e.instance if key not in known][:MOST]
        return [_unknown_key(document.where_key(*path, key), key, known) for key in unknown]
    if e.validator == "required":
        # What is there, misspelt, is told as that.
        meant = _meant(e.instance, list(e.schema.get("properties", {})))
        missing = [key for key in e.validator_value if key not in e.instance and key not in meant]
        # jsonschema has an error for each key that is missing; all of them are told with the first.
        if not missing or not e.message.startswith(repr(missing[0])):
            return []
        said = f"{in_a_row(missing)} {agree(len(missing), 'is', 'are')} missing"
        return [_error(document.where(*path), said, in_a_row(list(e.validator_value)))]
    if e.validator == "enum":
        known = [str(value) for value in e.validator_value]
        return [
            _error(
                document.where(*path),
                f"{_short(e.instance)} is not known",
                one_of(known),
                did_you_mean(e.instance, known) if isinstance(e.instance, str) else "",
            )
        ]
    if "propertyNames" in e.absolute_schema_path:
        return [_error(document.where_key(*path, e.instance), *_words(e))]
    if e.instance is None and not path and e.validator == "type":
        what, how = ("a list", "write the first") if e.validator_value == "array" else ("a mapping", "begin with `id:`")
        return [_error(document.where(), "nothing stands in the file", what, f"{how}, or take the file out")]
    return [_error(document.where(*path), *_words(e))]


def _concludes_nothing(where: Where, known: dict[str, Any]) -> Problem:
    """That a conclusion says nothing at all, with the words that it may choose from."""
    words = [f"{key} ({', '.join(one['enum'])})" for key, one in known.items() if "enum" in one]
    message = f"the rule concludes nothing: neither {' nor '.join(key for key in known if key != 'carry')} is said"
    fix = "`conclude: {direction: neither}` where it only asks"
    return _error(where, message, f"one at least of {', '.join(words)}", fix, rule="concludes-nothing")


def _meant(instance: dict[str, Any], known: list[str]) -> set[str]:
    """The keys that those of a mapping which are not known were meant to be."""
    unknown = [key for key in instance if key not in known][:MOST]
    return {name for name in known for key in unknown if did_you_mean(key, known) == f"did you mean {name!r}?"}


def _words(e: Any) -> tuple[str, str, str]:
    """What is wrong, what was expected, and how it is mended."""
    if e.validator == "type":
        return _of_type(e)
    if e.validator in ("minLength", "minItems", "minProperties") or (
        e.validator == "pattern" and e.validator_value == r"\S"
    ):
        return "it must not be empty", "", ""
    if e.validator == "pattern":
        expected, written_so = FORMS.get(e.validator_value, (f"the form {e.validator_value}", None))
        fix = written_so(e.instance) if written_so else ""
        return f"{_short(e.instance)} has not the form that is asked for", expected, fix
    if e.validator == "maxItems":
        return f"there are {len(e.instance)} entries", f"at most {e.validator_value}", ""
    if e.validator in _LIMITS:
        return f"{_short(e.instance)} does not do", f"{_LIMITS[e.validator]} {_short(e.validator_value)}", ""
    return f"{_short(e.instance)} does not do: {e.validator} {_short(e.validator_value)} is asked", "", ""


def _of_type(e: Any) -> tuple[str, str, str]:
    wanted = [e.validator_value] if isinstance(e.validator_value, str) else list(e.validator_value)
    expected = " or ".join(_TYPES.get(name, name) for name in wanted)
    short = _short(e.instance) if e.instance is not None else "nothing"
    fix = ""
    if wanted == ["array"] and isinstance(e.instance, str):
        fix = "put it in brackets: [" + json.dumps(e.instance, ensure_ascii=False) + "]"
    elif wanted == ["string"] and isinstance(e.instance, int | float):
        fix = f'put it in quotes: "{_short(e.instance)}"'
    return f"{short} is not {expected}", "", fix if len(fix) <= _LONGEST_FIX else "put it in brackets"


def _short(value: Any) -> str:
    return shown(value) if isinstance(value, str) else _cut(repr(value))


def _cut(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _unknown_key(where: Where, key: str, known: list[str]) -> Problem:
    return _error(where, f"the key {shown(key)} is not known", one_of(known), did_you_mean(key, known), "unknown-key")


def _error(where: Where, message: str, expected: str = "", fix: str = "", rule: str = "structure") -> Problem:
    return Problem(rule=rule, level="error", where=where, message=message, expected=expected, fix=fix)
