"""A register as one file, and that file as a register: what the commands and the tests call."""

from pathlib import Path
from typing import BinaryIO

from inspector.register import heads, tree
from inspector.register.archive.arrive import Arrived
from inspector.register.archive.layout import State
from inspector.register.archive.leave import write
from inspector.register.book import Register, opened
from inspector.register.store.copying import Whole, restore
from inspector.register.wrong import refused


def exported(register: Register, stream: BinaryIO) -> State:
    """Write the register; what its last checkpoint says. Raises CannotComplete: nothing entered, or it does not fit together."""
    whole = Whole(register)
    if not whole.size:
        raise refused("register-empty", "nothing was entered there yet; nothing was written", register.place)
    return write(whole, register.place, stream)


def imported(arrived: Arrived, place: str, key: Path | None = None) -> None:
    """Make a register of what was read, at a place that has none. Raises CannotComplete, and then there is none.

    What is kept beside the `key` of the register is held against it, and keeps how its file is now.
    """
    made = "://" not in place and not Path(place).exists()
    kept = heads.read(key) if key is not None else None
    if key is not None and kept is not None and kept.checkpoint.origin == arrived.state.origin:
        leaves = [tree.leaf(text.encode()) for text in arrived.texts]
        heads.hold(key, len(leaves), tree.of_leaves(leaves), "this export")
    else:
        key = None
    try:
        with opened(place, make=True) as register:
            restore(register.base, arrived.texts, arrived.checkpoints, arrived.keys, arrived.sizes, arrived.content)
            if key is not None:
                heads.seen(key, register.file_seen())
    except BaseException:
        if made:
            Path(place).unlink(missing_ok=True)
        raise
