"""What the rows looked at say of a claim: confirmed, refuted or open, with the bounds, and how many more rows settle it.

Only rows that follow one another in the order drawn may be counted: whoever looks at the easy ones first has no sample that
chance drew. The bounds hold after every row, however the inspector stops (`stats/looking_after_every_row.py`).
"""

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction

from inspector.model.visits import Claim, Proved
from inspector.model.words import agree, number, plural
from inspector.stats.attribute_sampling import Rate, as_written, risk, rows_fixed
from inspector.stats.looking_after_every_row import bounds, prior_for, rows_needed

PLACES = 10
"""Shares are told to a tenth of one per cent."""


def sizes(of: int, fewer_than: int, confidence: Rate) -> tuple[int, int]:
    """`Claim.sample` and `Claim.fixed`: rows that settle it when none is wrong, looked at one after another and at once.

    Raises ValueError where fewer than 1 are to be wrong: looking at all of them is the only proof of none.
    """
    sample = rows_needed(of, fewer_than, confidence, prior=prior_for(of, fewer_than)) if fewer_than > 0 else None
    fixed = rows_fixed(of, fewer_than, confidence)
    if sample is None or fixed is None:
        raise ValueError(f"no sample shows that fewer than {fewer_than} of {of} are wrong")
    return sample, fixed


def census(claim: Claim) -> bool:
    """Whether rows of a claim are looked at one and all, so that none that nobody looked at is taken for right."""
    return claim.part == "key"


def one_and_all(of: int, fewer_than: int) -> int:
    """How many of `of` rows have to be looked at, and right, for fewer than `fewer_than` to be wrong for certain."""
    return max(0, of - fewer_than + 1)


def counted(drawn: Sequence[str], wrong: Mapping[str, bool]) -> tuple[int, int]:
    """(looked, wrong) up to the first row that nobody recorded. `drawn`: the keys of one claim, in the order drawn."""
    first = next((place for place, key in enumerate(drawn) if key not in wrong), len(drawn))
    return first, sum(wrong[key] for key in drawn[:first])


def proved(claim: Claim, looked: int, wrong: int, *, found_wrong: int | None = None) -> Proved:
    """What `wrong` of `looked` rows say of the claim.

    `found_wrong`: all rows found wrong, those too that cannot be counted yet; never fewer than that many are wrong.
    Raises ValueError where `wrong` > `looked` or `looked` > `claim.of`.
    """
    least, most = _bounds(claim, looked, wrong)
    known = max(wrong, found_wrong or 0)
    least, most = max(least, known), max(most, known)
    left = _left(claim, least, most, looked + known - wrong, known)
    return Proved(
        claim=claim.id,
        evidence=claim.evidence,
        of=claim.of,
        looked=looked,
        wrong=wrong,
        least=least,
        most=most,
        fewer_than=claim.fewer_than,
        confidence=claim.confidence,
        state="refuted" if left is None else "open" if left else "confirmed",
        rows_left=left,
        says=f"{_bound(claim, looked, least, most)} {_found(looked, wrong, known)}{_then(claim, left)}",
    )


def most_together(one: Proved, claims: int) -> int:
    """At most so many are wrong, where `claims` claims are bounded and all bounds are to hold together at the confidence of each.

    Needed when what a verdict hangs on is worked out anew from what was found: which claim is then the false one was not settled
    before the draw, and each bound takes its part of the risk. With one claim it is `most`. Raises ValueError for fewer than one.
    """
    if claims < 1:
        raise ValueError(f"{claims} claims are none")
    prior = prior_for(one.of, one.fewer_than)
    return max(one.least, bounds(one.of, one.looked, one.wrong, 1 - risk(one.confidence) / claims, prior)[1])


def _bounds(claim: Claim, looked: int, wrong: int) -> tuple[int, int]:
    if not census(claim):
        return bounds(claim.of, looked, wrong, claim.confidence, prior_for(claim.of, claim.fewer_than))
    if not 0 <= wrong <= looked <= claim.of:
        raise ValueError(f"{wrong} wrong of {looked} of {claim.of} rows cannot be")
    return wrong, claim.of - looked + wrong


def _left(claim: Claim, least: int, most: int, looked: int, wrong: int) -> int | None:
    if most < claim.fewer_than:
        return 0
    if least >= claim.fewer_than:
        return None
    if census(claim):
        return most - claim.fewer_than + 1
    needed = rows_needed(
        claim.of, claim.fewer_than, claim.confidence, wrong, looked, prior_for(claim.of, claim.fewer_than)
    )
    return None if needed is None else max(1, needed - looked)


def _bound(claim: Claim, looked: int, least: int, most: int) -> str:
    all_of = f"Of {plural(claim.of, claim.unit)}"
    if (least, most) == (0, claim.of) and not looked:
        return f"{all_of} none has been looked at."
    at = "" if looked == claim.of or census(claim) else f", at {number(float(100 * as_written(claim.confidence)))} %"
    if most == 0:
        return f"{all_of} every one is as written{at}."
    if least == most:
        return f"{all_of} exactly {least} {agree(least, 'is', 'are')} not as written{at}."
    refuted = least >= claim.fewer_than
    many, word, share = (least, "at least", math.floor) if refuted else (most, "at most", math.ceil)
    per_cent = number(share(Fraction(100 * PLACES * many, claim.of)) / PLACES)
    return f"{all_of} {word} {many} ({per_cent} %) {agree(many, 'is', 'are')} not as written{at}."


def _found(looked: int, wrong: int, known: int) -> str:
    waiting = known - wrong
    turn = f"{waiting} {'more ' if looked else ''}{agree(waiting, 'was', 'were')} found wrong out of turn"
    found = f"{looked} looked at, {wrong or 'none'} of them wrong"
    return "".join(f"{says}. " for says, many in ((found, looked), (turn, waiting)) if many)


def _then(claim: Claim, left: int | None) -> str:
    few = "none is" if claim.fewer_than == 1 else f"fewer than {claim.fewer_than} are"
    stands = f"{'The' if claim.how == 'exact' else 'As far as was tried, the'} verdict stands while {few} wrong"
    if left is None:
        return f"{stands}, which is refuted."
    more = f"; {plural(left, f'more {claim.unit}')} {agree(left, 'settles', 'settle')} it if all are right"
    return f"{stands}{more if left else ''}."
