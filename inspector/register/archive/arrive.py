"""Read an export, checking as it is read: that all is there and nothing else, that every hash, root and signature holds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol, TypeVar

from inspector.model.base import Noun
from inspector.model.problems import CannotComplete, Problem
from inspector.model.register import CheckpointLine, KeyLine
from inspector.model.remarks import Unreadable
from inspector.model.words import short
from inspector.register.archive import layout
from inspector.register.archive.checked import DoesNotFit, Log
from inspector.register.archive.layout import State
from inspector.register.ed25519 import Public
from inspector.register.wrong import refused

AGAIN = "take another copy of the export, or export the register again"
Line = TypeVar("Line", bound=Noun)


class Source(Protocol):
    """Where the files of an export come from: a zip, or the folder into which it was unpacked."""

    def read(self, path: str) -> bytes:
        """The content of one file. Raises Unreadable."""

    def names(self) -> list[str]:
        """The paths of all files."""


class _Open(Noun, extra="ignore"):
    """Part of a package, in which others may have said more."""


class _Resource(_Open):
    path: str
    bytes: int
    hash: str


class _Register(_Open):
    format: str
    origin: str
    size: int
    root: str
    at: str


class _Package(_Open, alias_generator=lambda name: name.rstrip("_")):
    register_: _Register
    resources: tuple[_Resource, ...]


@dataclass(frozen=True)
class Arrived:
    """A register as it was read. Its contents are read, and held against their hashes, when they are asked for."""

    state: State
    signers: tuple[Public, ...]
    """Whose signatures stand under the last checkpoint."""
    texts: tuple[str, ...]
    checkpoints: tuple[CheckpointLine, ...]
    keys: tuple[KeyLine, ...]
    sizes: dict[str, int]
    """The contents by their hashes, and their sizes."""
    content: Callable[[str], bytes]
    """The content by that hash. Raises CannotComplete where it is another."""


def read(source: Source, place: str, wanted: Public | None = None) -> Arrived:
    """The register that a file holds, which has to be signed by the key `wanted`, where one is. Raises CannotComplete."""
    reading = _Reading(source, place)
    try:
        return reading.all(wanted)
    except DoesNotFit as wrong:
        raise refused("register-export", f"{wrong}; nothing was entered", place, AGAIN) from None


class _Reading:
    def __init__(self, source: Source, place: str) -> None:
        self._source = source
        self._place = place
        self._listed: dict[str, _Resource] = {}

    def all(self, wanted: Public | None) -> Arrived:
        package = self._package()
        self._listed = {one.path: one for one in package.resources}
        if len(self._listed) != len(package.resources):
            raise DoesNotFit(f"{layout.PACKAGE} names a file twice")
        self._nothing_else()
        keys = tuple(self._lines(layout.KEYS, KeyLine))
        publics, cosigners = self._publics(keys)
        log = Log()
        texts = tuple(self._texts(log))
        checkpoints = tuple(self._lines(layout.CHECKPOINTS, CheckpointLine))
        state = log.closed(checkpoints, publics, cosigners)
        if _Register(format=layout.FORMAT, **_said(state)) != package.register_:
            raise DoesNotFit(f"{layout.PACKAGE} says another state of the register than its last checkpoint")
        sizes = {name: kept.bytes for name, kept in sorted(log.kept.items())}
        self._contents(sizes)
        self._just(
            {
                *layout.ALWAYS,
                *(path for path, _ in map(layout.key_file, (*publics, *cosigners))),
                *map(layout.content, sizes),
            }
        )
        for path in (layout.CRATE, layout.README):
            self._file(path)
        signers = _signers(checkpoints[-1], publics)
        if wanted is not None and wanted not in signers:
            names = ", ".join(f"{one.name} ({one.key})" for one in signers)
            raise DoesNotFit(
                f"it was signed by {names}, and not by the key that was named, {wanted.name} ({wanted.key})"
            )
        return Arrived(state, signers, texts, checkpoints, keys, sizes, self._kept)

    def _package(self) -> _Package:
        data = self._bytes(layout.PACKAGE)
        try:
            found = _Package.model_validate_json(data)
        except ValueError:
            message = f"this is no export of a register: its {layout.PACKAGE} is that of something else"
            raise DoesNotFit(message) from None
        if found.register_.format != layout.FORMAT:
            given = short(found.register_.format, 40)
            raise DoesNotFit(f"it is an export of another form ({given}) than this version reads ({layout.FORMAT})")
        return found

    def _nothing_else(self) -> None:
        there, listed = set(self._source.names()), {layout.PACKAGE, *self._listed}
        for wrong, words in ((listed - there, "is missing"), (there - listed, "is there and was not exported")):
            if wrong:
                raise DoesNotFit(f"{short(min(wrong))} {words}")

    def _file(self, path: str) -> bytes:
        """A file that has to be as the package says."""
        listed = self._listed.get(path)
        if listed is None:
            raise DoesNotFit(f"{short(path)} is missing")
        data = self._bytes(path)
        if len(data) != listed.bytes or f"sha256:{sha256(data).hexdigest()}" != listed.hash:
            raise DoesNotFit(f"{short(path)} was altered: it does not have the hash that {layout.PACKAGE} says")
        return data

    def _bytes(self, path: str) -> bytes:
        try:
            return self._source.read(path)
        except Unreadable as failure:
            raise CannotComplete([of_export(failure.problem)]) from None

    def _lines(self, path: str, sort: type[Line]) -> Iterator[Line]:
        for number, data in enumerate(_split(self._file(path), path), 1):
            try:
                found = sort.model_validate_json(data)
            except ValueError:
                raise DoesNotFit(f"line {number} of {path} cannot be read") from None
            if layout.line(found) != data + b"\n":
                raise DoesNotFit(f"line {number} of {path} is not in the form in which it is written")
            yield found

    def _texts(self, log: Log) -> Iterator[str]:
        for number, data in enumerate(_split(self._file(layout.ENTRIES), layout.ENTRIES)):
            try:
                text = data.decode()
            except UnicodeDecodeError:
                raise DoesNotFit(f"entry {number} is no text") from None
            log.take(text)
            yield text

    def _publics(self, keys: Sequence[KeyLine]) -> tuple[list[Public], list[Public]]:
        """The keys that sign and those that co-sign, whose files have to say the same."""
        try:
            found = layout.parted(keys)
        except ValueError as wrong:
            raise DoesNotFit(f"a key in {layout.KEYS} is none: {wrong}") from None
        files = dict(map(layout.key_file, (*found[0], *found[1])))
        for path, data in files.items():
            if self._file(path) != data:
                raise DoesNotFit(f"{path} is another key than the one in {layout.KEYS}")
        return found

    def _contents(self, sizes: dict[str, int]) -> None:
        for name, size in sizes.items():
            listed = self._listed.get(layout.content(name))
            if listed is not None and (listed.bytes, listed.hash) != (size, f"sha256:{name}"):
                raise DoesNotFit(f"{layout.PACKAGE} says another size or hash of {listed.path} than its entry")

    def _just(self, wanted: set[str]) -> None:
        """Raise DoesNotFit unless the files are these."""
        there = set(self._listed)
        for wrong, words in ((wanted - there, "is missing"), (there - wanted, "belongs to no entry and no key")):
            if wrong:
                raise DoesNotFit(f"{short(min(wrong))} {words}")

    def _kept(self, name: str) -> bytes:
        data = self._bytes(layout.content(name))
        if sha256(data).hexdigest() != name:
            message = f"{layout.content(name)} was altered: it does not have the hash that it is called by; nothing was entered"
            raise refused("register-export", message, self._place, AGAIN)
        return data


def of_export(problem: Problem) -> Problem:
    """A problem of a zip or folder as one of an export: unless a name was misspelt or a limit met, another copy helps."""
    fix = problem.fix if problem.fix.startswith("did you mean") or "--limit" in problem.fix else AGAIN
    message = f"{problem.message}; nothing was entered"
    return problem.model_copy(update={"rule": "register-export", "fix": fix, "message": message})


def _split(data: bytes, path: str) -> list[bytes]:
    """The lines of a file that has to end with one. Raises DoesNotFit."""
    if data and not data.endswith(b"\n"):
        raise DoesNotFit(f"{path} ends within a line")
    return data[:-1].split(b"\n") if data else []


def _said(state: State) -> dict[str, object]:
    return {"origin": state.origin, "size": state.size, "root": state.root, "at": state.at}


def _signers(line: CheckpointLine, keys: Sequence[Public]) -> tuple[Public, ...]:
    from inspector.register.notes import checkpoint

    found = checkpoint(line.checkpoint)
    return tuple(key for key in keys if any(key.signed(found.text, one) for one in found.signatures))
