"""Who vouches for a verdict: whether what a visit proves leaves too few wrong rows to lower it.

A verdict stands on parts of the evidence, of each of which so many rows may be wrong at once. A claim that was looked into
bounds how many of its rows are wrong. A part holds where the claims that have its rows leave it no more wrong ones than that;
rows that no claim has may all be wrong. All parts have to hold. There are two ways:

*as planned*: the parts are those on paper. If the verdict is wrong, one of them has more wrong rows than it bears, which one is
settled before anything is drawn, and the bound on it is too low with at most 5 %.

*anew*: the parts are those of what stands since rows were struck. Which of them is the false one can hang on which rows were
drawn, so that each of m claims is bounded at 5 % / m.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from inspector.model.assurance import Assured, ForNext, Vouched, Wanted, weakest
from inspector.model.visits import Assurance, Margin, Part, Proved, Unit
from inspector.model.words import agree, number, plural
from inspector.proof.claims import most_together, one_and_all
from inspector.proof.pieces import Place
from inspector.stats.attribute_sampling import Rate, as_written
from inspector.stats.looking_after_every_row import prior_for, rows_needed

LEAST_CONFIDENCE = 0.95
"""A claim held at less than this vouches for nothing."""


class Bearing(NamedTuple):
    """A part of the evidence that a verdict stands on: its rows, and how many may be wrong at once; None where not even none."""

    evidence: str
    part: Part
    unit: Unit
    rows: frozenset[Place]
    bears: int | None


class Looked(NamedTuple):
    """One claim that was looked into: all its rows, those known to be right and those struck, and what that proves.

    As planned no row is known or struck: then the bound is on all of its rows. At most `most` are wrong, at `confidence`;
    `found` were found so, those too that do not count yet. Of a `census` no row counts as right that nobody looked at.
    """

    rows: frozenset[Place]
    right: frozenset[Place]
    wrong: frozenset[Place]
    unit: Unit
    proved: Proved
    most: int
    confidence: Rate
    found: int
    census: bool = False

    @property
    def further(self) -> int:
        """At most how many rows are wrong besides those struck."""
        return max(0, self.most - len(self.wrong))

    def unknown(self, part: Bearing) -> frozenset[Place]:
        """The rows of a part of which it is open whether they are right."""
        return (self.rows & part.rows) - self.right - self.wrong


def as_planned(rows: Iterable[Place], unit: Unit, proved: Proved, found: int, *, census: bool = False) -> Looked:
    """A claim held against what the verdict stood on before anything was drawn."""
    nothing = frozenset[Place]()
    return Looked(frozenset(rows), nothing, nothing, unit, proved, proved.most, proved.confidence, found, census)


def anew(one: Looked, right: Iterable[Place], wrong: Iterable[Place], claims: int) -> Looked:
    """The same claim held against what stands since rows were struck; `claims` is how many the visit has."""
    struck = frozenset(wrong)
    if one.census:
        return one._replace(right=frozenset(right) - struck, wrong=struck, most=max(one.most, len(struck)))
    least = as_written(one.proved.confidence)
    return one._replace(
        right=frozenset(right) - struck,
        wrong=struck,
        most=max(most_together(one.proved, claims), len(struck)),
        confidence=1 - (1 - least) / claims,
    )


class Weighed(NamedTuple):
    """A part with the most rows of it that can be wrong besides those set aside, and the claims that have rows of it.

    `bounded` is the claim that bounds it, `others` how many rows that claim says nothing of, `uncovered` of those no claim has.
    """

    part: Bearing
    most: int
    others: int
    uncovered: int
    bounded: Looked | None
    claims: tuple[Looked, ...]

    @property
    def holds(self) -> bool:
        """Whether so few can be wrong that the verdict stands."""
        return self.part.bears is not None and self.most <= self.part.bears


def bearing(piece: Margin, rows: Iterable[Place]) -> Bearing:
    """A part as a margin has it, with its rows: it bears as many wrong ones as the verdict stands with, all parts at once."""
    return Bearing(piece.evidence, piece.part, piece.unit, frozenset(rows), piece.together)


def weighed(part: Bearing, claims: Sequence[Looked]) -> Weighed:
    """The most rows of a part that can be wrong besides those that were found wrong and are set aside already.

    One sampled claim alone bounds them, that which has most of its rows: two bounds at 95 % do not hold together at 95 %.
    """
    mine = tuple(one for one in claims if one.rows & part.rows)
    uncovered = len(part.rows - _all(one.rows for one in mine))
    counting = [one for one in mine if one.proved.confidence >= LEAST_CONFIDENCE and one.unknown(part)]
    best = max(counting, key=lambda one: len(one.rows & part.rows), default=None)
    unknown = _all(one.unknown(part) for one in mine)
    bounded = best.unknown(part) if best else frozenset[Place]()
    others = len(unknown - bounded) + uncovered
    most = others + (min(best.further, len(bounded)) if best else 0)
    return Weighed(part, most, others, uncovered, best, mine)


def _all(some: Iterable[frozenset[Place]]) -> frozenset[Place]:
    return frozenset[Place]().union(*some)


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
    many = len(wanted)
    if many == len(found):
        none = agree(
            many, "the part of the evidence that it stands on is not", f"none of the {many} parts it stands on is"
        )
        says = f"{none} settled."
    else:
        says = f"of the {len(found)} parts of the evidence that it stands on, {many} {agree(many, 'is', 'are')} not settled."
    paper = "That has not settled all that it stands on."
    return word, Assured(says=paper, pieces=pieces, for_next=ForNext(word="verified", says=says, wanted=wanted))


def _all_hold(many: int) -> str:
    these = agree(many, "the part", f"each of the {many} parts")
    return f"Of {these} of the evidence that it stands on too few rows can be wrong to lower it."


def _piece(one: Weighed) -> Vouched:
    word: Assurance = "verified" if one.holds else "on-paper"
    first, *others = [bound(claim) for claim in one.claims] or [""]
    bounds = " ".join([first, *(f"{says[0].upper()}{says[1:]}" for says in others)])
    nobody = f"none of its {plural(len(one.part.rows), one.part.unit)} is in a claim of the visit."
    return Vouched(
        evidence=one.part.evidence, part=one.part.part, assurance=word, says=f"{bounds or nobody} {_against(one)}"
    )


def bound(claim: Looked) -> str:
    """`of 500 rows at most 42 (8.4 %) are not as written, at 95 %; 38 looked at, none wrong.`"""
    proved, of = claim.proved, plural(claim.proved.of, claim.unit)
    if claim.most >= proved.of and not proved.looked:
        return f"of {of} none was looked at that can count."
    looked = f"{proved.looked} looked at, {proved.wrong or 'none'} wrong"
    at = "" if claim.census or proved.looked == proved.of else f", at {number(100 * proved.confidence)} %"
    shared = f" ({_share(claim.most, proved.of)}{at}, shared among the claims)"
    jointly = shared if claim.most > proved.most else ""
    if proved.least == proved.most:
        exactly = f"exactly {proved.most} {agree(proved.most, 'is', 'are')} not as written"
        return f"of {of} {exactly if proved.most else 'every one is as written'}{at}{jointly}; {looked}."
    many = f"{_share(proved.most, proved.of)} {agree(proved.most, 'is', 'are')} not as written"
    return f"of {of} {many}{at}{jointly}; {looked}."


def _share(most: int, of: int) -> str:
    return f"at most {most} ({number(ceil(Fraction(1000 * most, of)) / 10)} %)"


def _against(one: Weighed) -> str:
    bears, rows = one.part.bears, len(one.part.rows)
    if bears is None:
        return "The verdict was seen to change with none of it wrong, once all is gone that speaks for it besides."
    if one.holds and bears >= rows:
        return "The verdict stands without all that nobody looked at."
    would = f"{bears + 1} {'more ' if any(claim.wrong for claim in one.claims) else ''}would have to be"
    return f"{would}, as far as was tried, for the verdict to change."


def _wanted(one: Weighed) -> Wanted:
    unit, rows, claim = one.part.unit, None, one.bounded
    if one.uncovered:
        all_of = f"{one.uncovered} of its {plural(len(one.part.rows), unit)}"
        says = f"{all_of} {agree(one.uncovered, 'is', 'are')} in no claim of the visit: plan another."
    elif any(other.proved.confidence < LEAST_CONFIDENCE for other in one.claims):
        says = "the visit was planned for less than 95 %: plan another."
    elif claim is None or (rows := _more(one, claim)) is None:
        says = "no number of rows that are as written would settle it now: plan another visit, by what stands."
    else:
        unit = claim.unit
        says = f"{plural(rows, f'more {unit}')} {agree(rows, 'settles', 'settle')} it if all are as written{_anew(claim, rows)}."
    return Wanted(evidence=one.part.evidence, part=one.part.part, unit=unit, rows=rows, says=says)


def _anew(claim: Looked, rows: int) -> str:
    """Why it takes another number of rows than the claim does as planned; empty where it does not."""
    settles = claim.proved.rows_left
    if settles in (None, rows) or not (claim.right or claim.wrong):
        return ""
    claimed = f"as planned {settles} would settle the claim" if settles else "the claim is settled as planned"
    why = "what the verdict stands on was worked out anew by what was found, and all bounds on it have to hold together"
    return f": {claimed}, but {why}"


def _more(one: Weighed, claim: Looked) -> int | None:
    """How many more rows of a claim, all as written, leave the part no more wrong ones than it bears; None where none would."""
    may = (one.part.bears if one.part.bears is not None else -1) - one.others
    if may < 0:
        return None
    proved, found = claim.proved, max(claim.found, claim.proved.wrong)
    seen = proved.looked + found - proved.wrong
    few = min(may + len(claim.wrong) + 1, proved.of)
    if claim.census:
        return max(1, one_and_all(proved.of, few) + found - seen) if found < few else None
    needed = rows_needed(proved.of, few, claim.confidence, found, seen, prior_for(proved.of, proved.fewer_than))
    return None if needed is None else max(1, needed - seen)
