"""Which column of a table holds which field of its schema."""

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any

from inspector.bundle.schema.patterns import which
from inspector.bundle.tables.table import letter
from inspector.model.headings import bare
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, did_you_mean, error, query
from inspector.privacy import days
from inspector.privacy.fields import of_schema

OURS = "https://inspector.example/schemas/"
"""How the ids of the published schemas begin."""


@dataclass(frozen=True)
class Mapping:
    """How the authority's own headings and codes are to be read: our field to theirs, their code to our value."""

    fields: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)


def match(
    headings: list[str],
    schema: dict[str, Any],
    mapping: Mapping | None,
    path: str,
    *,
    row: int = 1,
    sheet: str | None = None,
) -> tuple[dict[str, int], list[Problem]]:
    """Field to column position, and remarks. A field is found by mapping, its own name, or an alias of the schema.

    `row` and `sheet` say where the headings stand. Raises Unreadable where two columns have one heading or a required
    field has no column.
    """
    mapped = {theirs: ours for ours, theirs in (mapping.fields if mapping else {}).items()}
    names = _names(headings, schema, mapped)
    told = told_headings(headings, names, schema)
    twice = [heading for heading, count in Counter(headings).items() if count > 1 and heading]
    if twice:
        place = headings.index(twice[0])
        where = Where(file=path, sheet=sheet, row=row, letter=letter(place), field=told[place])
        said = "the same" if told[place] is None else repr(twice[0])
        raise Unreadable(error("duplicate-heading", where, f"two columns are headed {said}", fix="rename one"))
    at = [
        Where(file=path, sheet=sheet, row=row, letter=letter(place), field=heading)
        for place, heading in enumerate(told)
    ]
    top = Where(file=path, sheet=sheet, row=row)
    known = [heading for heading in told if heading is not None]
    problems = _mapping_problems(headings, known, schema, mapping, top)
    found: dict[str, int] = {}
    for place, (heading, name) in enumerate(zip(headings, names, strict=True)):
        if name is None:
            problems += [_unused(told[place], schema, at[place])] if heading else []
        elif name in found:
            message = f"{headings[found[name]]!r} and {heading!r} are both read as {name}"
            raise Unreadable(error("duplicate-heading", at[place], message, fix="rename one"))
        else:
            found[name] = place
            if heading not in (name, _title(name, schema)) and heading not in mapped:
                message = f"the heading {heading!r} is read as {_title(name, schema)}"
                problems.append(query("heading-read-as", at[place], message))
    missing = [name for name in schema.get("x-columns", schema.get("required", [])) if name not in found]
    if missing and (not schema.get("x-tolerant") or schema.get("x-record") in missing):
        missing = missing if not schema.get("x-tolerant") else [schema["x-record"]]
        raise Unreadable(_missing(missing, known, top))
    problems += [_not_submitted(name, schema, top) for name in missing]
    return found, problems


def header_row(rows: list[list[str]], schema: dict[str, Any], mapping: Mapping | None) -> int:
    """Which of the first rows holds the headings: the one that names the most fields, the first of equals.

    The first row stays it unless another names twice as many fields and at least two.
    """
    mapped = {theirs: ours for ours, theirs in (mapping.fields if mapping else {}).items()}
    alike = {
        name: _alike(pattern, {heading for row in rows for heading in row if heading})
        for name, pattern in schema.get("x-heading-patterns", {}).items()
    }
    known = [len({name for name in _names(row, schema, mapped, alike) if name}) for row in rows]
    if not known:
        return 0
    filled = next((place for place, row in enumerate(rows) if any(row)), 0)
    best = max(range(len(known)), key=lambda place: (known[place], -place))
    return best if known[best] >= max(2, 2 * known[filled]) else filled


def _names(
    headings: list[str], schema: dict[str, Any], mapped: dict[str, str], known: dict[str, set[str]] | None = None
) -> list[str | None]:
    """The field of each heading: exact names first, so that a loose likeness never takes a column from its owner.

    `known` are the headings that are alike to each field, where that was asked of many rows at once.
    """
    names: list[str | None] = [mapped.get(heading) or _named(heading, schema) for heading in headings]
    for name, pattern in schema.get("x-heading-patterns", {}).items():
        free = [place for place, heading in enumerate(headings) if heading and names[place] is None]
        if name in names or not free:
            continue
        alike = known[name] if known is not None else _alike(pattern, {headings[place] for place in free})
        found = [place for place in free if headings[place] in alike]
        if len(found) == 1:
            names[found[0]] = name
    return names


