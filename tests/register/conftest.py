"""Registers for the tests: a place for one in SQLite, in PostgreSQL, or in one after the other."""

import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.register import postgres

_COUNT = itertools.count()


@pytest.fixture(scope="session")
def server() -> postgres.Server:
    """The PostgreSQL server of this run, which all its processes share; nothing is started before a test asks."""
    try:
        return postgres.shared(Path(os.environ["XDG_CACHE_HOME"]))
    except postgres.CannotRun as reason:
        pytest.skip(str(reason))


@pytest.fixture
def database(server: postgres.Server) -> Iterator[str]:
    """A PostgreSQL database of the test's own, empty: its name."""
    name = f"t{os.getpid()}_{next(_COUNT)}"
    server.make(name)
    yield name
    server.drop(name)


@pytest.fixture
def on_postgresql(server: postgres.Server, database: str) -> str:
    """Where a register of the test's own can be, in PostgreSQL: the address."""
    return server.url(database)


@pytest.fixture
def on_sqlite(tmp_path: Path) -> str:
    """Where a register of the test's own can be, in SQLite: the path of a file that is not there yet."""
    return str(tmp_path / "register.db")


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest) -> str:
    """Where a register of the test's own can be: the test runs once with each database."""
    found: str = request.getfixturevalue(f"on_{request.param}")
    return found
