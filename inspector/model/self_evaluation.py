"""What an authority says of itself (kind `self-evaluation`)."""

from datetime import date
from typing import Literal

from inspector.model.base import Noun


class Claim(Noun):
    """A claim that can be held against the evidence (part `claims`)."""

    resource: str
    row: int
    path: str | None = None
    id: str
    statement: str | None = None
    claim: str
    direction: Literal["better", "worse", "unchanged"]
    indicator: str | None = None
    since: date | None = None
    evidence: tuple[str, ...] = ()


class SelfStatement(Noun):
    """One statement: what we know, how we know it, what we do next; with its claims in the order of the evidence."""

    resource: str
    row: int
    path: str | None = None
    id: str
    area: str
    what_we_know: str
    how_we_know: str | None = None
    what_next: str | None = None
    stated_on: date | None = None
    claims: tuple[Claim, ...] = ()
