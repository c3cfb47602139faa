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
        near = Path(os.path.relpath(folder))
    except (OSError, ValueError):
        return tuple(problems)
    lead = folder if ".." in near.parts else near
    if lead == Path():
        return tuple(problems)
    # Each file is looked for once, however many remarks there are on it.
    there = {file for file in {_file(one) for one in problems} if _lies(folder, file)}
    within = PurePosixPath(lead.as_posix())
    return tuple(_led(one, within) if _file(one) in there else one for one in problems)


def _lies(folder: Path, file: str) -> bool:
    try:
        return (folder / file).is_file()
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
