"""`fields.yaml` of a framework: the fields in which improvement can take place, their parts, and what counts as activity."""

import difflib
from typing import Any

from inspector.framework.yaml_source import Document
from inspector.model.problems import Problem
from inspector.model.rules import Area, AreaPart, Selection

ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "improvement-log": ("scale", "origin", "change_type", "decision", "questions_target", "measure"),
    "recommendations": ("source",),
    "recommendation-actions": ("strength",),
    "case-reviews": ("went", "approach", "front_line_took_part", "family_took_part"),
    "case-review-actions": ("level", "strength"),
    "case-review-factors": ("condition",),
    "partnership": ("joint",),
    "voice": ("group",),
    "leadership": (),
    "leadership-questions": ("question",),
}
"""Kinds of records that can be improvement activity, and what they can be chosen by. `measure`: that of the indicator named."""


def areas(document: Document, problems: list[Problem]) -> tuple[Area, ...]:
    """The fields of a document that obeys its schema; a kind or attribute nobody knows is a problem."""
    found = tuple(_area(document, place, body, problems) for place, body in enumerate(document.value))
    seen: set[str] = set()
    for place, area in enumerate(found):
        for n, part in enumerate(area.parts):
            if part.id in seen:
                problems.append(
                    _wrong(document, (place, "parts", n, "id"), f"{part.id!r} is there twice", "an id of its own")
                )
            seen.add(part.id)
    return found


def _area(document: Document, place: int, body: dict[str, Any], problems: list[Problem]) -> Area:
    parts = (
        AreaPart(
            id=part["id"],
            title=part["title"],
            activity=tuple(
                _selection(document, (place, "parts", n, "activity", k), one, problems)
                for k, one in enumerate(part.get("activity", ()))
            ),
        )
        for n, part in enumerate(body["parts"])
    )
    return Area(id=body["id"], title=body["title"], parts=tuple(parts))


def _selection(
    document: Document, at: tuple[str | int, ...], body: dict[str, Any], problems: list[Problem]
) -> Selection:
    kind = body["kind"]
    if kind not in ATTRIBUTES:
        problems.append(
            _wrong(document, (*at, "kind"), f"no activity is of kind {kind!r}", _one_of(list(ATTRIBUTES)), kind)
        )
    known = ATTRIBUTES.get(kind, tuple(body))
    conditions = []
    for name, wanted in body.items():
        if name == "kind":
            continue
        if name not in known:
            problems.append(
                _wrong(document, (*at, name), f"{kind} has no {name!r} to choose by", _one_of(list(known)), name)
            )
        conditions.append((name, tuple(wanted) if isinstance(wanted, list) else (wanted,)))
    return Selection(kind=kind, conditions=tuple(conditions))


def _one_of(known: list[str]) -> str:
    return f"one of {', '.join(known)}" if known else "nothing: all of this kind count"


def _wrong(document: Document, at: tuple[str | int, ...], message: str, expected: str, name: str = "") -> Problem:
    near = difflib.get_close_matches(name, list(ATTRIBUTES), n=1) if name else []
    fix = f"did you mean {near[0]!r}?" if near else ""
    return Problem(rule="fields", level="error", where=document.where(*at), message=message, expected=expected, fix=fix)
