"""What is kept beside a key (`.head`): the largest checkpoint that it signed, and how the file of the register was then.

Whoever cuts entries off at the end of a register, or puts another in its place, is found out by it; so is a byte of the file that
no row uses. It is a checkpoint as text; a line below it has the state of the register, and size and sha256 of its file.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from inspector import files
from inspector.model.register import Checkpoint
from inspector.register import notes, tree
from inspector.register.wrong import refused
from inspector.writing import whole

HEAD = ".head"
BEHIND = (
    "take the register from a newer copy; a key belongs to one register, so make a new one for another. "
    "Only where it is known what is lost, and why, move the .head file away"
)


@dataclass(frozen=True)
class FileSeen:
    """How the file of a register was: in which state of its rows, how many bytes, and their sha256 in hex."""

    state: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Head:
    """What is kept beside a key."""

    checkpoint: Checkpoint
    file: FileSeen | None = None


def path_of(key: Path) -> Path:
    """Where it lies."""
    return key.with_suffix(HEAD)


def read(key: Path) -> Head | None:
    """What is kept beside a key; None where nothing is. Raises CannotComplete for what cannot be read."""
    path = path_of(key)
    if not path.exists():
        return None
    try:
        text = files.data(path, "key-bytes").decode()
        note, line, seen = text.partition("\n\nfile ")
        state, size, sha256 = seen.split() if line else ("", "0", "")
        file = FileSeen(state, int(size), sha256) if line else None
    except UnicodeDecodeError:
        raise refused("not-a-checkpoint", "it is no text", str(path), notes.KEPT) from None
    except OSError as failure:
        message = f"it cannot be read: {failure.strerror or failure}"
        raise refused("not-a-checkpoint", message, str(path), notes.KEPT) from None
    except ValueError:
        raise refused("not-a-checkpoint", "its last line is not as it was written", str(path), notes.KEPT) from None
    return Head(notes.checkpoint(f"{note}\n" if line else note, str(path)), file)


def can_be_kept(key: Path) -> None:
    """Raise CannotComplete where nothing can be written beside a key: to be asked before anything is signed with it."""
    if not os.access(key.absolute().parent, os.W_OK):
        message = "what it signed last is kept beside the key, and nothing may be written there; nothing was changed"
        raise refused(
            "register-key", message, str(key), "let its folder be written to, or move the key and its .head to another"
        )


def keep(key: Path, checkpoint: Checkpoint, file: FileSeen | None) -> None:
    """Keep the checkpoint beside a key, unless a larger one is kept. Raises OSError, and CannotComplete as `read` does."""
    kept = read(key)
    if kept is None or kept.checkpoint.size <= checkpoint.size:
        below = f"\nfile {file.state} {file.bytes} {file.sha256}\n" if file else ""
        whole.write(path_of(key), (notes.written(checkpoint) + below).encode())


def seen(key: Path, file: FileSeen | None) -> None:
    """Keep how the file of a register is now, where something is kept beside the key. Raises as `keep` does."""
    kept = read(key)
    if kept is not None:
        keep(key, kept.checkpoint, file)


def hold(key: Path, size: int, node: tree.Node, register: str, found: Head | None = None) -> None:
    """Raise CannotComplete unless what is kept beside a key is the beginning of a register of `size` entries.

    `found` is what was kept there at an earlier moment; without it that is read now.
    """
    found = found or read(key)
    kept = found.checkpoint if found else None
    if kept is None or (kept.size <= size and tree.root(kept.size, node).hex() == kept.root):
        return
    if kept.size > size:
        message = (
            f"this key signed that the register has {kept.size} entries, and {register} has {size}: entries are missing"
        )
    else:
        message = f"this key signed {kept.size} entries, and the first {kept.size} of {register} are others"
    raise refused("register-behind", message, str(path_of(key)), BEHIND)
