"""The resource that a file would become: what is proposed for it, what was said of it, and the mapping it had before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from inspector.bundle.annex_a.which_list import list_of_name
from inspector.bundle.kinds import PARTS, PLAIN, list_schema
from inspector.bundle.schema import json_schema
from inspector.model.headings import bare
from inspector.model.own_words import NOBODY, ReadBy
from inspector.model.problems import CannotComplete, Where, shown
from inspector.model.remarks import did_you_mean, error
from inspector.packing import drafting_wide, looking, proposing
from inspector.packing.given import NOT_READ, Given, refuse_unknown
from inspector.packing.looked import Looked
from inspector.packing.proposed import Proposed
from inspector.privacy.days import looks_like
from inspector.privacy.fields import of_schema

Resource = dict[str, Any]
NOT_KEPT = ("hash", "bytes", "rows_root", "rows_count", "extracted_at")
"""What is true of a file alone, and not of the one that takes its place."""


@dataclass(frozen=True)
class Draft:
    """A resource without name, hash and size. `proposed` is None where nothing is mapped: JSON, tables of one's own."""

    resource: Resource
    proposed: Proposed | None
    kept: bool = False
    """Whether the mapping is the one that the file it replaces had."""
    table: Looked | None = None
    """The table that was looked at for it."""
    by: ReadBy = NOBODY
    """By which framework it is read: its words are among the codes."""


def draft(file: Path, path: str, given: Given, old: Resource | None = None, by: ReadBy = NOBODY) -> Draft:
    """The resource that `file` would become at `path`, in the place of `old`. Raises CannotComplete and Unreadable.

    `by` is the framework by which it is read: a word of its own is understood, and never taken for one of ours that is like it.
    """
    kind, part = given.kind, given.part
    if kind is None and old is not None and isinstance(old.get("kind"), str):
        kind, part = old["kind"], part or old.get("part")
    if kind is not None:
        refuse_unknown(given, kind, part, schema_of(kind, part, path), path, by)
    if kind == "table":
        return Draft(_own(path, given, old), None)
    if kind in (None, "return") and (name := looking.document(file)):
        return Draft(_resource(path, "return", None, given, old) | {"return": name}, looking.of_document(name))
    looked = looking.looked(file)
    if scorecard := drafting_wide.draft(file, path, given, kind, looked, old):
        keys, told = scorecard
        told = replace(told, people=proposing.people(looked))
        fitting = old if old is not None and old.get("kind") == told.kind else None
        kept = bool(fitting and "layout" in fitting)
        return Draft(_resource(path, told.kind, None, given, fitting) | keys, told, kept)
    sheet = _sheet(given.sheet, looked, path) or (old or {}).get("sheet")
    there = tuple(dict.fromkeys(head for one in looked for head in one.headings if head))
    fitting = old if old is not None and (old.get("kind"), old.get("part")) == (kind, part) else None
    before = _before(old, fitting, there, given, path)
    fields = _resolved(given.fields, there, _repeatable(there, kind, part, path), path)
    # A heading of which something new is said is no longer read as it was.
    stays = {ours: theirs for ours, theirs in before.get("fields", {}).items() if theirs not in fields}
    mapped = {**stays, **{ours: theirs for theirs, ours in fields.items() if ours != NOT_READ}}
    found = proposing.propose(looked, path, kind=kind, part=part, chosen_sheet=sheet, mapped=mapped, by=by)
    refuse_unknown(given, found.kind, found.part, schema_of(found.kind, found.part, path), path, by)
    left_out = {theirs for theirs, ours in fields.items() if ours == NOT_READ}
    _refuse_always_read(found, left_out, path)
    found = replace(found, fields=tuple(one for one in found.fields if one.theirs not in left_out))
    resource = _resource(path, found.kind, found.part, given, fitting)
    resource |= {"sheet": sheet} if sheet else {}
    is_json = file.suffix.lower() in looking.NOT_MAPPED
    mapping = {} if is_json and not _said(given) else _mapping(found, before, mapped, given)
    resource |= {"mapping": mapping} if mapping else {}
    return Draft(resource, found, bool(before), _chosen(looked, found), by)


def _chosen(looked: Iterable[Looked], found: Proposed) -> Looked | None:
    tables = [one for one in looked if found.sheet in (None, one.sheet)]
    return next((one for one in tables if one.headings_row == found.headings_row), tables[0] if tables else None)


def _own(path: str, given: Given, old: Resource | None) -> Resource:
    """The resource of an own table: nothing is proposed for it, and what was said of it stands in its mapping."""
    resource = _resource(path, "table", None, given, old)
    before = (old or {}).get("mapping")
    mapping = dict(before) if isinstance(before, dict) and not given.new_mapping else {}
    said: dict[str, dict[str, Any]] = {
        "fields": {ours: theirs for theirs, ours in given.fields.items() if ours != NOT_READ},
        "constants": dict(given.constants),
        "values": _joined(given.codes),
    }
    for name, part in said.items():
        if part:
            mapping[name] = {**mapping.get(name, {}), **part}
    resource |= {"mapping": mapping} if mapping else {}
    return resource | ({"row_schema": given.schema.name} if given.schema else {})


def schema_of(kind: str, part: str | None, path: str) -> str | None:
    """The row schema of a kind, part or list; None where it is the authority's own, or the list is not known."""
    if kind == "case-records":
        number = list_of_name(Path(path).stem)
        return list_schema(number) if number else None
    return PARTS.get(kind, {}).get(part or "", kind if kind in PLAIN else None)


def _said(given: Given) -> bool:
    return bool(given.fields or given.codes or given.constants)


