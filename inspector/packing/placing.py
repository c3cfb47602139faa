"""Where a file comes to lie in a bundle, and what may not be put there."""

import filecmp
from pathlib import Path
from typing import Any

from inspector import files
from inspector.bundle.open.source import MANIFEST, inside
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import CannotComplete, Where
from inspector.model.remarks import did_you_mean, error
from inspector.packing import history

Resource = dict[str, Any]


def refuse_no_file(file: Path) -> None:
    """Raise CannotComplete for what is no ordinary file, is too large, or has a name that no manifest can hold."""
    where = Where(file=str(file).encode(errors="backslashreplace").decode())
    if not file.is_file():
        what = "a folder" if file.is_dir() else "no ordinary file" if file.exists() else ""
        beside = [p.name for p in file.parent.iterdir()] if not what and file.parent.is_dir() else []
        message = f"it is {what}, and only files are added" if what else "no such file"
        fix = f"inspector bundle new DIR --from {file}" if file.is_dir() else did_you_mean(file.name, beside)
        raise CannotComplete([error("no-such-file", where, message, fix=fix)])
    if (size := files.size(file)) > most("file-bytes"):
        message = f"the file has {size:,} bytes, and the limit is {words('file-bytes')}"
        raise CannotComplete([error("file-too-large", where, message, fix=raise_it("file-bytes"))])
    try:
        file.name.encode()
    except UnicodeEncodeError:
        message = "its name is not UTF-8, so no manifest can hold it"
        raise CannotComplete([error("path-outside", where, message, fix="rename it")]) from None
    if "\n" in file.name or "\r" in file.name:
        raise CannotComplete([error("path-outside", where, "its name has a line break", fix="rename it")])


def refuse_no_evidence(file: Path, path: str, folder: Path) -> None:
    """Raise CannotComplete for the manifest itself, Unreadable for a path that leads out of the bundle."""
    if path == MANIFEST or path.startswith(f"{history.KEPT}/") or file.samefile(folder / MANIFEST):
        raise CannotComplete([error("manifest", Where(file=str(file)), "the manifest is no evidence")])
    inside(path)


def refuse_taken(file: Path, path: str, folder: Path, *, known: bool, replace: bool) -> None:
    """Raise CannotComplete where something else has that name and is not to be replaced. `known`: a resource leads there."""
    if replace or lies_there(file, path, folder):
        return
    target = folder / path
    if (target.is_symlink() or target.exists()) and not (same(file, target) and not (known and target.is_symlink())):
        message = "the bundle has a file of that name already; nothing was changed"
        fix = "say --replace to put it in the place of that one, or rename it"
        raise CannotComplete([error("not-empty", Where(file=path), message, fix=fix)])


def same(file: Path, target: Path) -> bool:
    """Whether an ordinary file with the same bytes is there already: a run that was stopped had put it there."""
    return target.is_file() and not target.is_symlink() and filecmp.cmp(file, target, shallow=False)


def lies_there(file: Path, path: str, folder: Path) -> bool:
    """Whether the file is the very one in the bundle already, and not reached through a link in it."""
    target = folder / path
    return not target.is_symlink() and target.exists() and target.samefile(file)


def changed(file: Path, path: str, folder: Path) -> tuple[list[str], list[str]]:
    """The paths that putting the file there writes over, and those that are new by it."""
    target = folder / path
    if lies_there(file, path, folder):
        return [], []
    there = target.is_symlink() or target.exists()
    return ([path], []) if there else ([], [path])
