"""`fields.yaml` of a framework: the fields in which improvement can take place, their parts, and what counts as activity.

What records can be chosen by, and the values that can be asked for, are those of the evidence itself: a value that no record
can have would leave a part without activity for ever, and nobody would know why.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Literal, get_args, get_origin

from inspector.framework.yaml_source import Document
from inspector.model.base import Noun
from inspector.model.case_reviews import CONDITIONS, CaseReview, Factor, ReviewAction
from inspector.model.evidence import CHANGE_TYPES, Indicator, LogEntry
from inspector.model.leadership import LeaderPeriod, QuestionAnswer
from inspector.model.own_words import OwnWords, WordSort
from inspector.model.partnership import Commitment
from inspector.model.problems import Problem, shown
from inspector.model.recommendations import Recommendation, RecommendedAction
from inspector.model.remarks import did_you_mean, one_of
from inspector.model.rules import Area, AreaPart, Selection
from inspector.model.voice import GROUPS, Voice

Value = str | bool
At = tuple[str | int, ...]

CHOSEN_BY: dict[str, tuple[type[Noun], tuple[str, ...]]] = {
    "improvement-log": (LogEntry, ("scale", "origin", "change_type", "decision", "questions_target", "measure")),
    "recommendations": (Recommendation, ("source",)),
    "recommendation-actions": (RecommendedAction, ("strength",)),
    "case-reviews": (CaseReview, ("went", "approach", "front_line_took_part", "family_took_part")),
    "case-review-actions": (ReviewAction, ("level", "strength")),
    "case-review-factors": (Factor, ("condition",)),
    "partnership": (Commitment, ("joint",)),
    "voice": (Voice, ("group",)),
    "leadership": (LeaderPeriod, ()),
    "leadership-questions": (QuestionAnswer, ("question",)),
}
"""Kinds of records that can be improvement activity, and what they can be chosen by. `measure`: that of the indicator named."""

NO_WORDS = OwnWords()
OPENED: dict[tuple[str, str], tuple[WordSort, tuple[str, ...]]] = {
    ("improvement-log", "change_type"): ("change_type", CHANGE_TYPES),
    ("case-review-factors", "condition"): ("conditions", CONDITIONS),
    ("voice", "group"): ("group", GROUPS),
}
"""Where a framework's own words may stand beside ours, by kind and attribute: which sort of words, and ours."""


def areas(document: Document, problems: list[Problem], words: OwnWords) -> tuple[Area, ...]:
    """The fields of a document that obeys its schema; a kind, attribute or value nobody knows is a problem.

    `words` are those of the framework's own.
    """
    found = tuple(_area(document, place, body, problems, words) for place, body in enumerate(document.value))
    fields = [(((place, "id")), area.id) for place, area in enumerate(found)]
    parts = [
        ((place, "parts", n, "id"), part.id) for place, area in enumerate(found) for n, part in enumerate(area.parts)
    ]
    problems += [*_twice(document, fields), *_twice(document, parts)]
    return found


def _twice(document: Document, named: Sequence[tuple[At, str]]) -> Iterator[Problem]:
    seen: set[str] = set()
    for at, name in named:
        if name in seen:
            where = document.where(*at)
            yield Problem(
                rule="fields",
                level="error",
                where=where,
                message=f"{shown(name)} is there twice",
                expected="an id of its own",
            )
        seen.add(name)


def _area(document: Document, place: int, body: dict[str, Any], problems: list[Problem], words: OwnWords) -> Area:
    parts = (
        AreaPart(
            id=part["id"],
            title=part["title"],
            activity=tuple(
                _selection(document, (place, "parts", n, "activity", k), one, problems, words)
                for k, one in enumerate(part.get("activity", ()))
            ),
            where=document.where(place, "parts", n, "id"),
        )
        for n, part in enumerate(body["parts"])
    )
    return Area(id=body["id"], title=body["title"], parts=tuple(parts), where=document.where(place, "id"))


def _selection(document: Document, at: At, body: dict[str, Any], problems: list[Problem], own: OwnWords) -> Selection:
    kind = body["kind"]
    conditions = {
        name: tuple(wanted) if isinstance(wanted, list) else (wanted,)
        for name, wanted in body.items()
        if name != "kind"
    }
    if kind not in CHOSEN_BY:
        problems.append(
            _unknown(document, (*at, "kind"), f"no activity is of kind {shown(kind)}", kind, list(CHOSEN_BY))
        )
        return Selection(kind=kind)
    known = CHOSEN_BY[kind][1]
    for name, values in conditions.items():
        if name not in known:
            message = f"{kind} has no {shown(name)} to choose by"
            problems.append(_unknown(document, (*at, name), message, name, known, key=True))
            continue
        for n, value in enumerate(values):
            known_values = choices(kind, name, own)
            if not _can_be(value, known_values):
                place = (*at, name, n) if isinstance(body[name], list) else (*at, name)
                words = [_shown(one) for one in known_values]
                message = f"{shown(name)} of {kind} is never {shown(_shown(value))}"
                problems.append(_unknown(document, place, message, _shown(value), words))
    return Selection(kind=kind, conditions=tuple(conditions.items()))


def choices(kind: str, name: str, words: OwnWords = NO_WORDS) -> tuple[Value, ...]:
    """Every value that records of a kind can have in an attribute they can be chosen by, in the order of the model.

    The words of a framework's own come last, those that count as others too: records are chosen by what they say as well.
    """
    if (kind, name) not in OPENED:
        return _of_model(kind, name)
    sort, ours = OPENED[kind, name]
    return (*ours, *(words.titles(sort)))


@cache
def _of_model(kind: str, name: str) -> tuple[Value, ...]:
    noun = Indicator if name == "measure" else CHOSEN_BY[kind][0]
    return tuple(_values(noun.model_fields[name].annotation))


def _values(annotation: Any) -> Iterator[Value]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif annotation is bool:
        yield from (True, False)
    else:
        for one in get_args(annotation):
            yield from _values(one)


def _can_be(value: Value, known: Sequence[Value]) -> bool:
    return any(type(value) is type(one) and value == one for one in known)


def _shown(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else value


def _unknown(
    document: Document, at: At, message: str, name: str, known: Sequence[str], *, key: bool = False
) -> Problem:
    return Problem(
        rule="fields",
        level="error",
        where=document.where_key(*at) if key else document.where(*at),
        message=message,
        expected=one_of(known) if known else "nothing: all of this kind count",
        fix=did_you_mean(name, known),
    )
