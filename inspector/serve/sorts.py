"""Which of the two is meant: a bundle, or a register."""

from pathlib import Path

SQLITE = b"SQLite format 3\0"


def is_register(what: str) -> bool:
    """Whether it is a register: an address of a server, or a file that begins as SQLite's do."""
    if "://" in what:
        return True
    path = Path(what)
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return stream.read(len(SQLITE)) == SQLITE
    except OSError:
        return False
