"""The tables of a register, as the newest migration leaves them.

`register_entries.text` is what was hashed; all other columns of that table, and all rows of `register_about` and
`register_files`, are derived from it, for queries alone. `register_contents.stored` is the sha256 of `data` as it lies there,
which is packed where that is another than the content's own.
"""

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, String, Table, Text

VERSIONS = ("0001", "0002")
"""The versions of the schema, oldest first; the last is the one that these tables are."""

metadata = MetaData()

version = Table("register_version", metadata, Column("version_num", String(32), primary_key=True))

keys = Table(
    "register_keys",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("public", Text, nullable=False),
    Column("added_at", String(20), nullable=False),
)

entries = Table(
    "register_entries",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(32), nullable=False),
    Column("entered_at", String(20), nullable=False),
    Column("authority", Text, nullable=False),
    Column("root", String(80)),
    Column("text", Text, nullable=False),
    Column("leaf", LargeBinary, nullable=False),
    Index("register_entries_of", "authority", "kind", "number"),
    Index("register_entries_root", "root"),
)

about = Table(
    "register_about",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("of", Integer, primary_key=True, autoincrement=False),
    Index("register_about_of", "of"),
)

files = Table(
    "register_files",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
)

contents = Table(
    "register_contents",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("bytes", Integer, nullable=False),
    Column("stored", String(64), nullable=False),
    Column("data", LargeBinary, nullable=False),
)

nodes = Table(
    "register_nodes",
    metadata,
    Column("level", Integer, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary, nullable=False),
)

checkpoints = Table(
    "register_checkpoints",
    metadata,
    Column("size", Integer, primary_key=True, autoincrement=False),
    Column("at", String(20), nullable=False),
    Column("text", Text, nullable=False),
)

signatures = Table(
    "register_signatures",
    metadata,
    Column("size", Integer, primary_key=True, autoincrement=False),
    Column("key", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("signature", Text, nullable=False),
)

stamps = Table(
    "register_stamps",
    metadata,
    Column("size", Integer, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("sha256", String(64), nullable=False),
    Column("stamp", Text, nullable=False),
)

cosigners = Table(
    "register_cosigners",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("public", Text, nullable=False),
)
"""Who signed checkpoints besides: `id` is that under their signatures, `public` their key on a line. They enter nothing."""
