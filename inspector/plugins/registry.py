"""A registry: the modules of a folder, each under its own name, and those that plugins bring beside them."""

import pkgutil
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from types import ModuleType

from inspector.plugins.installed import Kind, Plugin, plugins


class Registry:
    """What there is of one kind, by id. The folder listing is the registry: every module whose name does not begin with `_`."""

    def __init__(
        self, kind: Kind, package: str, path: Iterable[str], of_plugin: Callable[[Plugin], ModuleType]
    ) -> None:
        self._kind, self._package, self._path, self._of_plugin = kind, package, path, of_plugin
        # Kept for the process, as its plugins are: a lookup is asked for thousands of times.
        self._ours, self._theirs, self._all = cache(self._listed), cache(self._brought), cache(self._sorted)

    def ids(self) -> tuple[str, ...]:
        """All ids, ours and plugins', sorted. Nothing is imported.

        Raises CannotComplete where a plugin's id is not one, or is somebody else's.
        """
        return self._all()

    def load(self, id: str) -> ModuleType:
        """The module of that id; of a plugin's, one that says the same and whose answers are checked.

        Raises KeyError for an id that there is not, CannotComplete for a plugin that is not as it should be.
        """
        if id in self._ours():
            return import_module(f"{self._package}.{id.replace('-', '_')}")
        return self._of_plugin(self._theirs()[id])

    def others(self) -> tuple[Plugin, ...]:
        """Those that plugins bring, sorted by id."""
        return tuple(self._theirs().values())

    def forget(self) -> None:
        """Look for plugins again when next asked: a long process may have been given others."""
        self._theirs.cache_clear()
        self._all.cache_clear()

    def _sorted(self) -> tuple[str, ...]:
        return tuple(sorted((*self._ours(), *self._theirs())))

    def _listed(self) -> tuple[str, ...]:
        names = (module.name for module in pkgutil.iter_modules(self._path))
        return tuple(sorted(name.replace("_", "-") for name in names if not name.startswith("_")))

    def _brought(self) -> dict[str, Plugin]:
        return plugins(self._kind, self._ours())
