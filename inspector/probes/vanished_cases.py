"""Children whom one list says to be on another, where they are not.

Tests:
    Three steps on which a child must turn up again: a conference that led to a plan (list 5) and the plan (list 7); an
    open child protection plan (list 7), and a child in care (list 8), and the list of all children in need (list 6).
    Beyond three missing in a hundred it asks.

Why it matters:
    A child who is open on one list and gone from the next is nobody's case, or is not shown.

Innocent explanations:
    The lists were drawn on different days.
    The plan was made by another authority, or the child moved away.
    The two lists come from systems with different numbers for the same child.

Ask:
    Where is each of these children now, and who sees them?
    From which system and on which day was each list drawn?

Cannot tell:
    Where a child is. Where more than half are missing the lists were made by other rules or numbers, and nothing is
    asked. Nothing is said of fewer than twenty children.

Reference:
    Ofsted (2024), Annex A, scope of lists 5 to 8; the rest is counting.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from inspector.model.case_lists import CaseList
from inspector.model.evidence import Evidence
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.model.words import agree
from inspector.probes import FIELDS, Teller, case_list, list_rows

ABOUT = About(id="vanished-cases", title="Children missing from a list", fields=FIELDS, needs=("case-records",))
LOOKS_AT = "one list against another"
SLIPS, ALPHA, FEWEST, OTHER = 0.03, 0.005, 20, 0.5
LAG = 14
"""Days before the last date of a list within which the next one need not know of a child yet."""
PLAN = "did_the_initial_child_protection_conference_result_in_a_child_protection_plan"
INNOCENT = (
    "The lists were drawn on different days.",
    "The plan was made by another authority, or the child moved away.",
    "The two lists come from systems with different numbers for the same child.",
)
ASK = (
    "Where is each of these children now, and who sees them?",
    "From which system and on which day was each list drawn?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


class _Step(NamedTuple):
    """Rows of list `before` that `wanted` picks must be found on list `after`; `words` say who they are."""

    before: str
    after: str
    fields: tuple[str, ...]
    wanted: Callable[[CaseList], Any]
    words: str


def _planned(one: CaseList) -> Any:
    import numpy as np

    held = one.columns["date_of_initial_child_protection_conference"]
    yes = np.array([str(said or "").lower().endswith("yes") for said in one.columns[PLAN]], dtype=bool)
    settled = ~np.isnat(held)
    return yes & settled & (held <= (held[settled].max() if settled.any() else held) - np.timedelta64(LAG, "D"))


def _open(begun: str, ended: str) -> Callable[[CaseList], Any]:
    def wanted(one: CaseList) -> Any:
        import numpy as np

        start = one.columns[begun]
        known = ~np.isnat(start)
        latest = start[known].max() if known.any() else np.datetime64("NaT", "D")
        return np.isnat(one.columns[ended]) & known & (start <= latest - np.timedelta64(LAG, "D"))

    return wanted


_CP = ("child_protection_plan_start_date", "child_protection_plan_end_date")
_CARE = ("date_started_to_be_looked_after", "date_ceased_to_be_looked_after")
STEPS = (
    _Step(
        "list-5",
        "list-7",
        (PLAN, "date_of_initial_child_protection_conference"),
        _planned,
        "whose conference led to a plan",
    ),
    _Step("list-7", "list-6", _CP, _open(*_CP), "with an open child protection plan"),
    _Step("list-8", "list-6", _CARE, _open(*_CARE), "in care"),
)
READS = {step.before: ("child_unique_id", *step.fields) for step in STEPS}


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each step of which both lists are there; its subject is the list that the children come from."""
    traces = []
    for step in STEPS:
        before = case_list(evidence, step.before, "child_unique_id", *step.fields)
        after = case_list(evidence, step.after, "child_unique_id")
        if before is not None and after is not None:
            traces.append(_one(step, before, after))
    if not traces:
        return (TELL.not_applicable("case-records", "No two lists on which the same children must be were submitted."),)
    return tuple(traces)


def _one(step: _Step, before: CaseList, after: CaseList) -> Trace:
    import numpy as np

    from inspector.stats.tails import above_binomial

    subject = f"case-records/{step.before}"
    known = {str(child) for child in after.columns["child_unique_id"] if child}
    child = before.columns["child_unique_id"]
    wanted = [place for place in np.flatnonzero(step.wanted(before)).tolist() if child[place]]
    gone = [place for place in wanted if str(child[place]) not in known]
    n = len(wanted)
    if n < FEWEST:
        return TELL.too_little(subject, f"{n} {agree(n, 'child', 'children')} {step.words}; {FEWEST} are needed.", n)
    if len(gone) > OTHER * n:
        says = (
            f"{len(gone)} of {n} children {step.words} are not on {step.after}: the lists follow other "
            "rules or numbers."
        )
        return TELL.too_little(subject, says, n, OTHER)
    p_value = above_binomial(len(gone), n, SLIPS)
    asks = p_value < ALPHA
    return TELL.tested(
        "question" if asks else "clear",
        subject,
        f"{len(gone)} of {n} children {step.words} {agree(len(gone), 'is', 'are')} not on {step.after}.",
        n,
        p_value=p_value,
        effect=len(gone) / n,
        smallest=SLIPS + 3.2 * (SLIPS / n) ** 0.5 + 1 / n,
        rows=list_rows(before, gone if asks else wanted),
    )
