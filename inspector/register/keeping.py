"""The files of a submission that were kept, and the bundle laid out again as it was."""

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from inspector.model.register import Entry
from inspector.register.wrong import refused

if TYPE_CHECKING:
    from inspector.register.book import Register

FILE = "file:"
"""What stands before the path, within the bundle, of a file that is kept."""


def kept(register: "Register", entry: Entry) -> dict[str, bytes] | None:
    """The files of a submission by their paths in the bundle; None where they were not kept. Raises CannotComplete."""
    names = [one for one in entry.contents if one.name.startswith(FILE)]
    return {one.name.removeprefix(FILE): register.content(one.sha256) for one in names} or None


def restored(register: "Register", entry: Entry, folder: Path) -> Path | None:
    """The bundle of a submission, written into an empty folder; None where it was not kept. Raises CannotComplete, OSError."""
    files = kept(register, entry)
    if files is None:
        return None
    for name, data in files.items():
        parts = PurePosixPath(name).parts
        if not parts or name.startswith("/") or ".." in parts or "\\" in name or ":" in name:
            raise refused(
                "register-content", f"submission {entry.index} has a file that leads out of its bundle: {name[:80]!r}"
            )
        place = folder.joinpath(*parts)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return folder
