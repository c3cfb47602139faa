"""Where a register is: the path of a file, or the URL of a PostgreSQL database, and how it is shown and reached."""

import logging
import os
import stat
from pathlib import Path
from typing import Any

from inspector.model.limits import most
from inspector.register.wrong import meant_for_server, refused, shown

MAGIC = b"SQLite format 3\0"
__all__ = ["engine", "is_url", "path_of", "shown", "there"]
SERVERS = ("postgresql", "postgres", "postgresql+psycopg")


def is_url(place: str) -> bool:
    """Whether a place is that of a server."""
    return place.partition("://")[0].lower() in SERVERS and "://" in place


def path_of(place: str) -> Path:
    """The file of an SQLite register. Raises CannotComplete for a URL of another sort of database."""
    if "://" in place or meant_for_server(place):
        message = "a register is the path of a file (SQLite), or the URL of a PostgreSQL database: postgresql://…"
        raise refused("register-place", message, shown(place))
    return Path(place)


def there(path: Path) -> bool:
    """Whether there is something in the file. Raises CannotComplete for what can be no register."""
    try:
        at = path.stat()
    except FileNotFoundError:
        if path.is_symlink():
            raise refused("register-place", "the link leads nowhere", str(path)) from None
        return False
    except (OSError, ValueError) as failure:
        raise refused("register-unreadable", getattr(failure, "strerror", None) or str(failure), str(path)) from None
    if not stat.S_ISREG(at.st_mode):
        what = "it is a folder" if stat.S_ISDIR(at.st_mode) else "it is no regular file"
        raise refused("not-a-register", f"{what}, and a register is one file", str(path))
    return at.st_size > 0 and _begins(path)


def _begins(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            start = stream.read(len(MAGIC))
    except OSError as failure:
        raise refused("register-unreadable", failure.strerror or "it cannot be read", str(path)) from None
    if start != MAGIC:
        raise refused("not-a-register", "it is no register: no SQLite database", str(path))
    return True


def engine(place: str, *, make: bool) -> Any:
    """A connection's engine. Nothing is opened yet. Raises CannotComplete where the driver of PostgreSQL is not there."""
    from sqlalchemy import create_engine
    from sqlalchemy.pool import NullPool

    if is_url(place):
        return _server(place)
    path = path_of(place)
    if make and not there(path) and not path.exists():
        _touch(path)

    def connected() -> Any:
        import sqlite3

        mode = "rw" if os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK) else "ro"
        wait = float(most("waiting-seconds"))
        at = sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=wait, isolation_level=None)
        # Told before it returns, and the file of the journal gone for good: an acknowledged entry outlives a power cut.
        at.execute("PRAGMA synchronous=EXTRA")
        at.execute("PRAGMA secure_delete=ON")
        at.execute("PRAGMA trusted_schema=OFF")
        return at

    return create_engine("sqlite+pysqlite://", creator=connected, poolclass=NullPool, isolation_level="AUTOCOMMIT")


def _touch(path: Path) -> None:
    """An empty file for its owner alone. Raises CannotComplete."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600))
    except FileExistsError:
        return
    except (OSError, ValueError) as failure:
        message = getattr(failure, "strerror", None) or str(failure)
        raise refused("register-place", f"it cannot be made: {message}", str(path)) from None


def _server(place: str) -> Any:
    from sqlalchemy import create_engine, make_url
    from sqlalchemy.exc import ArgumentError
    from sqlalchemy.pool import NullPool

    try:
        import psycopg  # noqa: F401

        # What it logs beside the error that it raises is for programmers, and names user and database.
        logging.getLogger("psycopg").setLevel(logging.CRITICAL)
    except ImportError:
        message = "a register on PostgreSQL needs its driver"
        raise refused("register-place", message, shown(place), fix="pip install 'inspector[postgresql]'") from None
    try:
        url = make_url(f"postgresql+psycopg://{place.partition('://')[2]}")
    except (ArgumentError, ValueError):
        raise refused(
            "register-place", "this is no URL of a database: postgresql://user@host/name", shown(place)
        ) from None
    waiting = {} if "connect_timeout" in url.query else {"connect_timeout": 15}
    return create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT", connect_args=waiting)
