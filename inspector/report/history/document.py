"""A history as its document. Every key is written here by hand: it is a contract with its readers."""

from collections.abc import Iterable, Mapping

from inspector.model.history import Corrected, History, Inspected, Replied, Submitted, Track, VisitedOn
from inspector.model.ladder import Standing, State
from inspector.report.document.shape.replies import Correction, Reply
from inspector.report.history import shape


def document(found: History) -> shape.HistoryDocument:
    """The document of a history as plain values."""
    return {
        "format": "inspector-history",
        "version": 1,
        "register": found.register_name,
        "authority": found.authority,
        "entries": found.entries,
        "submissions": [_submission(one) for one in found.submissions],
        "inspections": [_inspection(one) for one in found.inspections],
        "visits": [_visit(one) for one in found.visits],
        "themes": [_theme(one) for one in found.tracks],
        "near": [{"authority": name, "entries": count} for name, count in found.near],
    }


def reply_values(found: Iterable[Replied]) -> list[Reply]:
    """Replies with what was decided on them."""
    return [
        {
            "entry": one.entry,
            "on": one.on,
            "result": one.result,
            "finding": one.finding,
            "says": one.says,
            "by": one.by,
            "decisions": [
                {"entry": d.entry, "on": d.on, "decision": d.decision, "says": d.says, "by": d.by}
                for d in one.decisions
            ],
            "corrections": _corrections(one.corrections),
        }
        for one in found
    ]


def _corrections(found: Iterable[Corrected]) -> list[Correction]:
    return [{"entry": one.entry, "on": one.on, "says": one.says, "by": one.by} for one in found]


def _submission(one: Submitted) -> shape.Submission:
    return {
        "entry": one.entry,
        "on": one.on,
        "root": one.root,
        "start": one.period_start,
        "end": one.period_end,
        "resources": one.resources,
        "rows": one.rows,
        "corrections": _corrections(one.corrections),
    }


def _inspection(one: Inspected) -> shape.InspectionOf:
    return {
        "entry": one.entry,
        "on": one.on,
        "submission": one.submission,
        "start": one.period_start,
        "end": one.period_end,
        "notified_on": one.notified_on,
        "engine": one.engine,
        "framework": {"id": one.framework, "version": one.framework_version, "digest": one.framework_digest},
        "verdict": one.verdict,
        "assurance": one.assurance,
        "standings": [_standing(theme, standing, dict(one.states)) for theme, standing in one.standings],
        "held": one.held,
        "later": one.later,
        "replies": reply_values(one.replies),
        "corrections": _corrections(one.corrections),
    }


def _standing(theme: str, standing: Standing, states: Mapping[str, State]) -> shape.StandingOf:
    ordinary: State = "silent" if standing == "silent" else "stands"
    return {"theme": theme, "standing": standing, "state": states.get(theme, ordinary)}


def _visit(one: VisitedOn) -> shape.Visit:
    return {
        "entry": one.entry,
        "on": one.on,
        "day": one.day,
        "plan": one.plan,
        "submission": one.submission,
        "corrections": _corrections(one.corrections),
    }


def _theme(one: Track) -> shape.ThemeOver:
    return {
        "framework": one.framework,
        "theme": one.theme,
        "title": one.title,
        "steps": [
            {
                "inspection": step.inspection,
                "standing": step.standing,
                "state": step.state,
                "other_rules": step.other_rules,
            }
            for step in one.steps
        ],
    }
