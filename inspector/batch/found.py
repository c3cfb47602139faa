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
    """A bundle: the name it is told and kept by, with forward slashes, and where it is, or which entry of a register."""

    name: str
    path: Path
    entry: int | None = None
    root: str = ""


def bundles(paths: Iterable[Path]) -> tuple[Found, ...]:
    """Every bundle that the paths mean, each once, sorted by name.

    A path is that of a bundle, or of a folder of them: a folder without a manifest, somewhere below which there is one or a
    zip. There, what has neither is a bundle too, so that it is told and not passed over. A link is one itself: nothing is
    searched below it.
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
        if entry.is_dir():
            # What a link leads to is not searched, which might never end.
            linked = [path] if (path / MANIFEST).is_file() else []
            below.append((path, linked if entry.is_symlink() else _within(path, depth + 1)))
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
    """A name for each path: the end of it, as long as it takes to tell it from the others.

    A zip goes without its ending, unless what it would then be called lies beside it.
    """
    whole = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100
    spelt = [_ends(path, set(whole)) for path in whole]
    taken = [0] * len(paths)
    while True:
        names = [ends[at] for ends, at in zip(spelt, taken, strict=True)]
        counted = Counter(map(str.casefold, names))
        twice = [i for i, name in enumerate(names) if counted[name.casefold()] > 1 and taken[i] + 1 < len(spelt[i])]
        if not twice:
            return tuple(names)
        for i in twice:
            taken[i] += 1


def _ends(path: Path, others: set[Path]) -> list[str]:
    """Ever longer ends of a path."""
    if path.suffix.lower() == PACKED and path.with_suffix("") not in others:
        path = path.with_suffix("")
    parts = [part for part in path.parts if part != path.anchor] or ["bundle"]
    return ["/".join(parts[-n:]) for n in range(1, len(parts) + 1)]
