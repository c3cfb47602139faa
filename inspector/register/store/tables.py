"""The tables of a register, as the newest migration leaves them.

`register_entries.text` is what was hashed; all other columns of that table, and all rows of `register_about` and
`register_files`, are derived from it, for queries alone. `register_contents.stored` is the sha256 of `data` as it lies there,
which is packed where that is another than the content's own.
"""

from sqlalchemy import Column, Index, MetaData, Table

from inspector.register.store.typed import Bytes, Number, Word, Words

VERSIONS = ("0001", "0002")
"""The versions of the schema, oldest first; the last is the one that these tables are."""

metadata = MetaData()

version = Table("register_version", metadata, Column("version_num", Word(32), primary_key=True))

keys = Table(
    "register_keys",
    metadata,
    Column("id", Word(64), primary_key=True),
    Column("name", Words, nullable=False),
    Column("public", Words, nullable=False),
    Column("added_at", Word(20), nullable=False),
)

entries = Table(
    "register_entries",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("kind", Word(32), nullable=False),
    Column("entered_at", Word(20), nullable=False),
    Column("authority", Words, nullable=False),
    Column("root", Word(80)),
    Column("text", Words, nullable=False),
    Column("leaf", Bytes, nullable=False),
    Index("register_entries_of", "authority", "kind", "number"),
    Index("register_entries_root", "root"),
)

about = Table(
    "register_about",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("of", Number, primary_key=True, autoincrement=False),
    Index("register_about_of", "of"),
)

files = Table(
    "register_files",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("place", Number, primary_key=True, autoincrement=False),
    Column("name", Words, nullable=False),
    Column("sha256", Word(64), nullable=False),
)

contents = Table(
    "register_contents",
    metadata,
    Column("sha256", Word(64), primary_key=True),
    Column("bytes", Number, nullable=False),
    Column("stored", Word(64), nullable=False),
    Column("data", Bytes, nullable=False),
)

nodes = Table(
    "register_nodes",
    metadata,
    Column("level", Number, primary_key=True, autoincrement=False),
    Column("place", Number, primary_key=True, autoincrement=False),
    Column("hash", Bytes, nullable=False),
)

checkpoints = Table(
    "register_checkpoints",
    metadata,
    Column("size", Number, primary_key=True, autoincrement=False),
    Column("at", Word(20), nullable=False),
    Column("text", Words, nullable=False),
)

signatures = Table(
    "register_signatures",
    metadata,
    Column("size", Number, primary_key=True, autoincrement=False),
    Column("key", Word(64), primary_key=True),
    Column("name", Words, nullable=False),
    Column("signature", Words, nullable=False),
)

stamps = Table(
    "register_stamps",
    metadata,
    Column("size", Number, primary_key=True, autoincrement=False),
    Column("place", Number, primary_key=True, autoincrement=False),
    Column("sha256", Word(64), nullable=False),
    Column("stamp", Words, nullable=False),
)

cosigners = Table(
    "register_cosigners",
    metadata,
    Column("id", Word(64), primary_key=True),
    Column("name", Words, nullable=False),
    Column("public", Words, nullable=False),
)
"""Who signed checkpoints besides: `id` is that under their signatures, `public` their key on a line. They enter nothing."""
