"""What of a framework can be read although something in it is wrong: so much that the rest can be looked at as well.

Of a rule that does not obey its schema its id is kept, and what of it does. So that nothing is said of what only follows from a
fault: a rule that reads its finding reads one that exists.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from inspector.framework.structure import sound
from inspector.framework.yaml_source import Document
from inspector.model.problems import Problem
from inspector.model.remarks import in_order
from inspector.model.rules import Framework, Pattern, Rule, Theme

UNREAD = "unread"
_LACKING: dict[str, dict[str, Any]] = {
    "rules": {"theme": "", "when": {}, "conclude": {}, "says": "?"},
    "themes": {"title": "?", "asks": "?", "evidence": []},
    "verdicts": {"verdict": "not-evidenced", "says": "?"},
    "sources": {"title": "?"},
}
_MAIN = {"id": "framework", "version": "0.0.0", "title": "?", "question": "?"}


class Attempt(NamedTuple):
    """A framework as far as it can be read, and every mistake in it.

    `framework` is None where `framework.yaml` is none, or there is more than is read. `shaky` are rules of which something could
    not be read as meant. `main` says whether all of `framework.yaml` could, `rules` whether of every rule the id is known, and
    `indicators` whether the indicators known by name are.
    """

    framework: Framework | None
    problems: tuple[Problem, ...]
    shaky: frozenset[str] = frozenset()
    main: bool = True
    rules: bool = True
    indicators: bool = True


def nothing(problems: Iterable[Problem]) -> Attempt:
    """Of the framework nothing can be said but what is wrong."""
    return Attempt(None, in_order(problems), main=False, rules=False, indicators=False)


class Body(NamedTuple):
    """A part of a list in a file, at its place there: what of it obeys the schema, and whether all of it does."""

    place: int
    body: dict[str, Any]
    whole: bool


def bodies(document: Document, sort: str, *, broken: bool) -> Iterator[Body]:
    """The rules of a file, or the themes, rows or sources of framework.yaml, that have an id. `broken`: not all are sound."""
    within = () if sort == "rules" else (sort,)
    value = document.value if sort == "rules" else main_value(document, broken=broken).get(sort, ())
    for place, one in enumerate(value if isinstance(value, list | tuple) else ()):
        if not broken:
            yield Body(place, one, True)
            continue
        kept = sound(one, "rules" if sort == "rules" else "framework", *within)
        if kept is not None and "id" in kept:
            whole = kept == one and not _LACKING[sort].keys() - {"weight"} - kept.keys()
            yield Body(place, {**_LACKING[sort], **kept}, whole)


def main_value(document: Document, *, broken: bool) -> dict[str, Any]:
    """What framework.yaml says: where it is broken, what of it is sound, words in place of what is missing, lists as they are."""
    value: dict[str, Any] = document.value if isinstance(document.value, dict) else {}
    if not broken:
        return value
    lists = {name: value.get(name, []) for name in ("themes", "verdicts", "sources")}
    return {**_MAIN, **(sound(value, "framework") or {}), **lists}


def fitted(rule: Rule, themes: tuple[Theme, ...]) -> Rule:
    """A rule that could not be read as meant, with a theme that is there and something to look for: lints count on both."""
    theme = rule.theme if any(one.id == rule.theme for one in themes) or not themes else themes[0].id
    when = rule.when or (Pattern(alias=UNREAD, kind="signal/trajectory", conditions=(), where=rule.where),)
    return rule.model_copy(update={"theme": theme, "when": when})


def once(framework: Framework) -> Framework:
    """The framework with the first of all that share an id."""
    return framework.model_copy(
        update={
            name: tuple({one.id: one for one in reversed(getattr(framework, name))}.values())[::-1]
            for name in ("rules", "themes", "verdicts", "sources")
        }
    )
