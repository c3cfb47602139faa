"""A visit as an entry: which submission it was planned for, and the files of its folder that say what was found.

Sheets are not kept: they say what was asked, and what was found stands in the records.
"""

from collections.abc import Sequence

from inspector.model.register import Entry, VisitBody
from inspector.model.visits import VisitPlan
from inspector.register.entries import Draft
from inspector.register.results import with_root
from inspector.register.wrong import refused

Files = Sequence[tuple[str, bytes]]
"""Names within the folder, and what is in the files."""


def draft_of(
    plan: VisitPlan, files: Files, days: Sequence[str], submissions: Sequence[Entry], visits: Sequence[Entry]
) -> Draft:
    """The entry of a visit that holds. `days` are those on which something was recorded; the first is the day of the visit.

    Raises CannotComplete where the plan is of no submission, or where the same is entered already in `visits`.
    """
    if plan.bundle_root is None:
        raise refused(
            "visit-without-root",
            "the visit was planned for a bundle that was never sealed, so that nothing says which submission it was to",
            fix="seal the bundle, enter it with `inspector register add`, and plan the visit to that",
        )
    submission = with_root(plan.bundle_root, plan.authority, submissions, "visit")
    if plan.bundle_digest.removeprefix("sha256:") != submission.body.digest.removeprefix("sha256:"):  # type: ignore[union-attr]
        raise refused("visit-of-another", f"the plan has the root of entry {submission.index} and another digest")
    draft = Draft(
        kind="visit",
        authority=submission.authority,
        body=VisitBody(plan=plan.seal, root=plan.bundle_root, day=min(days, default=plan.planned_on)),
        about=(submission.index,),
        contents=tuple(files),
    )
    _refuse_twice(draft, visits)
    return draft


def _refuse_twice(draft: Draft, visits: Sequence[Entry]) -> None:
    """Raise CannotComplete where a visit with the very same files is entered; with more records it is another entry."""
    mine = {(one.name, one.sha256) for one in draft.entry(0, "").contents}
    for other in visits:
        if {(one.name, one.sha256) for one in other.contents} == mine:
            message = (
                f"this visit is entered already, as entry {other.index}, with the same records; nothing was changed"
            )
            raise refused("entered-already", message)
