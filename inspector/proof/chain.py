"""What inspectors wrote down: a file for each of them, a line an entry, each line holding the hash of the one before.

A line is there whole or not at all: written at once and forced to the disk before anybody is told that it is recorded. What a
killed run, or a machine that lost its power, left of a last line is no entry; whoever appends next sets it aside.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inspector import files
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import error
from inspector.model.visits import Entry
from inspector.proof.sealing import canonical, seal_of, sealed

RECORDS, END = "records", ".jsonl"


@dataclass(frozen=True)
class Chain:
    """The entries of one inspector in one file. `whole` bytes of it are whole lines; `torn` bytes behind them are none."""

    path: Path
    by: str
    entries: tuple[Entry, ...]
    whole: int = 0
    torn: int = 0

    @property
    def hashes(self) -> tuple[str, ...]:
        """The hash of each entry; the last one stands for them all."""
        return tuple(entry.hash for entry in self.entries)


def line(entry: Entry) -> bytes:
    """The line of an entry: canonical JSON and a newline. Raises ValueError for halves of characters."""
    return canonical(entry.model_dump(mode="json")) + b"\n"


def linked(fields: dict[str, Any], previous: str) -> Entry:
    """The entry with these fields that follows the one with the hash `previous`."""
    return sealed(Entry(**fields, previous=previous, hash=""), "hash")


def of_folder(folder: Path, visit: str) -> tuple[Chain, ...]:
    """Every chain of a visit, in the order of the files' names. Raises CannotComplete as `read` does, with all that is wrong."""
    refuse_link(folder / RECORDS)
    found: list[Chain] = []
    problems: list[Problem] = []
    for path in _files(folder / RECORDS):
        try:
            found.append(read(path, visit))
        except CannotComplete as failure:
            problems.extend(failure.problems)
    if problems:
        raise CannotComplete(problems)
    return tuple(chain for chain in found if chain.entries)


def _files(records: Path) -> list[Path]:
    """The files of records; none where there is no such folder. Raises CannotComplete where it cannot be looked into."""
    try:
        return sorted(one for one in records.iterdir() if one.name.casefold().endswith(END))
    except FileNotFoundError:
        return []
    except OSError as failure:
        reason = failure.strerror or "it cannot be read"
        raise CannotComplete([error("record-unreadable", Where(file=str(records)), reason)]) from None


def refuse_link(records: Path) -> None:
    """Raise CannotComplete where the folder of records is a link: what leads elsewhere is none of a visit."""
    if records.is_symlink():
        message = "the folder of records is a link, and a visit holds none"
        raise CannotComplete([error("record-unreadable", Where(file=str(records)), message)])


def read(path: Path, visit: str) -> Chain:
    """The chain in a file, of the visit whose plan has the seal `visit`.

    Raises CannotComplete with file and line where a line is not as it was written, is missing, or belongs to another visit.
    What stands behind the last newline is `torn`, unless it is a whole entry.
    """
    data = _data(path)
    *lines, rest = data.split(b"\n")
    entries: list[Entry] = []
    for number, text in enumerate(lines, 1):
        entries.append(_entry(text, number, path, visit, entries))
    last = _last(rest, visit, entries)
    if last is not None:
        return Chain(path, last.by, (*entries, last), len(data))
    return Chain(path, entries[0].by if entries else "", tuple(entries), len(data) - len(rest), len(rest))


def _data(path: Path) -> bytes:
    try:
        if path.is_symlink():
            raise files.NotRead("it is a link, and records are none")
        return files.data(path, "record-bytes")
    except OSError as failure:
        reason = failure.strerror or "it cannot be read"
        raise CannotComplete([error("record-unreadable", Where(file=str(path)), reason)]) from None


def _last(rest: bytes, visit: str, before: list[Entry]) -> Entry | None:
    """The entry that a last line without its newline holds; None where it is torn."""
    try:
        return _entry(rest, 0, Path(), visit, before) if rest else None
    except CannotComplete:
        return None


def _entry(text: bytes, number: int, path: Path, visit: str, before: list[Entry]) -> Entry:
    where = Where(file=str(path), line=number)
    try:
        entry = Entry.model_validate_json(text)
        as_written = line(entry) == text + b"\n" and seal_of(entry, "hash") == entry.hash and _is_one(entry)
    except ValueError:
        as_written = False
    if not as_written:
        # What stands there may be about a child: no word of it is repeated.
        raise CannotComplete([_altered(where, "the line is not as `inspector visit record` wrote it")])
    if entry.visit != visit:
        message = "the entry was made on another visit, or by another plan of it"
        raise CannotComplete([error("record-of-another-visit", where, message, fix="give the records of this visit")])
    if entry.previous != (before[-1].hash if before else visit):
        raise CannotComplete(
            [_altered(where, "the entry does not follow the one before: a line is missing or was moved")]
        )
    if before and entry.by != before[0].by:
        raise CannotComplete([_altered(where, "the entry is another inspector's than those before")])
    return entry


def _altered(where: Where, message: str) -> Problem:
    fix = "take the file from a copy that nobody changed, or from the inspector who wrote it"
    return error("record-altered", where, message, fix=fix)


def _is_one(entry: Entry) -> bool:
    """Whether it has what its kind has, and nothing else."""
    has = {"found": entry.seen is not None, "judged": entry.standing is not None, "answered": bool(entry.says)}
    others = (entry.kind != "found" and (entry.seen or entry.found)) or (entry.kind != "judged" and entry.standing)
    return has[entry.kind] and not others


def entries(chains: Iterable[Chain]) -> tuple[Entry, ...]:
    """The entries of all chains, each once: chains of one inspector can begin alike."""
    return tuple({entry.hash: entry for chain in chains for entry in chain.entries}.values())
