"""Which plugins are installed: every entry point of our groups, looked for once in a process."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Literal

from inspector.model.problems import CannotComplete, Problem
from inspector.plugins.refusal import remark

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

Kind = Literal["signal", "probe", "lint", "framework"]
GROUPS: Mapping[str, Kind] = {
    "inspector.signals": "signal",
    "inspector.probes": "probe",
    "inspector.lints": "lint",
    "inspector.frameworks": "framework",
}
"""The groups of entry points that are read, and what each brings."""
SWITCH = "INSPECTOR_PLUGINS"
"""The variable that leaves every plugin out where it says `none`."""

ALONE = "an id that nobody else uses"
"""What is expected of an id."""
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_OURS = re.compile(r"^\s*\[\s*inspector[._-]?\w+", re.MULTILINE)


@dataclass(frozen=True)
class Plugin:
    """One entry point of an installed package: what it brings under which id, and from where."""

    kind: Kind
    id: str
    package: str
    version: str
    entry: "EntryPoint" = field(compare=False, repr=False)

    @property
    def group(self) -> str:
        """The group of the entry point."""
        return f"inspector.{self.kind}s"

    @property
    def named(self) -> str:
        """The package as messages name it."""
        return f"{self.package} {self.version}"

    @property
    def place(self) -> str:
        """The entry point as its package writes it."""
        return f"{self.group}: {self.id} = {self.entry.value}"


def plugins(kind: Kind, ours: Iterable[str]) -> dict[str, Plugin]:
    """The plugins of a kind by id, sorted. Nothing of them is imported.

    Raises CannotComplete for an id that is not kebab-case, is one of `ours`, or is brought twice: which of two is meant is
    not known, and a result may not depend on the order of folders.
    """
    taken = frozenset(ours)
    found: dict[str, Plugin] = {}
    problems: list[Problem] = []
    for plugin in _installed():
        if plugin.kind != kind:
            continue
        problem = _id_problem(plugin, taken, found)
        if problem is None:
            found[plugin.id] = plugin
        else:
            problems.append(problem)
    if problems:
        raise CannotComplete(problems)
    return dict(sorted(found.items()))


def none_wanted() -> bool:
    """Whether the variable `INSPECTOR_PLUGINS` says `none`. Raises CannotComplete where it says anything but that or `all`."""
    wanted = os.environ.get(SWITCH, "").strip().lower()
    if wanted in ("", "all"):
        return False
    if wanted == "none":
        return True
    fix = "unset it, or leave every plugin out with none"
    raise CannotComplete([remark("plugin-switch", SWITCH, "", f"{wanted!r} is not understood", "none or all", fix)])


def _id_problem(plugin: Plugin, ours: frozenset[str], found: Mapping[str, Plugin]) -> Problem | None:
    where = plugin.named, plugin.place
    if not _ID.fullmatch(plugin.id):
        near = "-".join(re.findall(r"[a-z0-9]+", plugin.id.lower()))
        expected = "words in lower case with hyphens between them" + (f", such as {near!r}" if near else "")
        return remark("plugin-id", *where, f"{plugin.id!r} cannot be the id of a {plugin.kind}", expected)
    if plugin.id in ours:
        message = f"Inspector has a {plugin.kind} {plugin.id!r} of its own"
        return remark("plugin-id", *where, message, ALONE)
    if plugin.id in found:
        other = found[plugin.id]
        message = f"the {plugin.kind} {plugin.id!r} is brought by {other.named} ({other.entry.value}) too"
        return remark("plugin-id", *where, message, ALONE)
    return None


def _installed() -> tuple[Plugin, ...]:
    return () if none_wanted() else _scanned()


@cache
def _scanned() -> tuple[Plugin, ...]:
    """Every entry point of our groups, sorted. Of a package that lies on the path twice the first counts."""
    from importlib.metadata import distributions

    seen: set[str] = set()
    found: list[Plugin] = []
    problems: list[Problem] = []
    for package in distributions():
        # Most packages have none of ours; only of the few that do is more read than this one small file.
        if not _mentions(package):
            continue
        name = package.name or "a package without a name"
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in seen:
            continue
        seen.add(key)
        try:
            found += _of(package, name)
        except CannotComplete as failure:
            problems += failure.problems
    if problems:
        raise CannotComplete(problems)
    return tuple(sorted(found, key=lambda one: (one.package.lower(), one.kind, one.id, one.entry.value)))


def _mentions(package: "Distribution") -> bool:
    try:
        return bool(_OURS.search(package.read_text("entry_points.txt") or ""))
    except UnicodeDecodeError:
        return False


def _of(package: "Distribution", name: str) -> Iterator[Plugin]:
    import difflib

    version = package.version or "0"
    try:
        entries = [(entry.group, entry.name, entry) for entry in package.entry_points]
    except Exception as failure:
        message = f"its entry points cannot be read: {type(failure).__name__}: {failure}"
        raise CannotComplete(
            [remark("plugin-broken", f"{name} {version}", "entry_points.txt", message, "lines of `name = module`")]
        ) from failure
    for group, id, entry in entries:
        kind = GROUPS.get(group)
        if kind is not None:
            yield Plugin(kind, id, name, version, entry)
        elif near := difflib.get_close_matches(group, GROUPS, n=1, cutoff=0.88):
            message, expected = f"there is no group {group!r}", f"one of {', '.join(GROUPS)}"
            fix = f"did you mean {near[0]!r}?"
            raise CannotComplete(
                [remark("plugin-group", f"{name} {version}", f"{group}: {id}", message, expected, fix)]
            )
