"""Whose word a record is: the authority's own, or another body's that gave and sealed it by itself.

Only what another hand gave and sealed corroborates. The same hand under several spellings, and the authority's own departments,
are one. Names are compared as words; a body that the words do not tell from the authority counts as the authority.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from inspector.model.evidence import Evidence, Resource

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LEGAL = frozenset(
    [
        "the",
        "of",
        "and",
        "for",
        "council",
        "county",
        "borough",
        "city",
        "metropolitan",
        "district",
        "unitary",
        "london",
        "royal",
        "authority",
        "local",
        "mbc",
        "cc",
        "bc",
        "dc",
        "la",
    ]
)
"""Words in the names of authorities that do not tell one from another."""
_OWN = frozenset(
    [
        "internal",
        "audit",
        "audits",
        "auditor",
        "auditors",
        "children",
        "childrens",
        "children's",
        "children’s",
        "adult",
        "adults",
        "social",
        "care",
        "services",
        "service",
        "team",
        "teams",
        "department",
        "departments",
        "directorate",
        "directorates",
        "division",
        "unit",
        "section",
        "office",
        "officer",
        "officers",
        "manager",
        "managers",
        "management",
        "head",
        "director",
        "directors",
        "leader",
        "leaders",
        "leadership",
        "lead",
        "performance",
        "quality",
        "assurance",
        "data",
        "business",
        "intelligence",
        "analyst",
        "analysts",
        "improvement",
        "practice",
        "practitioners",
        "workers",
        "worker",
        "staff",
        "front",
        "line",
        "frontline",
        "senior",
        "chief",
        "principal",
        "deputy",
        "assistant",
        "cabinet",
        "member",
        "members",
        "committee",
        "scrutiny",
        "corporate",
        "legal",
        "finance",
        "policy",
        "strategy",
        "family",
        "families'",
        "safeguarding",
        "our",
        "own",
        "in",
        "house",
        "we",
        "us",
        "self",
        "same",
        "it",
        "information",
        "records",
        "reporting",
        "statistics",
        "insight",
        "research",
        "governance",
        "board",
        "and",
    ]
)
"""Words that name a part of an authority, and with nothing beside them no other body."""
_NOBODY = frozenset(
    [
        "nobody",
        "none",
        "noone",
        "no",
        "one",
        "n",
        "a",
        "na",
        "not",
        "applicable",
        "unknown",
        "tbc",
        "tbd",
        "anybody",
        "somebody",
        "someone",
        "x",
    ]
)


class Giver(NamedTuple):
    """Who gave a resource, whether that is the authority's own hand, and whether that body sealed it by itself."""

    name: str
    own: bool
    sealed: bool

    @property
    def another(self) -> bool:
        """Whether it is another hand's, and sealed by it: this alone corroborates."""
        return self.sealed and not self.own


class FromResource(Protocol):
    """Anything that says which resource it stands in."""

    @property
    def resource(self) -> str:
        """The place of the table."""
        ...


def hand(name: str | None) -> str:
    """The name by which one hand is known however it is spelt: case, spaces, signs and words that tell nobody apart left out."""
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(name or "")]
    return " ".join(word for word in words if word not in _LEGAL) or " ".join(words)


def is_own(name: str | None, evidence: Evidence) -> bool:
    """Whether a body is the authority, a part of it, one of those that record, or nobody at all."""
    words = frozenset(hand(name).split())
    if not words or words <= _NOBODY or words <= _OWN | _LEGAL:
        return True
    if hand(name) in _recorders(evidence):
        return True
    own = frozenset(hand(evidence.authority).split())
    return bool(own) and (words <= own or (own <= words and words - own <= _OWN | _LEGAL))


def given_by(evidence: Evidence, resource: str) -> Giver:
    """Who gave the resource with that name, or of that path or place."""
    found = _resource(evidence, resource)
    name = (found.submitted_by if found else None) or evidence.authority
    return Giver(name, is_own(name, evidence), bool(found and found.giver_root))


def by_another(evidence: Evidence, record: FromResource) -> bool:
    """Whether a record stands in a resource that another hand gave and sealed."""
    return given_by(evidence, record.resource).another


def hands(names: Iterable[str | None]) -> frozenset[str]:
    """The different hands among some names; the same hand twice is one."""
    return frozenset(found for name in names if (found := hand(name)))


def _resource(evidence: Evidence, place: str) -> Resource | None:
    path = place.split(" > ")[0]
    return next((one for one in evidence.resources if place == one.name or path == one.path), None)


def _recorders(evidence: Evidence) -> frozenset[str]:
    kept = evidence.worked_out.get("recorders")
    if kept is None or kept[0] is not evidence.indicators or kept[1] is not evidence.resources:
        # Those who record what they gave and sealed themselves are no less another hand for it.
        names = [one.recorded_by for one in evidence.resources if not one.giver_root]
        names += [one.recorded_by for one in evidence.indicators]
        kept = (evidence.indicators, evidence.resources, hands(names))
        evidence.worked_out["recorders"] = kept
    found: frozenset[str] = kept[2]
    return found
