"""Removing: unfavourable rows by kind, measures that got worse, whole kinds. Each law gives variants of the evidence."""

import random
from collections.abc import Callable, Iterator
from typing import Any

from fields import Variant, replaced, rows_at

from inspector.evidence.series import all_series
from inspector.model.evidence import Evidence, Indicator, LogEntry

Where = Callable[[Any], bool]
ROWS: dict[str, tuple[str, Where]] = {
    "abandoned-tests": ("log", lambda one: one.decision == "abandon"),
    "adapted-tests": ("log", lambda one: one.decision == "adapt"),
    "undecided-tests": ("log", lambda one: one.decision is None),
    "tests-without-lesson": ("log", lambda one: not one.learned),
    "tests-without-day": ("log", lambda one: one.tried_on is None),
    "tests-entered-late": ("log", lambda one: not one.told_in_time),
    "tests-entered-after-a-week": ("log", lambda one: _lag(one) > 7),
    "tests-on-a-large-scale": ("log", lambda one: one.scale in ("whole-service", "whole-authority")),
    "tests-by-experts": ("log", lambda one: one.origin in ("expert", "leader", "inspection")),
    "tests-by-training": ("log", lambda one: one.change_type in ("training", "procedure")),
    "ideas-never-tried": ("log", lambda one: not one.tried),
    "broken-promises": ("partnership", lambda one: one.met_on is None),
    "promises-kept-late": ("partnership", lambda one: bool(one.met_on and one.due_on and one.met_on > one.due_on)),
    "promises-partners-deny": ("partnership", lambda one: one.partner_says in ("not-kept", "partly-kept")),
    "promises-without-statement": ("partnership", lambda one: one.partner_says is None),
    "bad-reviews": ("case_reviews", lambda one: one.went == "badly"),
    "good-reviews": ("case_reviews", lambda one: one.went == "well"),
    "blaming-reviews": ("case_reviews", lambda one: one.approach == "individual"),
    "reviews-without-front-line": ("case_reviews", lambda one: not one.front_line_took_part),
    "weak-review-actions": ("case_reviews.actions", lambda one: one.strength == "weaker"),
    "individual-review-actions": ("case_reviews.actions", lambda one: one.level in ("individual", "training")),
    "unfinished-review-actions": ("case_reviews.actions", lambda one: one.done_on is None),
    "untracked-factors": ("case_reviews.factors", lambda one: one.tracked_by is None),
    "absent-factors": ("case_reviews.factors", lambda one: one.found != "present"),
    "stuck-recommendations": ("recommendations", lambda one: _last(one) in ("stuck", "dropped", "rejected")),
    "open-recommendations": ("recommendations", lambda one: _last(one) in ("made", "accepted", "started", None)),
    "unmeasured-recommendations": ("recommendations", lambda one: _last(one) == "done"),
    "stuck-statuses": ("recommendations.statuses", lambda one: one.status in ("stuck", "dropped", "rejected")),
    "weak-recommended-actions": ("recommendations.actions", lambda one: one.strength == "weaker"),
    "overdue-recommended-actions": ("recommendations.actions", lambda one: one.done_on is None
                                    or bool(one.due_on and one.done_on > one.due_on)),
    "voices-not-answered": ("voice", lambda one: not one.told_back_on),
    "voices-that-changed-nothing": ("voice", lambda one: not one.changed),
    "voices-of-the-front-line": ("voice", lambda one: one.group == "front-line"),
    "teams-with-few-contributors": ("participation", lambda one: one.contributors < 0.2 * one.headcount),
    "teams-with-none": ("participation", lambda one: one.contributors == 0),
    "leaders-who-only-deliver": ("leadership", lambda one: (one.hours_improving or 0) < 0.1 * (one.hours_delivering or 0)),
    "leaders-without-account": ("leadership", lambda one: one.accounted_on is None),
    "questions-not-reviewed": ("leadership_questions", lambda one: one.reviewed_on is None),
    "claims-of-worse": ("self_evaluation.claims", lambda one: one.direction == "worse"),
    "claims-of-better": ("self_evaluation.claims", lambda one: one.direction == "better"),
    "claims-without-indicator": ("self_evaluation.claims", lambda one: one.indicator is None),
    "figures-entered-late": ("figures", lambda one: bool(one.recorded_on and (one.recorded_on - one.period_end).days > 62)),
    "figures-revised": ("figures", lambda one: one.revised_on is not None),
    "figures-of-small-numbers": ("figures", lambda one: bool(one.denominator and one.denominator < 20)),
}  # fmt: skip
KINDS = {
    "indicators": ("figures",), "indicator-register": ("indicators",), "improvement-log": ("log",),
    "participation": ("participation",), "durations": ("durations",), "recommendations": ("recommendations",),
    "case-reviews": ("case_reviews",), "leadership": ("leadership", "leadership_questions"),
    "partnership": ("partnership",), "voice": ("voice",), "self-evaluation": ("self_evaluation",),
}  # fmt: skip
KINDS_TOGETHER = (("recommendations", "case-reviews"), ("voice", "partnership", "self-evaluation"),
                  ("leadership", "participation"), ("durations", "participation"))  # fmt: skip
