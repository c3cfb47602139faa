"""What lies where in an export: the names of its files, and the lines of two of them.

`entries.jsonl` has the text of an entry on each line, byte for byte as it was hashed; `contents/` has what was kept, each file
called by its sha256.
"""

import base64
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from inspector.model.base import Noun
from inspector.model.register import KeyLine
from inspector.register.ed25519 import Public, named
from inspector.register.keys import public_file

FORMAT = "inspector-register/1"
PACKAGE, CRATE, README = "datapackage.json", "ro-crate-metadata.json", "README.txt"
ENTRIES, CHECKPOINTS, KEYS = "entries.jsonl", "checkpoints.jsonl", "keys.jsonl"
CONTENTS, PUBLIC = "contents/", "keys/"
ALWAYS = (ENTRIES, CHECKPOINTS, KEYS, README, CRATE)
"""What every package lists, besides contents and keys."""
MEDIA = {
    "json": "application/json",
    "jsonl": "application/jsonl",
    "csv": "text/csv",
    "txt": "text/plain",
    "pdf": "application/pdf",
    "html": "text/html",
    "pub": "application/x-pem-file",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
    "zip": "application/zip",
}
ANY = "application/octet-stream"


@dataclass(frozen=True)
class File:
    """A file of an export but for the package: its path, size and sha256, and what it is in words."""

    path: str
    bytes: int
    sha256: str
    title: str
    kind: str
    """The ending of its name, as `json`; empty where it has none that is known."""
    authorities: tuple[str, ...] = ()

    @property
    def media(self) -> str:
        """Its media type."""
        return MEDIA.get(self.kind, ANY)


@dataclass(frozen=True)
class State:
    """What the last checkpoint says of the whole: name of the register, number of entries, root in hex, first day and last."""

    origin: str
    size: int
    root: str
    since: str
    at: str


def parted(keys: Iterable[KeyLine]) -> tuple[list[Public], list[Public]]:
    """The keys that sign, and those that co-sign. Raises ValueError for a line that names none."""
    found: tuple[list[Public], list[Public]] = [], []
    for one in keys:
        found[not one.added_at].append(named(one.public))
    return found


def line(value: Noun) -> bytes:
    """The noun as one line of JSON."""
    return one_form(value.model_dump(mode="json")) + b"\n"


def one_form(value: object) -> bytes:
    """JSON with sorted keys and no spaces."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def for_people(value: Mapping[str, object]) -> bytes:
    """JSON as people read it, with its keys in the order given."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def key_file(key: Public) -> tuple[str, bytes]:
    """The file of a public key, which `openssl` reads: its path and what is in it."""
    return f"{PUBLIC}{key.key}.pub", public_file(key)


def content(sha256: str) -> str:
    """The path of a content."""
    return f"{CONTENTS}{sha256}"


def ending(name: str) -> str:
    """The ending of a file's name, where it is one that is known."""
    found = name.rpartition(".")[2].lower()
    return found if "." in name and found in MEDIA else ""


def root_of(checkpoint_root: str) -> str:
    """A root in hex as it stands in a checkpoint: in base64."""
    return base64.b64encode(bytes.fromhex(checkpoint_root)).decode()
