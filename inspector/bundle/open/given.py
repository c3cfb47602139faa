"""What another body gave and sealed by itself: a bundle of its own that lies within the bundle.

The resource names that body's manifest in `sealed_in`. It holds where the manifest is that body's, its root is right, and the
file is one of those it leads to. It proves that nothing was changed since that root was made, to whoever hears the root from the
body itself; anybody can make a manifest in another's name, so a report says which root to ask for.
"""

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

from inspector.bundle.open import sealed, strict_json
from inspector.bundle.open.content import file_facts
from inspector.bundle.open.source import MANIFEST, Source
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, query, shown
from inspector.model.spellings import folded

Opened = tuple[dict[str, Any], str | None]
RULE = "giver-seal"
_SAYS = "so its rows count as the authority's own"


def givers(source: Source, placed: list[tuple[int, dict[str, Any]]]) -> tuple[dict[str, str], list[Problem]]:
    """The roots by the names of the resources that another body sealed, and what is wrong with those that say so in vain."""
    found: dict[str, str] = {}
    problems: list[Problem] = []
    opened: dict[str, Opened] = {}
    for place, resource in placed:
        if not isinstance(resource.get("sealed_in"), str):
            continue
        try:
            found[resource["name"]] = _root(source, resource, opened)
        except Unreadable as failure:
            where = Where(file=MANIFEST, path=f"resources[{place}].sealed_in")
            fix = (
                "let that body seal a folder of its own with `inspector bundle seal`, and take it into the bundle whole"
            )
            told, at = failure.problem.message, failure.problem.where.file
            if failure.problem.rule != RULE:
                told = f"of what it leads to, {shown(at)}: {told}"
            problems.append(query(RULE, where, f"{told}; {_SAYS}", fix=fix))
    return found, problems


def _root(source: Source, resource: dict[str, Any], opened: dict[str, Opened]) -> str:
    """The root of the giver's own manifest. Raises Unreadable, its message saying why there is none."""
    path, folder = resource["sealed_in"], PurePosixPath(resource["sealed_in"]).parent
    if PurePosixPath(path).as_posix() == MANIFEST:
        raise _vain(path, "the bundle's own manifest is not that of another body")
    if path not in opened:
        opened[path] = _opened(source, path)
    document, computed = opened[path]
    giver, said = document.get("authority"), resource.get("submitted_by")
    if not isinstance(giver, str) or not isinstance(said, str) or folded(giver) != folded(said):
        named = f"of {shown(giver)}" if isinstance(giver, str) else "of nobody"
        raise _vain(
            path,
            f"{shown(path)} is the manifest {named}, and the file is said to be given by {shown(said or 'nobody')}",
        )
    inner = {one for one in sealed.led_to(document) if (folder / one).as_posix() == resource["path"]}
    if not inner:
        raise _vain(path, f"{shown(path)} does not lead to {shown(resource['path'])}")
    root = sealed.said_root(document)
    if root is None or root != computed:
        raise _vain(
            path, f"what {shown(path)} leads to is not as it was sealed" if root else f"{shown(path)} was never sealed"
        )
    return root


def _opened(source: Source, path: str) -> Opened:
    """A manifest of another body with the root over what it leads to, as it is now. Raises Unreadable."""
    document = strict_json.parse(source.read(path), path)
    if not isinstance(document, dict):
        raise _vain(path, f"{shown(path)} is not a manifest")
    if sealed.said_root(document) is None:
        return document, None
    return document, sealed.root(document, _hashes(source, PurePosixPath(path).parent))


def _hashes(source: Source, folder: PurePosixPath) -> Callable[[str], str]:
    return lambda path: file_facts(source.open((folder / path).as_posix())).sha256


def _vain(path: str, message: str) -> Unreadable:
    return Unreadable(query(RULE, Where(file=path), message))
