"""A case as an author would write it: one fact a line, ready to be pasted into a file of `tests/`."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from inspector.model.facts import Fact, Scalar
from inspector.model.inspection import TrustIn

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 _/-]*[A-Za-z0-9]|[A-Za-z]")
_MEANT_OTHERWISE = ("true", "false", "yes", "no", "on", "off", "null", "y", "n")


def case_text(
    name: str,
    facts: Sequence[Fact],
    stated: Mapping[str, Scalar],
    expect: Mapping[str, object],
    trust: Iterable[TrustIn] = (),
) -> str:
    """The case as YAML. `stated` is what it says of the verdict's basis, `trust` how far facts may be trusted, by their ids."""
    trusted = {one.evidence: one.trust for one in trust}
    lines = [f"- name: {_flow(name)}", "  given:"]
    lines.append("    facts:" if facts else "    facts: []")
    for fact in facts:
        head, _, id = fact.kind.partition("/")
        said = {"trusted": trusted[fact.id]} if fact.id in trusted else {}
        lines.append(f"      - {_flow({head: id, **fact.fields, **said})}")
    if stated:
        lines.append(f"    verdict-basis: {_flow(stated)}")
    lines.append("  expect:")
    lines += [f"    {key}: {_flow(value)}" for key, value in expect.items()]
    return "\n".join(lines) + "\n"


def _flow(value: object) -> str:
    """A value on one line; whatever is not plainly a word or a number is quoted."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        text = f"{value:.6f}".rstrip("0")
        return f"{text}0" if text.endswith(".") else text
    if isinstance(value, str):
        plain = _PLAIN.fullmatch(value) and value.lower() not in _MEANT_OTHERWISE
        return value if plain else json.dumps(value, ensure_ascii=False)
    return str(value)
