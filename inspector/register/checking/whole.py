"""A register checked from end to end, as of one moment."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector.model.problems import CannotComplete, Problem
from inspector.model.remarks import error
from inspector.model.words import short
from inspector.register import heads
from inspector.register.checking import beside, entries, signed, stored
from inspector.register.checking.work import Work
from inspector.register.ed25519 import Public
from inspector.register.store.reading import Reading

MOST = 50
"""So many findings of one part are told."""


@dataclass(frozen=True)
class Checked:
    """What does not fit (nothing, where everything does), what else is to be known, and how much was looked at."""

    findings: tuple[Problem, ...]
    notes: tuple[str, ...]
    entries: int
    contents: int
    checkpoints: int


def check(register: Reading, outside: Public | None, key: Path | None, receipts: Sequence[Path] = ()) -> Checked:
    """Hold everything in a register to what was hashed, that to what was signed, and that to what is kept outside."""
    work = Work(register, outside, key)
    parts: list[Callable[[Work], None]] = [
        stored.version, stored.file, entries.entries, entries.tree_nodes, entries.contents,
        signed.keys, signed.checkpoints, signed.stamps, beside.head,
    ]  # fmt: skip
    _tried(work, _kept)
    with register.snapshot():
        for part in parts:
            _tried(work, part)
        for path in receipts:
            _tried(work, lambda held, path=path: beside.receipt(held, path))  # type: ignore[misc]
    return Checked(
        tuple(_few(work.findings)), tuple(work.notes), len(work.leaves), len(work.named), len(work.checkpoints)
    )


def _kept(work: Work) -> None:
    work.head = heads.read(work.key) if work.key is not None else None


def _tried(work: Work, part: Callable[[Work], None]) -> None:
    """Check a part. What it cannot even read is told as what does not fit."""
    try:
        part(work)
    except CannotComplete as failure:
        work.findings += failure.problems
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError) as failure:
        work.wrong(
            "register-damaged", f"something in it cannot be read as what it should be: {short(str(failure), 100)}"
        )


def _few(findings: Sequence[Problem]) -> Iterator[Problem]:
    """Of each sort the first few, and how many more there are."""
    for rule in dict.fromkeys(one.rule for one in findings):
        same = [one for one in findings if one.rule == rule]
        yield from same[:MOST]
        if len(same) > MOST:
            yield error(rule, same[0].where, f"{len(same) - MOST} more of this sort are not listed")
