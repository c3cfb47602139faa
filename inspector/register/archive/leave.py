"""Write a register as one zip: the same register, the same bytes inside, whenever and wherever it is written."""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import BinaryIO, Protocol

from inspector.model.register import CheckpointLine, KeyLine
from inspector.register.archive import layout
from inspector.register.archive.checked import DoesNotFit, Kept, Log
from inspector.register.archive.crate import crate
from inspector.register.archive.layout import File, State
from inspector.register.archive.package import package
from inspector.register.archive.readme import readme
from inspector.register.ed25519 import Public
from inspector.register.wrong import refused

_DAY = (1980, 1, 1, 0, 0, 0)
_TITLES = {
    layout.ENTRIES: "The entries, one a line, as they were hashed",
    layout.CHECKPOINTS: "The signed checkpoints, with time stamps where there are any",
    layout.KEYS: "The public keys that signed, and when the register took them",
    layout.README: "What this is, and how it is checked",
    layout.CRATE: "What the whole is and is about, as an RO-Crate",
}


class Whole(Protocol):
    """A register that is read from its beginning to an entry that was the last one when reading began."""

    def texts(self) -> Iterator[str]:
        """The texts of the entries, in order."""

    def checkpoints(self) -> Iterator[CheckpointLine]:
        """The checkpoints, smallest first."""

    def keys(self) -> Sequence[KeyLine]:
        """The keys that sign, the first one first; then those that co-signed."""

    def content(self, sha256: str) -> bytes:
        """What was kept by that hash. Raises CannotComplete where it is missing or altered."""


def write(register: Whole, place: str, stream: BinaryIO) -> State:
    """Write all of a register; what its last checkpoint says. Raises CannotComplete where it does not fit together, OSError."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        try:
            return _Writer(out).all(register)
        except DoesNotFit as wrong:
            fix = "`inspector register check` says all that is wrong; take the last copy of it that has no fault"
            raise refused("register-damaged", f"{wrong}; nothing was written", place, fix) from None


class _Writer:
    def __init__(self, out: zipfile.ZipFile) -> None:
        self._out = out
        self._files: list[File] = []

    def all(self, register: Whole) -> State:
        log, lines, keys = Log(), list(register.checkpoints()), register.keys()
        try:
            publics, cosigners = layout.parted(keys)
        except ValueError as wrong:
            raise DoesNotFit(f"a key of the register is none: {wrong}") from None
        self._lines(layout.ENTRIES, _texts(register, log))
        state = log.closed(lines, publics, cosigners)
        self._lines(layout.CHECKPOINTS, map(layout.line, lines))
        self._lines(layout.KEYS, map(layout.line, keys))
        for key in (*publics, *cosigners):
            self._key(key)
        for name, kept in sorted(log.kept.items()):
            self._content(name, kept, register.content(name))
        self._lines(layout.README, [readme(state)])
        self._lines(layout.CRATE, [layout.for_people(crate(state, self._files, sorted(log.authorities)))])
        self._lines(layout.PACKAGE, [layout.for_people(package(state, self._files))])
        return state

    def _key(self, key: Public) -> None:
        path, data = layout.key_file(key)
        self._lines(path, [data], f"The public key of {key.name}")

    def _content(self, name: str, kept: Kept, data: bytes) -> None:
        numbers = ", ".join(map(str, kept.entries[:20])) + (" and later ones" if len(kept.entries) > 20 else "")
        title = f"{kept.name} of {'entry' if len(kept.entries) == 1 else 'entries'} {numbers}"
        self._lines(layout.content(name), [data], title, layout.ending(kept.name), tuple(kept.authorities))

    def _lines(
        self,
        path: str,
        parts: Iterable[bytes],
        title: str = "",
        kind: str | None = None,
        authorities: tuple[str, ...] = (),
    ) -> None:
        seal, size = sha256(), 0
        with self._out.open(_info(path), "w", force_zip64=path == layout.ENTRIES) as member:
            for part in parts:
                member.write(part)
                seal.update(part)
                size += len(part)
        ending = layout.ending(path) if kind is None else kind
        self._files.append(File(path, size, seal.hexdigest(), title or _TITLES.get(path, ""), ending, authorities))


def _texts(register: Whole, log: Log) -> Iterator[bytes]:
    for text in register.texts():
        log.take(text)
        yield text.encode() + b"\n"


def _info(path: str) -> zipfile.ZipInfo:
    """How a member is written: of no day, by no system, readable by all."""
    info = zipfile.ZipInfo(path, _DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3
    info.external_attr = 0o100644 << 16
    return info
