"""Everything done to improve that a bundle records, each piece once, with those that are set aside marked as such."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from inspector.evidence.records import by_then, why_aside, within
from inspector.model.evidence import Evidence


class Activity(NamedTuple):
    """One record of something done to improve, by its id. `aside`: done at a time that does not count, or told too late."""

    kind: str
    id: str
    record: Any
    measure: str | None = None
    aside: bool = False


def activities(evidence: Evidence) -> list[Activity]:
    """Tests, actions, reviews, what is tracked, promises kept, voices answered, leaders' work on the system."""
    measures = {one.indicator: one.measure for one in evidence.indicators}
    log = [
        Activity(
            "improvement-log", one.id, one, measures.get(one.indicator or ""), why_aside(one, evidence) is not None
        )
        for one in evidence.log
        if one.tried
    ]
    return [*log, *_reviews(evidence), *_recommendations(evidence), *_people(evidence)]


def _done(evidence: Evidence) -> Callable[[str, str, Any, date], Activity]:
    def activity(kind: str, id: str, record: Any, day: date) -> Activity:
        return Activity(kind, id, record, aside=not within(day, evidence))

    return activity


def _reviews(evidence: Evidence) -> Iterable[Activity]:
    done = _done(evidence)
    for review in evidence.case_reviews:
        yield done("case-reviews", review.id, review, review.reviewed_on)
        for factor in review.factors:
            since = factor.tracked_since
            if factor.found == "present" and factor.tracked_by:
                late = since is not None and not by_then(since, evidence)
                aside = late or not within(review.reviewed_on, evidence)
                yield Activity("case-review-factors", f"{review.id} {factor.condition}", factor, aside=aside)
        for action in review.actions:
            if action.done_on:
                yield done("case-review-actions", f"{review.id} {action.id}", action, action.done_on)


def _recommendations(evidence: Evidence) -> Iterable[Activity]:
    for one in evidence.recommendations:
        done = [action for action in one.actions if action.done_on]
        if done:
            aside = not any(within(action.done_on, evidence) for action in done)
            yield Activity("recommendations", one.id, one, aside=aside)
        for action in done:
            yield Activity(
                "recommendation-actions", f"{one.id} {action.id}", action, aside=not within(action.done_on, evidence)
            )


def _people(evidence: Evidence) -> Iterable[Activity]:
    done = _done(evidence)
    for promise in evidence.partnership:
        if promise.met_on:
            yield done("partnership", promise.id, promise, promise.met_on)
    for voice in evidence.voice:
        if voice.changed:
            yield done("voice", voice.id, voice, voice.period_end)
    for leader in evidence.leadership:
        if leader.hours_improving:
            yield done("leadership", f"{leader.leader} {leader.period_start}", leader, leader.period_end)
    for answer in evidence.leadership_questions:
        if answer.acted_on:
            yield done("leadership-questions", f"{answer.leader} {answer.question}", answer, answer.acted_on)
