"""What a verdict hangs on: pieces of evidence without which it would be lower, alone, or, where none of a kind does alone,
together.

The pieces found are enough: were all rows of everything else gone, it would still stand.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from inspector.evidence.tables import INDICATOR
from inspector.model.facts import Fact
from inspector.model.visits import Margin, Margins
from inspector.proof.judging import Judging
from inspector.proof.pieces import FIGURES, KINDS, THERE, emptied, rows_of, taken_out
from inspector.verdict.movement import chances

SPEAKS = 0.5
"""An indicator speaks for a verdict where it is likelier than not that it got better."""


class Piece(NamedTuple):
    """A piece that carries; of a group the `members`."""

    name: str
    members: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The pieces of evidence that it is made of."""
        return self.members or (self.name,)


class Hangs(NamedTuple):
    """The pieces that carry a verdict, and everything else: all of it may be gone."""

    pieces: tuple[Piece, ...]
    leans: tuple[str, ...]


def hangs_on(judging: Judging) -> Hangs:
    """What the verdict hangs on; no pieces where nothing that could fall out would lower it."""
    better = speaking(judging.moves(judging.evidence))
    kinds, every = _all_of(judging)
    asked = _Asked(judging)
    if not asked.lower((*kinds, *every)):
        return Hangs((), ())
    carrying, leans = _records(asked, kinds)
    members = _figures(asked, better, leans, judging.behind)
    pieces = [Piece(name) for name in carrying]
    if members:
        pieces.append(_group(FIGURES, members))
    others = [name for name in every if name not in members]
    if others and asked.lower((*leans, *others)):
        # All of them, not as few as would do: of many more have to fall out before it is lower.
        pieces.append(_group(THERE, others))
        others = []
    return Hangs(tuple(pieces), tuple(sorted((*leans, *others))))


def on_nothing(judging: Judging) -> bool:
    """Whether nothing that could fall out would lower the verdict: one question, all of it gone."""
    kinds, every = _all_of(judging)
    return not _Asked(judging).lower((*kinds, *every))


def _all_of(judging: Judging) -> tuple[list[str], list[str]]:
    """Kinds of records that there are, and all indicators."""
    evidence = judging.evidence
    kinds = [kind for kind in KINDS if kind not in (FIGURES, THERE) and rows_of(evidence, kind)]
    return kinds, sorted({f"{INDICATOR}{one.indicator}" for one in evidence.figures})


def _group(name: str, members: Collection[str]) -> Piece:
    return Piece(min(members)) if len(members) == 1 else Piece(name, tuple(sorted(members)))


def speaking(moves: Iterable[Fact]) -> tuple[str, ...]:
    """The indicators that got better rather than not, as `indicator/ID`, the surest first."""
    sure = {str(fact.fields.get("indicator")): chances(fact).better for fact in moves}
    told = [name for name, chance in sure.items() if chance >= SPEAKS]
    return tuple(f"{INDICATOR}{name}" for name in sorted(told, key=lambda name: (-sure[name], name)))


class _Asked:
    """Asks what the verdict would be without pieces, each question once."""

    def __init__(self, judging: Judging) -> None:
        self._judging = judging
        self._known: dict[frozenset[str], bool] = {}

    def lower(self, gone: Collection[str]) -> bool:
        """Whether the verdict is lower without these: all their rows fallen out, or indicators never submitted besides."""
        key = frozenset(gone)
        if key not in self._known:
            judging = self._judging
            left, lost = taken_out(judging.evidence, key)
            self._known[key] = judging.lower(judging.quick(left, key, lost)) or (
                bool(lost) and judging.lower(judging.quick(emptied(judging.evidence, key), key, ()))
            )
        return self._known[key]


def _records(asked: _Asked, kinds: list[str]) -> tuple[list[str], list[str]]:
    """Kinds of records that carry, and those that do not: as many as can all be gone at once, asked one after the other.

    Those without which the verdict is lower carry. Of others that do it together only, the last in the order of kinds do.
    """
    carrying, leans = [], list[str]()
    for kind in kinds:
        if asked.lower((*leans, kind)):
            carrying.append(kind)
        else:
            leans.append(kind)
    return carrying, leans


def _figures(asked: _Asked, better: tuple[str, ...], leans: list[str], behind: Collection[str]) -> list[str]:
    """The indicators that carry, alone or together.

    First those that the facts behind the verdict rest on, then as many others, the surest first, as it takes for it to stand.
    """
    if not better or not asked.lower((*leans, *better)):
        return []
    first = [name for name in better if name in behind]
    line = [*first, *(name for name in better if name not in behind)]
    for many in range(max(1, len(first)), len(line) + 1):
        if not asked.lower((*leans, *line[many:])):
            return line[:many]
    return line


def claimed(margins: Margins) -> tuple[Margin, ...]:
    """What can be claimed and looked at: the parts of each piece that has parts, else the piece; only where any number stands."""
    every: list[Margin] = []
    for one in margins.pieces:
        every += one.parts or (one,)
    return tuple(one for one in every if one.together is not None)
