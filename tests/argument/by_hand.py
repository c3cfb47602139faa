"""Small pieces of evidence and of an answer, made by hand, for tests of what is argued about a verdict."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

import numpy as np

from inspector.model.argument import Change, Flip
from inspector.model.case_lists import CaseList
from inspector.model.case_reviews import CaseReview, Factor, ReviewAction
from inspector.model.evidence import Evidence, Figure, Indicator, LogEntry, Resource
from inspector.model.facts import Fact
from inspector.model.inspection import Finding, Inspection, Score, ThemeResult, TrustIn, Unjudged, Verdict
from inspector.model.recommendations import Recommendation, RecommendedAction, StatusEntry
from inspector.model.traces import Trace

START, END, TOLD = date(2024, 1, 1), date(2025, 12, 31), date(2025, 12, 1)
BEFORE, WITHIN, AFTER = date(2023, 6, 1), date(2024, 6, 1), date(2025, 12, 15)


def at(row: int, resource: str = "r.csv") -> dict[str, Any]:
    return {"resource": resource, "row": row}


def resource(kind: str, **other: Any) -> Resource:
    found: dict[str, Any] = {"name": kind, "path": f"{kind}.csv", "kind": kind, "sha256": "0", "bytes": 1, "rows": 1}
    return Resource(**{**found, **other})


def evidence(**parts: Any) -> Evidence:
    whole = {"authority": "A", "period_start": START, "period_end": END, "notified_on": TOLD, "digest": "d" * 64}
    return Evidence(**{**whole, **parts})


def entry(id: str, row: int = 2, **other: Any) -> LogEntry:
    found: dict[str, Any] = {
        "id": id, "raised_on": WITHIN, "raised_by_role": "worker", "team": "one", "scale": "one-case", "aim": "ask first",
        "started_on": WITHIN, "tested_on": WITHIN, "recorded_at": datetime.combine(WITHIN, time(12)),
    }  # fmt: skip
    return LogEntry(**at(row, "log.csv"), **{**found, **other})


def indicator(id: str, row: int = 2, **other: Any) -> Indicator:
    return Indicator(**at(row), indicator=id, title=id.title(), better="up", **other)


def figure(indicator: str, row: int = 2) -> Figure:
    return Figure(**at(row), indicator=indicator, period_start=START, period_end=WITHIN, value=1.0)


def review(id: str, actions: Iterable[dict[str, Any]] = (), factors: Iterable[str] = (), **other: Any) -> CaseReview:
    found: dict[str, Any] = {"reviewed_on": WITHIN, "went": "badly", "approach": "systems"}
    return CaseReview(
        **at(2),
        id=id,
        **{**found, **other},
        actions=tuple(
            ReviewAction(**at(n), id=f"{id}-{n}", review=id, action="do it", **one) for n, one in enumerate(actions, 2)
        ),
        factors=tuple(Factor(**at(n), review=id, condition=one, tracked_by="x") for n, one in enumerate(factors, 2)),  # type: ignore[arg-type]
    )


def recommendation(id: str, status: str = "accepted", done_on: date | None = None, **other: Any) -> Recommendation:
    return Recommendation(
        **at(2),
        id=id,
        recommendation="do it",
        made_on=WITHIN,
        **{"source": "munro", **other},
        actions=(RecommendedAction(**at(2), id=f"{id}-a", recommendation=id, action="do it", done_on=done_on),),
        statuses=(StatusEntry(**at(2), recommendation=id, on=WITHIN, status=status),),  # type: ignore[arg-type]
    )


def case_list(name: str, ids: Iterable[str | None]) -> CaseList:
    column = np.array(list(ids), dtype=object)
    rows = np.arange(2, 2 + len(column))
    return CaseList(list=name, resource=f"{name}.csv", rows=rows, columns={"child_unique_id": column})


def finding(id: str, facts: Iterable[str] = (), **other: Any) -> Finding:
    found: dict[str, Any] = {
        "rule": id.partition("/")[0], "theme": "stream", "says": "So it is.", "direction": "better", "reached": "doing",
        "standing": "doing", "limit": None, "trust": "plain", "withdrawn": False, "ask": (f"Why {id}?",), "cites": (),
    }  # fmt: skip
    return Finding(id=id, facts=tuple(facts), **{**found, **other})


def fact(id: str, *rests_on: str, **fields: Any) -> Fact:
    return Fact(id=id, kind=id.rpartition("/")[0], fields=fields, rests_on=rests_on)


def trace(subject: str, probe: str = "late-entries", outcome: str = "question", **other: Any) -> Trace:
    found: dict[str, Any] = {"says": "Something is there.", "n": 9, "ask": (f"How was {subject} made?",)}
    return Trace(probe=probe, subject=subject, outcome=outcome, **{**found, **other})  # type: ignore[arg-type]


def theme(id: str, standing: str = "doing", **other: Any) -> ThemeResult:
    found: dict[str, Any] = {
        "title": id.title(), "asks": f"What of {id}?", "weight": 1.0, "low": standing, "high": standing, "says": "",
        "findings": (), "wanted": (),
    }  # fmt: skip
    return ThemeResult(theme=id, standing=standing, **{**found, **other})  # type: ignore[arg-type]


def inspection(
    findings: Iterable[Finding] = (),
    facts: Iterable[Fact] = (),
    traces: Iterable[Trace] = (),
    themes: Iterable[ThemeResult] = (theme("stream"),),
    because: Iterable[str] = (),
    trust: Iterable[TrustIn] = (),
    unjudged: Iterable[Unjudged] = (),
    verdict: Any = "emerging",
) -> Inspection:
    score = Score(value=50, low=50, high=50)
    return Inspection(
        engine="0", framework_id="f", framework_version="0", framework_title="F", framework_question="?",
        framework_digest="f" * 64, bundle_digest="d" * 64, authority="A", invented=True, period_start="2024-01-01",
        period_end="2025-12-31",
        verdict=Verdict(verdict=verdict, row="r", says="So.", because=tuple(because), score=score),
        themes=tuple(themes), findings=tuple(findings), facts=tuple(facts), traces=tuple(traces), trust=tuple(trust),
        unjudged=tuple(unjudged), problems=(), resources=(),
    )  # fmt: skip


def trusted(evidence: str, trust: Any, *reasons: str) -> TrustIn:
    return TrustIn(evidence=evidence, trust=trust, reasons=reasons)


def change(*removed: tuple[str, ...]) -> Change:
    """What would change the verdict: each of these sets of evidence, taken away."""
    return Change(
        flips=tuple(Flip(removed=one, verdict="static", row="other", says="Without it, static.") for one in removed),
        steps=(),
    )
