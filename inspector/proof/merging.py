"""What other inspectors recorded on the same visit taken in: chains as they are, each once, whatever was taken in before."""

from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import error
from inspector.proof import chain
from inspector.proof.appending import copies, file_of, opened, records_held
from inspector.proof.chain import END, RECORDS, Chain
from inspector.proof.folder import Visit
from inspector.proof.strange import refuse_strange


class Taken(NamedTuple):
    """What was taken in of one file: so many `new` entries of the inspector `by`. `parted`: they do not follow what is here."""

    path: Path
    by: str
    new: int
    parted: bool
    torn: bool


def merge(visit: Visit, others: Sequence[Path]) -> tuple[Taken, ...]:
    """Take in the records of other copies of a visit: folders of it, or files of records. Nothing is taken where one is refused.

    Raises CannotComplete for a file that is altered, is of another visit, or has rows that were not drawn here; OSError.
    """
    problems: list[Problem] = []
    chains: list[Chain] = []
    for path in others:
        try:
            for found in _chains(path, visit.plan.seal):
                refuse_strange(visit, found.entries)
                chains.append(found)
        except CannotComplete as failure:
            problems += failure.problems
    if problems:
        raise CannotComplete(tuple(dict.fromkeys(problems)))
    visit.records.mkdir(mode=0o700, exist_ok=True)
    with records_held(visit.records):
        return tuple(_take(visit, one) for one in chains)


def _chains(path: Path, seal: str) -> Iterable[Chain]:
    if not path.is_dir():
        yield chain.read(path, seal)
        return
    within = path / RECORDS if (path / RECORDS).is_dir() else path
    names = sorted(within.glob(f"*{END}"))
    if not names:
        message = "there are no records here: neither a folder of a visit, nor files of what inspectors recorded"
        raise CannotComplete([error("record-unreadable", Where(file=str(path)), message)])
    for name in names:
        yield chain.read(name, seal)


def _take(visit: Visit, other: Chain) -> Taken:
    """Put the entries that are not here behind those that they follow; where there are none such, in a file of their own."""
    if not other.entries:
        return Taken(other.path, other.by, 0, False, bool(other.torn))
    there = [path for path in copies(visit.records, other.by) if path.exists()]
    ours = [(path, chain.read(path, visit.plan.seal).hashes) for path in there]
    if any(hashes[: len(other.hashes)] == other.hashes for _, hashes in ours):
        return Taken(other.path, other.by, 0, False, bool(other.torn))
    begun = [(path, len(hashes)) for path, hashes in ours if other.hashes[: len(hashes)] == hashes]
    path, known = max(begun, key=lambda one: one[1]) if begun else (_free(visit, other.by), 0)
    with opened(path, other.by, visit.plan.seal) as file:
        for entry in other.entries[known:]:
            file.take(entry)
    here = {one for _, hashes in ours for one in hashes}
    new = sum(entry.hash not in here for entry in other.entries)
    return Taken(other.path, other.by, new, bool(ours) and not begun, bool(other.torn))


def _free(visit: Visit, by: str) -> Path:
    """The first name for a file of this inspector that none has."""
    return next(path for copy in count(1) if not (path := file_of(visit.records, by, copy)).exists())