def _sheet(wanted: str | None, looked: Iterable[Looked], path: str) -> str | None:
    """The sheet of that name, also where it is spelt otherwise. Raises CannotComplete where there is none."""
    if wanted is None:
        return None
    names = [one.sheet for one in looked if one.sheet is not None]
    near = [name for name in names if name == wanted] or [name for name in names if bare(name) == bare(wanted)]
    if len(near) == 1:
        return near[0]
    message = f"there is no sheet called {shown(wanted)}" if names else "the file has no sheets, so --sheet names none"
    fix = did_you_mean(wanted, names) or (f"the sheets are {', '.join(map(shown, names[:20]))}" if names else "")
    raise CannotComplete([error("unknown-sheet", Where(file=path), message, fix=fix)])


def _before(
    old: Resource | None, fitting: Resource | None, there: tuple[str, ...], given: Given, path: str
) -> dict[str, Any]:
    """The mapping that the old resource had, where it still fits. Raises CannotComplete where it does not, unless told."""
    mapping = (old or {}).get("mapping")
    if old is None or given.new_mapping or not isinstance(mapping, dict) or not mapping:
        return {}
    said = set(given.fields.values())
    fields = mapping.get("fields")
    lost = [
        (ours, theirs)
        for ours, theirs in (fields.items() if isinstance(fields, dict) else ())
        if ours not in said and not any(head == theirs or bare(head) == bare(str(theirs)) for head in there)
    ]
    where, fix = Where(file=path), "say where each is now with --map, or --new-mapping to have all proposed anew"
    if fitting is None:
        message = f"{shown(old.get('name'))} has a mapping as {old.get('kind')}, which is of no use for another kind"
        raise CannotComplete([error("mapping-no-longer-fits", where, message, fix="say --new-mapping to let it go")])
    if lost:
        raise CannotComplete([
            error(
                "mapping-no-longer-fits",
                where,
                f"{ours} was read from {shown(theirs)}, and nothing is headed so any more; nothing was changed",
                fix=fix,
            )
            for ours, theirs in lost
        ])  # fmt: skip
    return {key: dict(part) if isinstance(part, dict) else part for key, part in mapping.items()}


def _repeatable(there: tuple[str, ...], kind: str | None, part: str | None, path: str) -> tuple[str, ...]:
    """The headings that may be repeated to whoever misspelt one: none where something private could stand in their place."""
    schema = schema_of(kind, part, path) if kind else None
    guarded = kind == "case-records" or (schema is not None and of_schema(json_schema.schema(schema)).any)
    return () if guarded or any(map(looks_like, there)) else there


def _resolved(
    fields: Mapping[str, str], there: tuple[str, ...], repeatable: tuple[str, ...], path: str
) -> dict[str, str]:
    """Headings as they stand in the file, also where they were spelt otherwise. Raises CannotComplete for one that does not."""
    found, problems = {}, []
    for theirs, ours in fields.items():
        near = [head for head in there if head == theirs] or [head for head in there if bare(head) == bare(theirs)]
        if len(near) == 1:
            found[near[0]] = ours
            continue
        message = (
            f"nothing is headed {shown(theirs)}" if not near else f"more than one column is headed like {shown(theirs)}"
        )
        problems.append(error("mapping", Where(file=path), message, fix=did_you_mean(theirs, repeatable)))
    if problems:
        raise CannotComplete(problems)
    return found


def _refuse_always_read(found: Proposed, left_out: set[str], path: str) -> None:
    """Raise CannotComplete where a heading is to be left unread that is our own name of a field: no mapping is asked for that."""
    for one in found.fields:
        if one.theirs in left_out and one.own:
            message = f"{shown(one.theirs)} is a name of {one.ours} itself, and is always read so"
            fix = "rename the heading in the file, or say which other heading that field has"
            raise CannotComplete([error("mapping", Where(file=path), message, fix=fix)])


def _resource(path: str, kind: str, part: str | None, given: Given, old: Resource | None) -> Resource:
    kept = {
        key: value for key, value in (old or {}).items() if key not in NOT_KEPT and key not in ("mapping", "layout")
    }
    return {**kept, "path": path, "kind": kind, **({"part": part} if part else {}), **given.provenance}


def _mapping(found: Proposed, before: dict[str, Any], mapped: dict[str, str], given: Given) -> dict[str, Any]:
    """What is written: the mapping there was, what was said, and round it what is proposed."""
    proposed = found.mapping(unsure_too=given.unsure_too)
    if before:
        # A column that the old mapping leaves unread is left so.
        proposed = {"values": proposed.get("values", {})}
    said = {ours: theirs for ours, theirs in mapped.items() if theirs != ours}
    left_out = {
        ours for ours, theirs in proposed.get("fields", {}).items() if theirs in said.values() and ours not in said
    }
    fields = {**{k: v for k, v in proposed.get("fields", {}).items() if k not in left_out}, **said}
    values = _joined(proposed.get("values", {}), before.get("values", {}), given.codes)
    suggested = {one.field: one.suggested for one in found.asked if one.suggested and one.field not in fields}
    constants = {**(suggested if given.unsure_too else {}), **before.get("constants", {}), **given.constants}
    others = before.get("parts") or proposed.get("parts", {})
    parts = {**before, "fields": fields, "values": values, "constants": constants, "parts": others}
    return {name: part for name, part in parts.items() if part}


def _joined(*parts: Mapping[str, Mapping[str, str | None]]) -> dict[str, dict[str, str | None]]:
    joined: dict[str, dict[str, str | None]] = {}
    for part in parts:
        for name, codes in part.items():
            joined.setdefault(name, {}).update((theirs, ours or None) for theirs, ours in codes.items())
    return joined
