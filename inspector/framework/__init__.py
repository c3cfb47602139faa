"""Frameworks: found by id or path, read from YAML with every line and column kept."""

import difflib
from pathlib import Path

from inspector.data import frameworks_folder
from inspector.framework.reading import MAIN, files, read
from inspector.model.problems import CannotComplete, Problem, Where

__all__ = ["MAIN", "files", "find", "listing", "read"]


def listing() -> tuple[str, ...]:
    """The ids of the frameworks that ship with Inspector, sorted."""
    return tuple(sorted(path.parent.name for path in frameworks_folder().glob(f"*/{MAIN}")))


def find(name: str) -> Path:
    """The folder of a framework: an id that ships with Inspector, or a path. Raises CannotComplete."""
    shipped = frameworks_folder() / name
    if name in listing():
        return shipped
    path = Path(name)
    if (path / MAIN).is_file():
        return path
    near = difflib.get_close_matches(name, listing(), n=1)
    fix = f"did you mean {near[0]!r}?" if near else f"one of {', '.join(listing())}, or the path of a folder"
    message = "no such framework" if not path.is_dir() else f"the folder has no {MAIN}"
    problem = Problem(rule="unknown-framework", level="error", where=Where(file=name), message=message, fix=fix)
    raise CannotComplete([problem])
