"""What a framework says in another language: `languages/LANG.yaml` in its folder, by the ids of what it says in English."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from inspector.model.rules import Framework

FOLDER = "languages"
PLACES = ("says", "ask", "practice", "title", "asks", "evidence", "where")


def english(framework: Framework) -> dict[str, Any]:
    """Every text of a framework as a file of a language has it, in English: what a translator copies and writes over."""
    return {
        "title": framework.title,
        "question": framework.question,
        "themes": {
            one.id: {"title": one.title, "asks": one.asks, "evidence": list(one.evidence)} for one in framework.themes
        },
        "rules": {one.id: _rule(one) for one in framework.rules},
        "verdicts": {one.id: one.says for one in framework.verdicts},
        "sources": {one.id: one.title for one in framework.sources},
        "indicators": {one.id: one.title for one in framework.indicators},
        "fields": {
            one.id: {"title": one.title, "parts": {part.id: part.title for part in one.parts}}
            for one in framework.fields
        },
        "core": {
            "measures": {one.id: one.title for one in framework.core.measures},
            "records": {one.kind: one.why for one in framework.core.records},
        },
    }


def _rule(rule: Any) -> dict[str, Any]:
    made: dict[str, Any] = {"says": rule.says}
    if rule.ask:
        made["ask"] = list(rule.ask)
    if rule.practice:
        made["practice"] = rule.practice
    return made


def read(folder: Path, language: str) -> Any:
    """The file of a language of the framework in `folder`; None where there is none. Raises CannotComplete as phrases do."""
    from inspector.report.wording import read_phrases

    path = folder / FOLDER / f"{language}.yaml"
    return read_phrases(path) if path.is_file() else None


def pairs(ours: Any, other: Any) -> Iterator[tuple[str, str]]:
    """Each English text with what the language's file says in its place, where it says anything there."""
    if isinstance(ours, dict) and isinstance(other, dict):
        for name, text in ours.items():
            yield from pairs(text, other.get(name))
    elif isinstance(ours, list) and isinstance(other, list):
        for text, said in zip(ours, other, strict=False):
            yield from pairs(text, said)
    elif isinstance(ours, str) and isinstance(other, str):
        yield ours, other
