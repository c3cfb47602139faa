"""The files of a framework laid out in one way."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from inspector.framework import languages
from inspector.framework.files import files, named_yaml, shown
from inspector.framework.regular import content
from inspector.model.problems import CannotComplete, Problem
from inspector.workbench.authoring.layout import laid_out


class Laid(NamedTuple):
    """A file that would be laid out otherwise: its path, its name in messages, and how it would be."""

    path: Path
    name: str
    data: bytes


def otherwise(folder: Path) -> tuple[tuple[Laid, ...], tuple[Problem, ...]]:
    """The files of the framework in a folder that are not laid out, and what is wrong with those that cannot be read."""
    found: list[Laid] = []
    problems: list[Problem] = []
    for name in _names(folder):
        try:
            data = content(folder / name, shown(folder, name))
            made = laid_out(data, shown(folder, name))
        except CannotComplete as failure:
            problems += failure.problems
            continue
        if made != data:
            found.append(Laid(folder / name, shown(folder, name), made))
    return tuple(found), tuple(problems)


def _names(folder: Path) -> Iterator[str]:
    yield from files(folder)
    yield from named_yaml(folder, "tests")
    yield from named_yaml(folder, languages.FOLDER)
