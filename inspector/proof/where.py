"""Where to look first when hours are few: how many rows of each claim, so that lying pays least for whoever knows this plan.

A cheat reads the plan, and lies in one claim: he makes up as many rows as the claim forbids, or two, three, four times as many,
each time for as many steps of the verdict more, up to `TOP`. Which rows is the same to him, so that rows of a claim are drawn
alike. Undetected he gains those steps (`Claim.gain` for the first time); caught he loses `CAUGHT`. Caught he is by one of his
rows being drawn, or without a visit (`Claim.noticed`: never where evidence is exposed). One row after another goes to the claim
that he would choose now: all claims end about as unattractive as one another, and no other sharing of the hours leaves his best
answer lower by more than a row does. Where it does not pay to lie in one claim, it does not pay in several at once.

What this takes for granted: the inspector sees that a drawn row is false; the cheat risks nothing but the verdict, and lies to
be judged higher than he would be without. A margin that was not tried in full may be larger than the true one: then fewer rows do
for him, and he is found less often than is said here.

Reference: Avenhaus, von Stengel & Zamir (2002), Inspection games, Handbook of Game Theory vol. 3, ch. 51 (an inspector who
announces, section 5); von Stackelberg (1934).
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from inspector.model.ladder import Trust
from inspector.model.visits import Claim
from inspector.model.words import agree, number, plural

CAUGHT = 1.0
"""Steps of the verdict that a lie costs once it is caught: what it held up falls, and the source with it."""
TOP = 4
"""Steps from the lowest verdict to the highest."""
NOTICED: Mapping[Trust, float] = {"compromised": 0.0, "exposed": 0.0, "plain": 0.1, "corroborated": 0.5}
"""The chance that a false claim is noticed without a visit, by the trust in its evidence. A convention, and stated as one."""


class Answer(NamedTuple):
    """What is best for a cheat who knows the plan: the claim to lie in, and what he may expect of it in steps of the verdict."""

    claim: str
    gain: float


def expected(claim: Claim, rows: int, caught: float = CAUGHT) -> float:
    """What a cheat may expect at best of lying in a claim of which `rows` are looked at, in steps of the verdict."""
    often = range(1, max(1, min(TOP // _steps(claim), claim.of // claim.fewer_than)) + 1)
    return max(_worth(claim, times, rows, caught) for times in often)


def missed(of: int, wrong: int, rows: int) -> float:
    """The chance that none of `wrong` is among `rows` drawn of `of`; products alone, so that all machines agree."""
    few, many = sorted((min(wrong, of), min(rows, of)))
    chance = 1.0
    for i in range(few):
        chance *= max(0, of - many - i) / (of - i)
    return chance


def _steps(claim: Claim) -> int:
    return max(1, claim.gain)


def _worth(claim: Claim, times: int, rows: int, caught: float) -> float:
    unseen = (1 - claim.noticed) * missed(claim.of, times * claim.fewer_than, rows)
    return times * _steps(claim) * unseen - caught * (1 - unseen)


def best_answer(claims: Sequence[Claim], rows: Mapping[str, int], caught: float = CAUGHT) -> Answer:
    """The claim in which lying pays most, the first of several; claims that `rows` does not name are not looked at.

    Raises ValueError where there is no claim.
    """
    return max((Answer(c.id, expected(c, rows.get(c.id, 0), caught)) for c in claims), key=lambda answer: answer.gain)


def sizes(
    claims: Sequence[Claim],
    minutes: float | None = None,
    most_rows: int | None = None,
    drawn: Mapping[str, int] | None = None,
    most: Mapping[str, int] | None = None,
) -> dict[str, int]:
    """How many rows of each claim to draw within `minutes` and `most_rows`, beside those `drawn` already.

    Never more than `most` of it, and where that is not given never more than its sample. Claims that get none are left out; the
    order is that of the claims.
    """
    before = {claim.id: (drawn or {}).get(claim.id, 0) for claim in claims}
    needed = {claim.id: claim.sample - before[claim.id] for claim in claims} if most is None else most
    rows_left = sum(needed.values()) if most_rows is None else most_rows
    left = sum(needed[claim.id] * claim.minutes for claim in claims) if minutes is None else minutes
    more = dict.fromkeys((claim.id for claim in claims), 0)
    answers = {claim.id: expected(claim, before[claim.id]) for claim in claims}
    while rows_left > 0 and (open_ := [c for c in claims if c.minutes <= left and more[c.id] < needed[c.id]]):
        claim = max(open_, key=lambda one: answers[one.id])
        more[claim.id] += 1
        rows_left, left = rows_left - 1, left - claim.minutes
        answers[claim.id] = expected(claim, before[claim.id] + more[claim.id])
    return {id: many for id, many in more.items() if many}


def minutes_needed(claims: Sequence[Claim], caught: float = CAUGHT) -> int:
    """The minutes from which lying no longer pays anywhere."""
    return sum(
        claim.minutes * next(n for n in range(claim.of + 1) if expected(claim, n, caught) <= 0) for claim in claims
    )


def says(claims: Sequence[Claim], rows: Mapping[str, int]) -> str:
    """The announcement: the chance of each row to be drawn, and what a cheat who reads this may expect."""
    chances = "; ".join(
        f"{rows.get(claim.id, 0)} of {plural(claim.of, claim.unit)} of {claim.id} "
        f"({number(round(100 * rows.get(claim.id, 0) / claim.of, 1))} %)"
        for claim in claims
    )
    answer = best_answer(claims, rows)
    many = round(abs(answer.gain), 2)
    steps = f"{number(many)} {agree(many, 'step', 'steps')} of the verdict on average"
    pays = (
        f"would still gain {steps}, in {answer.claim}" if answer.gain > 0 else f"would lose {steps}: lying does not pay"
    )
    return f"Drawn: {chances}. Whoever knows this and lies where it is best for him {pays}."
