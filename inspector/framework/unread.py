"""Files in a framework's folder that nobody reads: a rule in `rules/x.yml` would be silent for ever, and nobody would know."""

import os
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path, PurePosixPath

from inspector.framework.files import DERIVED, FIELDS, MAIN, shown
from inspector.model.problems import Problem, Where
from inspector.model.problems import shown as quoted
from inspector.model.remarks import did_you_mean, error

FOLDERS = ("rules", "tests", "languages")
"""In each of them what is called `*.yaml` is read."""
READ = f"{MAIN}, {DERIVED}, {FIELDS}, rules/*.yaml, tests/*.yaml, languages/*.yaml, and beside them a README, a LICENSE"
_BESIDE = (
    "readme",
    "license",
    "licence",
    "notice",
    "changelog",
    "contributing",
    "authors",
    "security",
    "code_of_conduct",
)
_PACKAGE = frozenset(
    ("pyproject.toml", "setup.py", "setup.cfg", "MANIFEST.in", "py.typed", "__pycache__", "poetry.lock", "uv.lock")
)
_TOOLS = (".git", ".schemas", ".pre-commit-", ".editorconfig", ".yamllint", ".vscode", ".schemas")
_LEFT = ("~", ".bak", ".orig", ".rej", ".swp", ".tmp")
MOST_TOLD = 50
"""Files that are told of; who has more has another folder in hand."""
MOST_LOOKED_AT = 5_000


def unread(folder: Path, bundles: Collection[str] = ()) -> list[Problem]:
    """A problem for each file that is not read, the first fifty; `bundles` are what test cases name, from the folder."""
    kept = {PurePosixPath(os.path.normpath(name)).parts for name in bundles}
    found = (name for name in _names(folder, kept) if not _may_stand(name, kept))
    return [_problem(folder, name) for name in islice(found, MOST_TOLD)]


def withheld(folder: Path, found: Collection[Problem]) -> frozenset[str]:
    """For which of `rules` and `tests` something was meant that is not read: what is found of the rest may follow from that."""
    names = (problem.where.file.removeprefix(f"{shown(folder, '')}") for problem in found)
    parts = [PurePosixPath(name.lstrip("/")).parts for name in names]
    return frozenset(
        known
        for known in FOLDERS
        for one in parts
        if one
        and not one[-1].endswith(_LEFT)
        and (one[0] == known or did_you_mean(one[0], FOLDERS) == f"did you mean {known!r}?")
    )


def _names(folder: Path, kept: Collection[tuple[str, ...]]) -> Iterator[str]:
    """What lies in the folder and in those of its folders that are read, or lead to a bundle."""
    above = {parts[:deep] for parts in kept for deep in range(1, len(parts))}
    for name in _listed(folder, ""):
        yield name
        if name in FOLDERS or (name,) in above:
            yield from _listed(folder, name)


def _listed(folder: Path, within: str) -> list[str]:
    try:
        entries = list(islice(os.scandir(folder / within), MOST_LOOKED_AT))
    except OSError:
        return []
    return sorted(f"{within}/{entry.name}" if within else entry.name for entry in entries)


def _may_stand(name: str, kept: Collection[tuple[str, ...]]) -> bool:
    parts = PurePosixPath(name).parts
    if any(parts == one[: len(parts)] or one == parts[: len(one)] for one in kept):
        return True
    last = parts[-1]
    if last.startswith(_TOOLS) or last.endswith((".py", ".pyc", ".egg-info", ".dist-info")) or last in _PACKAGE:
        return True
    if last.lower().partition(".")[0] in _BESIDE and not last.endswith(_LEFT):
        return True
    if len(parts) == 1:
        return last in (MAIN, DERIVED, FIELDS, *FOLDERS)
    return parts[0] in FOLDERS and last.endswith(".yaml") and not last.startswith(".")


def _problem(folder: Path, name: str) -> Problem:
    is_folder = (folder / name).is_dir() and not (folder / name).is_symlink()
    message = f"the {'folder' if is_folder else 'file'} {quoted(name)} is not read"
    where = Where(file=shown(folder, name))
    return error("unread-file", where, message, READ, _fix(PurePosixPath(name), is_folder=is_folder))


def _fix(name: PurePosixPath, *, is_folder: bool) -> str:
    within, last = str(name.parent), name.name
    if last.endswith(_LEFT) or last.startswith((".#", "#")):
        return "an editor left it: remove it"
    if within != "." and is_folder:
        return f"put its files into {within}/ itself"
    if name.suffix == ".yml" and (within in FOLDERS or name.with_suffix(".yaml").name in (MAIN, DERIVED, FIELDS)):
        return f"call it {name.with_suffix('.yaml')}"
    if within != ".":
        return f"call it {within}/{name.stem.lstrip('.')}.yaml if it belongs there, else move it out"
    if is_folder:
        return did_you_mean(last, FOLDERS) or "move it out of the framework's folder"
    return did_you_mean(last, (MAIN, DERIVED, FIELDS)) or "move it out of the framework's folder"
