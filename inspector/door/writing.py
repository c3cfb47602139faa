"""A result written to a file: whole or not at all, and never over what it was made from."""

import os
from collections.abc import Iterable
from pathlib import Path

from inspector.door.refusal import path_of, refused
from inspector.writing import whole
from inspector.writing.over import lies_over


def write(path: "str | os.PathLike[str]", text: str, read: Iterable[Path] = ()) -> Path:
    """Write the text as UTF-8 with plain newlines, and give the path. `read` is what the result was made from.

    It is written beside its place first and then put there, so that nobody ever finds half of it and what was there
    stays where it cannot be written. A link stays a link. Raises CannotComplete for a folder, for a place that is no
    ordinary file, for one that lies over what was read, and where it cannot be written.
    """
    wanted = path_of("path", path)
    try:
        if wanted.exists() and not wanted.is_file():
            what = "a folder" if wanted.is_dir() else "no ordinary file"
            raise refused("cannot-write", str(wanted), f"this is {what}", "the path of a file")
        over = next((how for one in read if (how := lies_over(wanted, one))), "")
        if over:
            raise refused("cannot-write", str(wanted), f"this {over}", "a path elsewhere")
        whole.write(wanted, text.encode(), through_links=True)
    except (OSError, ValueError) as failure:
        reason = getattr(failure, "strerror", None) or str(failure)
        raise refused("cannot-write", str(wanted), f"it cannot be written: {reason}") from failure
    return wanted
