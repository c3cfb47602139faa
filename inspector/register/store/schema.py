"""The schema of a register: made on first use, migrated where it is older, refused where it is newer."""

from pathlib import Path

from sqlalchemy import Connection, inspect, select

from inspector.register.store.tables import VERSIONS, metadata, version
from inspector.register.wrong import refused

MIGRATIONS = Path(__file__).parent / "migrations"


def found(at: Connection) -> str | None:
    """The version of what is there; None where there is no register."""
    if not inspect(at).has_table(version.name):
        return None
    return at.execute(select(version.c.version_num)).scalar()


def foreign(at: Connection) -> bool:
    """Whether an SQLite file without a register has tables of something else. A server may have others beside ours."""
    return at.dialect.name == "sqlite" and bool(inspect(at).get_table_names())


def refuse_newer(found: str, place: str) -> None:
    """Raise CannotComplete for a version that is none of ours."""
    if found not in VERSIONS:
        message = f"the register was written by a newer version of Inspector (its schema is {found[:20]!r}, ours {VERSIONS[-1]})"
        raise refused("register-newer", f"{message}; nothing was changed", place, fix="use that version")


def make(at: Connection) -> None:
    """All tables, as the newest migration leaves them. A test holds the two equal."""
    metadata.create_all(at, checkfirst=False)
    at.execute(version.insert().values(version_num=VERSIONS[-1]))


def migrate(at: Connection, to: str = "head") -> None:
    """Bring an older register to the newest schema, within the transaction that is open."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = at
    command.upgrade(config, to)
