"""The words that make a finding concrete: those of the records that its facts name, in short."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import Fact
from inspector.model.inspection import Finding
from inspector.model.quotes import Quote
from inspector.model.recommendations import Recommendation
from inspector.model.self_evaluation import Claim
from inspector.model.voice import Voice
from inspector.model.words import short

MOST = 2
"""So many quotes a finding; one where it is an example."""
LONGEST = 160
ALREADY = 40
"""A text that begins as the sentence has it, by so many characters, is said already."""
Record = LogEntry | Recommendation | Claim | Voice
TEXTS: Mapping[type[Any], tuple[str, ...]] = {
    LogEntry: ("aim", "learned", "prediction"),
    Recommendation: ("recommendation",),
    Claim: ("claim",),
    Voice: ("said",),
}
"""What is quoted of a record, the most telling first."""
NAMES = {
    "signal/claimed-effect": "entry",
    "signal/recommendation-path": "recommendation",
    "signal/self-claims": "claim",
}
"""The field by which facts of this kind name one record."""


def quoted(findings: Iterable[Finding], facts: Iterable[Fact], evidence: Evidence) -> tuple[Finding, ...]:
    """The findings with their quotes. Every text of the evidence has passed the gate already."""
    by_id = {fact.id: fact for fact in facts}
    known = _known(evidence)
    return tuple(
        one.model_copy(update={"quotes": found}) if (found := _of(one, by_id, known, evidence)) else one
        for one in findings
    )


def _known(evidence: Evidence) -> dict[tuple[str, str], Record]:
    claims = (claim for statement in evidence.self_evaluation for claim in statement.claims)
    return {
        **{("signal/claimed-effect", one.id): one for one in evidence.log},
        **{("signal/recommendation-path", one.id): one for one in evidence.recommendations},
        **{("signal/self-claims", one.id): one for one in claims},
    }


def _of(
    finding: Finding, facts: Mapping[str, Fact], known: Mapping[tuple[str, str], Record], evidence: Evidence
) -> tuple[Quote, ...]:
    records = list(_records([facts[name] for name in finding.facts if name in facts], known, finding, evidence))
    example = len(set(records)) > 1 or any(isinstance(one, Voice) for one in records)
    found = [
        quote
        for record in records[:1]
        for field in TEXTS[type(record)]
        if (quote := _quote(record, field, finding, evidence, example=example))
    ]
    return tuple(found[: 1 if example else MOST])


def _records(
    facts: Sequence[Fact], known: Mapping[tuple[str, str], Record], finding: Finding, evidence: Evidence
) -> Iterator[Record]:
    """The records that facts name one by one; else, of what people said, one that fits what the finding says of them."""
    for fact in facts:
        record = known.get((fact.kind, str(fact.fields.get(NAMES.get(fact.kind, ""), ""))))
        if record is not None:
            yield record
        elif fact.kind == "signal/voice-answered":
            yield from _heard(fact, finding, evidence)


def _heard(fact: Fact, finding: Finding, evidence: Evidence) -> Iterator[Voice]:
    rows = {(part.resource, row) for part in fact.rows for row in part.rows}
    aside = {(part.resource, row) for one in fact.aside for part in one.rows for row in part.rows}
    for one in reversed(evidence.voice):
        answered = bool(one.changed) and one.told_back_on is not None
        fits = finding.direction == "neither" or answered == (finding.direction == "better")
        place = (one.resource, one.row)
        group = fact.fields.get("group", "all")
        if one.said and fits and place in rows and place not in aside and group in ("all", one.group):
            yield one


def _quote(record: Record, field: str, finding: Finding, evidence: Evidence, *, example: bool) -> Quote | None:
    text = getattr(record, field)
    if not text or text[:ALREADY] in finding.says:
        return None
    return Quote(
        who=_who(record, evidence),
        field=field,
        text=short(text, LONGEST),
        record=record.id,
        resource=record.resource,
        row=record.row,
        path=record.path,
        example=example,
    )


def _who(record: Record, evidence: Evidence) -> str:
    if isinstance(record, LogEntry):
        return short(record.raised_by_role)
    if isinstance(record, Recommendation):
        return record.source
    if isinstance(record, Claim):
        return "self-evaluation"
    return evidence.words.titles("group").get(record.own_word or record.group, record.group)
