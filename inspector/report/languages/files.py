"""The files of a language beside its phrases: what signals and probes say by their fields, and the engine's other sentences.

They lie in a folder called as the language, beside `LANG.yaml`: `signals.yaml`, `probes.yaml` and `sentences.yaml`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from inspector.model.problems import CannotComplete, Problem, Where
from inspector.report.languages.places import PLACE

NAMES = ("signals.yaml", "probes.yaml", "sentences.yaml")


@dataclass(frozen=True)
class Said:
    """One way to say a fact: where all of `when` holds of its fields. `parts` are joined by blanks, each with its own `when`."""

    when: dict[str, Any]
    parts: tuple[tuple[dict[str, Any], str], ...]


@dataclass(frozen=True)
class Files:
    """What was read: sentences of facts by kind (`signal/ID`, `probe/ID`), and pairs of English and other sentences."""

    facts: dict[str, tuple[Said, ...]] = field(default_factory=dict)
    pairs: tuple[tuple[str, str], ...] = ()


def read(folder: Path) -> Files:
    """The files of a language in `folder`; empty where there are none. Raises CannotComplete where one is not as it has to be."""
    facts: dict[str, tuple[Said, ...]] = {}
    for group in ("signal", "probe"):
        path = folder / f"{group}s.yaml"
        for name, entries in _mapping(path).items():
            facts[f"{group}/{name}"] = tuple(_said(entry, path, name) for entry in _list(entries, path, name))
    path = folder / "sentences.yaml"
    pairs = tuple(_pair(english, other, path) for english, other in _mapping(path).items())
    return Files(facts, pairs)


def _mapping(path: Path) -> dict[str, Any]:
    from inspector.report.wording import read_phrases

    found = read_phrases(path) if path.is_file() else {}
    if not isinstance(found, dict):
        raise wrong(path, "", "this is not a mapping", "names, each with what it says")
    return {str(name): value for name, value in found.items()}


def _list(entries: Any, path: Path, name: str) -> list[Any]:
    if not isinstance(entries, list):
        raise wrong(path, name, "this is no list", "a list of `when` and `says`; the first that fits is said")
    return entries


def _said(entry: Any, path: Path, name: str) -> Said:
    if not isinstance(entry, dict) or "says" not in entry or not set(entry) <= {"when", "says"} or not _when(entry):
        raise wrong(
            path, name, "this says nothing", "`says`, with `when` before it where it holds for some facts alone"
        )
    return Said(dict(entry.get("when") or {}), tuple(_parts(entry["says"], path, name)))


def _when(entry: dict[str, Any]) -> bool:
    return isinstance(entry.get("when") or {}, dict)


def _parts(says: Any, path: Path, name: str) -> Iterator[tuple[dict[str, Any], str]]:
    for part in says if isinstance(says, list) else [says]:
        if isinstance(part, dict) and set(part) == {"when", "says"} and _when(part):
            yield dict(part["when"] or {}), str(part["says"])
        elif isinstance(part, str):
            yield {}, part
        else:
            raise wrong(path, name, "this is no sentence", "a text, or `when` and `says`")


def _pair(english: str, other: Any, path: Path) -> tuple[str, str]:
    if not isinstance(other, str):
        raise wrong(path, english, "this is no sentence", "a text")
    if strange := places(other) - places(english):
        raise wrong(
            path, english, f"{sorted(strange)[0]!r} is filled in with nothing", "the places of the English sentence"
        )
    return english, other


def places(text: str) -> set[str]:
    """The names of the places of a sentence."""
    return {place[1] for place in PLACE.finditer(text)}


def wrong(path: Path, at: str, message: str, expected: str) -> CannotComplete:
    """That a file of a language is not as it has to be."""
    where = Where(file=path.as_posix(), path=at)
    return CannotComplete([Problem(rule="phrases", level="error", where=where, message=message, expected=expected)])
