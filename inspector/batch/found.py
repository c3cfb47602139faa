"""Which bundles are meant by the paths that a person gives, and by what name each is told."""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

MANIFEST = "datapackage.json"
PACKED = ".zip"
DEEPEST = 12
"""Folders within folders that are looked into."""


class Found(NamedTuple):
    """A bundle: the name it is told and kept by, with forward slashes, and where it is."""

    name: str
    path: Path


def bundles(paths: Iterable[Path]) -> tuple[Found, ...]:
    """Every bundle that the paths mean, each once, sorted by name.

    A path is that of a bundle, or of a folder of them: a folder without a manifest, somewhere below which there is one or a
    zip. There, what has neither is a bundle too, so that it is told and not passed over. Links to folders are not followed.
    """
    places: dict[str, Path] = {}
    for path in paths:
        for one in _within(path, 0) or [path]:
            places.setdefault(os.path.realpath(one), one)
    return tuple(sorted(map(Found, named(tuple(places.values())), places.values())))


def _within(folder: Path, depth: int) -> list[Path]:
    """The bundles at or below a folder; none where there is nothing that says it is one."""
    if (folder / MANIFEST).is_file():
        return [folder]
    if depth > DEEPEST or not folder.is_dir():
        return []
    below: list[tuple[Path, list[Path]]] = []
    for entry in sorted(_entries(folder), key=lambda entry: entry.name):
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            below.append((path, _within(path, depth + 1)))
        elif entry.name.lower().endswith(PACKED) and entry.is_file():
            below.append((path, [path]))
    if not any(inner for _, inner in below):
        return []
    return [one for path, inner in below for one in inner or [path]]


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as there:
            return [entry for entry in there if not entry.name.startswith(".")]
    except OSError:
        return []


def named(paths: Sequence[Path]) -> tuple[str, ...]:
    """A name for each path: the end of it, without `.zip`, as long as it takes to tell it from the others."""
    spelt = [_spellings(path) for path in paths]
    taken = [0] * len(paths)
    while True:
        names = [spelt[i][taken[i]] for i in range(len(paths))]
        counted = Counter(map(str.casefold, names))
        twice = [i for i, name in enumerate(names) if counted[name.casefold()] > 1 and taken[i] + 1 < len(spelt[i])]
        if not twice:
            return tuple(names)
        for i in twice:
            taken[i] += 1


def _spellings(path: Path) -> list[str]:
    """Ever longer ends of the path; the last has the ending of the file too, so that no two of different paths are the same."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100
    parts = [part for part in whole.parts if part != whole.anchor] or ["bundle"]
    last = parts[-1]
    short = last[: -len(PACKED)] if last.lower().endswith(PACKED) and len(last) > len(PACKED) else last
    ends = ["/".join((*parts[-n:-1], short)) for n in range(1, len(parts) + 1)]
    return [*ends, "/".join(parts)]
