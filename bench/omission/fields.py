"""Blanking: every optional field of every kind, its whole column, a half by chance, and the rows where it says one thing."""

import random
from collections.abc import Callable, Iterator
from typing import Any

from inspector.model.case_reviews import CaseReview, Factor, ReviewAction
from inspector.model.evidence import Evidence, Figure, Indicator, LogEntry, Participation, Resource
from inspector.model.leadership import LeaderPeriod, QuestionAnswer
from inspector.model.partnership import Commitment
from inspector.model.recommendations import Recommendation, RecommendedAction, StatusEntry
from inspector.model.self_evaluation import Claim, SelfStatement
from inspector.model.voice import Voice

Variant = tuple[str, Evidence]
NOUNS: dict[str, Any] = {
    "resources": Resource, "figures": Figure, "indicators": Indicator, "log": LogEntry, "participation": Participation,
    "recommendations": Recommendation, "recommendations.actions": RecommendedAction,
    "recommendations.statuses": StatusEntry, "case_reviews": CaseReview, "case_reviews.factors": Factor,
    "case_reviews.actions": ReviewAction, "leadership": LeaderPeriod, "leadership_questions": QuestionAnswer,
    "partnership": Commitment, "voice": Voice, "self_evaluation": SelfStatement, "self_evaluation.claims": Claim,
}  # fmt: skip
PARTS = ("actions", "statuses", "factors", "claims")
ALONE = ("notified_on", "submitted_at")
SORTS = 12
"""A field of at most so many different values is blanked where it has each of them; else in its lower and its upper half."""


def _fields() -> list[tuple[str, str]]:
    found = [("", name) for name in ALONE]
    for place, noun in NOUNS.items():
        for name, info in noun.model_fields.items():
            if not info.is_required() and name not in ("path", *PARTS):
                found.append((place, name))
    return found


FIELDS = _fields()


def rows_at(evidence: Evidence, place: str) -> list[Any]:
    """The rows of a kind or of a part of one: `case_reviews.actions`."""
    if not place:
        return [evidence]
    owner, _, part = place.partition(".")
    rows = list(getattr(evidence, owner))
    return [inner for row in rows for inner in getattr(row, part)] if part else rows


def replaced(evidence: Evidence, place: str, change: Callable[[Any], Any | None]) -> Evidence:
    """The evidence with each row of a place changed, or gone where `change` gives None."""
    if not place:
        return change(evidence) or evidence
    owner, _, part = place.partition(".")

    def each(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(new for row in rows if (new := change(row)) is not None)

    if not part:
        return evidence.model_copy(update={owner: each(getattr(evidence, owner))})
    rows = getattr(evidence, owner)
    return evidence.model_copy(
        update={owner: tuple(row.model_copy(update={part: each(getattr(row, part))}) for row in rows)}
    )


def blanked(evidence: Evidence, place: str, name: str, where: Callable[[Any], bool]) -> Evidence | None:
    """The evidence with the field blank in the rows for which `where` holds; None where that changes nothing."""
    empty = NOUNS[place].model_fields[name].default if place else None
    changed = 0

    def change(row: Any) -> Any | None:
        nonlocal changed
        if getattr(row, name) in (None, empty) or not where(row):
            return row
        changed += 1
        new = row.model_copy(update={name: empty})
        return None if place == "figures" and _says_nothing(new) else new

    found = replaced(evidence, place, change)
    return found if changed else None


def _says_nothing(figure: Figure) -> bool:
    """A figure without a value is none: a numerator whose denominator was taken away is a count and stays."""
    return figure.value is None and figure.numerator is None


def variants(evidence: Evidence, place: str, name: str) -> Iterator[Variant]:
    """The evidence with that field blanked in every way that is tried."""
    draw = random.Random(f"{place}.{name}")
    ways: list[tuple[str, Callable[[Any], bool]]] = [("all", lambda _: True)]
    if place:
        ways.append(("half", lambda _: draw.random() < 0.5))
        ways += _unfavourable(evidence, place, name)
    for way, where in ways:
        found = blanked(evidence, place, name, where)
        if found is not None:
            yield way, found


def _unfavourable(evidence: Evidence, place: str, name: str) -> list[tuple[str, Callable[[Any], bool]]]:
    """Which rows are the bad ones nobody need say: each value in turn, or the lower and the upper half, is among them."""
    said = [getattr(row, name) for row in rows_at(evidence, place)]
    known = sorted({one for one in said if one not in (None, ())}, key=str)
    if 1 < len(known) <= SORTS:
        return [(f"where {one}", lambda row, one=one: getattr(row, name) == one) for one in known]
    ordered = sorted(known, key=_order)
    if len(ordered) < 2 or isinstance(ordered[0], str | tuple):
        return []
    middle = ordered[len(ordered) // 2]
    ways = [
        ("lower half", lambda row: getattr(row, name) is not None and getattr(row, name) < middle),
        ("upper half", lambda row: getattr(row, name) is not None and getattr(row, name) >= middle),
    ]
    return [*ways, *_late(place, name)]


def _order(one: Any) -> Any:
    return one


def _late(place: str, name: str) -> list[tuple[str, Callable[[Any], bool]]]:
    """Where the day itself tells against the row: written down or revised long after what it is about."""
    lags: dict[tuple[str, str], Callable[[Any], int]] = {
        ("log", "recorded_at"): lambda row: (row.recorded_at.date() - (row.tried_on or row.raised_on)).days,
        ("figures", "recorded_on"): lambda row: (row.recorded_on - row.period_end).days,
        ("partnership", "met_on"): lambda row: (row.met_on - (row.due_on or row.met_on)).days,
        ("recommendations.actions", "done_on"): lambda row: (row.done_on - (row.due_on or row.done_on)).days,
    }
    lag = lags.get((place, name))
    if lag is None:
        return []
    return [(f"over {days} days late", lambda row, days=days: getattr(row, name) is not None and lag(row) > days)
            for days in (0, 31, 62)]  # fmt: skip
