"""Where the framework of a plugin lies."""

from pathlib import Path

from inspector.plugins.guard import guarded
from inspector.plugins.installed import Plugin
from inspector.plugins.modules import lacking


def folder_of(plugin: Plugin, main: str) -> Path:
    """The folder of the package that the entry point names, which holds the file `main`.

    Raises CannotComplete where the package cannot be imported, is no folder of files, or lacks that file.
    """
    from importlib.resources import files

    def found() -> list[Path]:
        root = files(plugin.entry.value)
        # A package without `__init__.py` may lie in several folders; each of them is tried.
        return [path for path in getattr(root, "_paths", [root]) if isinstance(path, Path)]

    folders = guarded(plugin, "plugin-broken", "finding its folder", found)
    for folder in folders:
        if (folder / main).is_file():
            return folder
    expected = f"the dotted name of an installed package that holds {main} as a file"
    message = f"there is no {main} in {plugin.entry.value}"
    raise lacking(plugin, message, expected)
