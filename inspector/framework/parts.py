"""One rule, row or theme as a file has it, and what is wrong within it."""

import re
from typing import Any

from inspector.framework.patterns import Patterns
from inspector.framework.waivers import waivers
from inspector.framework.yaml_source import Document
from inspector.model.problems import Problem
from inspector.model.problems import shown as quoted
from inspector.model.remarks import error, one_of
from inspector.model.rules import Conclusion, Ref, Rule, Theme, VerdictRow
from inspector.model.words import short

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_ALIAS_FIELD = re.compile(r"^([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)(\|[^|]*\|[^|]*)?$")


def rule(document: Document, place: int, body: dict[str, Any], problems: list[Problem]) -> Rule:
    """The rule of that place in a file of rules, whose `body` obeys its schema; what is wrong in it is added to `problems`."""
    patterns = Patterns(document, table=False)
    when = patterns.read(body["when"], (place, "when"))
    bound = list(patterns.aliases)
    unless = patterns.read(body.get("unless", {}), (place, "unless"))
    problems += patterns.problems
    for at, text in _texts(place, body):
        problems += _placeholders(document, at, text, bound)
    return Rule(
        id=body["id"],
        theme=body["theme"],
        cites=tuple(body.get("cites", ())),
        when=when,
        unless=unless,
        conclude=_conclusion(document, place, body["conclude"], bound, problems),
        says=body["says"],
        brief=body.get("brief", ""),
        ask=tuple(body.get("ask", ())),
        whom=tuple(body.get("whom", ("front-line",))),
        practice=body.get("practice", ""),
        where=document.where(place, "id"),
        places=document.parts(place),
        waive=waivers(document, body, place),
    )


def _texts(place: int, body: dict[str, Any]) -> list[tuple[tuple[str | int, ...], str]]:
    questions = [((place, "ask", number), text) for number, text in enumerate(body.get("ask", ()))]
    brief = [((place, "brief"), body["brief"])] if "brief" in body else []
    return [((place, "says"), body["says"]), *brief, *questions]


def _placeholders(document: Document, at: tuple[str | int, ...], text: str, aliases: list[str]) -> list[Problem]:
    problems = []
    for inner in _PLACEHOLDER.findall(text):
        found = _ALIAS_FIELD.fullmatch(inner)
        if found is None or found[1] not in aliases:
            known = f"{{alias.field}} or {{alias.field|one|many}} with {one_of(aliases)}"
            message = f"{{{short(inner)}}} names no field of what `when` binds"
            problems.append(error("bad-placeholder", document.where(*at), message, known))
    return problems


def _conclusion(
    document: Document, place: int, body: dict[str, Any], aliases: list[str], problems: list[Problem]
) -> Conclusion:
    carry = []
    for name, text in body.get("carry", {}).items():
        alias, _, field = text.removeprefix("$").partition(".")
        if alias not in aliases:
            where = document.where(place, "conclude", "carry", name)
            problems.append(error("reference", where, f"{quoted(alias)} is not an alias of `when`"))
        carry.append((name, Ref(alias=alias, field=field)))
    return Conclusion(
        standing=body.get("standing"),
        limit=body.get("limit"),
        direction=body.get("direction", "neither"),
        carry=tuple(carry),
    )


def verdict(main: Document, place: int, row: dict[str, Any], problems: list[Problem]) -> VerdictRow:
    """The row of that place in the decision table; what is wrong in it is added to `problems`."""
    patterns = Patterns(main, table=True)
    when = patterns.read(row.get("when", {}), ("verdicts", place, "when"))
    bound = list(patterns.aliases)
    unless = patterns.read(row.get("unless", {}), ("verdicts", place, "unless"))
    problems += patterns.problems
    problems += _placeholders(main, ("verdicts", place, "says"), row["says"], bound)
    problems += _placeholders(main, ("verdicts", place, "brief"), row["brief"], bound) if "brief" in row else []
    where = main.where("verdicts", place, "id")
    return VerdictRow(
        id=row["id"], verdict=row["verdict"], when=when, unless=unless, says=row["says"], brief=row.get("brief", ""), where=where,
        places=main.parts("verdicts", place), waive=waivers(main, row, "verdicts", place),
    )  # fmt: skip


def theme(main: Document, place: int, body: dict[str, Any]) -> Theme:
    """The theme of that place in framework.yaml."""
    return Theme(
        id=body["id"],
        title=body["title"],
        brief=body.get("brief", ""),
        asks=body["asks"],
        evidence=tuple(body["evidence"]),
        weight=body.get("weight", 1),
        where=main.where("themes", place, "id"),
        places=main.parts("themes", place),
        waive=waivers(main, body, "themes", place),
    )
