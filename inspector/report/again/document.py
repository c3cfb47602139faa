"""What was judged again as its document."""

from collections.abc import Iterable

from inspector.model.again import Again, Cause, JudgedAgain, Part, Side
from inspector.report.again import shape


def document(found: JudgedAgain) -> shape.AgainDocument:
    """The document as plain values."""
    return {
        "format": "inspector-judged-again",
        "version": 1,
        "judged": [_again(one) for one in found.judged],
        "judged_otherwise": sum(one.otherwise for one in found.judged),
        "not_judged": [
            {"submission": one.submission, "authority": one.authority, "end": one.period_end, "why": one.why}
            for one in found.not_judged
        ],
        "parts": None if found.parts is None else _parts(found.parts),
    }


def _parts(found: Iterable[Part]) -> list[shape.PartOf]:
    return [{"sort": one.sort, "id": one.id, "differs": one.differs, "what": list(one.what)} for one in found]


def _cause(one: Cause) -> shape.CauseOf:
    return {"parts": _parts(one.parts), "others": _parts(one.others)}


def _side(one: Side) -> shape.SideOf:
    return {
        "framework": one.framework,
        "framework_version": one.framework_version,
        "framework_digest": one.framework_digest,
        "engine": one.engine,
        "verdict": one.verdict,
        "assurance": one.assurance,
        "row": one.row,
        "says": one.says,
        "entry": one.entry,
    }


def _again(one: Again) -> shape.AgainOf:
    made: shape.AgainOf = {
        "submission": one.submission,
        "authority": one.authority,
        "root": one.root,
        "start": one.period_start,
        "end": one.period_end,
        "otherwise": one.otherwise,
        "then": _side(one.then),
        "now": _side(one.now),
        "findings": [
            {
                "finding": f.finding,
                "rule": f.rule,
                "theme": f.theme,
                "differs": f.differs,
                "then": f.then,
                "now": f.now,
                "says": f.says,
                "facts": list(f.facts),
            }
            for f in one.findings
        ],
        "themes": [
            {
                "theme": t.theme,
                "title": t.title,
                "then": t.then,
                "now": t.now,
                "rules": list(t.rules),
                "cause": _cause(t.cause),
            }
            for t in one.themes
        ],
        "cause": _cause(one.cause),
        "rested": list(one.rested),
        "notes": list(one.notes),
    }
    if one.between is not None:
        made["between"] = _side(one.between)
    return made
