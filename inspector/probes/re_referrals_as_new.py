"""Children referred before whose earlier referrals are not counted.

Tests:
    On the list of referrals: for every child with two referrals or more within a year, whether the number of earlier
    referrals written beside the latest is at least what the list itself shows. Beyond three such slips in a hundred it asks;
    and about one team, where that many more are its own than the other teams'.

Why it matters:
    A family that comes back tells that the first answer did not last. Counted as new, it tells nothing.

Innocent explanations:
    The number is filled in when the first referral comes, and not afterwards.
    Earlier referrals were joined to the first, by rule.
    The column counts calendar years, or only referrals that led to an assessment.

Ask:
    How does this number come into the system, and who looks at it?
    What happened after the first referral of these children?

Cannot tell:
    Earlier referrals that are not on the list, nor children who come back under another number. Nothing is said of
    fewer than ten children with two referrals.

Reference:
    Ofsted (2024), Annex A, list 3, guidance to column 9; the rest is counting.
"""

from inspector.model.case_lists import CaseList
from inspector.model.evidence import Evidence
from inspector.model.facts import About
from inspector.model.traces import Outcome, Trace
from inspector.model.words import agree
from inspector.probes import FIELDS, Teller, case_list, list_rows

ABOUT = About(id="re-referrals-as-new", title="Earlier referrals not counted", fields=FIELDS, needs=("case-records",))
LOOKS_AT = "numbers against the list itself"
SUBJECT = "case-records/list-3"
DATE, NUMBER = "date_of_referral", "number_of_referrals_in_last_12_months"
READS = {"list-3": ("child_unique_id", DATE, NUMBER)}
SLIPS, ALPHA = 0.03, 0.005
TEAM = "allocated_team"
FEWEST, MANY, LARGE = 10, 5, 0.25
"""Children with two referrals; those not counted, and their share, from which slips no longer explain them."""
INNOCENT = (
    "The number is filled in when the first referral comes, and not afterwards.",
    "Earlier referrals were joined to the first, by rule.",
    "The column counts calendar years, or only referrals that led to an assessment.",
)
ASK = (
    "How does this number come into the system, and who looks at it?",
    "What happened after the first referral of these children?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for the list of referrals. `n` counts children with two referrals or more within a year."""
    from inspector.stats.tails import above_binomial

    one = case_list(evidence, "list-3", "child_unique_id", DATE, NUMBER)
    if one is None:
        return (TELL.not_applicable("case-records", "No list of referrals with their number was submitted."),)
    again, less = _counted(one)
    n = len(again)
    if n < FEWEST:
        says = f"{n} {agree(n, 'child has', 'children have')} two referrals within a year; {FEWEST} are needed."
        return (TELL.too_little(SUBJECT, says, n, MANY / FEWEST),)
    p_value = above_binomial(len(less), n, SLIPS)
    if p_value >= ALPHA and (mine := _team(one, again, less)) is not None:
        return (mine,)
    outcome: Outcome = "question" if p_value < ALPHA else "clear"
    if outcome == "question" and len(less) >= max(MANY, LARGE * n):
        outcome = "strong-question"
    says = (
        f"Of {n} children with two referrals or more within a year, {len(less)} "
        f"{agree(len(less), 'has', 'have')} fewer earlier ones written beside "
        "the latest than the list itself shows. Where no number is written beside the latest, the child is left out."
    )
    places = less if outcome != "clear" else again
    return (
        TELL.tested(
            outcome,
            SUBJECT,
            says,
            n,
            p_value=p_value,
            effect=len(less) / n,
            smallest=SLIPS + 3.2 * (SLIPS / n) ** 0.5 + 1 / n,
            rows=list_rows(one, places),
        ),
    )


def _team(one: CaseList, again: list[int], less: list[int]) -> Trace | None:
    """The team that counts too few by far oftener than the others; None where there is no such team."""
    from inspector.stats.tails import above_binomial

    if TEAM not in one.columns:
        return None
    names, short = one.columns[TEAM], set(less)
    teams: dict[str, list[int]] = {}
    for place in again:
        if names[place]:
            teams.setdefault(str(names[place]), []).append(place)
    found = []
    for name, mine in sorted(teams.items()):
        own, others = len(short & set(mine)), len(again) - len(mine)
        usual = max(SLIPS, (len(less) - own) / max(1, others))
        found.append((above_binomial(own, len(mine), usual) * len(teams), name))
    chance, name = min(found, default=(1.0, ""))
    if chance >= ALPHA or len(teams[name]) < FEWEST:
        return None
    places = [place for place in teams[name] if place in short]
    says = (
        f"Of {len(teams[name])} children of {name} with two referrals or more within a year, {len(places)} "
        f"{agree(len(places), 'has', 'have')} fewer earlier ones written beside the latest than the list itself shows; of "
        f"{len(again) - len(teams[name])} of the other teams {len(less) - len(places)}."
    )
    return TELL.tested(
        "question",
        SUBJECT,
        says,
        len(again),
        p_value=chance,
        effect=len(places) / len(again),
        smallest=SLIPS + 3.2 * (SLIPS / len(again)) ** 0.5 + 1 / len(again),
        rows=list_rows(one, places),
    )


def _counted(one: CaseList) -> tuple[list[int], list[int]]:
    """Places of the latest referrals of children referred before within a year, and of those that count too few."""
    import numpy as np

    child, day, number = (one.columns[field] for field in ("child_unique_id", DATE, NUMBER))
    places: dict[str, list[int]] = {}
    for place in range(len(one)):
        if child[place] and not np.isnat(day[place]):
            places.setdefault(str(child[place]), []).append(place)
    again, less = [], []
    for name in sorted(places):
        latest = max(places[name], key=lambda place: (day[place], int(one.rows[place])))
        # Two rows of one day may be one referral entered twice.
        earlier = {day[place] for place in places[name] if 0 < int((day[latest] - day[place]).astype(int)) <= 365}
        if earlier and not np.isnan(number[latest]):
            again.append(latest)
            less += [latest] if number[latest] < len(earlier) else []
    return again, less
