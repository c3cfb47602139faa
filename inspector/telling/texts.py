"""Texts and days of records as they are told: harmless, of bounded length, days as ISO text."""

from collections.abc import Iterable
from datetime import date

from inspector.model.facts import Fact
from inspector.model.inspection import Finding
from inspector.model.words import short

LONGEST = 300
"""Characters of a record's own words that are told."""


def told(text: str) -> str:
    """A record's own words."""
    return short(text, LONGEST)


def stated(text: str | None) -> str | None:
    """As `told`; None where nothing is stated, or only space."""
    return told(text) if text and text.strip() else None


def iso(day: date | None) -> str | None:
    """A day as ISO text."""
    return None if day is None else day.isoformat()


def naming(findings: Iterable[Finding]) -> dict[str, tuple[str, ...]]:
    """The ids of the findings that rest on each fact, in their order."""
    found: dict[str, list[str]] = {}
    for finding in findings:
        for fact in dict.fromkeys(finding.facts):
            found.setdefault(fact, []).append(finding.id)
    return {fact: tuple(ids) for fact, ids in found.items()}


def by_field(facts: Iterable[Fact], kind: str, field: str) -> dict[str, Fact]:
    """The facts of a kind by one of their fields."""
    return {str(one.fields[field]): one for one in facts if one.kind == kind and field in one.fields}
