"""A register checked from end to end, as of one moment."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.register import Checkpoint
from inspector.model.remarks import error
from inspector.model.words import short
from inspector.register import tree
from inspector.register.ed25519 import Public
from inspector.register.store.reading import Reading

MOST = 50
"""So many findings of one part are told."""


@dataclass
class Work:
    """What is being checked, what is known of it so far, and what does not fit."""

    register: Reading
    outside: Public | None
    """The public key of the register as somebody keeps it outside; None where nobody gave it."""
    key: Path | None
    """Where the private key is, or would be, whose head is read."""
    leaves: list[bytes] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    """The contents that entries name, by their hash."""
    checkpoints: list[Checkpoint] = field(default_factory=list)
    node: tree.Node = field(default_factory=lambda: tree.of_leaves(()))
    findings: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def wrong(self, rule: str, message: str, place: str = "", fix: str = "") -> None:
        """Something does not fit."""
        self.findings.append(error(rule, Where(file=place or self.register.place), message, fix=fix))

    def root(self, size: int) -> str | None:
        """The root over the first `size` entries in hex; None where there are not so many."""
        return tree.root(size, self.node).hex() if size <= len(self.leaves) else None


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
    from inspector.register.checking import beside, entries, signed, stored

    work = Work(register, outside, key)
    parts: list[Callable[[Work], None]] = [
        stored.version, stored.file, entries.entries, entries.tree_nodes, entries.contents,
        signed.keys, signed.checkpoints, signed.stamps, beside.head,
    ]  # fmt: skip
    with register.snapshot():
        for part in parts:
            _tried(work, part)
        for path in receipts:
            _tried(work, lambda held, path=path: beside.receipt(held, path))  # type: ignore[misc]
    return Checked(
        tuple(_few(work.findings)), tuple(work.notes), len(work.leaves), len(work.named), len(work.checkpoints)
    )


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