LOST = ("loss", "faded-gain")


def _lag(one: LogEntry) -> int:
    return (one.recorded_at.date() - (one.tried_on or one.raised_on)).days if one.recorded_at else 0


def _last(one: Any) -> str | None:
    said = sorted(one.statuses, key=lambda status: status.on)
    return said[-1].status if said else None


def rows(evidence: Evidence, law: str) -> Iterator[Variant]:
    """Without all such rows, and without each of three of them alone."""
    place, where = ROWS[law]
    there = [row for row in rows_at(evidence, place) if where(row)]
    if not there:
        return
    yield "all", replaced(evidence, place, lambda row: None if where(row) else row)
    if len(there) > 1:
        for gone in random.Random(law).sample(there, min(3, len(there))):
            yield f"row {gone.row}", replaced(evidence, place, lambda row, gone=gone: None if row is gone else row)


def kind(evidence: Evidence, *kinds: str) -> Evidence | None:
    """Without those kinds; None where it has none of them."""
    fields = [field for one in kinds for field in KINDS[one] if getattr(evidence, field)]
    if not fields:
        return None
    resources = tuple(one for one in evidence.resources if one.kind not in kinds)
    return evidence.model_copy(update={"resources": resources, **dict.fromkeys(fields, ())})


def without(evidence: Evidence, ids: set[str]) -> Evidence:
    """Without these measures: register, figures and durations, and every mention of them elsewhere."""
    out = {
        field: tuple(one for one in getattr(evidence, field) if one.indicator not in ids)
        for field in ("indicators", "figures", "durations")
    }
    found = evidence.model_copy(update=out)
    for place in ("log", "recommendations", "case_reviews.actions", "self_evaluation.claims"):
        found = replaced(found, place, lambda row: _unnamed(row, "indicator", ids))
    for place, name in (("log", "balancing_indicator"), ("indicators", "balancing_indicator"),
                        ("case_reviews.factors", "tracked_by")):  # fmt: skip
        found = replaced(found, place, lambda row, name=name: _unnamed(row, name, ids))
    return found


def _unnamed(row: Any, name: str, ids: set[str]) -> Any:
    return row.model_copy(update={name: None}) if getattr(row, name) in ids else row


def unregistered(evidence: Evidence, ids: set[str]) -> Evidence:
    """Only the rows of the register gone: the figures are there and nobody says what they are."""
    return evidence.model_copy(
        update={"indicators": tuple(one for one in evidence.indicators if one.indicator not in ids)}
    )


def worsened(evidence: Evidence) -> dict[str, list[str]]:
    """The measures by how they moved: `worse` first, then those whose gain faded; the surest first."""
    found: dict[str, list[tuple[float, str]]] = {name: [] for name in LOST}
    for one in all_series(evidence):
        made = one.judgement()
        if made.call in LOST:
            found[made.call].append((-made.probability, one.indicator.indicator))
    return {call: [id for _, id in sorted(some)] for call, some in found.items()}


def one_measure(evidence: Evidence) -> Iterator[Variant]:
    """Without one measure that got worse or faded."""
    for some in worsened(evidence).values():
        for id in some:
            yield id, without(evidence, {id})
            yield f"{id}, register alone", unregistered(evidence, {id})


def all_measures(evidence: Evidence) -> Iterator[Variant]:
    """Without all that got worse, all that faded, both, and one by one until none is left."""
    found = worsened(evidence)
    every = [id for some in found.values() for id in some]
    sets = {"worse": found["loss"], "faded": found["faded-gain"], "both": every}
    for name, ids in sets.items():
        if ids:
            yield name, without(evidence, set(ids))
    for k in range(2, len(every)):
        yield f"first {k}", without(evidence, set(every[:k]))


