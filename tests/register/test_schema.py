"""The schema of a register: the tables are what the migrations make, an older one is migrated, a newer one refused."""

import sqlite3

import pytest
from sqlalchemy import MetaData

from inspector.model.problems import CannotComplete
from inspector.register import keys
from inspector.register.book import opened
from inspector.register.store import place as places
from inspector.register.store import schema, tables
from tests.register.test_store import refusal, submission


def shape(place: str) -> dict[str, object]:
    """Every table as the database has it: columns with their types, keys and indexes."""
    with places.engine(place, make=True).connect() as connection:
        found = MetaData()
        found.reflect(connection)
        return {
            table.name: (
                [(one.name, str(one.type), one.nullable, one.primary_key) for one in table.columns],
                sorted((str(one.name), tuple(column.name for column in one.columns)) for one in table.indexes),
            )
            for table in found.tables.values()
        }


def migrated(place: str, to: str) -> None:
    with places.engine(place, make=True).connect() as connection:
        connection.exec_driver_sql("BEGIN")
        schema.migrate(connection, to)
        connection.exec_driver_sql("COMMIT")


def test_the_migrations_make_the_tables(place):
    migrated(place, "head")
    by_migrations = shape(place)
    with places.engine(place, make=False).connect() as connection:
        tables.metadata.drop_all(connection)
        schema.make(connection)
        assert schema.found(connection) == tables.VERSIONS[-1]
    # alembic bounds the text of its version, and so do we.
    assert shape(place) == by_migrations
    assert set(by_migrations) == set(tables.metadata.tables)


@pytest.mark.parametrize("version", tables.VERSIONS[:-1])
def test_an_older_one_is_migrated_with_all_that_is_in_it(place, version, tmp_path):
    migrated(place, version)
    signer = keys.new(tmp_path / "r.key")
    with opened(place) as register:
        assert register.raw_versions() == [tables.VERSIONS[-1]]
        register.append([submission(0)], signer)
        register.add_stamp(1, "AAAA")
        assert register.receipt(0).stamps == ("AAAA",)


def test_a_newer_one_is_refused_and_left_as_it_is(place, tmp_path):
    signer = keys.new(tmp_path / "r.key")
    with opened(place, make=True) as register:
        register.append([submission(0)], signer)
        register.base.at.execute(tables.version.update().values(version_num="9000"))
    for make in (False, True):
        with pytest.raises(CannotComplete) as refused, opened(place, make=make):
            pass
        assert refused.value.problems[0].rule == "register-newer"
        assert "nothing was changed" in refused.value.problems[0].message
    with places.engine(place, make=False).connect() as connection:
        assert schema.found(connection) == "9000"


def test_a_database_of_something_else_is_none(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE accounts (id INTEGER)")
    before = path.read_bytes()
    for make in (False, True):
        assert refusal(lambda make=make: opened(str(path), make=make).__enter__())[0] == "not-a-register"
    assert path.read_bytes() == before


@pytest.mark.parametrize("text", ["", "no database, but a text that is long enough to have a header"])
def test_a_file_that_is_no_database(tmp_path, text):
    path = tmp_path / "r.db"
    path.write_text(text)
    rule = "not-a-register" if text else "no-such-register"
    assert refusal(lambda: opened(str(path)).__enter__())[0] == rule
    assert path.read_text() == text


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("postgresql://ann:s3cret@host:5432/db?sslmode=require", "postgresql://ann@host:5432/db"),
        ("postgresql://ann:s3?cr/et@host/db", "postgresql://ann@host/db"),
        ("postgresql://ann:s3@cret@host/db", "postgresql://ann@host/db"),
        ("postgresql://host/db?password=s3cret@1", "postgresql://host/db@1"),
        ("mysql://ann:s3cret@host/db", "mysql://ann@host/db"),
        ("r.db", "r.db"),
    ],
)
def test_a_password_is_never_shown(place, shown):
    assert places.shown(place) == shown
