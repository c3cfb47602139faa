"""How strong the actions are that answer reviews and recommendations, and which of them are done.

Measures:
    For the actions of case reviews, of recommendations, and of both: how many say how strong they are, how many of these are
    stronger, intermediate or weaker, how many were done before the announcement, how many are overdue, and what share of
    the done ones was done only after it. The change is the share of firm actions (stronger or intermediate) among those of
    the later half of the period less that in the first.

Why it matters:
    Actions that change the system hold; warnings, double checks, new procedures and training fade. At least one firm action
    should follow each finding that something in the system went wrong.

Cannot tell:
    Whether an action was called stronger than it is, or whether it worked: look at its indicator.

Reference:
    RCA2: Improving Root Cause Analyses and Actions to Prevent Harm (National Patient Safety Foundation, 2015), figure 3;
    definitions/action_hierarchy.csv; Hibbert et al. (2018), International Journal for Quality in Health Care 30(2), 124-131.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from inspector.evidence.records import Found, by_then, change, fact, last_day, percent, share, shared
from inspector.model.case_reviews import ReviewAction
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact, Field
from inspector.model.recommendations import RecommendedAction

FIRM = ("stronger", "intermediate")
Action = ReviewAction | RecommendedAction

ABOUT = About(
    id="action-strength",
    title="Strength of the actions taken",
    needs=("case-reviews", "recommendations"),
    fields=(
        Field(name="of", type="string", says="Actions of what.", choices=("reviews", "recommendations", "all")),
        Field(name="actions", type="integer", says="Actions in all."),
        Field(name="known", type="integer", says="Those that say how strong they are."),
        Field(name="firm", type="integer", says="Those that are stronger or intermediate."),
        Field(name="weak", type="integer", says="Those that are weaker."),
        Field(name="stronger", type="integer", says="Those that are stronger."),
        Field(name="firm_share", type="number", says="Firm ones, of those known."),
        Field(name="done", type="integer", says="Actions done before the announcement."),
        Field(name="firm_done", type="integer", says="Firm actions done before the announcement."),
        Field(name="overdue", type="integer", says="Actions whose day has passed and that are not done."),
        Field(name="overdue_share", type="number", says="Their share of the actions whose day has passed."),
        Field(
            name="since_notification_share", type="number", says="Share of done actions done after the announcement."
        ),
        Field(name="change", type="number", says="Firm share in the later half of the period less that in the first."),
    ),
)


class Dated(NamedTuple):
    """An action and the day of the review or recommendation it answers."""

    action: Action
    on: date


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """A fact each for reviews and recommendations that have actions, and one for both where both have."""
    reviews = [Dated(action, review.reviewed_on) for review in evidence.case_reviews for action in review.actions]
    answers = [Dated(action, one.made_on) for one in evidence.recommendations for action in one.actions]
    facts = []
    if reviews:
        facts.append(_fact("reviews", reviews, ["case-reviews"], evidence))
    if answers:
        facts.append(_fact("recommendations", answers, ["recommendations"], evidence))
    if reviews and answers:
        facts.insert(0, _fact("all", [*reviews, *answers], ["case-reviews", "recommendations"], evidence))
    return tuple(facts)


def _fact(of: str, actions: Sequence[Dated], rests_on: Sequence[str], evidence: Evidence) -> Fact:
    known = [one for one in actions if one.action.strength]
    firm = [one for one in known if one.action.strength in FIRM]
    done = [one for one in actions if by_then(one.action.done_on, evidence)]
    ever = [one for one in actions if one.action.done_on]
    due = [one for one in actions if one.action.due_on and one.action.due_on <= last_day(evidence)]
    late = [one for one in due if not by_then(one.action.done_on, evidence)]
    found: Found = {
        "of": of,
        "actions": len(actions),
        "known": len(known),
        "firm": len(firm),
        "weak": len(known) - len(firm),
        "stronger": sum(one.action.strength == "stronger" for one in known),
        "firm_share": share(len(firm), len(known)),
        "done": len(done),
        "firm_done": sum(by_then(one.action.done_on, evidence) for one in firm),
        "overdue": len(late),
        "overdue_share": share(len(late), len(due)),
        "since_notification_share": share(len(ever) - len(done), len(ever)) if evidence.notified_on else None,
        "change": change(known, lambda one: one.on, _firm_share, evidence),
    }
    whose = {"all": "reviews and recommendations"}.get(of, of)
    says = (
        f"Of {len(actions)} actions that answer {whose}, {len(known)} say how strong they are and {len(firm)} of these are "
        f"firm ({percent(found['firm_share'])}); {len(done)} are done, {found['firm_done']} of them firm; {len(late)} overdue."
    )
    return fact(ABOUT, of, found, says, rests_on, [one.action for one in actions])


def _firm_share(known: Sequence[Dated]) -> float | None:
    return shared(known, lambda one: one.action.strength in FIRM)
