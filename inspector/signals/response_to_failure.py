"""What follows when something went wrong, or well: a look at the system, at one person, or a lesson without a change.

Measures:
    The case reviews of the period, all, and apart those of events that went badly and well: the share that looked at the
    system rather than at an individual; the share in which the front line and the family took part; of their actions, the
    share that changes the work and what surrounds it, procedures, or individuals (training included); how many reviews have
    a lesson and no action that is done; how many were shared with others. The change is the share that looked at the
    system, later half of the period less first half.

Why it matters:
    Finding a culprit, adding a procedure or ordering training for all leaves the conditions as they were. "Lessons will be
    learned" is said most easily where nothing changes. Success teaches as much as failure, and is seldom reviewed.

Cannot tell:
    What was said in the room. A review that calls itself systemic may still blame; look at what its actions change.

Reference:
    Fish, Munro & Bairstow (2008), SCIE Report 19, Learning Together; Dekker (2014), The Field Guide to Understanding
    'Human Error'; Hollnagel (2014), Safety-I and Safety-II.
"""

from collections.abc import Sequence

from inspector.evidence.records import Found, by_then, change, fact, percent, shared, within
from inspector.model.case_reviews import CaseReview
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact, Field
from inspector.model.rows import Located

SYSTEM = ("task", "tool", "workload", "environment", "staffing", "joint-working", "measure")
PERSON = ("individual", "training")

ABOUT = About(
    id="response-to-failure",
    title="What follows when something went wrong, or well",
    needs=("case-reviews",),
    fields=(
        Field(name="went", type="string", says="Reviews of which events.", choices=("any", "badly", "well")),
        Field(name="reviews", type="integer", says="Reviews in the period, before the announcement."),
        Field(name="systems_share", type="number", says="Share that looked at the system."),
        Field(name="individual", type="integer", says="Reviews that looked at an individual."),
        Field(
            name="front_line_share", type="number", says="Share in which the front line took part, of those that say."
        ),
        Field(name="without_front_line", type="integer", says="Reviews in which the front line took no part."),
        Field(name="family_share", type="number", says="Share in which the family took part, of those that say."),
        Field(name="actions", type="integer", says="Actions that came of them."),
        Field(
            name="system_action_share",
            type="number",
            says="Share of actions that change the work or what surrounds it.",
        ),
        Field(name="procedure_action_share", type="number", says="Share of actions that change procedures."),
        Field(name="procedure_actions", type="integer", says="Actions that change procedures."),
        Field(
            name="person_action_share", type="number", says="Share of actions aimed at individuals, training included."
        ),
        Field(name="person_actions", type="integer", says="Actions aimed at individuals, training included."),
        Field(name="acted", type="integer", says="Reviews with at least one action done."),
        Field(name="lessons_alone", type="integer", says="Reviews with a lesson and no action done."),
        Field(name="lessons_alone_share", type="number", says="Their share of all reviews."),
        Field(name="shared", type="integer", says="Reviews shared with others."),
        Field(name="change", type="number", says="Share that looked at the system, later half less first half."),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """A fact for any reviews, and one each for those of events that went badly and well, as far as there are any."""
    reviews = [one for one in evidence.case_reviews if within(one.reviewed_on, evidence)]
    kinds = {"any": reviews, **{went: [one for one in reviews if one.went == went] for went in ("badly", "well")}}
    return tuple(_fact(went, some, evidence) for went, some in kinds.items() if some)


def _fact(went: str, reviews: Sequence[CaseReview], evidence: Evidence) -> Fact:
    levels = [action.level for review in reviews for action in review.actions]
    acted = [review for review in reviews if any(by_then(action.done_on, evidence) for action in review.actions)]
    alone = [review for review in reviews if review.learned and review not in acted]
    told = [review for review in reviews if review.front_line_took_part is not None]
    families = [review for review in reviews if review.family_took_part is not None]
    found: Found = {
        "went": went,
        "reviews": len(reviews),
        "systems_share": _systems(reviews),
        "individual": sum(review.approach == "individual" for review in reviews),
        "front_line_share": shared(told, lambda review: bool(review.front_line_took_part)),
        "without_front_line": sum(not review.front_line_took_part for review in told),
        "family_share": shared(families, lambda review: bool(review.family_took_part)),
        "actions": len(levels),
        "system_action_share": shared(levels, lambda level: level in SYSTEM),
        "procedure_action_share": shared(levels, lambda level: level == "procedure"),
        "procedure_actions": levels.count("procedure"),
        "person_action_share": shared(levels, lambda level: level in PERSON),
        "person_actions": sum(level in PERSON for level in levels),
        "acted": len(acted),
        "lessons_alone": len(alone),
        "lessons_alone_share": len(alone) / len(reviews),
        "shared": sum(bool(review.shared_with) for review in reviews),
        "change": change(reviews, lambda review: review.reviewed_on, _systems, evidence),
    }
    events = {"any": "events", "badly": "events that went badly", "well": "events that went well"}[went]
    says = (
        f"{len(reviews)} reviews of {events}: {percent(found['systems_share'])} looked at the system; of {len(levels)} actions "
        f"{percent(found['system_action_share'])} change the work or what surrounds it and "
        f"{percent(found['person_action_share'])} are aimed at individuals; {len(alone)} have a lesson and no action done."
    )
    records: list[Located] = [*reviews, *(action for review in reviews for action in review.actions)]
    return fact(ABOUT, went, found, says, ["case-reviews"], records)


def _systems(reviews: Sequence[CaseReview]) -> float | None:
    return shared(reviews, lambda review: review.approach == "systems")
