"""An inspection as its document: versioned, with a published schema, the same values on every machine.

Every key is written here by hand on purpose: the document is a contract with its readers, not a dump of the model.
"""

from collections.abc import Iterable
from datetime import date

from inspector.model.aside import Aside
from inspector.model.assurance import Assured
from inspector.model.facts import Fact, Scalar
from inspector.model.inspection import DeclaredPart, Finding, Inspection, Missing, ThemeResult, TrustIn
from inspector.model.own_words import WORD_SORTS
from inspector.model.own_words import OwnWords as Words
from inspector.model.quotes import Quote
from inspector.model.struck import Struck
from inspector.report.document.argument import argument_values
from inspector.report.document.attention import attention
from inspector.report.document.calibration import calibration_values
from inspector.report.document.committed import commitment_values
from inspector.report.document.extended import extended_values
from inspector.report.document.judged_from import judged_from_values
from inspector.report.document.pictures import picture_values
from inspector.report.document.plugins import plugin_values
from inspector.report.document.problems import problem_values
from inspector.report.document.promised import attestation_values, promise_values
from inspector.report.document.rows import rows_values
from inspector.report.document.shape import Bundle, Document, OwnWords, judged
from inspector.report.document.shape.argument import Argued
from inspector.report.document.shape.units import Value
from inspector.report.document.told import told_values
from inspector.report.document.traces import trace_values
from inspector.report.document.visit import visit_values
from inspector.report.document.waived import waived_values


def document(inspection: Inspection) -> Document:
    """The document as plain values. No clock, machine or path of this run is in it."""
    argued: Argued = {} if inspection.argument is None else argument_values(inspection.argument)
    made: Document = {
        "format": "inspector-inspection",
        "version": 1,
        "engine": {"name": "inspector", "version": inspection.engine},
        "framework": {
            "id": inspection.framework_id,
            "version": inspection.framework_version,
            "title": inspection.framework_title,
            "question": inspection.framework_question,
            "digest": inspection.framework_digest,
            "shipped": inspection.framework_shipped,
        },
        "bundle": _bundle(inspection),
        "verdict": _verdict(inspection),
        "themes": [_theme(theme) for theme in inspection.themes],
        "findings": [_finding(finding) for finding in inspection.findings],
        "facts": [_fact(fact) for fact in inspection.facts],
        "traces": trace_values(inspection.traces),
        "trust": [_trust(one) for one in inspection.trust],
        "unjudged": [{"what": u.what, "why": u.why, "wanted": u.wanted} for u in inspection.unjudged],
        "questions_on_site": questions(inspection),
        "problems": problem_values(inspection.problems),
        "pictures": None if inspection.pictures is None else picture_values(inspection.pictures),
        **argued,  # type: ignore[typeddict-item]
    }
    if inspection.framework_extends:
        made["framework"]["extends"] = extended_values(inspection.framework_extends)
    if inspection.waivers:
        made["framework"]["waivers"] = waived_values(inspection.waivers)
    if inspection.words:
        made["framework"]["words"] = _words(inspection.words)
    _later(made, inspection)
    return made


def _words(words: Words) -> OwnWords:
    titles = {sort: dict(words.titles(sort)) for sort in WORD_SORTS}
    return {sort: some for sort, some in titles.items() if some}  # type: ignore[return-value]


def _later(made: Document, inspection: Inspection) -> None:
    """What is lacking where there is nothing of the kind, and in results stored before there was such a thing."""
    if inspection.told is not None:
        made["told"] = told_values(inspection.told)
    if inspection.struck is not None:
        made["struck"] = _struck(inspection.struck)
    if inspection.visit is not None:
        made["visit"] = visit_values(inspection.visit)
    if inspection.declared:
        made["declared"] = [_declared(one) for one in inspection.declared]
    if said := attention(inspection):
        made["attention"] = said
    _over_time(made, inspection)


def _over_time(made: Document, inspection: Inspection) -> None:
    if inspection.until is not None:
        made["until"] = inspection.until
    if inspection.promised is not None:
        made["promised"] = promise_values(inspection.promised)
    if inspection.attestations:
        made["attestations"] = attestation_values(inspection.attestations)
    if inspection.calibration is not None:
        made["calibration"] = calibration_values(inspection.calibration)
    if inspection.sources:
        made["sources"] = [{"id": one.id, "title": one.title} for one in inspection.sources]
    if inspection.judged_from:
        made["judged_from"] = judged_from_values(inspection)
    if inspection.plugins:
        made["plugins"] = plugin_values(inspection.plugins)


def _trust(one: TrustIn) -> judged.TrustIn:
    made: judged.TrustIn = {"evidence": one.evidence, "trust": one.trust, "reasons": list(one.reasons)}
    if one.asked:
        made["asked"] = True
    return made


def _declared(one: DeclaredPart) -> judged.DeclaredEvent:
    made: judged.DeclaredEvent = {
        "event": one.event,
        "on": one.on,
        "to": one.to,
        "file": one.resource,
        "row": None if one.path else one.row,
        "path": one.path,
        "outcome": one.outcome,
        "about": list(one.about),
        "says": one.says,
        "rows": rows_values(one.rows),
    }
    if one.in_time:
        made["in_time"] = rows_values(one.in_time)
    return made


def questions(inspection: Inspection) -> list[judged.Question]:
    """The questions to ask on site, each once, with the findings and probes that put them."""
    asked: dict[str, list[str]] = {}
    for finding in inspection.findings:
        for question in finding.ask:
            asked.setdefault(question, []).append(finding.id)
    for trace in inspection.traces:
        for question in trace.ask:
            asked.setdefault(question, []).append(f"probe/{trace.probe}/{trace.subject}")
    return [{"question": question, "because": because} for question, because in asked.items()]