def _alike(pattern: str, headings: set[str]) -> set[str]:
    every = sorted(headings)
    return {
        heading for heading, yes in zip(every, which(pattern, every, whole=True, ignore_case=True), strict=True) if yes
    }


def _named(heading: str, schema: dict[str, Any]) -> str | None:
    found: str | None = _by_bare(_Known(schema)).get(bare(heading))
    return found


class _Known:
    """A schema as a key of a cache: by what it is, not by what it holds."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self.schema = schema

    def __hash__(self) -> int:
        return id(self.schema)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and other.schema is self.schema


@lru_cache(maxsize=64)
def _by_bare(known: _Known) -> dict[str, str]:
    schema = known.schema
    aliases = {bare(text): name for name, texts in schema.get("x-aliases", {}).items() for text in texts}
    headings = {bare(_title(name, schema)): name for name in schema["properties"]} if schema.get("x-tolerant") else {}
    return {**aliases, **headings, **{bare(name): name for name in schema["properties"]}}


def _title(name: str, schema: dict[str, Any]) -> str:
    """The heading that a field has in its template; for most kinds the field's own name."""
    found: str = schema["properties"][name].get("title", name) if schema.get("x-tolerant") else name
    return found


def _not_submitted(name: str, schema: dict[str, Any], where: Where) -> Problem:
    message = f"the column {_title(name, schema)!r} is not there"
    return query("column-not-submitted", where, message, fix="add it, or say in the covering note why it is left out")


def _mapping_problems(
    headings: list[str], told: list[str], schema: dict[str, Any], mapping: Mapping | None, top: Where
) -> list[Problem]:
    problems = []
    for ours, theirs in (mapping.fields if mapping else {}).items():
        where = top.model_copy(update={"field": theirs})
        if ours not in schema["properties"]:
            near = did_you_mean(ours, schema["properties"])
            problems.append(
                error("mapping", where, f"the mapping names {ours!r}, which is no field of this kind", fix=near)
            )
        if theirs not in headings:
            near = did_you_mean(theirs, told)
            problems.append(
                error("mapping", where, f"the mapping names a heading {theirs!r} that is not there", fix=near)
            )
    for ours in mapping.values if mapping else {}:
        if ours not in schema["properties"]:
            near = did_you_mean(ours, schema["properties"])
            problems.append(
                error("mapping", top, f"the mapping names {ours!r}, which is no field of this kind", fix=near)
            )
    return problems


def _unused(heading: str | None, schema: dict[str, Any], where: Where) -> Problem:
    # Of our own kinds more columns may always be there; a schema of the authority's own may say that none is.
    closed = schema.get("additionalProperties") is False and not str(schema.get("$id", "")).startswith(OURS)
    say = partial(error, expected="no column but those of the schema: it says additionalProperties: false") if closed else query
    if heading is None:
        return say("unknown-column", where, "the column's heading is none of this kind, and the column is not read")
    near = did_you_mean(heading, [_title(name, schema) for name in schema["properties"]])
    return say("unknown-column", where, f"the column {heading!r} is not one of this kind and is not read", fix=near)


def _missing(missing: list[str], headings: list[str], top: Where) -> Problem:
    words = "the column" if len(missing) == 1 else "the columns"
    near = did_you_mean(missing[0], headings)
    fix = near or "add it, or name the authority's own heading in the resource's mapping"
    return error(
        "missing-column",
        top,
        f"{words} {', '.join(missing)} are not there".replace(
            "column " + missing[0] + " are", "column " + missing[0] + " is"
        ),
        fix=fix,
    )


def told_headings(
    headings: list[str], names: list[str | None], schema: dict[str, Any], *, guarded: bool = False
) -> list[str | None]:
    """The headings as remarks may repeat them; None for what is no heading where something private may stand in its place.

    Of a table with private columns, or one that is `guarded` as if it had some, a heading that is no field's is repeated only
    among others that are, and never a day.
    """
    if not guarded and not of_schema(schema).any:
        return list(headings)
    filled = [place for place, heading in enumerate(headings) if heading]
    believed = 2 * sum(names[place] is not None for place in filled) >= len(filled)
    return [
        heading if name is not None or (believed and not days.looks_like(heading)) else None
        for heading, name in zip(headings, names, strict=True)
    ]


def named(headings: list[str], schema: dict[str, Any]) -> set[str]:
    """The fields of a schema that some headings name, mapping apart."""
    return {name for name in _names(headings, schema, {}) if name}
