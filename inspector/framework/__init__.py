"""Frameworks: found by id or path, read from YAML with every line and column kept.

Those that ship with Inspector lie in one folder; installed packages bring others through entry points of the group
`inspector.frameworks`, whose value is the package that holds `framework.yaml`.
"""

from functools import cache
from pathlib import Path

from inspector import plugins
from inspector.data import frameworks_folder
from inspector.framework.files import MAIN, files, is_folder, is_one, is_there
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import did_you_mean
from inspector.model.rules import Framework

__all__ = ["MAIN", "around", "files", "find", "is_one", "is_there", "listing", "named", "others", "plugin_of", "read"]


def listing() -> tuple[str, ...]:
    """The ids of the frameworks that ship with Inspector and of those that plugins bring, sorted.

    Raises CannotComplete where a plugin's id is not one, or is somebody else's.
    """
    return tuple(sorted((*_ours(), *_others())))


def find(name: str) -> Path:
    """The folder of a framework: an id of `listing`, or a path. Raises CannotComplete."""
    if name in _ours():
        return frameworks_folder() / name
    if name in _others():
        return plugins.folder_of(_others()[name], MAIN)
    path = Path(name)
    if is_one(path):
        return path
    fix = did_you_mean(name, listing()) or f"one of {', '.join(listing())}, or the path of a folder"
    message = "no such framework" if not is_folder(path) else f"the folder has no {MAIN}"
    problem = Problem(rule="unknown-framework", level="error", where=Where(file=name), message=message, fix=fix)
    raise CannotComplete([problem])


def around(name: str) -> Path:
    """The folder of the framework that a name or path belongs to: as `find` has it, or for a file of one, in it or its folders.

    Raises CannotComplete where there is none.
    """
    path = Path(name)
    if name not in listing() and is_there(path) and not is_one(path):
        for folder in list(path.parents)[:2]:
            if is_one(folder):
                return folder
    return find(name)


def named(name: str) -> Framework:
    """The framework of an id of `listing`, or at a path. Raises CannotComplete where there is none, or it cannot be read."""
    return checked_name(name, read(find(name)))


def checked_name(name: str, found: Framework) -> Framework:
    """A framework found under a name. Raises CannotComplete where a plugin's framework calls itself something else."""
    plugin = None if name in _ours() else _others().get(name)
    if plugin is not None and found.id != plugin.id:
        raise plugins.lacking(
            plugin, f"its {MAIN} has the id {found.id!r}", f"{plugin.id!r}, as the entry point is named"
        )
    return found


def read(folder: Path) -> Framework:
    """Read the framework in `folder`. Raises CannotComplete with every mistake, each with file, line and column."""
    # Late: of a framework that is kept no YAML is read.
    from inspector.framework import reading

    return reading.read(folder)


def plugin_of(framework: Framework) -> plugins.Plugin | None:
    """The plugin that brings this framework; None for one of ours and for one in a folder of the user's own."""
    plugin = _others().get(framework.id)
    if plugin is None or plugins.folder_of(plugin, MAIN).resolve() != Path(framework.path).resolve():
        return None
    return plugin


def others() -> tuple[plugins.Plugin, ...]:
    """The frameworks that plugins bring, sorted by id."""
    return tuple(_others().values())


@cache
def _ours() -> tuple[str, ...]:
    return tuple(sorted(path.parent.name for path in frameworks_folder().glob(f"*/{MAIN}")))


@cache
def _others() -> dict[str, plugins.Plugin]:
    return plugins.plugins("framework", _ours())
