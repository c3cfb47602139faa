"""Children whom one list says to be on another, where they are not.

Tests:
    The table of open cases, list against list. A child must turn up again: after a conference that led to a plan (list 5)
    with the plan (list 7); with an open assessment (list 4), an open plan (list 7) or in care (list 8) on the list of all
    children in need (list 6); and one who is there with a plan, looked after or being assessed, open on list 7, 8 or 4.
    How many are missing is held against how many are missing between the other lists, twice as many and one in two hundred
    more; where there are no others, against three in a hundred.

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
    Where a child is, nor which of two lists is right. Where more than half are missing the lists were made by other rules
    or numbers, and nothing is asked. Nothing is said of fewer than twenty children.

Reference:
    Ofsted (2024), Annex A, scope of lists 5 to 8; the rest is counting.
"""

from collections.abc import Callable, Sequence
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
SELDOM, TWICE = 0.005, 2.0
"""One in two hundred more than twice the share that is missing between the other lists may be missing here."""
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
    """Rows of list `before` that `wanted` picks must be found on list `after` (in a row without the date `ended`, where there
    is such a column); `words` say who they are, `where` the place.
    """

    before: str
    after: str
    fields: tuple[str, ...]
    wanted: Callable[[CaseList], Any]
    words: str
    ended: str = ""

    @property
    def where(self) -> str:
        """The list, and that the child is open there."""
        return f"open on {self.after}" if self.ended else f"on {self.after}"


class _Found(NamedTuple):
    """What a step shows: who was looked for, who of them is not there (as places of `before`)."""

    step: _Step
    before: CaseList
    wanted: list[int]
    gone: list[int]


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


def _status(code: str) -> Callable[[CaseList], Any]:
    def wanted(one: CaseList) -> Any:
        import numpy as np

        is_open = _open(*_NEED)(one)
        return is_open & np.array([str(said or "").startswith(code) for said in one.columns[STATUS]], dtype=bool)

    return wanted


STATUS = "case_status"
_ASSESSED = ("continuous_assessment_start_date", "continuous_assessment_date_of_authorisation")
_NEED = ("cin_start_date", "cin_closure_date")
_CP = ("child_protection_plan_start_date", "child_protection_plan_end_date")
_CARE = ("date_started_to_be_looked_after", "date_ceased_to_be_looked_after")
_HELD = (PLAN, "date_of_initial_child_protection_conference")
STEPS = (
    _Step("list-4", "list-6", _ASSESSED, _open(*_ASSESSED), "with an open assessment"),
    _Step("list-5", "list-7", _HELD, _planned, "whose conference led to a plan"),
    _Step("list-6", "list-4", (*_NEED, STATUS), _status("d)"), "said to have an open assessment", _ASSESSED[1]),
    _Step("list-6", "list-7", (*_NEED, STATUS), _status("b)"), "said to have a child protection plan", _CP[1]),
    _Step("list-6", "list-8", (*_NEED, STATUS), _status("a)"), "said to be looked after", _CARE[1]),
    _Step("list-7", "list-6", _CP, _open(*_CP), "with an open child protection plan"),
    _Step("list-8", "list-6", _CARE, _open(*_CARE), "in care"),
)
READS = {step.before: ("child_unique_id", *step.fields) for step in STEPS}


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each list that children come from and of which another on which they must be is there."""
    found = [one for step in STEPS if (one := _looked(step, evidence)) is not None]
    if not found:
        return (TELL.not_applicable("case-records", "No two lists on which the same children must be were submitted."),)
    lists = sorted({one.step.before for one in found})
    return tuple(_one([one for one in found if one.step.before == name], found) for name in lists)


def _looked(step: _Step, evidence: Evidence) -> _Found | None:
    import numpy as np

    before = case_list(evidence, step.before, "child_unique_id", *step.fields)
    after = case_list(evidence, step.after, "child_unique_id", *([step.ended] if step.ended else []))
    if before is None or after is None:
        return None
    there = after.columns["child_unique_id"]
    if step.ended:
        there = there[np.isnat(after.columns[step.ended])]
    known = {str(child) for child in there if child}
    child = before.columns["child_unique_id"]
    wanted = [place for place in np.flatnonzero(step.wanted(before)).tolist() if child[place]]
    return _Found(step, before, wanted, [place for place in wanted if str(child[place]) not in known])


def _comparable(one: _Found) -> bool:
    return len(one.wanted) >= FEWEST and len(one.gone) <= OTHER * len(one.wanted)


def _usual(one: _Found, found: Sequence[_Found]) -> float:
    """The share that may be missing, from what is missing on the other lists."""
    others = [other for other in found if other.step.after != one.step.after and _comparable(other)]
    if not others:
        return SLIPS
    pooled = sum(len(other.gone) for other in others) / sum(len(other.wanted) for other in others)
    return min(SLIPS, SELDOM + TWICE * pooled)


def _one(mine: Sequence[_Found], found: Sequence[_Found]) -> Trace:
    subject = f"case-records/{mine[0].step.before}"
    tested = [one for one in mine if _comparable(one)]
    if not tested:
        return _short(subject, mine)
    from inspector.stats.tails import above_binomial

    chances = {one.step: above_binomial(len(one.gone), len(one.wanted), _usual(one, found)) for one in tested}
    tested = sorted(tested, key=lambda one: (chances[one.step], one.step.after))
    asked = [one for one in tested if chances[one.step] * len(tested) < ALPHA]
    most, n = tested[0], len(tested[0].wanted)
    usual = _usual(most, found)
    places = sorted({place for one in asked or tested for place in (one.gone if asked else one.wanted)})
    return TELL.tested(
        "question" if asked else "clear",
        subject,
        " ".join(
            [*(_said(one) for one in asked or tested), f"What began in the last {LAG} days of a list is left out."]
        ),
        n,
        p_value=min(1.0, chances[most.step] * len(tested)),
        effect=len(most.gone) / n,
        smallest=usual + 3.2 * (usual / n) ** 0.5 + 1 / n,
        rows=list_rows(most.before, places),
    )


def _said(one: _Found) -> str:
    n, gone = len(one.wanted), len(one.gone)
    return f"{gone} of {n} children {one.step.words} {agree(gone, 'is', 'are')} not {one.step.where}."


def _short(subject: str, mine: Sequence[_Found]) -> Trace:
    one = max(mine, key=lambda one: len(one.wanted))
    n, words = len(one.wanted), one.step.words
    if n < FEWEST:
        return TELL.too_little(subject, f"{n} {agree(n, 'child', 'children')} {words}; {FEWEST} are needed.", n)
    says = f"{len(one.gone)} of {n} children {words} are not {one.step.where}: the lists follow other rules or numbers."
    return TELL.too_little(subject, says, n, OTHER)
