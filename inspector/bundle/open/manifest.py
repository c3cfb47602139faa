"""The manifest of a bundle: parsed, held against our profile of a Data Package, unknown keys queried."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from inspector.bundle.open import strict_json
from inspector.bundle.open.source import MANIFEST, Source
from inspector.bundle.schema import json_schema
from inspector.bundle.schema.cells import is_date
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, did_you_mean, error, query


@dataclass(frozen=True)
class Manifest:
    """The manifest as a JSON object that obeys the profile, wherever `problems` has no error."""

    document: dict[str, Any]
    problems: list[Problem]
    bare: bool = False
    """Made up for lists that came without one."""

    @property
    def resources(self) -> list[dict[str, Any]]:
        """The resources that are described well enough to be read: each path once."""
        found = self.document.get("resources")
        listed = found if isinstance(found, list) else []
        needed = ("name", "path", "kind", "hash")
        described = (r for r in listed if isinstance(r, dict) and all(isinstance(r.get(key), str) for key in needed))
        by_path: dict[str, dict[str, Any]] = {}
        for resource in described:
            by_path.setdefault(resource["path"], resource)
        return list(by_path.values())

    def day(self, *keys: str) -> date | None:
        """A date of the manifest, by its path of keys; None where there is none."""
        value: Any = self.document
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        return date.fromisoformat(value) if isinstance(value, str) and is_date(value) else None


def read_manifest(source: Source) -> Manifest:
    """The manifest of a bundle. Raises Unreadable where there is none or it is not a JSON object."""
    try:
        data = source.read(MANIFEST)
    except Unreadable as failure:
        if failure.problem.rule != "no-such-file" or "cannot be read" in failure.problem.message:
            raise
        message = "the bundle has no manifest"
        raise Unreadable(
            error("no-manifest", Where(file=MANIFEST), message, f"a file {MANIFEST} at the top", failure.problem.fix)
        ) from None
    document = strict_json.parse(data, MANIFEST)
    if not isinstance(document, dict):
        raise Unreadable(error("manifest", Where(file=MANIFEST), "the manifest is not a JSON object"))
    listed = document.get("resources")
    if isinstance(listed, list) and len(listed) > most("resources"):
        # Refused before any of them is looked at.
        message = f"the manifest names {len(listed):,} resources, and the limit is {words('resources')}"
        raise Unreadable(error("manifest", Where(file=MANIFEST, path="resources"), message, fix=raise_it("resources")))
    problems = [*json_schema.violations(document, "bundle", MANIFEST), *_unknown_keys(document), *_twins(document)]
    manifest = Manifest(document, problems)
    start, end = manifest.day("period", "start"), manifest.day("period", "end")
    if start and end and end < start:
        where = Where(file=MANIFEST, path="period")
        problems.append(error("manifest", where, f"the period ends on {end}, before it begins on {start}"))
    return manifest


def _unknown_keys(document: dict[str, Any]) -> list[Problem]:
    profile = json_schema.schema("bundle")["properties"]
    problems = _keys(document, profile, "")
    listed = document.get("resources")
    for place, resource in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(resource, dict):
            problems += _keys(resource, profile["resources"]["items"]["properties"], f"resources[{place}].")
    return problems


def _keys(found: dict[str, Any], known: dict[str, Any], prefix: str) -> list[Problem]:
    return [
        query(
            "unknown-key",
            Where(file=MANIFEST, path=f"{prefix}{key}"),
            "the key is not read",
            fix=did_you_mean(key, known),
        )
        for key in found
        if key not in known
    ]


def _twins(document: dict[str, Any]) -> list[Problem]:
    listed = document.get("resources")
    problems = []
    for key in ("name", "path"):
        seen: set[str] = set()
        for place, resource in enumerate(listed if isinstance(listed, list) else []):
            value = resource.get(key) if isinstance(resource, dict) else None
            if isinstance(value, str) and value in seen:
                where = Where(file=MANIFEST, path=f"resources[{place}].{key}")
                problems.append(
                    error("manifest", where, f"{value!r} is the {key} of an earlier resource", fix="name it once")
                )
            seen.add(str(value))
    return problems
