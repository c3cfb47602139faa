"""Assessments begun anew just after one for the same child was ended, so that each is in time and both together are not.

Tests:
    For children with two assessments or more: how many of the later ones begin within a week of the end of the one before
    where each lies within 45 working days, bank holidays left out, and both together do not, against those that begin in the
    eight weeks after.
    And for assessments that began more than a week after the referral on list 3: how many lie within 45 working days where
    referral and assessment together do not, against how long assessments take that began at once.

Why it matters:
    A clock that is set back to nought counts the same wait twice as short. The child waits all the same.

Innocent explanations:
    Something new happened just after the first assessment ended.
    The first was of another kind, or for a brother or sister and entered by mistake.
    The system ends one form and opens another when the worker changes.

Ask:
    What was new about this child on the day the second assessment began?
    How many days did the family wait from the first referral to the decision?

Cannot tell:
    A new need from an old clock. Restarts that overwrite the first row leave no trace here. Nothing is said of fewer
    than ten second assessments, or of fewer than eight that began late.

Reference:
    Bevan & Hood (2006), Public Administration 84(3), 517-538; Department for Education (2023), Working Together to
    Safeguard Children (45 working days).
"""

from itertools import pairwise
from typing import Any, NamedTuple

from inspector.model.case_lists import CaseList
from inspector.model.evidence import Evidence
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.model.words import agree, plural
from inspector.probes import FIELDS, Teller, case_list, list_rows

