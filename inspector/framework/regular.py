"""The bytes of one file of a framework: a regular file within its folder, never more of it than is read."""

from pathlib import Path

from inspector import files
from inspector.model.problems import CannotComplete, Where
from inspector.model.remarks import error

LIMIT = "framework-bytes"
FOLDERS = ("rules", "tests", "languages")
"""What lies in one of them lies one folder below `framework.yaml`."""


def content(path: Path, file: str) -> bytes:
    """What is in the file; `file` is its name in messages. Raises CannotComplete with one problem.

    A pipe, a device, a folder and a link that leads out of the framework's folder are refused unread; a link to `rules` as a
    whole is one as well.
    """
    try:
        if not _within(path):
            raise _refuse(file, "it is a link that leads out of the framework's folder", "put the file itself there")
        return files.data(path, LIMIT)
    except OSError as failure:
        raise _refuse(file, failure.strerror or "it cannot be read") from None
    except (ValueError, RuntimeError):
        raise _refuse(file, "its path is none that a file can have, or leads in a circle") from None


def _within(path: Path) -> bool:
    below = path.parent.name in FOLDERS
    if not path.is_symlink() and not (below and path.parent.is_symlink()):
        return True
    folder = path.parent.parent if below else path.parent
    return path.resolve().is_relative_to(folder.resolve())


def _refuse(file: str, message: str, fix: str = "") -> CannotComplete:
    return CannotComplete([error("unreadable-file", Where(file=file), f"the file is not read: {message}", fix=fix)])
