"""How many rows of every piece may be wrong at once, with everything gone besides that speaks for the verdict, and it stands."""

from collections.abc import Sequence
from typing import NamedTuple

from inspector.model.rows import Located
from inspector.model.visits import Margin
from inspector.proof.asking import Asking
from inspector.proof.pieces import place, rows_of

STEPS = 4


class _Held(NamedTuple):
    """A piece or part with the rows that do it alone, the worst first; all that could be wrong where even these do not."""

    margin: Margin
    names: tuple[str, ...]
    rows: tuple[Located, ...]

    def may(self, share: float, *, idle: bool) -> int:
        """How many may be wrong: of key rows none, else that share of one less than do it. Of rows that do nothing alone all where
        they are `idle`, else that share of them."""
        if self.margin.rows is None:
            return len(self.rows) if idle else int(share * len(self.rows))
        return 0 if self.margin.part == "key" else int(share * (len(self.rows) - 1))


def together(asking: Asking, pieces: Sequence[Margin]) -> tuple[Margin, ...]:
    """The pieces and parts with what may be wrong of each at once: as large a share of what each may alone as still stands.

    Rows that do nothing alone may do it with others: all of them are gone then, or, where that is too many, that share.
    """
    held = [_held(asking, part) for one in pieces for part in (one.parts or (one,))]
    found = next(((idle, share) for idle in (True, False) if (share := _share(asking, held, idle=idle)) is not None), None)
    may = {(one.margin.evidence, one.margin.part): one.may(found[1], idle=found[0]) for one in held} if found else {}

    def told(one: Margin) -> Margin:
        parts = tuple(told(part) for part in one.parts)
        return one.model_copy(update={"parts": parts, "together": may.get((one.evidence, one.part))})

    return tuple(map(told, pieces))


def _share(asking: Asking, held: Sequence[_Held], *, idle: bool) -> float | None:
    if not any(one.rows for one in held) or _falls(asking, held, 0.0, idle):
        return None
    if not _falls(asking, held, 1.0, idle):
        return 1.0
    low, high = 0.0, 1.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if _falls(asking, held, middle, idle) else (middle, high)
    return low


def _falls(asking: Asking, held: Sequence[_Held], share: float, idle: bool) -> bool:
    rows = [row for one in held for row in one.rows[: one.may(share, idle=idle)]]
    return asking.falls(rows, sorted({name for one in held for name in one.names}), bare=True)


def _held(asking: Asking, margin: Margin) -> _Held:
    worst = {(rows.resource, row) for rows in margin.worst for row in rows.rows}
    every = tuple(one for one in rows_of(asking.judging.evidence, margin) if asking.open(one))
    rows = every if margin.rows is None else tuple(one for one in every if place(one) in worst)
    return _Held(margin, margin.members or (margin.evidence,), rows)
