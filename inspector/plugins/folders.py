"""Where the framework of a plugin lies."""

from pathlib import Path

from inspector.plugins.guard import guarded
from inspector.plugins.installed import Plugin
from inspector.plugins.modules import lacking


def folder_of(plugin: Plugin, main: str) -> Path:
    """The folder of the package that the entry point names, which holds the file `main`. The package itself is not imported.

    Raises CannotComplete where there is no such package, or that file is not in it: a package in a zip has no folder.
    """
    from importlib.util import find_spec

    spec = guarded(plugin, "plugin-broken", "finding its package", lambda: find_spec(plugin.entry.value))
    # A package without `__init__.py` may lie in several folders; each of them is tried.
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        if (Path(folder) / main).is_file():
            return Path(folder)
    expected = f"the dotted name of an installed package that holds {main} as a file"
    raise lacking(plugin, f"there is no {main} in a package {plugin.entry.value}", expected)