ABOUT = About(id="clock-restarts", title="Assessments begun anew", fields=FIELDS, needs=("case-records",))
LOOKS_AT = "the same child twice"
SUBJECT = "case-records/list-4"
START, END = "continuous_assessment_start_date", "continuous_assessment_date_of_authorisation"
READS = {"list-4": ("child_unique_id", START, END)}
REFERRED = "date_of_referral"
WAITS, SOON_DAYS, NEAR, FEW_WAITED, PROMPT = (5, 10, 20), 3, 120, 8, 50
"""Working days from referral to start that are long and that are prompt, days that are near, and how many of each are needed."""
DEADLINE, SOON, LATER = 45, 7, 63
"""Working days allowed; days after the end that are soon, and up to which others are looked at."""
ALPHA, FEWEST, LEAST = 0.005, 10, 4
INNOCENT = (
    "Something new happened just after the first assessment ended.",
    "The first was of another kind, or for a brother or sister and entered by mistake.",
    "The system ends one form and opens another when the worker changes.",
)
ASK = (
    "What was new about this child on the day the second assessment began?",
    "How many days did the family wait from the first referral to the decision?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


class _Waited(NamedTuple):
    """Assessments (by place) that began so late that they are in time; of how many that began late, and how many are usual."""

    chance: float
    places: list[int]
    late: int
    usual: float
    days: int


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for the list of assessments. `n` counts second assessments and those begun late, `effect` is a share."""
    one = case_list(evidence, "list-4", "child_unique_id", START, END)
    if one is None:
        return (TELL.not_applicable("case-records", "No list of assessments was submitted."),)
    pairs = _pairs(one)
    waited = _waited(one, case_list(evidence, "list-3", "child_unique_id", REFERRED))
    if len(pairs) < FEWEST and waited is None:
        says = f"{plural(len(pairs), 'assessment')} of children assessed before; {FEWEST} are needed."
        return (TELL.too_little(SUBJECT, says, len(pairs), LEAST / len(one)),)
    first = _tested(one, pairs)
    if waited is None or waited.chance >= ALPHA:
        return (first,)
    return (_both(one, first, waited, len(pairs)),)


def _both(one: CaseList, first: Trace, waited: _Waited, pairs: int) -> Trace:
    """What is asked of assessments begun late, and where it is asked too, of those begun anew."""
    asks = first.outcome == "question"
    n = len(waited.places)
    says = (
        f"{n} of {waited.late} assessments begun more than {waited.days} working days after the referral lie within "
        f"{DEADLINE} working days and would not from the referral on; those begun at once lead one to expect about "
        f"{waited.usual:.0f}."
    )
    rows = {row for part in first.rows for row in part.rows} if asks else set()
    places = sorted({*waited.places, *(at for at, row in enumerate(one.rows.tolist()) if row in rows)})
    return TELL.tested(
        "question",
        SUBJECT,
        f"{first.says} {says}" if asks else says,
        pairs + waited.late,
        p_value=min(waited.chance, first.p_value or 1.0),
        effect=min(1.0, max(0.0, n - waited.usual) / len(one) + (first.effect or 0.0)),
        smallest=LEAST / len(one),
        rows=list_rows(one, places),
    )


def _waited(one: CaseList, referrals: CaseList | None) -> _Waited | None:
    """Assessments that began long after the latest referral of their child, families once."""
    import numpy as np

    from inspector.stats.tails import above_unequal
    from inspector.stats.working_days import between

    places, asked = _referred(one, referrals)
    if not places:
        return None
    start, end = one.columns[START][places], one.columns[END][places]
    wait, took = between(np.array(asked, dtype="datetime64[D]"), start), between(start, end)
    prompt = np.sort(took[wait <= SOON_DAYS])
    found = []
    for days in WAITS:
        late = np.flatnonzero(wait > days)
        once = late[np.unique(np.stack([start[late].astype(int), end[late].astype(int)]), axis=1, return_index=True)[1]]
        if len(once) < FEW_WAITED or len(prompt) < PROMPT:
            continue
        upto = np.searchsorted(prompt, DEADLINE, side="right")
        shares = (upto - np.searchsorted(prompt, DEADLINE - wait[once], side="right")) / len(prompt)
        shares = np.clip(shares, 0.02, 0.98)
        hit = (took <= DEADLINE) & (wait + took > DEADLINE)
        chance = min(1.0, len(WAITS) * above_unequal(int(hit[once].sum()), shares.tolist()))
        mine = [places[at] for at in late.tolist() if hit[at]]
        found.append(_Waited(chance, mine, len(late), float(shares.mean() * len(late)), days))
    return min(found, default=None, key=lambda one: one.chance)


def _referred(one: CaseList, referrals: CaseList | None) -> tuple[list[int], list[Any]]:
    """Places of finished assessments, and the day of the latest referral of the child before each, where one is near."""
    import numpy as np

    if referrals is None:
        return [], []
    days: dict[str, list[Any]] = {}
    for child, day in zip(referrals.columns["child_unique_id"], referrals.columns[REFERRED], strict=True):
        if child and not np.isnat(day):
            days.setdefault(str(child), []).append(day)
    places, asked = [], []
    start, end = one.columns[START], one.columns[END]
    for place in np.flatnonzero(~np.isnat(start) & ~np.isnat(end)).tolist():
        before = [day for day in days.get(str(one.columns["child_unique_id"][place]), []) if day <= start[place]]
        if before and start[place] - max(before) <= np.timedelta64(NEAR, "D") and end[place] >= start[place]:
            places.append(place)
            asked.append(max(before))
    return places, asked


def _pairs(one: CaseList) -> list[tuple[int, int]]:
    """Places of two assessments in a row of the same child."""
    import numpy as np

    child, start = one.columns["child_unique_id"], one.columns[START]
    known = [place for place in range(len(one)) if child[place] and not np.isnat(start[place])]
    order = sorted(known, key=lambda place: (str(child[place]), start[place], int(one.rows[place])))
    return [(a, b) for a, b in pairwise(order) if child[a] == child[b]]


def _tested(one: CaseList, pairs: list[tuple[int, int]]) -> Trace:
    from inspector.stats.tails import above_binomial

    fits = _together(one, pairs)
    gaps = [_gap(one, a, b) if fit else None for (a, b), fit in zip(pairs, fits, strict=True)]
    soon = [pair for pair, gap in zip(pairs, gaps, strict=True) if gap is not None and 0 <= gap <= SOON]
    later = sum(gap is not None and SOON < gap <= LATER for gap in gaps)
    expected = (later + 0.5) * (SOON + 1) / (LATER - SOON)
    share = (SOON + 1) / (LATER + 1)
    p_value = above_binomial(len(soon), len(soon) + later + 0.5, share) if soon else 1.0
    excess = len(soon) - expected
    asks = p_value < ALPHA and len(soon) >= LEAST
    says = (
        f"{len(pairs)} assessments followed an earlier one; they begin no oftener just after it than chance explains."
    )
    if asks:
        says = (
            f"{len(soon)} assessments begin within {SOON} days of the end of one for the same child, each within "
            f"{DEADLINE} working days and both together beyond; {later} "
            f"{agree(later, 'begins', 'begin')} in the eight weeks after."
        )
    rows = sorted({place for pair in (soon if asks else pairs) for place in pair})
    return TELL.tested(
        "question" if asks else "clear",
        SUBJECT,
        says,
        len(pairs),
        p_value=p_value,
        effect=excess / len(one) if asks else 0.0,
        smallest=LEAST / len(one),
        rows=list_rows(one, rows),
    )


def _gap(one: CaseList, first: int, then: int) -> int | None:
    """Days from the end of the first to the start of the second."""
    import numpy as np

    end, start = one.columns[END][first], one.columns[START][then]
    return None if np.isnat(end) else int((start - end).astype(np.int64))


def _together(one: CaseList, pairs: list[tuple[int, int]]) -> list[bool]:
    """Of each pair whether each lies within the deadline and both together do not (a second without an end: by its start)."""
    import numpy as np

    from inspector.stats.working_days import between

    first, then = (np.array([pair[place] for pair in pairs], dtype=int) for place in (0, 1))
    begin, mid = one.columns[START][first], one.columns[END][first]
    again, end = one.columns[START][then], one.columns[END][then]
    last = np.where(np.isnat(end), again, end)
    # Where a day is missing the number is none, and no comparison with it holds.
    apart = (between(begin, mid) <= DEADLINE) & (between(again, last) <= DEADLINE)
    return [bool(one) for one in apart & (between(begin, last) > DEADLINE)]
