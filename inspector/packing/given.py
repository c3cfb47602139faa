"""What somebody says of a file that is to be added: kind and sheet, headings and codes, values that stand for all rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from inspector.bundle.framework_words import schema_by
from inspector.bundle.kinds import KINDS, PARTS
from inspector.model.headings import bare
from inspector.model.own_words import NOBODY, Asked, ReadBy
from inspector.model.problems import CannotComplete, Problem, Where, shown
from inspector.model.remarks import did_you_mean, error, one_of

NOT_READ = ""
"""The field of a heading that is said to be left out."""


@dataclass(frozen=True)
class Given:
    """What was said of a file. `fields`: their heading to our field; `codes`: our field to their code to ours."""

    kind: str | None = None
    part: str | None = None
    name: str | None = None
    sheet: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    provenance: Mapping[str, str] = field(default_factory=dict)
    schema: Path | None = None
    """The row schema of an own table, which comes into the bundle with it."""
    unsure_too: bool = False
    replace: bool = False
    new_mapping: bool = False
    names_too: bool = False
    """Whether a file may be added that looks as if it held names of people."""
    by: Asked | None = None
    """By which framework the rows are read: they may have its words."""

    def read_by(self, named_there: object) -> ReadBy:
        """That framework, where the bundle names the one given, if any. Raises CannotComplete where it cannot be read."""
        return self.by(named_there if isinstance(named_there, str) else None) if self.by else NOBODY


def pair(text: str) -> tuple[str, str]:
    """`Their heading=field`, parted at the last `=`. Raises ValueError."""
    theirs, sign, ours = text.rpartition("=")
    if not sign or not theirs.strip():
        raise ValueError(f'{text[:80]!r} is not "Their heading=field"')
    return theirs.strip(), ours.strip()


def code(text: str) -> tuple[str, str, str]:
    """`field: theirs=ours` as field, their code and ours, which is empty where theirs means nothing. Raises ValueError."""
    name, colon, rest = text.partition(":")
    theirs, sign, ours = rest.rpartition("=")
    if not (colon and sign and name.strip() and theirs.strip()):
        raise ValueError(f'{text[:80]!r} is not "field: their code=our code"')
    return name.strip(), theirs.strip(), ours.strip()


def constant(text: str) -> tuple[str, str]:
    """`field=value`, parted at the first `=`. Raises ValueError."""
    name, sign, value = text.partition("=")
    if not (sign and name.strip() and value.strip()):
        raise ValueError(f'{text[:80]!r} is not "field=value"')
    return name.strip(), value.strip()


def refuse_unknown(
    given: Given, kind: str, part: str | None, schema: str | None, path: str, by: ReadBy = NOBODY
) -> None:
    """Raise CannotComplete for a kind, part, field or code that there is not; `by` is whose words there are beside ours."""
    where = Where(file=path)
    problems = [*_kind(kind, part, where), *(_fields(given, schema, where, by) if schema else ())]
    if problems:
        raise CannotComplete(problems)


def _kind(kind: str, part: str | None, where: Where) -> Iterable[Problem]:
    parts = PARTS.get(kind, {})
    if kind not in KINDS:
        near = did_you_mean(kind, KINDS)
        yield error("unknown-kind", where, f"{shown(kind)} is no kind of evidence", one_of(sorted(KINDS)), near)
    elif part is not None and part not in parts:
        expected = f"one of {', '.join(parts)}" if parts else "no --part: the kind has none"
        message = f"{part!r} is no part of {kind}"
        yield error("manifest", where, message, expected, did_you_mean(part, parts))


def _fields(given: Given, schema: str, where: Where, by: ReadBy) -> Iterable[Problem]:
    cells = schema_by(schema, by)["properties"]
    named = [*(one for one in given.fields.values() if one != NOT_READ), *given.codes, *given.constants]
    for name in dict.fromkeys(named):
        if name not in cells:
            near = did_you_mean(name, cells) or did_you_mean(bare(name), cells)
            yield error("mapping", where, f"{shown(name)} is no field of {schema}", one_of(cells), near)
    for name in given.codes:
        if name in cells and not codes_of(cells[name]):
            yield error("mapping", where, f"{name} of {schema} has no codes", fix="leave --codes out for it")
    told = [(name, ours) for name, codes in given.codes.items() for ours in codes.values() if ours]
    for name, ours in dict.fromkeys([*told, *given.constants.items()]):
        known = codes_of(cells.get(name, {}))
        if known and ours not in known:
            yield error(
                "mapping", where, f"{shown(ours)} is no code of {name}", one_of(known), did_you_mean(ours, known)
            )
    twice = [name for name in cells if sum(one == name for one in given.fields.values()) > 1]
    for name in twice:
        yield error("mapping", where, f"two headings are said to be {name}", fix="say --map once for each field")


def codes_of(cell: Mapping[str, Any]) -> tuple[str, ...]:
    """The codes that a field may have; none where it may hold other text."""
    part = cell.get("items", cell)
    return tuple(str(one) for one in part.get("enum", ()))
