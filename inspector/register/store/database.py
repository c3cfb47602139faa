"""A register's database, open: one connection, and transactions that are there whole or not at all."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from typing import Any

from sqlalchemy import Connection, Executable, text
from sqlalchemy.exc import SQLAlchemyError

from inspector.model.limits import most
from inspector.model.problems import CannotComplete
from inspector.register.store import place as places
from inspector.register.store import schema
from inspector.register.store.failures import NOTHING, lost, told
from inspector.register.store.tables import VERSIONS
from inspector.register.wrong import refused

LOCK = 0x494E5350
"""`INSP`: the first half of the advisory lock that writers on PostgreSQL take; the second is of the schema."""
UNKNOWN = "whether it was entered is not known: look with `inspector register list` before you try again"


class Database:
    """One open connection. Every statement is a transaction of its own, but for those within `writing()`."""

    def __init__(self, place: str, connection: Connection) -> None:
        self.place = places.shown(place)
        self.at = connection
        self._within = False

    @property
    def sqlite(self) -> bool:
        """Whether the register is a file."""
        return self.at.dialect.name == "sqlite"

    @property
    def within(self) -> bool:
        """Whether a transaction or snapshot is open."""
        return self._within

    def image(self) -> bytes:
        """The bytes of an SQLite file as they are now. To open it beside SQLite would lose the locks that it holds."""
        with told(self.place):
            raw: Any = self.at.connection.dbapi_connection
            return bytes(raw.serialize())

    def rows(self, statement: Executable) -> list[Any]:
        """All rows that a query finds."""
        with self._told():
            return list(self.at.execute(statement))

    def stream(self, statement: Executable) -> Iterator[Any]:
        """The rows that a query finds, a thousand at a time."""
        with nullcontext() if self._within else self.snapshot(), self._told():
            yield from self.at.execute(statement, execution_options={"yield_per": 1000})

    def one(self, statement: Executable) -> Any:
        """The first row, or None."""
        with self._told():
            return self.at.execute(statement).first()

    def _told(self) -> AbstractContextManager[None]:
        return told(self.place, NOTHING if self._within else "")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Whatever is read within is of one moment, whoever writes meanwhile."""
        with told(self.place):
            self.at.exec_driver_sql("BEGIN" if self.sqlite else "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        self._within = True
        try:
            yield
        finally:
            self._back()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that nobody else writes beside, committed for good when the block ends. Raises CannotComplete."""
        with told(self.place, NOTHING):
            self._begin()
        self._within = True
        try:
            with told(self.place, NOTHING):
                yield self.at
        except BaseException:
            self._back()
            raise
        self._commit()

    def _begin(self) -> None:
        if self.sqlite:
            self.at.exec_driver_sql("BEGIN IMMEDIATE")
            return
        self.at.exec_driver_sql("BEGIN")
        self.at.exec_driver_sql("SET LOCAL synchronous_commit TO on")
        self.at.exec_driver_sql(f"SET LOCAL lock_timeout TO '{int(most('waiting-seconds'))}s'")
        self.at.execute(text(f"SELECT pg_advisory_xact_lock({LOCK}, hashtext(current_schema()))"))

    def _commit(self) -> None:
        try:
            with told(self.place):
                self.at.exec_driver_sql("COMMIT")
            self._within = False
        except CannotComplete as failure:
            self._back()
            raise _of_commit(failure) from failure

    def _back(self) -> None:
        """End a transaction as if it had never been. What cannot be rolled back is lost with the connection: the same."""
        self._within = False
        with suppress(SQLAlchemyError):
            self.at.exec_driver_sql("ROLLBACK")


def _of_commit(failure: CannotComplete) -> CannotComplete:
    said = UNKNOWN if lost(failure) else NOTHING
    return CannotComplete([one.model_copy(update={"message": f"{one.message}; {said}"}) for one in failure.problems])


@contextmanager
def opened(place: str, *, make: bool = False) -> Iterator[Database]:
    """The database of a register, in the newest schema. Raises CannotComplete where there is none (unless `make`), and
    where it is newer, older and not to be written, damaged, or cannot be reached."""
    shown = places.shown(place)
    if not places.is_url(place):
        path = places.path_of(place)
        if not make and not places.there(path):
            _none(shown, "there is no register" if not path.exists() else "nothing was entered there yet")
    with told(shown, NOTHING), places.engine(place, make=make).connect() as connection:
        base = Database(place, connection)
        _ready(base, make)
        yield base


def _ready(base: Database, make: bool) -> None:
    with told(base.place, NOTHING):
        found = schema.found(base.at)
    if found is None and not make:
        _foreign(base)
        _none(base.place, "there is no register")
    if found == VERSIONS[-1]:
        return
    if found is not None:
        schema.refuse_newer(found, base.place)
    with base.writing() as at:
        # Asked again under the lock: of two that come at once, one makes it.
        found = schema.found(at)
        if found is None:
            _foreign(base)
            schema.make(at)
        elif found != VERSIONS[-1]:
            schema.refuse_newer(found, base.place)
            schema.migrate(at)


def _foreign(base: Database) -> None:
    if schema.foreign(base.at):
        raise refused("not-a-register", f"it is a database of something else; {NOTHING}", base.place)


def _none(place: str, message: str) -> None:
    raise refused("no-such-register", message, place, fix="`inspector register add BUNDLE` makes one")
