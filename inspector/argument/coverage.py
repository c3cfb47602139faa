"""The coverage map: in which parts of a framework's fields improvement activity takes place, and in which none."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from inspector.evidence.records import by_then, submitted, tests, within
from inspector.model.argument import FieldCoverage, FieldPart
from inspector.model.evidence import Evidence
from inspector.model.rules import Area, AreaPart, Framework, Selection

MOST_EXAMPLES = 5
PART_OF = {
    "recommendation-actions": "recommendations",
    "case-review-actions": "case-reviews",
    "case-review-factors": "case-reviews",
    "leadership-questions": "leadership",
}
"""Kinds of records that are submitted inside a resource of another kind."""
ALL_SILENT = "Nothing was submitted that could show any part."
Done = Mapping[str, Sequence["Activity"]]


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
    return tuple(_area(area, done, evidence) for area in framework.fields)


def _area(area: Area, done: Done, evidence: Evidence) -> FieldCoverage:
    parts = tuple(_part(part, done) for part in area.parts)
    return FieldCoverage(field=area.id, title=area.title, parts=parts, says=_says(area, parts, evidence))


def _says(area: Area, parts: Sequence[FieldPart], evidence: Evidence) -> str:
    """Why some parts have none: no evidence of them can be submitted, or none was. None done is what is left."""
    able = [part for part in area.parts if part.activity]
    unseen = [part.title for part in area.parts if not part.activity]
    active = {part.part for part in parts if part.activities}
    silent = [part.title for part in able if part.id not in active and not _could_show(part, evidence)]
    says = []
    if unseen:
        says.append(f"Of these no evidence can be submitted: {'; '.join(unseen)}.")
    if able and len(silent) == len(able):
        says.append("Nothing was submitted that could show any of the others." if unseen else ALL_SILENT)
    elif silent:
        says.append(f"Of these nothing was submitted: {'; '.join(silent)}.")
    return " ".join(says) or "Evidence can show every part."


def _could_show(part: AreaPart, evidence: Evidence) -> bool:
    """Whether the bundle has a resource, be it empty, in which activity in this part would stand."""
    return any(
        all(submitted(evidence, kind) for kind in _resources(one)) and (_sorts_stated(evidence) or not _asks_sort(one))
        for one in part.activity
    )


def _sorts_stated(evidence: Evidence) -> bool:
    """Whether the register states what sort of measure any indicator is; one without indicators leaves nothing open."""
    return not evidence.indicators or any(one.measure for one in evidence.indicators)


def _resources(selection: Selection) -> list[str]:
    """The kinds of resources that have to be there; what an indicator measures is said by the register alone."""
    register = ["indicator-register"] if _asks_sort(selection) else []
    return [PART_OF.get(selection.kind, selection.kind), *register]


def _asks_sort(selection: Selection) -> bool:
    return any(name == "measure" for name, _ in selection.conditions)


def _part(part: AreaPart, done: Done) -> FieldPart:
    mine = (one for some in part.activity for one in done.get(some.kind, ()) if _selected(one, some))
    # Ids are unique within a kind alone: entry 1 of the log and review 1 are two pieces of work.
    once = list({(one.kind, one.id): one.id for one in mine}.values())
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
            for factor in review.factors:
                since = factor.tracked_since
                if factor.found == "present" and factor.tracked_by and (since is None or by_then(since, evidence)):
                    yield Activity("case-review-factors", f"{review.id} {factor.condition}", factor)
        for action in review.actions:
            if within(action.done_on, evidence):
                yield Activity("case-review-actions", action.id, action)


def _recommendations(evidence: Evidence) -> Iterable[Activity]:
    for one in evidence.recommendations:
        done = [action for action in one.actions if within(action.done_on, evidence)]
        if done:
            yield Activity("recommendations", one.id, one)
        for action in done:
            yield Activity("recommendation-actions", action.id, action)


def _people(evidence: Evidence) -> Iterable[Activity]:
    for promise in evidence.partnership:
        if within(promise.met_on, evidence):
            yield Activity("partnership", promise.id, promise)
    for voice in evidence.voice:
        if voice.changed and within(voice.period_end, evidence):
            yield Activity("voice", voice.id, voice)
    for leader in evidence.leadership:
        if leader.hours_improving and within(leader.period_end, evidence):
            yield Activity("leadership", f"{leader.leader} {leader.period_start}", leader)
    for answer in evidence.leadership_questions:
        if within(answer.acted_on, evidence):
            yield Activity("leadership-questions", f"{answer.leader} {answer.question}", answer)
