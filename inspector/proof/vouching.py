"""Who vouches for a verdict: whether what a visit proves leaves too few wrong rows to lower it.

A verdict stands on parts of the evidence, of each of which so many rows may be wrong at once. A claim that was looked into bounds
how many of its rows are wrong. A part bears its share where the claims that have its rows leave it no more wrong ones than that;
rows that no claim has may all be wrong. All parts have to: if the verdict is wrong, one of them has more wrong rows than it bears,
and then the claim about it is bounded too low with at most 5 %.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from inspector.model.assurance import Assured, ForNext, Vouched, Wanted, weakest
from inspector.model.visits import Assurance, Margin, Part, Unit
from inspector.model.words import agree, number, plural
from inspector.proof.pieces import Place

LEAST_CONFIDENCE = 0.95
"""A claim held at less than this vouches for nothing."""


class Bearing(NamedTuple):
    """One part of the evidence that a verdict stands on: its rows, and how many may be wrong at once; None where not even none."""

    evidence: str
    part: Part
    unit: Unit
    rows: frozenset[Place]
    bears: int | None
    margin: int | None
    """How many rows of it, found wrong, were found to lower the verdict."""


class Looked(NamedTuple):
    """One claim that was looked into: all its rows, those found as written and found otherwise, and at most how many are wrong.

    `left` more rows, all as written, would settle the claim as it was planned; None where none would.
    """

    id: str
    rows: frozenset[Place]
    right: frozenset[Place]
    wrong: frozenset[Place]
    most: int
    looked: int
    wrong_in_turn: int
    left: int | None
    confidence: float
    says: str


class Weighed(NamedTuple):
    """A part with the most rows of it that can be wrong, besides those set aside; whether it bears them; and its claims."""

    part: Bearing
    most: int
    aside: int
    uncovered: int
    claims: tuple[Looked, ...]

    @property
    def holds(self) -> bool:
        """Whether so few can be wrong that the verdict stands."""
        return self.part.bears is not None and self.most <= self.part.bears


def bearing(piece: Margin, rows: Iterable[Place]) -> Bearing:
    """A part as a margin has it, with its rows."""
    return Bearing(piece.evidence, piece.part, piece.unit, frozenset(rows), piece.together, piece.rows)


def weighed(part: Bearing, claims: Sequence[Looked]) -> Weighed:
    """The most rows of a part that can be wrong besides those that were found wrong and are set aside already."""
    mine = tuple(one for one in claims if one.rows & part.rows and one.confidence >= LEAST_CONFIDENCE)
    most, covered = 0, frozenset[Place]()
    for one in mine:
        open_rows = (one.rows & part.rows) - one.right - one.wrong - covered
        most += min(max(0, one.most - len(one.wrong)), len(open_rows))
        covered |= one.rows
    aside = len(part.rows & frozenset(at for one in mine for at in one.wrong))
    uncovered = len(part.rows - covered)
    return Weighed(part, most + uncovered, aside, uncovered, mine)


def assured(parts: Sequence[Bearing], claims: Sequence[Looked], settled: str = "") -> tuple[Assurance, Assured]:
    """The assurance of a verdict and why, by the parts that it stands on and what was looked into.

    `settled` says why it stands on none.
    """
    found = [weighed(part, claims) for part in parts]
    if not found:
        says = settled or "It hangs on no piece of evidence, so that nothing found on site could bear it out."
        return "on-paper", Assured(says=says)
    pieces = tuple(_piece(one) for one in found)
    word = weakest([one.assurance for one in pieces])
    if word == "verified":
        return word, Assured(says=_all_hold(len(found)), pieces=pieces)
    wanted = tuple(_wanted(one) for one in found if not one.holds)
    missing = plural(len(wanted), "part")
    says = f"of {plural(len(found), 'part')} that it stands on {missing} {agree(len(wanted), 'is', 'are')} not settled."
    return word, Assured(
        says="A visit looked at what it stands on, and has not settled all of it.",
        pieces=pieces,
        for_next=ForNext(word="verified", says=says, wanted=wanted),
    )


def _all_hold(many: int) -> str:
    these = agree(many, "the part that it stands on", f"each of the {many} parts that it stands on")
    return f"Somebody looked on site: of {these} so few rows can be wrong that it stands."


def _piece(one: Weighed) -> Vouched:
    word: Assurance = "verified" if one.holds else "on-paper"
    return Vouched(evidence=named(one.part), assurance=word, says=f"{_bound(one)} {_against(one)}")


def named(part: Bearing) -> str:
    """The part as it is told: `improvement-log`, `improvement-log (the rows on which most hangs)`."""
    words = {"whole": "", "key": " (the rows on which most hangs)", "rest": " (the other rows)"}
    return f"{part.evidence}{words[part.part]}"


def _bound(one: Weighed) -> str:
    of = len(one.part.rows)
    all_of = f"of its {plural(of, one.part.unit)}"
    looked, wrong = sum(c.looked for c in one.claims), sum(c.wrong_in_turn for c in one.claims)
    if not one.claims:
        return f"No claim of the visit is about it, so that {all_of} all can be wrong."
    found = f"{looked} of what the visit asked about it {agree(looked, 'was', 'were')} looked at, {wrong or 'none'} of them wrong"
    share = f" ({number(round(100 * one.most / of, 1))} %)" if of and one.most else ""
    at = f"at {number(100 * min(c.confidence for c in one.claims))} %"
    besides = f", besides {one.aside} set aside" if one.aside else ""
    return f"{all_of[0].upper()}{all_of[1:]} at most {one.most}{share} {agree(one.most, 'is', 'are')} not as written{besides}, {at}; {found}."


def _against(one: Weighed) -> str:
    bears, margin = one.part.bears, one.part.margin
    if one.holds:
        if margin is None:
            return "The verdict stands without any of them."
        return f"{bears + 1 if bears is not None else margin} would have to be, as far as was tried, for the verdict to change."
    if bears is None:
        return "The verdict was found to change with none of them wrong, once everything else that speaks for it is gone."
    return f"The verdict was tried with at most {bears} of them wrong."


def _wanted(one: Weighed) -> Wanted:
    left = [claim.left for claim in one.claims]
    rows = sum(n for n in left if n) if left and None not in left and not one.uncovered else None
    unit = one.part.unit
    if rows:
        more = f"{plural(rows, f'more {unit}')} {agree(rows, 'settles', 'settle')} it if all are as written."
    elif one.uncovered:
        rows = None
        more = f"{one.uncovered} of its {plural(len(one.part.rows), unit)} {agree(one.uncovered, 'is', 'are')} in no claim of the visit: plan another."
    else:
        rows = None
        more = "the claim about it is refuted, or no longer what the verdict hangs on: plan another visit by what stands now."
    return Wanted(evidence=named(one.part), unit=unit, rows=rows, says=more)
