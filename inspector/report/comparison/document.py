"""A comparison as its document. Every key is written here by hand: it is a contract with its readers."""

from collections import Counter
from typing import cast

from inspector.model.comparison import (
    Aged,
    Cited,
    Comparison,
    EnquiryOver,
    FindingOver,
    PromiseOver,
    Side,
    ThemeOver,
)
from inspector.report.comparison import shape
from inspector.report.document.shape.calibration import Calibration
from inspector.report.document.shape.units import RowRuns


def document(found: Comparison) -> shape.ComparisonDocument:
    """The document of a comparison as plain values. No clock, machine or path of this run is in it."""
    states = Counter(one.state for one in found.enquiries)
    made: shape.ComparisonDocument = {
        "format": "inspector-comparison",
        "version": 1,
        "old": _side(found.old),
        "new": _side(found.new),
        "notes": list(found.notes),
        "says": found.says,
        "themes": [_theme(one) for one in found.themes],
        "findings": [_finding(one) for one in found.findings],
        "promises": [_promise(one) for one in found.promises],
        "enquiries": [_enquiry(one) for one in found.enquiries],
        "enquiry_counts": {
            "answered": states["answered"],
            "open": states["open"],
            "not_asked_again": states["not-asked-again"],
            "cannot_be_told": states["cannot-be-told"],
        },
        "aged": [_aged(one) for one in found.aged],
    }
    if found.calibration is not None:
        made["calibration"] = cast(Calibration, found.calibration)
    return made


def _side(one: Side) -> shape.SideOf:
    return {
        "given": one.given,
        "authority": one.authority,
        "start": one.period_start,
        "end": one.period_end,
        "until": one.until,
        "engine": one.engine,
        "framework": one.framework_id,
        "framework_version": one.framework_version,
        "framework_digest": one.framework_digest,
        "bundle_digest": one.bundle_digest,
        "root": one.root,
        "verdict": one.verdict,
        "assurance": one.assurance,
        "says": one.says,
    }


def _theme(one: ThemeOver) -> shape.ThemeOf:
    return {
        "theme": one.theme,
        "title": one.title,
        "then": one.then,
        "then_state": one.then_state,
        "now": one.now,
        "now_state": one.now_state,
        "moved": one.moved,
        "says": one.says,
    }


def _finding(one: FindingOver) -> shape.FindingOf:
    return {
        "state": one.state,
        "rule": one.rule,
        "about": list(one.about),
        "theme": one.theme,
        "then_id": one.then_id,
        "now_id": one.now_id,
        "then_says": one.then_says,
        "now_says": one.now_says,
        "why": one.why,
        "then": _cited(one.then),
        "now": _cited(one.now),
    }


def _promise(one: PromiseOver) -> shape.PromiseOf:
    return {
        "sort": one.sort,
        "id": one.id,
        "promised": one.promised,
        "due": one.due,
        "then_said": one.then_said,
        "state": one.state,
        "says": one.says,
        "then": _cited(one.then),
        "now": _cited(one.now),
    }


def _enquiry(one: EnquiryOver) -> shape.EnquiryOf:
    return {
        "question": one.question,
        "whom": list(one.whom),
        "because": list(one.because),
        "state": one.state,
        "says": one.says,
        "asked_now": list(one.asked_now),
        "answers": [{"by": a.by, "on": a.on, "says": a.says, "where": a.where} for a in one.answers],
        "then": _cited(one.then),
        "now": _cited(one.now),
    }


def _aged(one: Aged) -> shape.AgedOf:
    return {
        "sort": one.sort,
        "id": one.id,
        "by": one.by,
        "on": one.on,
        "expires_on": one.expires_on,
        "state": one.state,
        "says": one.says,
        "then": _cited(one.then),
        "now": _cited(one.now),
    }


def _cited(one: Cited) -> shape.CitedOf:
    rows: list[RowRuns] = []
    for part in one.rows:
        rows.append({"resource": part.resource, "rows": [list(run) for run in part.rows]})
        if part.paths:
            rows[-1]["paths"] = list(part.paths)
    return {"names": list(one.names), "rows": rows}
