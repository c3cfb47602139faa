"""What is kept outside a register, held to it: the head beside the key, and receipts that somebody has."""

from pathlib import Path

from inspector.model.register import Checkpoint
from inspector.register import heads, receipts, tree
from inspector.register.checking.signed import quiet
from inspector.register.checking.text import text_of
from inspector.register.checking.work import Work
from inspector.register.wrong import refused


def head(work: Work) -> None:
    """The largest checkpoint that the key signed: the register has to begin with what it says."""
    kept = work.head
    if kept is None or work.key is None:
        work.notes.append(
            "no head lies beside a key here: entries cut off at the end, with their checkpoints, are found only by it, "
            "or by a receipt of one of them (--receipt FILE)"
        )
        return
    if work.outside is not None:
        receipts.signed(kept.checkpoint, work.outside, str(heads.path_of(work.key)))
    _begins(work, kept.checkpoint, "this key signed", str(heads.path_of(work.key)), "register-behind")


def receipt(work: Work, path: Path) -> None:
    """A receipt: the register has to begin with what was signed for it, and to hold the entry. Raises CannotComplete."""
    place = str(path)
    found = receipts.read(text_of(path), place)
    keys = [work.outside] if work.outside else [one for row in work.register.keys if (one := quiet(row.public))]
    if not keys:
        raise refused("register-signature", "no key of the register can be read", place)
    verified = receipts.verify(found, keys[0], (), place)
    _begins(work, verified.checkpoint, "the receipt says that there were", place, "register-receipt")
    if found.index >= len(work.leaves) or work.leaves[found.index] != tree.leaf(found.entry.encode()):
        work.wrong("register-receipt", f"the receipt is for another entry than entry {found.index} is now", place)


def _begins(work: Work, kept: Checkpoint, who: str, place: str, rule: str) -> None:
    """Tell where the register does not begin with what a checkpoint says."""
    many = len(work.leaves)
    if kept.size > many:
        work.wrong(
            rule, f"{who} {kept.size} entries, and the register has {many}: entries are missing", place, heads.BEHIND
        )
    elif work.root(kept.size) != kept.root:
        work.wrong(rule, f"{who} {kept.size} entries, and the first {kept.size} are not those", place)
