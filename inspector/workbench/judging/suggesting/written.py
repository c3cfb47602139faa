"""A situation and what is expected of it, as the YAML of a case."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from inspector.model.facts import Fact
from inspector.workbench.judging.suggesting.situation import Situation

_BARE = re.compile(r"[a-z][a-z0-9_/-]*", re.IGNORECASE)
_NO_WORDS = frozenset(("true", "false", "null"))


def written(name: str, one: Situation, expect: Mapping[str, Any]) -> str:
    """The case, as it stands in `tests/*.yaml`."""
    return "".join(f"{line}\n" for line in _lines(name, one, expect))


def _lines(name: str, one: Situation, expect: Mapping[str, Any]) -> Iterator[str]:
    trusted = {trust.evidence: trust.trust for trust in one.trust}
    yield f"- name: {json.dumps(name, ensure_ascii=False)}"
    yield "  given:"
    yield "    facts:" if one.facts else "    facts: []"
    for fact in one.facts:
        yield f"      - {_value(_fact(fact, trusted))}"
    if one.stated:
        yield f"    verdict-basis: {_value(dict(one.stated))}"
    yield "  expect:"
    for key, value in expect.items():
        yield f"    {key}: {_value(value)}"


def _fact(fact: Fact, trusted: Mapping[str, str]) -> dict[str, Any]:
    head, _, name = fact.kind.partition("/")
    said = {"trusted": trusted[fact.id]} if fact.id in trusted else {}
    return {head: name, **fact.fields, **said}


def _value(value: Any) -> str:
    """A value in one line; whatever is not plainly a word or a number is quoted."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_value(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    if isinstance(value, str) and _BARE.fullmatch(value) and value not in _NO_WORDS:
        return value
    return json.dumps(value, ensure_ascii=False)
