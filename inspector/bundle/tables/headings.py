"""Which column of a table holds which field of its schema."""

from functools import partial
from typing import Any

from inspector.bundle.tables.finding import find, header_row
from inspector.bundle.tables.mapping import Mapping
from inspector.bundle.tables.naming import heading_of, mapped, name_of, named, names_of, title
from inspector.bundle.tables.table import letter
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, did_you_mean, error, query
from inspector.privacy import days
from inspector.privacy.fields import of_schema

OURS = "https://inspector.example/schemas/"
"""How the ids of the published schemas begin."""
__all__ = ["Mapping", "find", "header_row", "match", "named", "told_headings"]


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
    theirs = mapped(headings, mapping)
    names = names_of(headings, schema, mapping)
    told = told_headings(headings, names, schema)
    at = [
        Where(file=path, sheet=sheet, row=row, letter=letter(place), field=heading)
        for place, heading in enumerate(told)
    ]
    top = Where(file=path, sheet=sheet, row=row)
    known = [heading for heading in told if heading is not None]
    _refuse_twice(headings, names, told, at)
    problems = _mapping_problems(headings, known, schema, mapping, top)
    of_mapping = len(problems)
    found = {name: place for place, name in enumerate(names) if name is not None}
    owners = {name: told[place] for name, place in found.items()}
    for place, (heading, name) in enumerate(zip(headings, names, strict=True)):
        if name is None:
            problems += (
                [_unused(told[place], schema, at[place], owners.get(name_of(heading, schema) or ""))] if heading else []
            )
        elif heading not in (name, title(name, schema)) and heading not in theirs:
            message = f"the heading {heading!r} is read as {title(name, schema)}"
            problems.append(query("heading-read-as", at[place], message))
    found |= _shared(headings, schema, mapping, found)
    there = {*found, *(mapping.constants if mapping else ())}
    missing = [name for name in schema.get("x-columns", schema.get("required", [])) if name not in there]
    if missing and (not schema.get("x-tolerant") or schema.get("x-record") in missing):
        missing = missing if not schema.get("x-tolerant") else [schema["x-record"]]
        raise Unreadable(_missing(missing, known, top), *problems[:of_mapping])
    problems += [_not_submitted(name, schema, top) for name in missing]
    return found, problems


def _refuse_twice(headings: list[str], names: list[str | None], told: list[str | None], at: list[Where]) -> None:
    """Raise Unreadable where two columns name one field equally well: which is meant is not known."""
    first: dict[str, int] = {}
    for place, name in enumerate(names):
        if name is None:
            continue
        if name in first:
            one, other = headings[first[name]], headings[place]
            if one == other:
                said = f"the columns {letter(first[name])} and {letter(place)} are both headed "
                said += "the same" if told[place] is None else repr(other)
            else:
                said = f"{one!r} and {other!r} are both read as {name}"
            fix = "rename one, or delete the column that is not meant"
            raise Unreadable(error("duplicate-heading", at[place], said, fix=fix))
        first[name] = place


def _shared(
    headings: list[str], schema: dict[str, Any], mapping: Mapping | None, found: dict[str, int]
) -> dict[str, int]:
    """The places of fields that the mapping reads from a column which is another field's as well."""
    more = {}
    for ours, theirs in (mapping.fields if mapping else {}).items():
        heading = heading_of(theirs, headings)
        if ours in schema["properties"] and ours not in found and heading is not None:
            more[ours] = headings.index(heading)
    return more


def _not_submitted(name: str, schema: dict[str, Any], where: Where) -> Problem:
    message = f"the column {title(name, schema)!r} is not there"
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
        if heading_of(theirs, headings) is None:
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


def _unused(heading: str | None, schema: dict[str, Any], where: Where, owner: str | None) -> Problem:
    # Of our own kinds more columns may always be there; a schema of the authority's own may say that none is.
    closed = schema.get("additionalProperties") is False and not str(schema.get("$id", "")).startswith(OURS)
    say = (
        partial(error, expected="no column but those of the schema: it says additionalProperties: false")
        if closed
        else query
    )
    if heading is not None and owner is not None:
        message = f"the column {heading!r} is not read: {owner!r} stands for the same field"
        return say("unknown-column", where, message)
    if heading is None:
        return say("unknown-column", where, "the column's heading is none of this kind, and the column is not read")
    near = did_you_mean(heading, [title(name, schema) for name in schema["properties"]])
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
