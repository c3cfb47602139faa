"""What a database says went wrong, in words of ours: which problem, what happened, and what helps."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from inspector.model.problems import CannotComplete
from inspector.model.words import short
from inspector.register.store.typed import OfAnotherType
from inspector.register.wrong import refused

NOTHING = "nothing was changed"


def _reason(rule: str, message: str, fix: str) -> tuple[str, str, str]:
    return rule, message, fix


SQLITE = {
    "SQLITE_BUSY": _reason("register-locked", "somebody else is writing in it and did not finish in time", "try again"),
    "SQLITE_LOCKED": _reason(
        "register-locked", "somebody else is writing in it and did not finish in time", "try again"
    ),
    "SQLITE_READONLY": _reason("register-read-only", "it may not be written to", "write as its owner, or to a copy"),
    "SQLITE_PERM": _reason("register-read-only", "it may not be used by you", "use it as its owner"),
    "SQLITE_FULL": _reason("register-full", "the disk is full", "make room"),
    "SQLITE_CANTOPEN": _reason("register-unreadable", "it cannot be opened", "see who may read and write there"),
    "SQLITE_NOTADB": _reason("not-a-register", "it is no register: no SQLite database", ""),
    "SQLITE_CORRUPT": _reason("register-damaged", "the file is damaged", "take the last copy of it"),
    "SQLITE_IOERR": _reason("register-unreadable", "the disk failed, or is full", "see to the disk"),
    "SQLITE_TOOBIG": _reason("register-too-large", "something is larger than SQLite can hold", ""),
}
POSTGRESQL = {
    "28": _reason("register-no-access", "the server does not let you in", "see user and password"),
    "3D": _reason("register-no-access", "there is no such database", "make it with `createdb`"),
    "42501": _reason(
        "register-read-only",
        "the user may not do that there",
        "grant SELECT and INSERT on its tables; to make it, CREATE",
    ),
    "53100": _reason("register-full", "the disk of the server is full", "make room"),
    "53": _reason("register-unreachable", "the server has no room for this", "try again"),
    "55P03": _reason("register-locked", "somebody else is writing in it and did not finish in time", "try again"),
    "57014": _reason("register-locked", "the server broke it off", "try again"),
    "25006": _reason("register-read-only", "the database may only be read", "name the server that is written to"),
    "08": _reason("register-unreachable", "the connection was lost", "try again"),
    "57P": _reason("register-unreachable", "the server is closing or starting", "try again"),
    "XX001": _reason("register-damaged", "the server says that data are damaged", "take the last copy of it"),
}


@contextmanager
def told(place: str, writing: str = "") -> Iterator[None]:
    """Turn what a database raises within into CannotComplete. `writing` says what is known of a change that failed."""
    try:
        yield
    except SQLAlchemyError as failure:
        rule, message, fix = _known(failure)
        said = f"{message}; {writing}" if writing else message
        raise refused(rule, said, place, fix) from failure
    except UnicodeDecodeError as failure:
        # What SQLite says is wrong may repeat bytes of the file that are no text.
        raise refused("register-damaged", "the file is damaged", place, "take the last copy of it") from failure


def lost(failure: CannotComplete) -> bool:
    """Whether the connection went away, so that it is not known what became of a change."""
    return any(one.rule == "register-unreachable" for one in failure.problems)


def _known(failure: SQLAlchemyError) -> tuple[str, str, str]:
    if isinstance(failure, OfAnotherType):
        return _reason("register-damaged", f"it is damaged: {failure}", "`inspector register check` says what is wrong")
    origin: Any = failure.orig if isinstance(failure, DBAPIError) else None
    found = _of_sqlite(origin) if type(origin).__module__ == "sqlite3" else _of_server(origin)
    return found or _reason("register-unreadable", f"the database says: {_said(origin or failure)}", "")


def _of_sqlite(origin: Any) -> tuple[str, str, str] | None:
    name = getattr(origin, "sqlite_errorname", None)
    if name is None:
        # Of a text that is none, and of a value of another type than its column's, SQLite gives no name.
        return _reason("register-damaged", f"the file is damaged: {_said(origin)}", "take the last copy of it")
    return next((SQLITE[one] for one in SQLITE if name.startswith(one)), None)


def _of_server(origin: Any) -> tuple[str, str, str] | None:
    state = getattr(origin, "sqlstate", None) or ""
    found = next((told for start, told in POSTGRESQL.items() if state.startswith(start)), None)
    if found is None and origin is not None and not state:
        return _reason("register-unreachable", f"there is no connection: {_said(origin)}", "see address and server")
    return found


def _said(failure: object) -> str:
    """The first line of what was said."""
    return short(next(iter(str(failure).strip().splitlines()), type(failure).__name__), 160)
