"""How many rows of every piece may be wrong at once, with everything gone besides that speaks for the verdict, and it stands."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from inspector.model.rows import Located
from inspector.model.visits import Margin
from inspector.proof.asking import Asking
from inspector.proof.keys import looked_at
from inspector.proof.pieces import place, rows_of

STEPS = 4
Id = tuple[str, str]
Shares = Mapping[Id, float]


class _Held(NamedTuple):
    """A piece or part with the rows that do it alone; all that can be wrong where even these do not."""

    margin: Margin
    names: tuple[str, ...]
    rows: tuple[Located, ...]

    @property
    def id(self) -> Id:
        """What tells it from others."""
        return self.margin.evidence, self.margin.part

    def may(self, share: float) -> int:
        """How many may be wrong: of key rows none, of rows that cannot do it that share, else that share of one less than
        do it."""
        if self.idle:
            return int(share * len(self.rows))
        return 0 if self.margin.part == "key" else int(share * (len(self.rows) - 1))

    @property
    def idle(self) -> bool:
        """Whether all of them do nothing alone; with others they may."""
        return self.margin.rows is None


def together(asking: Asking, pieces: Sequence[Margin]) -> tuple[Margin, ...]:
    """The pieces and parts with what may be wrong of each at once, so that the verdict stands and least has to be looked at.

    Some shares of what each may alone are tried: alike for all, and one cut while the others are whole, or the others cut.
    """
    held = [_held(asking, part) for one in pieces for part in (one.parts or (one,))]
    shares = _shares(asking, held)
    may = {one.id: one.may(shares[one.id]) for one in held} if shares else {}

    def told(one: Margin) -> Margin:
        parts = tuple(told(part) for part in one.parts)
        return one.model_copy(update={"parts": parts, "together": may.get((one.evidence, one.part))})

    return tuple(map(told, pieces))


def _shares(asking: Asking, held: Sequence[_Held]) -> Shares | None:
    every = [one.id for one in held]
    if not any(one.rows for one in held) or _falls(asking, held, dict.fromkeys(every, 0.0)):
        return None
    if not _falls(asking, held, dict.fromkeys(every, 1.0)):
        return dict.fromkeys(every, 1.0)
    cut = [one.id for one in held if one.may(1.0) and one.rows]
    ways = [frozenset(cut), *(frozenset([one]) for one in cut), *(frozenset(cut) - {one} for one in cut)]
    found = [shares for way in dict.fromkeys(ways) if way and (shares := _cut(asking, held, way)) is not None]
    best = min(found, key=lambda shares: _total(held, shares))
    return _traded(asking, held, best, cut)


def _traded(asking: Asking, held: Sequence[_Held], shares: Shares, cut: Sequence[Id]) -> Shares:
    """The shares with the room that is left given to the dearest first, and of one given to the others where that is cheaper."""
    best = _grown(asking, held, shares, cut)
    for one in cut:
        other = _grown(asking, held, {**best, one: best[one] / 2}, [id for id in cut if id != one])
        best = min(best, other, key=lambda some: _total(held, some))
    return best


def _grown(asking: Asking, held: Sequence[_Held], shares: Shares, cut: Sequence[Id]) -> Shares:
    """The shares with each of those to be cut made as large as stands, the dearest first."""
    by_id = {one.id: one for one in held}
    for id in sorted(cut, key=lambda id: (-_cost(by_id[id], shares[id]), id)):
        low, high = shares[id], 1.0
        if low < high and not _falls(asking, held, {**shares, id: high}):
            low = high
        for _ in range(STEPS - 1 if low < high else 0):
            middle = (low + high) / 2
            low, high = (low, middle) if _falls(asking, held, {**shares, id: middle}) else (middle, high)
        shares = {**shares, id: low}
    return shares


def _total(held: Sequence[_Held], shares: Shares) -> int:
    return sum(_cost(one, shares[one.id]) for one in held)


def _cost(one: _Held, share: float) -> int:
    many = one.may(share)
    return looked_at(one.margin.of, many + 1) if many < one.margin.of else 0


def _cut(asking: Asking, held: Sequence[_Held], way: frozenset[Id]) -> Shares | None:
    """The largest share found of those to be cut that stands, the others whole; None where they cannot be."""

    def shares(share: float) -> Shares:
        return {one.id: share if one.id in way else 1.0 for one in held}

    if _falls(asking, held, shares(0.0)):
        return None
    low, high = 0.0, 1.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if _falls(asking, held, shares(middle)) else (middle, high)
    return shares(low)


def _falls(asking: Asking, held: Sequence[_Held], shares: Shares) -> bool:
    rows = [row for one in held for row in one.rows[: one.may(shares[one.id])]]
    return asking.falls(rows, sorted({name for one in held for name in one.names}), bare=True)


def _held(asking: Asking, margin: Margin) -> _Held:
    worst = {(rows.resource, row) for rows in margin.worst for row in rows.rows}
    every = tuple(one for one in rows_of(asking.judging.evidence, margin) if asking.open(one))
    rows = every if margin.rows is None else tuple(one for one in every if place(one) in worst)
    return _Held(margin, margin.members or (margin.evidence,), rows)
