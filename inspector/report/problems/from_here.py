"""Files of remarks as they are reached from where one is, so that an editor opens them and a code host finds them."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from inspector.model.problems import Faults, Problem


def from_here(problems: Sequence[Problem | Faults], read: Path) -> tuple[Problem | Faults, ...]:
    """The remarks with paths from the working folder; `read` is what was checked, a folder or a single file.

    Of a zip, and of what lies on another drive, the paths stay those within it.
    """
    try:
        folder = read if read.is_dir() else read.parent
        lead = PurePosixPath(Path(os.path.relpath(folder)).as_posix())
    except (OSError, ValueError):
        return tuple(problems)
    if str(lead) == "." or ".." in lead.parts:
        lead = PurePosixPath(".") if str(lead) == "." else PurePosixPath(folder.as_posix())
    if str(lead) == ".":
        return tuple(problems)
    return tuple(_led(one, lead) if _lies(folder, one) else one for one in problems)


def _lies(folder: Path, remark: Problem | Faults) -> bool:
    try:
        return (folder / _file(remark)).is_file()
    except (OSError, ValueError):
        return False


def _file(remark: Problem | Faults) -> str:
    return remark.file if isinstance(remark, Faults) else remark.where.file


def _led(remark: Problem | Faults, lead: PurePosixPath) -> Problem | Faults:
    # A path that was given whole already is led to by nothing.
    path = str(lead / _file(remark))
    if isinstance(remark, Faults):
        return replace(remark, file=path)
    return remark.model_copy(update={"where": remark.where.model_copy(update={"file": path})})
