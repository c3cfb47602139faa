"""What tests of faults share: a small register, a bundle to be entered, the command line called as a user does."""

import io
from collections.abc import Callable
from contextvars import copy_context
from pathlib import Path

from inspector.cli import _answered
from inspector.model.register import VisitBody
from inspector.register import keys
from inspector.register.archive.moving import exported
from inspector.register.book import opened
from inspector.register.ed25519 import Signer
from inspector.register.entries import Draft

Run = Callable[..., tuple[int, str]]
Enter = Callable[..., tuple[int, str]]


def draft(number: int, size: int = 100, authority: str = "Brackenshire") -> Draft:
    """An entry like many, with a content of its own."""
    body = VisitBody(plan=f"sha256:{number:064x}", root=None, day="2026-01-01")
    return Draft("visit", authority, body, contents=((f"{number}.txt", bytes(f"{number} ", "ascii") * size),))


def begun(place: str, folder: Path, entries: int = 2) -> Signer:
    """A register with some entries; who signs in it."""
    signer = keys.new(folder / "register.key")
    with opened(place, make=True) as register:
        for number in range(entries):
            register.append([draft(number)], signer)
    return signer


def all_of(place: str) -> bytes:
    """Everything that is in a register, as bytes that are the same as long as nothing in it has changed."""
    stream = io.BytesIO()
    with opened(place) as register:
        exported(register, stream)
    return stream.getvalue()


def calling(capsys: object) -> Run:
    """Call the command line in this process: the exit code, and what it said on standard error."""

    def run(*words: str | Path) -> tuple[int, str]:
        # A limit that is raised is one of that call alone.
        code = copy_context().run(_answered, [str(word) for word in words])
        return code, capsys.readouterr().err  # type: ignore[attr-defined]

    return run
