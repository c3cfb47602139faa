"""A result written to a file: whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from inspector.door.refusal import path_of, refused


def write(path: "str | os.PathLike[str]", text: str) -> Path:
    """Write the text as UTF-8 with plain newlines, and give the path.

    It is written beside its place first and then put there, so that nobody ever finds half of it and what was there
    stays where it cannot be written. A link stays a link. Raises CannotComplete for a folder, for a place that is no
    ordinary file and where it cannot be written.
    """
    wanted = path_of("path", path)
    try:
        target = Path(os.path.realpath(wanted))
        if target.exists() and not target.is_file():
            what = "a folder" if target.is_dir() else "no ordinary file"
            raise refused("cannot-write", str(wanted), f"this is {what}", "the path of a file")
        _write_beside(target, text)
    except (OSError, ValueError) as failure:
        reason = getattr(failure, "strerror", None) or str(failure)
        raise refused("cannot-write", str(wanted), f"it cannot be written: {reason}") from failure
    return wanted


def _write_beside(target: Path, text: str) -> None:
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(target)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
