"""The manifest of a bundle: parsed, held against our profile of a Data Package, unknown keys queried."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from inspector.bundle.open import strict_json
from inspector.bundle.open.source import MANIFEST, Source
from inspector.bundle.schema import json_schema
from inspector.bundle.schema.cells import is_date
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, did_you_mean, error, query, shown


@dataclass(frozen=True)
class Manifest:
    """The manifest as a JSON object that obeys the profile, wherever `problems` has no error."""

    document: dict[str, Any]
    problems: list[Problem]
    bare: bool = False
    """Made up for lists that came without one."""

    @cached_property
    def placed(self) -> list[tuple[int, dict[str, Any]]]:
        """The resources that obey the profile, each with its place in the manifest. Nothing of any other is used."""
        found = self.document.get("resources")
        wrong = {place for one in self.problems if one.level == "error" for place in _place(one)}
        listed = enumerate(found if isinstance(found, list) else [])
        return [(place, resource) for place, resource in listed if place not in wrong]

    @property
    def resources(self) -> list[dict[str, Any]]:
        """The resources that obey the profile."""
        return [resource for _, resource in self.placed]

    @property
    def authority(self) -> str:
        """The body inspected; `not stated` where the manifest names none."""
        return self._text("authority") or "not stated"

    @property
    def framework(self) -> str | None:
        """The framework that the manifest asks for."""
        return self._text("framework")

    @property
    def invented(self) -> bool:
        """Whether the authority does not exist."""
        return self.document.get("invented") is True

    @property
    def learning(self) -> str | None:
        """Whom other places can ask about its tests; None where the authority does not agree, or not in a form that is read."""
        said = self.document.get("learning")
        ask = said.get("ask") if isinstance(said, dict) else None
        return ask if isinstance(ask, str) and 0 < len(ask.strip()) <= 200 else None

    def _text(self, key: str) -> str | None:
        found = self.document.get(key)
        return found if isinstance(found, str) and found else None

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
    told = [*json_schema.violations(document, "bundle", MANIFEST), *_unknown_keys(document), *_twins(document)]
    problems = [_not_read(one, document) for one in told]
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
    """Names that stand twice, and files that are read twice in one way. Of another kind, part or sheet they may be."""
    listed = document.get("resources")
    problems = []
    for key, also in (("name", ()), ("path", ("kind", "part", "sheet"))):
        seen: set[tuple[str, ...]] = set()
        for place, resource in enumerate(listed if isinstance(listed, list) else []):
            value = resource.get(key) if isinstance(resource, dict) else None
            what = (str(value), *(str(resource.get(one)) for one in also)) if isinstance(resource, dict) else ()
            if isinstance(value, str) and what in seen:
                where = Where(file=MANIFEST, path=f"resources[{place}].{key}")
                problems.append(
                    error("manifest", where, f"{value!r} is the {key} of an earlier resource", fix="name it once")
                )
            seen.add(what)
    return problems


_IN_RESOURCE = re.compile(r"resources\[(\d+)\]")


def _place(problem: Problem) -> list[int]:
    """The place of the resource that a problem of the manifest is about, if it is about one."""
    found = _IN_RESOURCE.match(problem.where.path or "") if problem.where.file == MANIFEST else None
    return [int(found[1])] if found else []


def _not_read(problem: Problem, document: dict[str, Any]) -> Problem:
    """An error in the description of a resource, which also says what is not read for it."""
    places = _place(problem) if problem.level == "error" else []
    if not places:
        return problem
    resource = document["resources"][places[0]]
    path = resource.get("path") if isinstance(resource, dict) else None
    what = shown(path) if isinstance(path, str) else "the resource"
    return problem.model_copy(update={"message": f"{problem.message}; {what} is not read for that"})