def worst_figures(evidence: Evidence) -> Iterator[Variant]:
    """Without the worst figure, tenth and quarter of every measure, without the worst of all the last year, and cut short."""
    for share in (0.0, 0.1, 0.25):
        yield f"worst {share or 'one'}", _without_worst(evidence, share)
    last = max((figure.period_end for figure in evidence.figures), default=None)
    if last is not None:
        for days in (95, 190):
            kept = tuple(f for f in evidence.figures if (last - f.period_end).days >= days)
            yield f"last {days} days", evidence.model_copy(update={"figures": kept})


def _without_worst(evidence: Evidence, share: float) -> Evidence:
    better = {one.indicator: one.better for one in reversed(evidence.indicators)}
    gone: set[int] = set()
    for id, way in better.items():
        mine = sorted(
            (f for f in evidence.figures if f.indicator == id), key=lambda f: _amount(f) * (1 if way == "up" else -1)
        )
        gone.update(id_ for id_ in map(id_of, mine[: max(1, int(share * len(mine)))]))
    return evidence.model_copy(update={"figures": tuple(f for f in evidence.figures if id_of(f) not in gone)})


def id_of(row: Any) -> int:
    """What tells one row from another."""
    return id(row)


def _amount(figure: Any) -> float:
    if figure.value is not None:
        return float(figure.value)
    return float(figure.numerator or 0) / float(figure.denominator or 1)


def without_kinds(evidence: Evidence) -> Iterator[Variant]:
    """Without each kind, and without some together."""
    for some in (*((one,) for one in KINDS), *KINDS_TOGETHER):
        found = kind(evidence, *some)
        if found is not None:
            yield " and ".join(some), found


def consistently(evidence: Evidence) -> Iterator[Variant]:
    """Several books at once, so that nothing contradicts: a losing measure with its durations, tests and lessons."""
    every = [id for some in worsened(evidence).values() for id in some]
    for name, ids in [*((one, {one}) for one in every[:3]), ("every", set(every))]:
        if ids:
            log = tuple(one for one in evidence.log if one.indicator not in ids)
            yield f"{name} with its tests", without(evidence.model_copy(update={"log": log}), ids)
    few = {one.team for one in evidence.participation if one.contributors == 0}
    if few:
        log = tuple(one for one in evidence.log if one.team not in few)
        rows_ = tuple(one for one in evidence.participation if one.team not in few)
        yield "teams with their tests", evidence.model_copy(update={"log": log, "participation": rows_})
    bad = {one.id for one in evidence.log if one.decision == "abandon"}
    if bad:
        log = tuple(_unfollowed(one, bad) for one in evidence.log if one.id not in bad)
        voice = tuple(
            v.model_copy(update={"changed": tuple(x for x in v.changed if x not in bad)}) for v in evidence.voice
        )
        yield "abandoned tests with what follows", evidence.model_copy(update={"log": log, "voice": voice})


def _unfollowed(one: LogEntry, bad: set[str]) -> LogEntry:
    return one.model_copy(update={"follows": None}) if one.follows in bad else one


def bare(evidence: Evidence) -> Iterator[Variant]:
    """The register with nothing optional in it but what says which measure it is, and nothing but ids and directions."""
    kept = {"resource", "row", "path", "indicator", "title", "better"}
    for name, also in (("but sort and unit", {"measure", "unit", "same_as"}), ("at all", set())):
        rows_: list[Indicator] = []
        for one in evidence.indicators:
            said = {key: value for key, value in one.model_dump().items() if key in kept | also}
            rows_.append(Indicator.model_validate(said))
        yield f"nothing {name}", evidence.model_copy(update={"indicators": tuple(rows_)})


LAWS: dict[str, Callable[[Evidence], Iterator[Variant]]] = {
    **{f"remove/{law}": lambda evidence, law=law: rows(evidence, law) for law in ROWS},
    "remove/one-worsened-measure": one_measure,
    "remove/all-worsened-measures": all_measures,
    "remove/worst-figures": worst_figures,
    "remove/whole-kinds": without_kinds,
    "remove/consistently": consistently,
    "blank/bare-register": bare,
}
