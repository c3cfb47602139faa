"""What the manifest itself declares: its `declared`, and the day on which a resource was carried over."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from inspector.bundle.open.manifest import Manifest
from inspector.bundle.open.source import MANIFEST
from inspector.bundle.schema import json_schema
from inspector.bundle.schema.cells import is_date
from inspector.model.declared import MOST, Declared
from inspector.model.problems import Problem, Where
from inspector.model.remarks import query

KIND, RULE = "declared-events", "declaration"
DAYS, LISTS = ("on", "to"), ("concerns", "indicators", "entries")


def said(manifest: Manifest) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every declaration of the manifest with its place there, as objects with the fields of the kind; the first `MOST`."""
    for place, one in manifest.placed:
        if isinstance(day := one.get("carried_over_on"), str):
            yield f"resources[{place}].carried_over_on", {"event": "carried-over", "on": day, "concerns": [one["name"]]}
    listed = manifest.document.get("declared")
    for place, one in enumerate(listed[:MOST] if isinstance(listed, list) else []):
        if isinstance(one, dict):
            ours = {("on" if key == "from" and "on" not in one else key): value for key, value in one.items()}
            yield f"declared[{place}]", ours


def faults(manifest: Manifest) -> Iterator[Problem]:
    """What is wrong with the form of declarations. None stops an assessment: what cannot be read is not believed."""
    listed = manifest.document.get("declared")
    if listed is not None and not isinstance(listed, list):
        yield query(
            RULE, Where(file=MANIFEST, path="declared"), "what is declared is no list; none of it is read", "a list"
        )
    for place, one in enumerate(listed[:MOST] if isinstance(listed, list) else []):
        if not isinstance(one, dict):
            where = Where(file=MANIFEST, path=f"declared[{place}]")
            yield query(RULE, where, "the declaration is not read: it is no object with its event and day", "an object")
    if isinstance(listed, list) and len(listed) > MOST:
        message = f"the manifest declares {len(listed):,} events, and the first {MOST} are held against the data"
        yield query(RULE, Where(file=MANIFEST, path="declared"), message, fix="declare what shows in the data")
    for path, one in said(manifest):
        for problem in json_schema.violations(one, KIND, MANIFEST):
            inner = problem.where.path or ""
            where = Where(file=MANIFEST, path=f"{path}.{inner}" if inner else path)
            told = f"{problem.message}; the declaration is not read for that"
            yield query(RULE, where, told, problem.expected, problem.fix)


def events(manifest: Manifest) -> tuple[Declared, ...]:
    """The declarations of the manifest that obey the schema, in their order."""
    sound = [(path, one) for path, one in said(manifest) if not json_schema.violations(one, KIND, MANIFEST)]
    return tuple(
        Declared(resource=MANIFEST, row=place + 2, path=path, **_typed(one)) for place, (path, one) in enumerate(sound)
    )


def _typed(one: dict[str, Any]) -> dict[str, Any]:
    days = {key: date.fromisoformat(one[key]) for key in DAYS if is_date(str(one.get(key, "")))}
    return {**one, **days, **{key: tuple(one[key]) for key in LISTS if key in one}}
