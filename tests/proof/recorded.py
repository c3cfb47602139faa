"""What inspectors write down, without a disk: for tests that need entries and no files."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from inspector.model.visits import Entry, Seen
from inspector.proof.chain import linked
from inspector.proof.folder import Visit
from inspector.proof.recording import Draft, Recorded, record
from inspector.proof.sealing import sealed
from tests.proof import making

CLAIMS = {"log": "improvement-log", "month": "reviews-on-time"}


@cache
def visit(*, seed_known: bool = False, second: int = 0, without: bool = False) -> Visit:
    """A visit with one round of nine months and fourteen rows of the log; a `second` round of so many rows of the log.

    `without`: planned without a guarantee.
    """
    rows = making.frame()
    plan = making.plan(rows, standings=(("stream", "showing"), ("learning", "doing")), guarantee=not without)
    first = making.drawn(plan, rows, {"reviews-on-time": 9, "improvement-log": 14})
    if seed_known or without:
        first = sealed(first.model_copy(update={"guarantee": False}))
    rounds = [first]
    if second:
        rounds.append(making.drawn(plan, rows, {"improvement-log": second}, first, seed="6 6 1"))
    return Visit(Path("nowhere"), plan, rows, tuple(rounds))


class InMemory:
    """A file of records that is none: what `record` needs of one."""

    def __init__(self, by: str, seal: str) -> None:
        self.by, self.visit, self.entries = by, seal, []
        self.known: list[Entry] = self.entries

    def add(self, **fields: Any) -> Entry:
        before = self.entries[-1].hash if self.entries else self.visit
        self.entries.append(linked({**fields, "by": self.by, "visit": self.visit}, before))
        return self.entries[-1]


def says(key: str) -> dict[str, str]:
    """What the row of a key says, in plain words."""
    claim, _, number = key.rpartition("-")
    return (making.log_answers if claim == "improvement-log" else making.month_answers)(int(number) - 1)


def draft(
    key: str, seen: Seen, *, but: dict[str, str] | None = None, leave: Iterable[str] = (), note: str = ""
) -> Draft:
    """A row as an inspector writes it down: filled in as it is written, but for what is said otherwise or left open."""
    found = {**says(key), **(but or {})} if seen in ("seen", "partly") else dict(but or {})
    return Draft("found", key, "2026-03-05", seen, tuple((k, v) for k, v in found.items() if k not in leave), says=note)


def write(file: Any, where: Visit, drafts: Iterable[Draft], correct: Iterable[str] = ()) -> Recorded:
    """Record them, as the command does."""
    return record(file, where, drafts, tuple(correct))


def keys_of(where: Visit, text: str) -> list[str]:
    """`log 3-5` are the third to fifth row drawn of the log, `row 119 of the log` a row by its place in it."""
    if picked := re.fullmatch(r"row (\d+) of the log", text):
        return [f"improvement-log-{picked[1]}"]
    name, _, places = text.partition(" ")
    first, _, last = places.partition("-")
    return list(where.drawn_of(CLAIMS[name])[int(first) - 1 : int(last or first)])
