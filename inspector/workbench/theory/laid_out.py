"""A case as an author would write it: one fact a line."""

import json
import re
from collections.abc import Mapping, Sequence

from inspector.model.facts import Fact, Scalar

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 _-]*[A-Za-z0-9]|[A-Za-z]")
_MEANT_OTHERWISE = ("true", "false", "yes", "no", "on", "off", "null", "y", "n")


def laid_out(name: str, facts: Sequence[Fact], stated: Mapping[str, Scalar], expect: Mapping[str, object]) -> str:
    """The case as YAML, ready to be pasted into a file of `tests/`."""
    lines = [f"- name: {_flow(name)}", "  given:"]
    lines.append("    facts:" if facts else "    facts: []")
    for fact in facts:
        head, _, id = fact.kind.partition("/")
        lines.append(f"      - {_flow({head: id, **fact.fields})}")
    if stated:
        lines.append(f"    verdict-basis: {_flow(stated)}")
    lines.append("  expect:")
    lines += [f"    {key}: {_flow(value)}" for key, value in expect.items()]
    return "\n".join(lines) + "\n"


def _flow(value: object) -> str:
    """A value on one line, as authors write it."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        text = f"{value:.6f}".rstrip("0")
        return f"{text}0" if text.endswith(".") else text
    if isinstance(value, str):
        return value if _PLAIN.fullmatch(value) and value.lower() not in _MEANT_OTHERWISE else json.dumps(value)
    return str(value)
