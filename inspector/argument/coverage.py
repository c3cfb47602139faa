"""The coverage map: in which parts of a framework's fields improvement activity takes place, and in which none.

None is said only of parts that the evidence could have shown: where nothing of the kind was submitted, where what would tell is
stated by no record, or where all of it is set aside, the map says that instead.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from inspector.argument.activities import Activity, activities
from inspector.evidence.records import submitted
from inspector.framework.fields import OPENED
from inspector.model.argument import FieldCoverage, FieldPart, PartState
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
EVERY_PART = "Evidence can show every part."
WHY: dict[PartState, str] = {
    "cannot-be-shown": "Of these no evidence can be submitted",
    "not-submitted": "Of these nothing was submitted",
    "not-stated": "Of these it is not stated by what was submitted",
    "set-aside": "Of these all that was submitted is set aside",
}
Done = Mapping[str, Sequence[Activity]]


def coverage(framework: Framework, evidence: Evidence) -> tuple[FieldCoverage, ...]:
    """Every field of the framework with its parts. Only what was done in the period, before the announcement, counts."""
    done: dict[str, list[Activity]] = {}
    for one in activities(evidence) if framework.fields else ():
        done.setdefault(one.kind, []).append(one)
    return tuple(_area(area, done, evidence) for area in framework.fields)


def _area(area: Area, done: Done, evidence: Evidence) -> FieldCoverage:
    parts = tuple(_part(part, done, evidence) for part in area.parts)
    return FieldCoverage(field=area.id, title=area.title, parts=parts, says=_says(parts))


def _says(parts: Sequence[FieldPart]) -> str:
    """Why some parts show nothing. None done is what is left."""
    able = [part for part in parts if part.state != "cannot-be-shown"]
    nothing = able and all(part.state == "not-submitted" for part in able)
    says: list[str] = []
    for state, why in WHY.items():
        titles = [part.title for part in parts if part.state == state]
        if state == "not-submitted" and nothing:
            says.append("Nothing was submitted that could show any of the others." if says else ALL_SILENT)
        elif titles:
            says.append(f"{why}: {'; '.join(titles)}.")
    return " ".join(says) or EVERY_PART


def _part(part: AreaPart, done: Done, evidence: Evidence) -> FieldPart:
    mine = [one for some in part.activity for one in done.get(some.kind, ()) if _selected(one, some)]
    # Ids are unique within a kind alone: entry 1 of the log and review 1 are two pieces of work.
    counted = list({(one.kind, one.id): one.id for one in mine if not one.aside}.values())
    aside = {(one.kind, one.id) for one in mine if one.aside}
    return FieldPart(
        part=part.id,
        title=part.title,
        activities=len(counted),
        examples=tuple(counted[:MOST_EXAMPLES]),
        aside=len(aside),
        state=_state(part, bool(counted), bool(aside), evidence),
    )


def _state(part: AreaPart, counted: bool, aside: bool, evidence: Evidence) -> PartState:
    if counted:
        return "shown"
    if aside:
        return "set-aside"
    if not part.activity:
        return "cannot-be-shown"
    there = [one for one in part.activity if all(submitted(evidence, kind) for kind in _resources(one))]
    if not there:
        return "not-submitted"
    return "none" if any(_states(one, evidence) for one in there) else "not-stated"


def _resources(selection: Selection) -> list[str]:
    """The kinds of resources that have to be there; what an indicator measures is said by the register alone."""
    register = ["indicator-register"] if any(name == "measure" for name, _ in selection.conditions) else []
    return [PART_OF.get(selection.kind, selection.kind), *register]


def _states(selection: Selection, evidence: Evidence) -> bool:
    """Whether the records state, be it once, all that a selection asks for; where there is no record nothing is left open."""
    records = list(_records(selection.kind, evidence))
    return all(
        not every or any(getattr(one, name, None) is not None for one in every)
        for name, _ in selection.conditions
        for every in [evidence.indicators if name == "measure" else records]
    )


def _records(kind: str, evidence: Evidence) -> Iterable[Any]:
    """All records of a kind, done or not."""
    reviews, made = evidence.case_reviews, evidence.recommendations
    return {
        "improvement-log": evidence.log,
        "case-reviews": reviews,
        "case-review-factors": [one for review in reviews for one in review.factors],
        "case-review-actions": [one for review in reviews for one in review.actions],
        "recommendations": made,
        "recommendation-actions": [one for recommendation in made for one in recommendation.actions],
        "partnership": evidence.partnership,
        "voice": evidence.voice,
        "leadership": evidence.leadership,
        "leadership-questions": evidence.leadership_questions,
    }.get(kind, ())


def _selected(one: Activity, selection: Selection) -> bool:
    return all(any(said in values for said in _attributes(one, name)) for name, values in selection.conditions)


def _attributes(one: Activity, name: str) -> tuple[Any, ...]:
    """What a record has in an attribute: what it counts as, and a framework's own word that it says for it."""
    if name == "measure":
        return (one.measure,)
    own = getattr(one.record, "own_word", None) if (one.kind, name) in OPENED else None
    return (getattr(one.record, name, None), *([own] if own else []))
