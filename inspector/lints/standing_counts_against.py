"""A theme that stands higher gives a worse verdict.

What:
    Where a theme stands higher, and all else is as it was, another row gives a worse verdict. Rows that ask how a theme
    stands are held against one another by their conditions alone; what only follows from what fields mean is asked by
    `inspector framework prove`.

Why:
    Whoever shows more may not be told worse for it. Most often a row was meant to say `>= doing` and says `doing`, or a row
    that asks for more gives less.

Bad:
    verdicts:
      - {id: good, verdict: emerging, when: {trying: {theme: trying, standing: stated}}}
      - {id: cannot-say, verdict: not-evidenced}

Good:
    verdicts:
      - {id: good, verdict: emerging, when: {trying: {theme: trying, standing: ">= stated"}}}
      - {id: cannot-say, verdict: not-evidenced}

Waive:
    Where a higher standing is itself what is asked about: say of which theme, and why.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from inspector.framework.implied import meets
from inspector.lints._implies import Known, implies
from inspector.lints._walk import Vocabulary, remark
from inspector.model.ladder import STANDINGS, Standing, height
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework, Pattern, Tally, VerdictRow

ID = "standing-counts-against"
LEVEL: Level = "error"
FAMILY = "table"
MOST = 4
"""Themes whose standings are tried together; rows that read more are tried with those of the first four."""


class _Row(NamedTuple):
    """A row without what it asks of standings, and those: by theme the words that it takes."""

    row: VerdictRow
    rest: VerdictRow
    takes: dict[str, tuple[Standing, ...]]


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each row that is left for a worse one when a theme stands higher and nothing else changes.

    Only a row that all else leaves as it was counts: the worse row asks for nothing that the better one did not.
    """
    known = Known.of(framework, vocabulary)
    rows = [_Row(row, _rest(row), _takes(row)) for row in framework.verdicts]
    found = []
    for place, one in enumerate(rows):
        worse = next(_worse(rows, place, known), None)
        if worse is not None:
            theme, low, high, other = worse
            message = (
                f"{one.row.id} gives {one.row.verdict} where {theme} is {low}; where it is {high} and nothing else differs, "
                f"{other.row.id} gives {other.row.verdict}"
            )
            expected = "a verdict that is no worse where a theme stands higher"
            found.append(remark(ID, one.row.where, message, expected, 'ask for ">= …", or move a row', LEVEL))
    return tuple(found)


def _worse(rows: Sequence[_Row], place: int, known: Known) -> Iterator[tuple[str, Standing, Standing, _Row]]:
    """Themes by which a row is left for a worse one: from which standing to which, and to which row."""
    one = rows[place]
    for theme, low, others in _stands(one):
        for high in STANDINGS[STANDINGS.index(low) + 1 :]:
            after = {**others, theme: high}
            other = _first(rows, one, after, known)
            if other is not None and height(other.row.verdict) < height(one.row.verdict):
                yield theme, low, high, other


def _stands(one: _Row) -> Iterator[tuple[str, Standing, dict[str, Standing]]]:
    """Every theme that a row reads at every standing it takes, the other themes that it reads as they have to be."""
    themes = list(one.takes)[:MOST]
    for combination in product(*(one.takes[theme] for theme in themes)):
        stands = dict(zip(themes, combination, strict=True))
        for theme in themes:
            yield theme, stands[theme], stands


def _first(rows: Sequence[_Row], one: _Row, stands: dict[str, Standing], known: Known) -> _Row | None:
    """The first row that holds for certain with these standings, all else being what `one` asks for.

    None where an earlier row might hold by what `one` leaves open: then it is not all else that is as it was.
    """
    for other in rows:
        if any(theme not in stands for theme in other.takes):
            continue
        if all(stands[theme] in takes for theme, takes in other.takes.items()) and implies(one.rest, other.rest, known):
            return other
    return None


def _rest(row: VerdictRow) -> VerdictRow:
    return row.model_copy(update={"when": tuple(part for part in row.when if not _of_standing(part))})


def _takes(row: VerdictRow) -> dict[str, tuple[Standing, ...]]:
    found: dict[str, tuple[Standing, ...]] = {}
    for part in row.when:
        if isinstance(part, Pattern) and _of_standing(part):
            theme = part.kind.removeprefix("standing/")
            before = found.get(theme, STANDINGS)
            found[theme] = tuple(
                w for w in before if all(meets(w, c) for c in part.conditions if c.field == "standing")
            )
    return found


def _of_standing(part: Pattern | Tally) -> bool:
    """Whether it asks where a theme stands, and nothing else."""
    return (
        isinstance(part, Pattern)
        and part.kind.startswith("standing/")
        and all(c.field == "standing" and c.ref is None for c in part.conditions)
    )
