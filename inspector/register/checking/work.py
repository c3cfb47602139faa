"""What a check has in hand: the register, what is kept outside, what is known so far, and what does not fit."""

from dataclasses import dataclass, field
from pathlib import Path

from inspector.model.problems import Problem, Where
from inspector.model.register import Checkpoint
from inspector.model.remarks import error
from inspector.register import tree
from inspector.register.ed25519 import Public
from inspector.register.heads import Head
from inspector.register.store.reading import Reading


@dataclass
class Work:
    """What is being checked, what is known of it so far, and what does not fit."""

    register: Reading
    outside: Public | None
    """The public key of the register as somebody keeps it outside; None where nobody gave it."""
    key: Path | None
    """Where the private key is, or would be, whose head is read."""
    head: Head | None = None
    """What lay beside the key before anything was read: whoever enters meanwhile writes a larger one."""
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
