"""How strong the actions are that answer reviews and recommendations, and which of them are done.

Measures:
    For the actions of case reviews of the period, of recommendations, and of both, that answer what came before the
    announcement: how many say how strong they are, how many of these are stronger, intermediate or weaker, how many were done
    by the last day that counts and how many only later, how many were overdue by then and how many of these were done since,
    and what share of the done ones was done only after the announcement. The change is the share of firm actions (stronger or
    intermediate) among those of the later half of the period less that in the first.

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

from inspector.evidence.aside import FIELDS, Apart, Why, faulty_parts, told_apart
from inspector.evidence.records import (
    UNTIL,
    Found,
    after_announcement,
    after_last,
    announced,
    by_day,
    by_then,
    change,
    fact,
    last_day,
    share,
    shared,
)
from inspector.model import describe
from inspector.model.case_reviews import ReviewAction
from inspector.model.evidence import Evidence, Rows
from inspector.model.facts import About, Fact
from inspector.model.recommendations import RecommendedAction
from inspector.model.words import agree

FIRM = ("stronger", "intermediate")
Action = ReviewAction | RecommendedAction

ABOUT = About(
    id="action-strength",
    title="Strength of the actions taken",
    needs=("case-reviews", "recommendations"),
    fields=(
        describe.choice("of", "Actions of what.", ("reviews", "recommendations", "all"), "name", key=True),
        describe.count(
            "actions",
            "Actions that answer what came before the announcement.",
            "declared",
            "actions",
            equals="recorded - set_aside",
        ),
        *FIELDS,
        UNTIL,
        describe.count("known", "Actions that say how strong they are.", "doubt", "actions", at_most="actions"),
        describe.count(
            "firm", "Actions that are stronger or intermediate.", "declared", "actions", good="up", at_most="known"
        ),
        describe.count(
            "weak",
            "Actions that are weaker.",
            "declared",
            "actions",
            good="down",
            equals="known - firm",
            at_most="known",
        ),
        describe.count("stronger", "Actions that are stronger.", "declared", "actions", good="up", at_most="firm"),
        describe.share(
            "firm_share",
            "Firm actions (stronger or intermediate), of those that say how strong they are.",
            "declared",
            good="up",
            equals="firm / known",
        ),
        describe.count(
            "done", "Actions done by the last day that counts.", "activity", "actions", good="up", at_most="actions"
        ),
        describe.count(
            "done_since", "Actions done only after the last day that counts.", "doubt", "actions", at_most="actions"
        ),
        describe.count(
            "firm_done",
            "Firm actions done by the last day that counts.",
            "activity",
            "actions",
            good="up",
            at_most="firm done",
        ),
        describe.count(
            "due", "Actions that were due by the last day that counts.", "declared", "actions", at_most="actions"
        ),
        describe.count(
            "overdue",
            "Actions that were due by the last day that counts and are not stated as done by then.",
            "activity",
            "actions",
            good="down",
            at_most="due",
        ),
        describe.share(
            "overdue_share", "Overdue actions, of those due.", "activity", good="down", equals="overdue / due"
        ),
        describe.count(
            "overdue_since",
            "Overdue actions that were done after the last day that counts.",
            "doubt",
            "actions",
            at_most="overdue done_since",
        ),
        describe.share(
            "since_notification_share", "Share of done actions done after the announcement.", "doubt", good="down"
        ),
        describe.change(
            "change", "Firm share in the later half of the period less that in the first.", "declared", good="up"
        ),
    ),
)


class Dated(NamedTuple):
    """An action and the day of the review or recommendation it answers."""

    action: Action
    on: date
    since: date = date.min
    """From when on what it answers counts: reviews are those of the period, recommendations may be older."""

    @property
    def resource(self) -> str:
        """The file of the action."""
        return self.action.resource

    @property
    def row(self) -> int:
        """The row of the action."""
        return self.action.row

    @property
    def path(self) -> str | None:
        """Of JSON its element."""
        return self.action.path


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """A fact each for reviews and recommendations that have actions, and one for both where both have."""
    start = evidence.period_start
    reviews = [Dated(action, one.reviewed_on, start) for one in evidence.case_reviews for action in one.actions]
    answers = [Dated(action, one.made_on) for one in evidence.recommendations for action in one.actions]
    broken = faulty_parts(evidence, reviews, evidence.case_reviews)
    unread = faulty_parts(evidence, answers, evidence.recommendations)
    facts = []
    if reviews:
        facts.append(_fact("reviews", reviews, broken, evidence))
    if answers:
        facts.append(_fact("recommendations", answers, unread, evidence))
    if reviews and answers:
        facts.insert(0, _fact("all", [*reviews, *answers], (*broken, *unread), evidence))
    return tuple(facts)


RESTS = {
    "reviews": ("case-reviews",),
    "recommendations": ("recommendations",),
    "all": ("case-reviews", "recommendations"),
}
ANSWERED = {"reviews": "reviews", "recommendations": "recommendations", "all": "reviews and recommendations"}


def _fact(of: str, every: Sequence[Dated], unread: tuple[Rows, ...], evidence: Evidence) -> Fact:
    words = f"action that answers {ANSWERED[of]}", f"actions that answer {ANSWERED[of]}"
    apart = told_apart(every, lambda one: _why_aside(one, evidence), words, unread)
    actions = apart.counted
    found = {"of": of, "until": last_day(evidence), **_strength(actions, evidence), **_done(actions, evidence)}
    return fact(ABOUT, of, found, _says(found, apart, evidence), RESTS[of], (), apart)


def _why_aside(one: Dated, evidence: Evidence) -> Why | None:
    if announced(one.on, evidence):
        return after_announcement("answering what came", evidence)
    if not one.since <= one.on <= evidence.period_end:
        return Why("outside", "answering what came after the period, or reviews held before it")
    return None


def _strength(actions: Sequence[Dated], evidence: Evidence) -> Found:
    known = [one for one in actions if one.action.strength]
    firm = sum(one.action.strength in FIRM for one in known)
    return {
        "actions": len(actions),
        "known": len(known),
        "firm": firm,
        "weak": len(known) - firm,
        "stronger": sum(one.action.strength == "stronger" for one in known),
        "firm_share": share(firm, len(known)),
        "change": change(known, lambda one: one.on, _firm_share, evidence),
    }


def _done(actions: Sequence[Dated], evidence: Evidence) -> Found:
    done = [one for one in actions if by_then(one.action.done_on, evidence)]
    since = sum(after_last(one.action.done_on, evidence) for one in actions)
    due = [one for one in actions if one.action.due_on and one.action.due_on <= last_day(evidence)]
    late = [one for one in due if not by_then(one.action.done_on, evidence)]
    told = sum(announced(one.action.done_on, evidence) for one in actions)
    return {
        "done": len(done),
        "done_since": since,
        "firm_done": sum(one.action.strength in FIRM for one in done),
        "due": len(due),
        "overdue": len(late),
        "overdue_share": share(len(late), len(due)),
        "overdue_since": sum(one.action.done_on is not None for one in late),
        "since_notification_share": share(told, len(done) + since),
    }


def _says(found: Found, apart: Apart[Dated], evidence: Evidence) -> str:
    actions, known, firm, done, since, late = (
        found[n] for n in ("actions", "known", "firm", "done", "done_since", "overdue")
    )
    if not actions:
        return f"No {apart.words[0]} counts."
    late = f"{late} {agree(late, 'was', 'were')} overdue"
    says = (
        f"Of {actions} {agree(actions, *apart.words)}, {known} {agree(known, 'says', 'say')} how strong "
        f"{agree(known, 'it is', 'they are')} and {firm} of these {agree(firm, 'is', 'are')} firm; {done} "
        f"{agree(done, 'is', 'are')} stated as done {by_day(evidence)}, {found['firm_done']} of them firm, and {late}"
    )
    return f"{says}; {since} {agree(since, 'was', 'were')} done later." if since else f"{says}."


def _firm_share(known: Sequence[Dated]) -> float | None:
    return shared(known, lambda one: one.action.strength in FIRM)
