"""Entering one thing: the register is opened, the draft made from what stands there, and made again where nobody else writes."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector.model.register import Entry
    from inspector.register.book import Register
    from inspector.register.entries import Draft


def enter(register: str | None, key: Path | None, draft: "Callable[[Register], Draft]") -> "tuple[Entry, str]":
    """Enter what `draft` makes of a register; the entry, and the register as it may be printed.

    `draft` is asked once more when nobody else can write, so that what it refuses nobody has entered meanwhile. Raises
    CannotComplete, and then nothing has changed.
    """
    from inspector.register import keys
    from inspector.register.book import opened
    from inspector.register.named import where

    place = where(register)
    with opened(place) as book:
        made = draft(book)
        signer = keys.load(key, place)
        (entry,) = book.append([made], signer, guard=lambda again: _still(draft(again), made))
        return entry, book.place


def _still(again: "Draft", made: "Draft") -> None:
    """Raise CannotComplete where what is there asks for another entry now."""
    from inspector.register.wrong import refused

    if again != made:
        raise refused("register-changed", "the register was changed meanwhile; nothing was entered", fix="try again")


def say(entry: "Entry", place: str, what: str) -> None:
    """Say on standard output what was entered, and where."""
    from inspector.cli._output import write
    from inspector.report.lines import wrapped

    write("\n".join(wrapped(f"Entered as entry {entry.index} of {place}: {what}", "", "  ")) + "\n", None)
