"""Receipts, checkpoints and stamps read from files."""

from pathlib import Path

from inspector import files
from inspector.register.wrong import refused


def data_of(path: Path) -> bytes:
    """The bytes of such a file. Raises CannotComplete for one that cannot be read."""
    try:
        return files.data(path, "result-bytes")
    except OSError as failure:
        raise refused("not-a-receipt", f"it cannot be read: {failure.strerror or failure}", str(path)) from None


def text_of(path: Path) -> str:
    """The text of such a file. Raises CannotComplete for one that cannot be read, or is no text."""
    try:
        return data_of(path).decode()
    except UnicodeDecodeError:
        raise refused("not-a-receipt", "it is no text", str(path)) from None
