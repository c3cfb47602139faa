"""Key rows: those of which a few would do. No sample finds two of five hundred; they are looked at one and all, and the
rest sampled."""

from math import ceil

from inspector.model.rows import Located
from inspector.proof.asking import Asking, Least
from inspector.proof.claims import sizes
from inspector.proof.hangs import Piece
from inspector.proof.months import latest
from inspector.proof.pieces import THERE, place

ALPHA = 0.05
MOST_KEY = 60
"""So many key rows at most are told apart: more than can be looked at in a day."""
AFFORDED = 15
"""A piece of which no more rows have to be looked at has no key rows: little could be saved."""
ROUNDS = 20


def keys_of(
    asking: Asking, piece: Piece, rows: tuple[Located, ...], first: Least
) -> tuple[tuple[Located, ...], Least | None]:
    """The key rows with which fewest rows have to be looked at in all, and the fewest of the rest that would do; no key
    where none.

    Half of the rows that do it are made key rows, since all of them have to be wrong to do it; then half of those of the rest
    that do it, and so on, until that costs more than it saves.
    """
    key: tuple[Located, ...] = ()
    best, rest, cheapest = key, None, looked_at(len(rows), len(first.rows))
    now: Least | None = first
    if cheapest <= AFFORDED:
        return key, None
    for turn in range(ROUNDS):
        if now is None:
            break
        key = latest(rows) if piece.name == THERE and not turn else (*key, *now.rows[: ceil(len(now.rows) / 2)])
        if len(key) >= min(cheapest, MOST_KEY):
            break
        gone = {place(one) for one in key}
        left = tuple(one for one in rows if place(one) not in gone)
        now = asking.least(piece, left, bare=True, few=True) if left else None
        if _cost(key, left, now) < cheapest:
            # Only what all orders say counts; what a few of them miss becomes key in its turn.
            now = asking.least(piece, left, bare=True) if left else None
        if (cost := _cost(key, left, now)) < cheapest:
            best, rest, cheapest = key, now, cost
    return best, rest


def _cost(key: tuple[Located, ...], left: tuple[Located, ...], now: Least | None) -> int:
    return len(key) + (looked_at(len(left), len(now.rows)) if now else 0)


def looked_at(of: int, fewer_than: int, alpha: float = ALPHA) -> int:
    """How many of `of` rows settle at 1 - `alpha` that fewer than `fewer_than` are wrong, when none is; 0 where so many
    are not there."""
    return sizes(of, fewer_than, 1 - alpha)[0] if 0 < fewer_than <= of else 0
