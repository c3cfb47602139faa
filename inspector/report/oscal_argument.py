"""The argument about a verdict as OSCAL has room for it: statements that the assessor attests."""

from collections.abc import Callable, Sequence
from typing import Any

from inspector.report.argument_shown import CaseAgainst, Field, Fieldwork, NotPerformance, Said, WouldChange
from inspector.report.argument_view import each, view
from inspector.report.document.shape import Document
from inspector.report.wording import Words

Statement = tuple[str, str]
"""A title, be it empty, and prose."""


def attestations(document: Document, t: Words, namespace: str, id: Callable[[str], str]) -> list[dict[str, Any]]:
    """One attestation with a part for each section of the argument; none for a result without one.

    `id` gives the identifier of a name. The document is harmless already.
    """
    said = each(
        view(document, t),
        t,
        case_against=_case_against,
        would_change=_would_change,
        not_performance=_not_performance,
        fields=_fields,
        fieldwork=_fieldwork,
    )
    parts = [
        {
            "uuid": id(f"argument/{name}"),
            "name": name.replace("_", "-"),
            "ns": namespace,
            "title": t["sections"][name],
            "parts": [_part(place, name, one, namespace, id) for place, one in enumerate(statements, 1)],
        }
        for name, statements in said.items()
    ]
    return [{"parts": parts}] if parts else []


def _part(place: int, name: str, said: Statement, namespace: str, id: Callable[[str], str]) -> dict[str, Any]:
    """A statement, with a title where it has one."""
    title, prose = (words.strip() for words in said)
    made = {
        "uuid": id(f"argument/{name}/{place}"),
        "name": "statement",
        "ns": namespace,
        "title": title,
        "prose": prose,
    }
    return {key: value for key, value in made.items() if value}


def _case_against(part: CaseAgainst, words: Words) -> list[Statement]:
    return [("", part["intro"])] + [
        (group["title"], " ".join([one["says"], *_about(words["about"], one)]))
        for group in part["groups"]
        for one in group["entries"]
    ]


def _about(before: str, one: Said) -> list[str]:
    return (
        [f"({' '.join(part for part in (before, ', '.join(one['about']), one['more']) if part)})"]
        if one["about"]
        else []
    )


def _would_change(part: WouldChange, _: Words) -> list[Statement]:
    said = [("", part["margin"])] if part["margin"] else []
    said += [(one["without"], f"{one['verdict']}, {one['by']}.") for one in part["flips"]]
    said += [("", part["settled"])] if part["settled"] else []
    return said + [
        (f"{theme['title']}, {one['move']}", f"{one['says']} ({one['rule']})")
        for theme in part["steps"]
        for one in theme["entries"]
    ]


def _not_performance(part: NotPerformance, _: Words) -> list[Statement]:
    said = [("", f"{part['intro']} {part['count']}")]
    return said + [(f"{one['mark']}: {one['title']}", one["says"]) for one in part["reasons"]]


def _fields(fields: Sequence[Field], _: Words) -> list[Statement]:
    return [(field["title"], f"{field['says']} {field['describe']}") for field in fields]


def _fieldwork(plan: Fieldwork, words: Words) -> list[Statement]:
    said = [("", words["intro"])]
    for group in plan["enquiries"]:
        said += [(words["enquiries"], f"{one['question']} {group['head']}") for one in group["entries"]]
    for one in plan["samples"]:
        ids = f" {words['ids']}: {', '.join(one['ids'])}." if one["ids"] else ""
        said.append((one["head"], f"{one['says']}{ids}"))
    return said + ([("", plan["seed"])] if plan["seed"] else [])
