"""What judging by other rules takes, as the document has it: of facts only those that are otherwise than in the result."""

from collections.abc import Mapping, Sequence
from datetime import date

from inspector.model.facts import Fact, Scalar
from inspector.model.inspection import Inspection
from inspector.model.judged_from import AsIf, JudgedFrom, Trusted
from inspector.report.document.shape import judged_from as shape
from inspector.report.document.shape.units import Value


def judged_from_values(inspection: Inspection) -> list[shape.JudgedFrom]:
    """The judgement of the result first, then what was judged before it and bounds it, if anything."""
    there = {fact.id: fact for fact in inspection.facts}
    trust = [(one.evidence, one.trust, one.asked) for one in inspection.trust]
    return [_level(one, there, trust) for one in inspection.judged_from]


def _level(one: JudgedFrom, there: Mapping[str, Fact], trust: Sequence[object]) -> shape.JudgedFrom:
    made: shape.JudgedFrom = {
        "known": {name: list(ids) for name, ids in one.known.items() if ids},
        "computed": list(one.computed),
        "questions": one.questions,
        "asked": [{"evidence": asked.evidence, "falls": asked.falls} for asked in one.asked],
        "as_if": [_as_if(each, there, trust) for each in one.as_if],
    }
    if one.under is not None:
        made["under"] = {"falls": list(one.under.falls), "where_higher": one.under.where_higher}
    return made


def _as_if(one: AsIf, there: Mapping[str, Fact], trust: Sequence[object]) -> shape.AsIf:
    mine = {fact.id for fact in one.facts}
    other = sorted((fact for fact in one.facts if _bare(fact) != _bare(there.get(fact.id))), key=lambda fact: fact.id)
    made: shape.AsIf = {"struck": list(one.struck)}
    if other:
        made["facts"] = [_fact(fact) for fact in other]
    if gone := [name for name in there if name not in mine]:
        made["gone"] = gone
    if [(row.evidence, row.trust, row.asked) for row in one.trust] != trust:
        made["trust"] = _trusted(one.trust)
    if one.fallen:
        made["fallen"] = _trusted(one.fallen)
    if one.dropped:
        made["dropped"] = [{"indicator": each.indicator, "why": each.why} for each in one.dropped]
    return made


def _bare(fact: Fact | None) -> object:
    return None if fact is None else (fact.kind, fact.fields, fact.rests_on)


def _fact(fact: Fact) -> shape.FactAlone:
    fields: dict[str, Value] = {name: _scalar(value) for name, value in fact.fields.items()}
    return {"id": fact.id, "kind": fact.kind, "fields": fields, "rests_on": list(fact.rests_on)}


def _scalar(value: Scalar) -> Value:
    return value.isoformat() if isinstance(value, date) else value


def _trusted(some: Sequence[Trusted]) -> list[shape.Trusted]:
    made: list[shape.Trusted] = []
    for one in some:
        made.append({"evidence": one.evidence, "trust": one.trust})
        if one.asked:
            made[-1]["asked"] = True
    return made
