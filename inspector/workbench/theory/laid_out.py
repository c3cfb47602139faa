"""A case as an author would write it: one fact a line."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from inspector.workbench.theory.witness import Given

WIDE = 10_000


def laid_out(name: str, given: "Given", expect: Mapping[str, object]) -> str:
    """The case as YAML, ready to be pasted into a file of `tests/`."""
    lines = [f"- name: {_flow(name)}", "  given:"]
    lines.append("    facts:" if given.facts else "    facts: []")
    for fact in given.facts:
        head, _, id = fact.kind.partition("/")
        lines.append(f"      - {_flow({head: id, **{key: _plain(value) for key, value in fact.fields.items()}})}")
    if given.stated:
        lines.append(f"    verdict-basis: {_flow({key: _plain(value) for key, value in given.stated.items()})}")
    lines.append("  expect:")
    lines += [f"    {key}: {_flow(value)}" for key, value in expect.items()]
    return "\n".join(lines) + "\n"


def _flow(value: object) -> str:
    text = yaml.safe_dump(value, default_flow_style=True, sort_keys=False, width=WIDE, allow_unicode=True)
    return text.removesuffix("\n").removesuffix("...").rstrip("\n")


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
