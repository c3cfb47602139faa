"""How an SQLite file describes its own tables, held to what this version makes of an empty one or an older one."""

from sqlalchemy import Connection, create_engine, text

from inspector.register.store import schema

ASKED = text("SELECT type, name, tbl_name, sql FROM sqlite_master")


def as_made(at: Connection) -> bool:
    """Whether tables and indexes are described, letter for letter, as a new register or a migrated one has them."""
    found = _described(at)
    return found == _made(migrated=False) or found == _made(migrated=True)


def _described(at: Connection) -> set[tuple[object, ...]]:
    return {tuple(row) for row in at.execute(ASKED)}


def _made(*, migrated: bool) -> set[tuple[object, ...]]:
    with create_engine("sqlite+pysqlite://").connect() as at:
        if migrated:
            schema.migrate(at)
        else:
            schema.make(at)
        return _described(at)
