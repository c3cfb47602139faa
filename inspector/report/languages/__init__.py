"""A result in another language: the same document, with its sentences said in it.

The engine says everything in English. A language says it again: what a framework says, from the file of the language in the
framework's folder; what signals and probes say, by kind and fields; the engine's other sentences, by the English ones. What none
of them knows stays in English. Words that people wrote stay as they wrote them, and so does every id.
"""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from inspector.framework import languages as frameworks
from inspector.model.rules import Framework
from inspector.report.languages import facts as told_facts
from inspector.report.languages import files
from inspector.report.languages.catalogue import Catalogue
from inspector.report.languages.tongue import Tongue
from inspector.report.wording import LANGUAGE, folders, phrases

if TYPE_CHECKING:
    from inspector.report.document.shape import Document

SENTENCES = frozenset(
    ("says", "why", "wanted", "title", "question", "asks", "what", "reasons", "ask", "innocent", "attention", "moves", "became",
     "found", "doubts", "began", "expected", "message", "fix", "settled", "aside", "about", "brief")
)  # fmt: skip
"""Keys whose texts are sentences or words of ours; texts under any other are ids, days or words that people wrote."""
_LEFT = frozenset(("quotes", "replies", "bundle", "engine"))
"""Parts that nothing is said in."""


def retold(document: "Document", language: str, framework: Framework | None = None) -> "Document":
    """The document in a language; as it is in English. `framework` is the one by which it was judged, where it is at hand.

    Raises CannotComplete for a language without phrases, and for files that are not as they have to be.
    """
    if language == LANGUAGE or document.get("language") == language:
        return document
    catalogue, known = _catalogue(language, framework)
    made: Any = {**document, "language": language}
    learnt: dict[str, str] = {}
    made["traces"] = [_trace(one, known, catalogue, learnt) for one in document["traces"]]
    made["facts"] = [_fact(one, known, catalogue, learnt) for one in document["facts"]]
    catalogue.learn(learnt)
    return cast(
        "Document", {name: part if name in _LEFT else _walked(part, name, catalogue) for name, part in made.items()}
    )


def judged_by(document: "Document") -> Framework | None:
    """The framework by which a result was judged, where it is one that is installed, byte for byte; None where it is not."""
    from inspector.framework import listing, named

    frame = document["framework"]
    found = named(frame["id"]) if frame["id"] in listing() else None
    return found if found is not None and found.digest == frame["digest"] else None


def _catalogue(language: str, framework: Framework | None) -> tuple[Catalogue, dict[str, tuple[files.Said, ...]]]:
    tongue = Tongue(phrases(language)["tongue"])
    read = _read(language, folders())
    facts: dict[str, tuple[files.Said, ...]] = {}
    pairs: list[tuple[str, str]] = []
    for one in read:
        facts |= one.facts
        pairs += one.pairs
    if framework is not None:
        pairs += frameworks.said_in(framework, language).items()
    return Catalogue(tongue, pairs), facts


@lru_cache(maxsize=4)
def _read(language: str, within: tuple[Path, ...]) -> tuple[files.Files, ...]:
    return tuple(files.read(folder / language) for folder in within)


def _fact(one: Any, known: Any, catalogue: Catalogue, learnt: dict[str, str]) -> Any:
    said = learnt.get(one["says"]) or told_facts.says(known.get(one["kind"], ()), one["fields"], catalogue)
    return _learned(one, said, learnt)


def _trace(one: Any, known: Any, catalogue: Catalogue, learnt: dict[str, str]) -> Any:
    fields = {name: value for name, value in one.items() if isinstance(value, str | int | float)}
    said = told_facts.says(known.get(f"probe/{one['probe']}", ()), fields, catalogue)
    return _learned(one, said, learnt)


def _learned(one: Any, said: str | None, learnt: dict[str, str]) -> Any:
    if said is None:
        return one
    learnt[one["says"]] = said
    return {**one, "says": said}


def _walked(part: Any, name: str, catalogue: Catalogue) -> Any:
    if isinstance(part, dict):
        # The fields of a fact are typed values; the fields in which improvement takes place have titles.
        left = _LEFT | {"fields"} if "kind" in part else _LEFT
        if part.get("sort") == "unjudged" and "id" in part:
            # What could not be judged has no id but what it is called.
            return {**part, "id": catalogue.text(part["id"])}
        return {key: value if key in left else _walked(value, key, catalogue) for key, value in part.items()}
    if isinstance(part, list):
        return [_walked(one, name, catalogue) for one in part]
    return catalogue.text(part) if isinstance(part, str) and name in SENTENCES else part
