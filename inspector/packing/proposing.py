"""A mapping proposed from the headings and codes of a file, and how sure each part of it is.

`certain`: the same but for case, spaces and punctuation, or a known alias. `likely` and `unsure`: only alike, by the share of
letters in common (Ratcliff and Obershelp). Nothing alike is left open.
"""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from inspector.bundle.kinds import PARTS, PLAIN
from inspector.bundle.schema import json_schema
from inspector.bundle.tables.headings import named
from inspector.model.headings import bare

Sure = Literal["certain", "likely", "unsure"]
LIKELY, UNSURE = 0.8, 0.62
MOST_CODES = 60
"""A column with more different values than this is not one of codes."""


@dataclass(frozen=True)
class Proposal:
    """Our field or code for theirs. `field` is given for codes alone."""

    theirs: str
    ours: str
    sure: Sure
    field: str | None = None


def headings(theirs: Sequence[str], schema: dict[str, Any]) -> list[Proposal]:
    """A proposal for each heading that is or resembles a field, no field twice, surest first."""
    found: list[Proposal] = []
    for heading in theirs:
        known = named([heading], schema)
        found += [Proposal(heading, name, "certain") for name in known]
    taken, done = {one.ours for one in found}, {one.theirs for one in found}
    names = {name: {bare(text) for text in _texts(name, schema)} for name in schema["properties"] if name not in taken}
    near = [
        (max(_alike(bare(heading), text) for text in texts), heading, name)
        for heading in theirs
        if heading and heading not in done
        for name, texts in names.items()
    ]
    for likeness, heading, name in sorted(near, key=lambda one: (-one[0], one[1], one[2])):
        if likeness >= UNSURE and heading not in done and name not in taken:
            found.append(Proposal(heading, name, _sure(likeness)))
            taken.add(name)
            done.add(heading)
    return found


def codes(field: str, theirs: Iterable[str], cell: dict[str, Any]) -> list[Proposal]:
    """A proposal for each value of a column of codes that is not one of ours."""
    ours = {bare(code): code for code in cell.get("enum", ())}
    values = sorted({value for value in theirs if value and value not in cell.get("enum", ())})
    if not ours or len(values) > MOST_CODES:
        return []
    found = []
    for value in values:
        if bare(value) in ours:
            found.append(Proposal(value, ours[bare(value)], "certain", field))
            continue
        likeness, code = max((_alike(bare(value), known), code) for known, code in ours.items())
        if likeness >= UNSURE:
            found.append(Proposal(value, code, _sure(likeness), field))
    return found


def kind_of(theirs: Sequence[str]) -> list[tuple[float, str, str | None]]:
    """Kinds that a table with these headings may be of, best first: share of its headings read, kind, part.

    Only kinds all of whose required fields are found count.
    """
    fitting = []
    for kind in sorted(PLAIN):
        named_parts: list[tuple[str | None, str]] = [(None, kind), *PARTS.get(kind, {}).items()]
        for part, name in named_parts:
            schema = json_schema.schema(name)
            found = {one.ours for one in headings(theirs, schema) if one.sure != "unsure"}
            if set(schema["required"]) <= found:
                fitting.append((len(found) / max(1, len([h for h in theirs if h])), kind, part))
    return sorted(fitting, key=lambda one: (-one[0], one[1], one[2] or ""))


def _texts(name: str, schema: dict[str, Any]) -> list[str]:
    title = schema["properties"][name].get("title", name)
    what = name.removesuffix("_on")
    dated = [f"date {what}", f"{what} date", f"date of {what}"] if what != name else []
    return [name, title, *dated, *schema.get("x-aliases", {}).get(name, [])]


def _alike(one: str, other: str) -> float:
    words, others = set(one.split("_")), set(other.split("_"))
    inside = 0.85 if words and others and (words <= others or others <= words) and len(words & others) > 0 else 0.0
    return max(difflib.SequenceMatcher(None, one, other, autojunk=False).ratio(), inside)


def _sure(likeness: float) -> Sure:
    return "likely" if likeness >= LIKELY else "unsure"
