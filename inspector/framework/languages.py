"""What a framework says in another language: `languages/LANG.yaml` in its folder, by the ids of what it says in English.

No rule reads it, and it is no part of the framework's digest: in every language the same is judged.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from inspector.framework import read
from inspector.framework.files import named_yaml, shown
from inspector.framework.yaml_source import Document, load
from inspector.model.own_words import WORD_SORTS
from inspector.model.problems import CannotComplete, Problem
from inspector.model.remarks import did_you_mean
from inspector.model.rules import Framework, Rule, Theme

FOLDER = "languages"
NAMED = 5
"""So many texts that are missing are named; the remark says how many there are."""
_PLACE = re.compile(r"\{([^{}|]*)")


def english(framework: Framework) -> dict[str, Any]:
    """Every text of a framework as a file of a language has it, in English: what a translator copies and writes over."""
    return {
        "title": framework.title,
        "question": framework.question,
        "themes": {one.id: _theme(one) for one in framework.themes},
        "rules": {one.id: _rule(one) for one in framework.rules},
        "verdicts": {one.id: one.says for one in framework.verdicts},
        "verdicts_in_brief": {one.id: one.brief for one in framework.verdicts if one.brief},
        "sources": {one.id: one.title for one in framework.sources},
        "indicators": {one.id: one.title for one in framework.indicators},
        "fields": {
            one.id: {"title": one.title, "parts": {part.id: part.title for part in one.parts}}
            for one in framework.fields
        },
        **{sort: dict(framework.words.titles(sort)) for sort in WORD_SORTS},
        "core": {
            "measures": {one.id: one.title for one in framework.core.measures},
            "records": {one.kind: one.why for one in framework.core.records},
        },
    }


def _theme(theme: Theme) -> dict[str, Any]:
    made: dict[str, Any] = {"title": theme.title, "asks": theme.asks, "evidence": list(theme.evidence)}
    return {**made, "brief": theme.brief} if theme.brief else made


def _rule(rule: Rule) -> dict[str, Any]:
    made: dict[str, Any] = {"says": rule.says}
    if rule.brief:
        made["brief"] = rule.brief
    if rule.ask:
        made["ask"] = list(rule.ask)
    if rule.practice:
        made["practice"] = rule.practice
    return made


def said_in(framework: Framework, language: str) -> dict[str, str]:
    """Each English text of a framework with what it is in a language; empty where it has no file of it.

    A variant says what it has of its base as the base does, and the rest by its own file. Raises CannotComplete where a file
    cannot be read or says what English does not.
    """
    said = said_in(read(Path(framework.extends[0].path)), language) if framework.extends else {}
    folder = Path(framework.path)
    name = f"{FOLDER}/{language}.yaml"
    if name not in named_yaml(folder, FOLDER):
        return said
    document = load(folder / name, shown(folder, name))
    ours = english(framework)
    wrong = [problem for problem in _wrong(ours, document, language) if problem.level == "error"]
    if wrong:
        raise CannotComplete(wrong)
    return said | dict(_pairs(ours, document.value))


def check(framework: Framework) -> Iterator[Problem]:
    """What is wrong with the languages of a framework: ids and places that English has not, and texts that they lack."""
    folder = Path(framework.path)
    for name in named_yaml(folder, FOLDER):
        try:
            document = load(folder / name, shown(folder, name))
        except CannotComplete as failure:
            yield from failure.problems
            continue
        ours = english(framework)
        yield from _wrong(ours, document, Path(name).stem)
        missing = list(_missing(ours, document.value, ()))
        if missing:
            first = ", ".join(missing[:NAMED])
            yield Problem(
                rule="language-missing",
                level="query",
                where=document.where(),
                message=f"{len(missing)} of the framework's texts are not in it, the first of them {first}",
                fix="write them; until then they are said in English",
            )


def _wrong(ours: dict[str, Any], document: Document, language: str) -> Iterator[Problem]:
    if not isinstance(document.value, dict):
        yield _remark("language-structure", document, (), "this is no mapping", "texts by the ids of the framework")
        return
    said = document.value.get("language")
    if said != language:
        message = f"it says to be in {said!r}, and is called {language}.yaml"
        yield _remark("language-structure", document, ("language",), message, f"language: {language}")
    rest = {name: value for name, value in document.value.items() if name != "language"}
    yield from _against(ours, rest, document, ())


def _against(ours: Any, other: Any, document: Document, at: tuple[str | int, ...]) -> Iterator[Problem]:
    if isinstance(ours, dict) and isinstance(other, dict):
        for name, value in other.items():
            if name in ours:
                yield from _against(ours[name], value, document, (*at, name))
            else:
                message = f"the framework has nothing called {str(name)!r} here"
                yield _remark(
                    "language-unknown", document, (*at, name), message, "", did_you_mean(str(name), map(str, ours))
                )
    elif isinstance(ours, list) and isinstance(other, list) and len(ours) == len(other):
        for place, (text, said) in enumerate(zip(ours, other, strict=True)):
            yield from _against(text, said, document, (*at, place))
    elif isinstance(ours, str) and isinstance(other, str):
        for strange in sorted({*_PLACE.findall(other)} - {*_PLACE.findall(ours)}):
            yield _remark("language-place", document, at, f"{{{strange}}} is filled in with nothing", f"as in {ours!r}")
    else:
        yield _remark("language-structure", document, at, "this is not what stands in English here", f"as in {ours!r}")


def _missing(ours: Any, other: Any, at: tuple[str, ...]) -> Iterator[str]:
    if isinstance(ours, dict):
        for name, value in ours.items():
            yield from _missing(value, other.get(name) if isinstance(other, dict) else None, (*at, name))
    elif ours and other is None:
        yield "/".join(at)


def _pairs(ours: Any, other: Any) -> Iterator[tuple[str, str]]:
    if isinstance(ours, dict) and isinstance(other, dict):
        for name, text in ours.items():
            yield from _pairs(text, other.get(name))
    elif isinstance(ours, list) and isinstance(other, list):
        for text, said in zip(ours, other, strict=True):
            yield from _pairs(text, said)
    elif isinstance(ours, str) and isinstance(other, str):
        yield ours, other


def _remark(
    rule: str, document: Document, at: tuple[str | int, ...], message: str, expected: str, fix: str = ""
) -> Problem:
    return Problem(rule=rule, level="error", where=document.where_key(*at), message=message, expected=expected, fix=fix)