def _bundle(inspection: Inspection) -> Bundle:
    made: Bundle = {
        "authority": inspection.authority,
        "invented": inspection.invented,
        "period": {"start": inspection.period_start, "end": inspection.period_end},
        "notified_on": inspection.notified_on,
        "digest": inspection.bundle_digest,
        "resources": [
            {"name": r.name, "kind": r.kind, "path": r.path, "sha256": r.sha256, "rows": r.rows}
            for r in inspection.resources
        ],
    }
    if inspection.bundle_root is not None:
        made["root"] = inspection.bundle_root
    if inspection.learning is not None:
        made["learning"] = {"ask": inspection.learning}
    return made


def _verdict(inspection: Inspection) -> judged.Verdict:
    verdict, score = inspection.verdict, inspection.verdict.score
    told: judged.Score = {"value": score.value, "low": score.low, "high": score.high}
    if score.why:
        told["why"] = score.why
    made: judged.Verdict = {
        "verdict": verdict.verdict,
        "row": verdict.row,
        "says": verdict.says,
        "because": list(verdict.because),
        "score": told,
        "assurance": verdict.assurance,
        "assured": _assured(verdict.assured),
    }
    if verdict.brief:
        made["brief"] = verdict.brief
    if verdict.as_it_stands and verdict.low and verdict.high:
        made["could_be"] = {"as_it_stands": verdict.as_it_stands, "low": verdict.low, "high": verdict.high}
    if verdict.missing:
        made["missing"] = [_missing(one) for one in verdict.missing]
    return made


def _assured(one: Assured) -> judged.Assured:
    made: judged.Assured = {
        "says": one.says,
        "pieces": [
            {"evidence": p.evidence, "part": p.part, "assurance": p.assurance, "says": p.says} for p in one.pieces
        ],
    }
    if one.for_next is not None:
        made["for_next"] = {
            "word": one.for_next.word,
            "says": one.for_next.says,
            "wanted": [
                {"evidence": w.evidence, "part": w.part, "unit": w.unit, "rows": w.rows, "says": w.says}
                for w in one.for_next.wanted
            ],
        }
    if one.commitment is not None:
        made["commitment"] = commitment_values(one.commitment)
    return made


def _missing(one: Missing) -> judged.Missing:
    return {
        "what": one.what,
        "sort": one.sort,
        "why": one.why,
        "count": one.count,
        "wanted": one.wanted,
        "indicators": list(one.indicators),
        "rows": rows_values(one.rows),
    }


def _struck(struck: Struck) -> judged.Struck:
    parts: list[judged.StruckPart] = []
    for part in struck.parts:
        parts.append(
            {
                "evidence": part.evidence,
                "probe": part.probe,
                "count": part.count,
                "of": part.of,
                "rows": rows_values(part.rows),
                "became": part.became,
                "set_aside": part.set_aside,
            }
        )
        if part.why:
            parts[-1]["why"] = part.why
    return {
        "as_submitted": struck.as_submitted,
        "struck": struck.struck,
        "stands": struck.stands,
        "says": struck.says,
        "parts": parts,
    }


def _theme(theme: ThemeResult) -> judged.Theme:
    made: judged.Theme = {
        "theme": theme.theme,
        "title": theme.title,
        "asks": theme.asks,
        "weight": theme.weight,
        "standing": theme.standing,
        "range": [theme.low, theme.high],
        "says": theme.says,
        "findings": list(theme.findings),
        "wanted": list(theme.wanted),
        "state": theme.state,
    }
    if theme.brief:
        made["brief"] = theme.brief
    if theme.aside:
        made["set_aside"] = {"count": theme.aside, "says": theme.aside_says}
    return made


def _finding(finding: Finding) -> judged.Finding:
    made: judged.Finding = {
        "id": finding.id,
        "rule": finding.rule,
        "theme": finding.theme,
        "says": finding.says,
        "direction": finding.direction,
        "reached": finding.reached,
        "standing": finding.standing,
        "limit": finding.limit,
        "trust": finding.trust,
        "withdrawn": finding.withdrawn,
        "ask": list(finding.ask),
        "whom": list(finding.whom),
        "cites": list(finding.cites),
        "facts": list(finding.facts),
        "builds_on": list(finding.builds_on),
    }
    if finding.brief:
        made["brief"] = finding.brief
    if finding.quotes:
        made["quotes"] = quotes_values(finding.quotes)
    return made


def quotes_values(quotes: Iterable[Quote]) -> list[judged.Quote]:
    """Quotes as every document has them."""
    return [_quote(one) for one in quotes]


def _quote(one: Quote) -> judged.Quote:
    return {
        "who": one.who,
        "field": one.field,
        "text": one.text,
        "record": one.record,
        "file": one.resource,
        "row": None if one.path else one.row,
        "path": one.path,
        "example": one.example,
    }


def _fact(fact: Fact) -> judged.Fact:
    made: judged.Fact = {
        "id": fact.id,
        "kind": fact.kind,
        "says": fact.says,
        "fields": {name: _scalar(value) for name, value in fact.fields.items()},
        "rests_on": list(fact.rests_on),
        "rows": rows_values(fact.rows),
    }
    if fact.aside:
        made["aside"] = [_aside(one) for one in fact.aside]
    if fact.beside:
        made["beside"] = [_aside(one) for one in fact.beside]
    if fact.plugin:
        made["plugin"] = fact.plugin
    return made


def _aside(one: Aside) -> judged.Aside:
    return {"reason": one.reason, "says": one.says, "count": one.count, "rows": rows_values(one.rows)}


def _scalar(value: Scalar) -> Value:
    return value.isoformat() if isinstance(value, date) else value
