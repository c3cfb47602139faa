"""Asking what a verdict would be with rows of a piece wrong: everything else as it is, or gone where it only speaks for it
besides."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from inspector.evidence.tables import INDICATOR
from inspector.model.evidence import Evidence
from inspector.model.ladder import VerdictWord
from inspector.model.rows import Located
from inspector.model.visits import How, Reading
from inspector.proof import months, worst_first
from inspector.proof.hangs import Hangs, Piece, speaking
from inspector.proof.judging import Judging
from inspector.proof.pieces import THERE, Place, emptied, place, rows_of, unit_of, without
from inspector.proof.search import LARGE, along, least, pruned

Edit = Callable[[Evidence, Collection[Place]], Evidence]
EDITS: dict[Reading, Edit] = {"fall-out": without, "at-worst": months.at_worst}


class Least(NamedTuple):
    """The fewest rows found of some, in which reading, by which order and how, and what verdict they leave; `bare`: with
    everything gone that only speaks for it besides."""

    rows: tuple[Located, ...]
    reading: Reading
    order: str
    how: How
    then: VerdictWord
    bare: bool


class Asking:
    """Asks about one verdict; `bare` is the evidence with everything gone that speaks for it and does not carry it."""

    def __init__(self, judging: Judging, hangs: Hangs, right: frozenset[Place] = frozenset()) -> None:
        self.judging, self.hangs, self._right = judging, hangs, right
        self.bare = emptied(judging.evidence, hangs.leans)
        self.named = tuple(
            sorted(name.removeprefix(INDICATOR) for name in judging.behind if name.startswith(INDICATOR))
        )
        self._known: dict[tuple[frozenset[Place], bool, Reading], VerdictWord] = {}
        self._taken: dict[tuple[str, Reading, frozenset[Place]], tuple[Located, ...] | None] = {}

    @classmethod
    def whole(cls, judging: Judging) -> "Asking":
        """One that takes everything to carry."""
        return cls(judging, Hangs((), ()))

    def rows(self, piece: Piece) -> tuple[Located, ...]:
        """The rows of a piece that could be wrong."""
        every = rows_of(self.judging.evidence, piece.name, piece.members)
        return tuple(one for one in every if self.open(one))

    def open(self, row: Located) -> bool:
        """Whether a row could be wrong: nobody saw that it is as written."""
        return place(row) not in self._right

    def word(
        self, rows: Collection[Located], names: Collection[str], *, bare: bool, reading: Reading = "fall-out"
    ) -> VerdictWord:
        """The verdict with these rows wrong, which are of the pieces named; each question is put once."""
        key = frozenset(place(one) for one in rows), bare, reading
        if key not in self._known:
            evidence = EDITS[reading](self.bare if bare else self.judging.evidence, key[0])
            changed = (*names, *self.hangs.leans) if bare else names
            self._known[key] = self.judging.quick(evidence, changed, ())
        return self._known[key]

    def falls(
        self, rows: Collection[Located], names: Collection[str], *, bare: bool, reading: Reading = "fall-out"
    ) -> bool:
        """Whether the verdict is lower then; `bare`: either way, with everything else as it is, or gone that only speaks
        for it."""
        settings = (False, True) if bare and self.hangs.leans else (False,)
        return any(self.judging.lower(self.word(rows, names, bare=one, reading=reading)) for one in settings)

    def least(
        self, piece: Piece, rows: tuple[Located, ...], *, bare: bool, reading: Reading = "fall-out", few: bool = False
    ) -> Least | None:
        """The fewest of these rows that were found to lower the verdict; None where all of them do not. `few` orders only."""

        settings = (False, True) if bare and self.hangs.leans else (False,)
        found: Least | None = None
        settings = settings[-1:] if few else settings
        for setting in settings:
            most = len(found.rows) - 1 if found else None
            other = self._of_one(piece, rows, setting, reading, most, few=few)
            found = other if other else found
        if found and found.bare and not few:
            # Rows found with everything else gone may do it with it there as well.
            word = self.word(found.rows, piece.names, bare=False, reading=reading)
            found = found._replace(bare=False, then=word) if self.judging.lower(word) else found
        return found

    def _of_one(
        self, piece: Piece, rows: tuple[Located, ...], bare: bool, reading: Reading, most: int | None, *, few: bool
    ) -> Least | None:
        """The fewest with everything else as it is, or gone; no more than `most`."""

        def falls(some: Collection[Located]) -> bool:
            return self.judging.lower(self.word(some, piece.names, bare=bare, reading=reading))

        if piece.name == THERE:
            return self._there(piece, rows, falls, most, bare=bare, reading=reading)
        if unit_of(piece.name) == "month":
            return self._measures(piece, rows, falls, most, bare=bare, reading=reading)
        tried = worst_first.of_records(rows, self.named)
        # With everything else gone the first orders are tried alone: what others find, they find with it there.
        one = least(rows, tried[:2] if few or bare else [*tried, *worst_first.at_random(rows)], falls, most)
        if one is None:
            return None
        how: How = "exact" if one.exact else "random" if one.order == worst_first.AT_RANDOM else "greedy"
        return Least(one.rows, reading, one.order, how, self.word(one.rows, piece.names, bare=bare), bare)

    def _measures(
        self,
        piece: Piece,
        rows: tuple[Located, ...],
        falls: Callable[[Collection[Located]], bool],
        most: int | None,
        *,
        bare: bool,
        reading: Reading,
    ) -> Least | None:
        """Whole measures taken away one after the other, each by the fewest of its months that leave it without a gain."""
        free = {place(one) for one in rows}
        gone = [(name, taken) for name in piece.names if (taken := self._away(name, reading, free)) is not None]
        gone.sort(key=lambda one: (len(one[1]), one[0]))
        found = least(gone, [("", gone)], lambda some: falls([row for _, months in some for row in months]), sets=0)
        if found is None and not falls(rows):
            return None
        # Months seen to be right may leave every measure its gain, and the verdict not stand on them.
        months_gone = tuple(row for _, some in found.rows for row in some) if found else rows
        # The last measure need not lose all of its months.
        cut = along(months_gone, falls, most) if most is not None else along(months_gone, falls) or months_gone
        order = "measure by measure, the one that is soonest without a gain first"
        order, cut = self._stretches(piece, free, falls, most, (order, cut))
        word = self.word(cut, piece.names, bare=bare, reading=reading) if cut else None
        if not cut or not word:
            return None
        return Least(cut, reading, order, "exact" if len(cut) == 1 else "greedy", word, bare)

    def _there(
        self,
        piece: Piece,
        rows: tuple[Located, ...],
        falls: Callable[[Collection[Located]], bool],
        most: int | None,
        *,
        bare: bool,
        reading: Reading,
    ) -> Least | None:
        """As many months of each measure, of as few measures as do it: the last, the first, those in between."""
        found: tuple[str, tuple[Located, ...]] | None = None
        for words, lines in months.alike(rows, piece.names):
            for many in months.MANY:
                blocks = [line[:many] for line in sorted(lines, key=len, reverse=True)]
                limit = len(found[1]) - 1 if found else most
                may = len(blocks) if limit is None else limit // many
                gone = along(blocks, lambda some: falls([one for line in some for one in line]), may)
                if gone:
                    found = words, tuple(one for line in gone for one in line)
        if found is None:
            return None
        cut = pruned(found[1], falls) if len(found[1]) <= LARGE else found[1]
        word = self.word(cut, piece.names, bare=bare, reading=reading)
        return Least(cut, reading, found[0], "greedy", word, bare)

    def _stretches(
        self,
        piece: Piece,
        free: Collection[Place],
        falls: Callable[[Collection[Located]], bool],
        most: int | None,
        found: tuple[str, tuple[Located, ...] | None],
    ) -> tuple[str, tuple[Located, ...] | None]:
        """A stretch of months of one measure that does it with fewer: the first, the last, those before or from the gain on."""
        for name in piece.names:
            for words, line in months.orders_of(self.judging.evidence, name):
                some = [one for one in line if place(one) in free]
                limit = len(found[1]) - 1 if found[1] else most
                if limit != 0 and (fewer := along(some, falls, limit)):
                    found = f"{name.removeprefix(INDICATOR)}, {words}", fewer
        return found

    def _away(self, name: str, reading: Reading, free: Collection[Place]) -> tuple[Located, ...] | None:
        mine = frozenset(place(one) for one in rows_of(self.judging.evidence, name))
        right = mine.difference(free)
        key = name, reading, right
        if key not in self._taken:
            self._taken[key] = months.taken_away(
                self.judging.evidence,
                name,
                EDITS[reading],
                lambda left: bool(speaking(self.judging.moves(left))),
                right,
            )
        return self._taken[key]

    def anew(self, found: Least | None) -> Least | None:
        """The same with the verdict that is left when everything is judged anew, questions too, where that is lower as well."""
        if found is None or found.bare:
            return found
        places = {place(one) for one in found.rows}
        word = self.judging.anew(lambda evidence: without(evidence, places))
        return found._replace(then=word) if self.judging.lower(word) else found
