"""Which column of a table holds which field of its schema."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from inspector.bundle.remarks import Unreadable, did_you_mean, error, query
from inspector.model.problems import Problem, Where


@dataclass(frozen=True)
class Mapping:
    """How the authority's own headings and codes are to be read: our field to theirs, their code to our value."""

    fields: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)


def match(
    headings: list[str], schema: dict[str, Any], mapping: Mapping | None, path: str
) -> tuple[dict[str, int], list[Problem]]:
    """Field to column position, and remarks. A field is found by mapping, its own name, or an alias of the schema.

    Raises Unreadable where two columns have one heading or a required field has no column.
    """
    twice = [heading for heading, count in Counter(headings).items() if count > 1 and heading]
    if twice:
        where = Where(file=path, row=1, field=twice[0])
        raise Unreadable(error("duplicate-heading", where, f"two columns are headed {twice[0]!r}", fix="rename one"))
    problems = _mapping_problems(headings, schema, mapping, path)
    mapped = {theirs: ours for ours, theirs in (mapping.fields if mapping else {}).items()}
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        name = mapped.get(heading) or _named(heading, schema)
        if name is None:
            problems += [_unused(heading, schema, path)] if heading else []
        elif name in found:
            message = f"{headings[found[name]]!r} and {heading!r} are both read as {name}"
            raise Unreadable(
                error("duplicate-heading", Where(file=path, row=1, field=heading), message, fix="rename one")
            )
        else:
            found[name] = place
            if heading != name and heading not in mapped:
                message = f"the heading {heading!r} is read as {name}"
                problems.append(query("heading-read-as", Where(file=path, row=1, field=heading), message))
    missing = [name for name in schema.get("required", []) if name not in found]
    if missing:
        raise Unreadable(_missing(missing, headings, path))
    return found, problems


def _named(heading: str, schema: dict[str, Any]) -> str | None:
    bare = "_".join(heading.lower().replace("-", " ").replace("_", " ").split())
    if bare in schema["properties"]:
        return bare
    aliases: dict[str, list[str]] = schema.get("x-aliases", {})
    return next((name for name, spellings in aliases.items() if bare in spellings), None)


def _mapping_problems(headings: list[str], schema: dict[str, Any], mapping: Mapping | None, path: str) -> list[Problem]:
    problems = []
    for ours, theirs in (mapping.fields if mapping else {}).items():
        where = Where(file=path, row=1, field=theirs)
        if ours not in schema["properties"]:
            near = did_you_mean(ours, schema["properties"])
            problems.append(
                error("mapping", where, f"the mapping names {ours!r}, which is no field of this kind", fix=near)
            )
        if theirs not in headings:
            near = did_you_mean(theirs, headings)
            problems.append(
                error("mapping", where, f"the mapping names a heading {theirs!r} that is not there", fix=near)
            )
    for ours in mapping.values if mapping else {}:
        if ours not in schema["properties"]:
            near = did_you_mean(ours, schema["properties"])
            where = Where(file=path, row=1)
            problems.append(
                error("mapping", where, f"the mapping names {ours!r}, which is no field of this kind", fix=near)
            )
    return problems


def _unused(heading: str, schema: dict[str, Any], path: str) -> Problem:
    near = did_you_mean(heading, schema["properties"])
    where = Where(file=path, row=1, field=heading)
    return query("unknown-column", where, f"the column {heading!r} is not one of this kind and is not read", fix=near)


def _missing(missing: list[str], headings: list[str], path: str) -> Problem:
    words = "the column" if len(missing) == 1 else "the columns"
    near = did_you_mean(missing[0], headings)
    fix = near or "add it, or name the authority's own heading in the resource's mapping"
    return error(
        "missing-column",
        Where(file=path, row=1),
        f"{words} {', '.join(missing)} are not there".replace(
            "column " + missing[0] + " are", "column " + missing[0] + " is"
        ),
        fix=fix,
    )
