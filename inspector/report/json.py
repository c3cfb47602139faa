"""An inspection as JSON: versioned, with a published schema, the same bytes on every machine.

Every key is written here by hand on purpose: the document is a contract with its readers, not a dump of the model.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from inspector.model.evidence import Rows
from inspector.model.facts import Fact, Scalar
from inspector.model.inspection import Finding, Inspection, ThemeResult
from inspector.model.problems import Problem
from inspector.model.traces import Trace
from inspector.report.argument import argument_values
from inspector.report.drawn import drawn
from inspector.report.lines import ranges
from inspector.report.plugin_parts import plugin_part, plugins_part

FORMAT = "inspector-inspection"
VERSION = 1
_HIDDEN = re.compile(r"[\x7f-\uffff\U00010000-\U0010ffff]")


def render(inspection: Inspection) -> str:
    """The document as text, ending in a newline. No clock, machine or path of this run is in it."""
    return written(document(inspection))


def written(document: Mapping[str, Any]) -> str:
    """A document as text, ending in a newline. Characters that could drive a terminal or turn text round are escaped."""
    return _HIDDEN.sub(_escaped, json.dumps(document, indent=2, ensure_ascii=False, sort_keys=True)) + "\n"


def _escaped(found: re.Match[str]) -> str:
    """The escape of a control or format character, as JSON has it; other characters stay."""
    letter = found.group()
    return json.dumps(letter)[1:-1] if unicodedata.category(letter)[0] in "CZ" and letter != "\xa0" else letter


def document(inspection: Inspection) -> dict[str, Any]:
    """The document as plain values; `evidence/schemas/inspection.schema.json` is its schema."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "engine": {"name": "inspector", "version": inspection.engine},
        "framework": {
            "id": inspection.framework_id,
            "version": inspection.framework_version,
            "title": inspection.framework_title,
            "question": inspection.framework_question,
            "digest": inspection.framework_digest,
        },
        "bundle": _bundle(inspection),
        "verdict": _verdict(inspection),
        "themes": [_theme(theme) for theme in inspection.themes],
        "findings": [_finding(finding) for finding in inspection.findings],
        "facts": [_fact(fact) for fact in inspection.facts],
        "traces": [_trace(trace) for trace in inspection.traces],
        "trust": [{"evidence": t.evidence, "trust": t.trust, "reasons": list(t.reasons)} for t in inspection.trust],
        "unjudged": [{"what": u.what, "why": u.why, "wanted": u.wanted} for u in inspection.unjudged],
        "questions_on_site": questions(inspection),
        "problems": [_problem(problem) for problem in inspection.problems],
        "pictures": None if inspection.pictures is None else drawn(inspection.pictures),
        **({} if inspection.argument is None else argument_values(inspection.argument)),
        **plugins_part(inspection.plugins),
    }


def questions(inspection: Inspection) -> list[dict[str, Any]]:
    """The questions to ask on site, each once, with the findings and probes that put them."""
    asked: dict[str, list[str]] = {}
    for finding in inspection.findings:
        for question in finding.ask:
            asked.setdefault(question, []).append(finding.id)
    for trace in inspection.traces:
        for question in trace.ask:
            asked.setdefault(question, []).append(f"probe/{trace.probe}/{trace.subject}")
    return [{"question": question, "because": because} for question, because in asked.items()]


def _bundle(inspection: Inspection) -> dict[str, Any]:
    return {
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


def _verdict(inspection: Inspection) -> dict[str, Any]:
    verdict = inspection.verdict
    score = {"value": verdict.score.value, "low": verdict.score.low, "high": verdict.score.high}
    return {
        "verdict": verdict.verdict,
        "row": verdict.row,
        "says": verdict.says,
        "because": list(verdict.because),
        "score": score,
    }


def _theme(theme: ThemeResult) -> dict[str, Any]:
    return {
        "theme": theme.theme,
        "title": theme.title,
        "asks": theme.asks,
        "weight": theme.weight,
        "standing": theme.standing,
        "range": [theme.low, theme.high],
        "says": theme.says,
        "findings": list(theme.findings),
        "wanted": list(theme.wanted),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
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


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "kind": fact.kind,
        "says": fact.says,
        "fields": {name: _scalar(value) for name, value in fact.fields.items()},
        "rests_on": list(fact.rests_on),
        "rows": _rows(fact.rows),
        **plugin_part(fact.plugin),
    }


def _trace(trace: Trace) -> dict[str, Any]:
    return {
        "probe": trace.probe,
        "subject": trace.subject,
        "outcome": trace.outcome,
        "says": trace.says,
        "n": trace.n,
        "p_value": trace.p_value,
        "effect": trace.effect,
        "smallest_dose": trace.smallest_dose,
        "innocent": list(trace.innocent),
        "ask": list(trace.ask),
        "rows": _rows(trace.rows),
        **plugin_part(trace.plugin),
    }


def _problem(problem: Problem) -> dict[str, Any]:
    where = problem.where
    return {
        "rule": problem.rule,
        "level": problem.level,
        "message": problem.message,
        "expected": problem.expected,
        "fix": problem.fix,
        "where": {
            "file": where.file,
            "line": where.line,
            "column": where.column,
            "row": where.row,
            "field": where.field,
            "path": where.path,
        },
    }


def _rows(rows: Sequence[Rows]) -> list[dict[str, Any]]:
    return [{"resource": part.resource, "rows": [list(run) for run in ranges(part.rows)]} for part in rows]


def _scalar(value: Scalar) -> str | int | float | bool:
    return value.isoformat() if isinstance(value, date) else value


def problem_values(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Problems as plain values, in the shape every JSON document of Inspector uses."""
    return [_problem(problem) for problem in problems]
