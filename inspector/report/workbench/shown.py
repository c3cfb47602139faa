"""A framework as a document: all that it says, with the conditions of its rules and rows."""

from collections.abc import Iterable
from typing import Any

from inspector.model.own_words import WORD_SORTS, OwnWord
from inspector.model.problems import Where
from inspector.model.rules import Condition, Framework, Pattern, Rule, Tally, VerdictRow
from inspector.model.waivers import Waiver
from inspector.report.document.extended import extended_values
from inspector.report.document.written import written


def to_json(framework: Framework) -> str:
    """The framework as a versioned JSON document."""
    document = {
        "format": "inspector-framework",
        "version": 1,
        "framework": {"id": framework.id, "version": framework.version, "digest": framework.digest},
        **({"extends": extended_values(framework.extends)} if framework.extends else {}),
        "title": framework.title,
        "question": framework.question,
        "sources": [one.model_dump() for one in framework.sources],
        "words": {sort: [_word(one) for one in framework.words.of(sort)] for sort in WORD_SORTS},
        "waive": _waived(framework.waive),
        "themes": [
            {
                "id": t.id,
                "title": t.title,
                "asks": t.asks,
                "evidence": list(t.evidence),
                "weight": t.weight,
                "waive": _waived(t.waive),
            }
            for t in framework.themes
        ],
        "rules": [_rule(rule) for rule in framework.rules],
        "verdicts": [_row(row) for row in framework.verdicts],
    }
    return written(document)


def _word(one: OwnWord) -> dict[str, str]:
    return {"id": one.id, "title": one.title, **({"counts_as": one.counts_as} if one.counts_as else {})}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "theme": rule.theme,
        "standing": rule.conclude.standing,
        "limit": rule.conclude.limit,
        "direction": rule.conclude.direction,
        "carry": [{"name": name, **ref.model_dump()} for name, ref in rule.conclude.carry],
        "when": [_part(part) for part in rule.when],
        "unless": [_part(part) for part in rule.unless],
        "says": rule.says,
        "brief": rule.brief,
        "ask": list(rule.ask),
        "whom": list(rule.whom),
        "practice": rule.practice,
        "cites": list(rule.cites),
        "waive": _waived(rule.waive),
        "where": _where(rule.where),
    }


def _row(row: VerdictRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "verdict": row.verdict,
        "when": [_part(part) for part in row.when],
        "unless": [_part(part) for part in row.unless],
        "says": row.says,
        "brief": row.brief,
        "waive": _waived(row.waive),
        "where": _where(row.where),
    }


def _part(part: Pattern | Tally) -> dict[str, Any]:
    return {
        "alias": part.alias,
        "pattern": None if isinstance(part, Tally) else _pattern(part),
        "count": _pattern(part.count) if isinstance(part, Tally) else None,
        "of": _pattern(part.of) if isinstance(part, Tally) and part.of else None,
        "tests": [_condition(test) for test in part.tests] if isinstance(part, Tally) else [],
    }


def _pattern(pattern: Pattern) -> dict[str, Any]:
    return {"kind": pattern.kind, "conditions": [_condition(one) for one in pattern.conditions]}


def _condition(one: Condition) -> dict[str, Any]:
    ref = None if one.ref is None else one.ref.model_dump()
    return {"field": one.field, "operator": one.operator, "values": list(one.values), "ref": ref}


def _waived(waivers: Iterable[Waiver]) -> list[dict[str, str]]:
    return [{"lint": one.lint, "because": one.because, "by": one.by, "until": one.until} for one in waivers]


def _where(where: Where) -> dict[str, Any]:
    return {"file": where.file, "line": where.line, "column": where.column}
