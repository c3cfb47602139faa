"""What follows when something went wrong, or well: a look at the system, at one person, or a lesson without a change.

Measures:
    The case reviews of the period held before the announcement, all, and apart those of events that went badly and well: the
    share that looked at the system rather than at an individual; the share in which the front line and the family took part,
    of those that say; of their actions, the share that changes the work and what surrounds it, procedures, or individuals
    (training included); how many reviews have a lesson and no action done by the last day that counts, and of how many of
    these one was done later; how many were shared with others. The change is the share that looked at the system, later
    half of the period less first half.

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

from inspector.evidence.aside import FIELDS, Apart
from inspector.evidence.records import (
    UNTIL,
    Found,
    after_last,
    apart_reviews,
    by_day,
    by_then,
    change,
    fact,
    last_day,
    shared,
    span,
)
from inspector.model import describe
from inspector.model.case_reviews import CaseReview
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact
from inspector.model.words import agree

SYSTEM = ("task", "tool", "workload", "environment", "staffing", "joint-working", "measure")
PERSON = ("individual", "training")
EVENTS = {"any": "", "badly": " of events that went badly", "well": " of events that went well"}

ABOUT = About(
    id="response-to-failure",
    title="What follows when something went wrong, or well",
    needs=("case-reviews",),
    fields=(
        describe.choice("went", "Reviews of which events.", tuple(EVENTS), "name", key=True),
        describe.count(
            "reviews",
            "Reviews in the period, before the announcement.",
            "activity",
            "reviews",
            equals="recorded - set_aside",
        ),
        *FIELDS,
        UNTIL,
        describe.count(
            "well_recorded",
            "All recorded reviews of events that went well, or both well and badly, whether or not they count.",
            "declared",
            "reviews",
        ),
        describe.count(
            "systems", "Reviews that looked at the system.", "activity", "reviews", good="up", at_most="reviews"
        ),
        describe.share(
            "systems_share",
            "Share of the reviews that looked at the system.",
            "activity",
            good="up",
            equals="systems / reviews",
        ),
        describe.count(
            "individual", "Reviews that looked at an individual.", "activity", "reviews", good="down", at_most="reviews"
        ),
        describe.count(
            "front_line_said",
            "Reviews that say whether the front line took part.",
            "doubt",
            "reviews",
            good="up",
            at_most="reviews",
        ),
        describe.count(
            "front_line",
            "Reviews that say that the front line took part.",
            "activity",
            "reviews",
            good="up",
            at_most="front_line_said",
        ),
        describe.share(
            "front_line_share",
            "Reviews in which the front line took part, of those that say.",
            "activity",
            good="up",
            equals="front_line / front_line_said",
        ),
        describe.count(
            "without_front_line",
            "Reviews that say that the front line took no part.",
            "activity",
            "reviews",
            good="down",
            equals="front_line_said - front_line",
            at_most="front_line_said",
        ),
        describe.count(
            "family_said",
            "Reviews that say whether the family took part.",
            "doubt",
            "reviews",
            good="up",
            at_most="reviews",
        ),
        describe.count(
            "family",
            "Reviews that say that the family took part.",
            "activity",
            "reviews",
            good="up",
            at_most="family_said",
        ),
        describe.share(
            "family_share",
            "Reviews in which the family took part, of those that say.",
            "activity",
            good="up",
            equals="family / family_said",
        ),
        describe.count("actions", "Actions that came of the reviews.", "declared", "actions"),
        describe.count(
            "system_actions",
            "Actions that change the work or what surrounds it.",
            "declared",
            "actions",
            good="up",
            at_most="actions",
        ),
        describe.share(
            "system_action_share",
            "Share of the actions that change the work or what surrounds it.",
            "declared",
            good="up",
            equals="system_actions / actions",
        ),
        describe.share(
            "procedure_action_share",
            "Share of the actions that change procedures.",
            "declared",
            good="down",
            equals="procedure_actions / actions",
        ),
        describe.count(
            "procedure_actions",
            "Actions that change procedures.",
            "declared",
            "actions",
            good="down",
            at_most="actions",
        ),
        describe.share(
            "person_action_share",
            "Share of the actions aimed at individuals, training included.",
            "declared",
            good="down",
            equals="person_actions / actions",
        ),
        describe.count(
            "person_actions",
            "Actions aimed at individuals, training included.",
            "declared",
            "actions",
            good="down",
            at_most="actions",
        ),
        describe.count(
            "acted",
            "Reviews with at least one action done by the last day that counts.",
            "activity",
            "reviews",
            good="up",
            at_most="reviews",
        ),
        describe.count(
            "lessons_alone",
            "Reviews with a lesson and no action done by the last day that counts.",
            "activity",
            "reviews",
            good="down",
            at_most="reviews",
        ),
        describe.share(
            "lessons_alone_share",
            "Share of the reviews with a lesson and no action done by the last day that counts.",
            "activity",
            good="down",
            equals="lessons_alone / reviews",
        ),
        describe.count(
            "acted_since",
            "Reviews with a lesson and an action done only after the last day that counts.",
            "doubt",
            "reviews",
            at_most="lessons_alone",
        ),
        describe.count("shared", "Reviews shared with others.", "activity", "reviews", good="up", at_most="reviews"),
        describe.change(
            "change",
            "Share of the reviews that looked at the system, later half of the period less first half.",
            "activity",
            good="up",
        ),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """A fact for any reviews, and one each for those of events that went badly and well, as far as any were recorded."""
    every = apart_reviews(evidence)
    kinds = {"any": every, **{went: apart_reviews(evidence, went) for went in ("badly", "well")}}
    return tuple(_fact(went, some, evidence) for went, some in kinds.items() if some.recorded)


def _fact(went: str, apart: Apart[CaseReview], evidence: Evidence) -> Fact:
    reviews = apart.counted
    found: Found = {
        "went": went,
        "until": last_day(evidence),
        "reviews": len(reviews),
        "well_recorded": sum(one.went != "badly" for one in evidence.case_reviews) if went == "any" else None,
        "shared": sum(bool(review.shared_with) for review in reviews),
        "change": change(reviews, lambda review: review.reviewed_on, _systems, evidence),
        **_looked(reviews),
        **_actions(reviews),
        **_acted(reviews, evidence),
    }
    actions = [action for review in reviews for action in review.actions]
    return fact(ABOUT, went, found, _says(went, found, evidence), ["case-reviews"], actions, apart)


def _looked(reviews: Sequence[CaseReview]) -> Found:
    told = [review for review in reviews if review.front_line_took_part is not None]
    families = [review for review in reviews if review.family_took_part is not None]
    front = sum(bool(review.front_line_took_part) for review in told)
    return {
        "systems": sum(review.approach == "systems" for review in reviews),
        "systems_share": _systems(reviews),
        "individual": sum(review.approach == "individual" for review in reviews),
        "front_line_said": len(told),
        "front_line": front,
        "front_line_share": shared(told, lambda review: bool(review.front_line_took_part)),
        "without_front_line": len(told) - front,
        "family_said": len(families),
        "family": sum(bool(review.family_took_part) for review in families),
        "family_share": shared(families, lambda review: bool(review.family_took_part)),
    }


def _actions(reviews: Sequence[CaseReview]) -> Found:
    levels = [action.level for review in reviews for action in review.actions]
    return {
        "actions": len(levels),
        "system_actions": sum(level in SYSTEM for level in levels),
        "system_action_share": shared(levels, lambda level: level in SYSTEM),
        "procedure_action_share": shared(levels, lambda level: level == "procedure"),
        "procedure_actions": levels.count("procedure"),
        "person_action_share": shared(levels, lambda level: level in PERSON),
        "person_actions": sum(level in PERSON for level in levels),
    }


def _acted(reviews: Sequence[CaseReview], evidence: Evidence) -> Found:
    def acted(review: CaseReview) -> bool:
        return any(by_then(action.done_on, evidence) for action in review.actions)

    alone = [review for review in reviews if review.learned and not acted(review)]
    since = [review for review in alone if any(after_last(action.done_on, evidence) for action in review.actions)]
    return {
        "acted": sum(acted(review) for review in reviews),
        "lessons_alone": len(alone),
        "lessons_alone_share": len(alone) / len(reviews) if reviews else None,
        "acted_since": len(since),
    }


def _says(went: str, found: Found, evidence: Evidence) -> str:
    reviews, actions, alone, since = (found[n] for n in ("reviews", "actions", "lessons_alone", "acted_since"))
    if not reviews:
        return f"No review{EVENTS[went]} {span(evidence)} counts."
    systems, changed, aimed = found["systems"], found["system_actions"], found["person_actions"]
    says = f"{reviews} {agree(reviews, 'review', 'reviews')}{EVENTS[went]}: {systems} looked at the system; "
    if actions:
        says += f"of {actions} {agree(actions, 'action', 'actions')} {changed} to the work or what surrounds it and {aimed} to "
        says += "individuals; "
    else:
        says += "no action is named; "
    says += f"{alone} {agree(alone, 'has', 'have')} a lesson and no action stated as done {by_day(evidence)}"
    return f"{says}; for {since} of these one was done later." if since else f"{says}."


def _systems(reviews: Sequence[CaseReview]) -> float | None:
    return shared(reviews, lambda review: review.approach == "systems")
