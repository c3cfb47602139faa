"""The coverage map: in which parts of a framework's fields improvement activity takes place, and in which none."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from inspector.model.argument import FieldCoverage, FieldPart
from inspector.model.evidence import Evidence
from inspector.model.rules import Area, AreaPart, Framework, Selection
from inspector.signals._records import by_then, tests, within

MOST_EXAMPLES = 5


class Activity(NamedTuple):
    """One record of something done to improve, by its id."""

    kind: str
    id: str
    record: Any
    measure: str | None = None


def coverage(framework: Framework, evidence: Evidence) -> tuple[FieldCoverage, ...]:
    """Every field of the framework with its parts. Only what was done in the period, before the announcement, counts."""
    done: dict[str, list[Activity]] = {}
    for one in _activities(evidence) if framework.fields else ():
        done.setdefault(one.kind, []).append(one)
    return tuple(_area(area, done) for area in framework.fields)


def _area(area: Area, done: Mapping[str, Sequence[Activity]]) -> FieldCoverage:
    parts = tuple(_part(part, done) for part in area.parts)
    unseen = [of.title for of in area.parts if not of.activity]
    says = f"Of these no evidence can be submitted: {'; '.join(unseen)}." if unseen else "Evidence can show every part."
    return FieldCoverage(field=area.id, title=area.title, parts=parts, says=says)


def _part(part: AreaPart, done: Mapping[str, Sequence[Activity]]) -> FieldPart:
    mine = [one.id for some in part.activity for one in done.get(some.kind, ()) if _selected(one, some)]
    once = list(dict.fromkeys(mine))
    return FieldPart(part=part.id, title=part.title, activities=len(once), examples=tuple(once[:MOST_EXAMPLES]))


def _selected(one: Activity, selection: Selection) -> bool:
    return all(_attribute(one, name) in values for name, values in selection.conditions)


def _attribute(one: Activity, name: str) -> Any:
    return one.measure if name == "measure" else getattr(one.record, name, None)


def _activities(evidence: Evidence) -> list[Activity]:
    """Everything done: tests, actions, reviews, what is tracked, promises kept, voices answered, leaders' work on the system."""
    measures = {one.indicator: one.measure for one in evidence.indicators}
    log = [Activity("improvement-log", one.id, one, measures.get(one.indicator or "")) for one in tests(evidence)]
    return [*log, *_reviews(evidence), *_recommendations(evidence), *_people(evidence)]


def _reviews(evidence: Evidence) -> Iterable[Activity]:
    for review in evidence.case_reviews:
        if within(review.reviewed_on, evidence):
            yield Activity("case-reviews", review.id, review)
            tracked = (f for f in review.factors if f.found == "present" and f.tracked_by)
            for factor in tracked:
                yield Activity("case-review-factors", f"{review.id} {factor.condition}", factor)
        for action in review.actions:
            if by_then(action.done_on, evidence):
                yield Activity("case-review-actions", action.id, action)


def _recommendations(evidence: Evidence) -> Iterable[Activity]:
    for one in evidence.recommendations:
        done = [action for action in one.actions if by_then(action.done_on, evidence)]
        if done:
            yield Activity("recommendations", one.id, one)
        for action in done:
            yield Activity("recommendation-actions", action.id, action)


def _people(evidence: Evidence) -> Iterable[Activity]:
    for promise in evidence.partnership:
        if by_then(promise.met_on, evidence):
            yield Activity("partnership", promise.id, promise)
    for voice in evidence.voice:
        if voice.changed and within(voice.period_end, evidence):
            yield Activity("voice", voice.id, voice)
    for leader in evidence.leadership:
        if leader.hours_improving and by_then(leader.period_end, evidence):
            yield Activity("leadership", f"{leader.leader} {leader.period_start}", leader)
    for answer in evidence.leadership_questions:
        if by_then(answer.acted_on, evidence):
            yield Activity("leadership-questions", f"{answer.leader} {answer.question}", answer)
