"""Commitments between agencies (kind `partnership`)."""

from datetime import date
from typing import Literal

from inspector.model.base import Noun


class Commitment(Noun):
    """What one agency promised another, whether it was kept, and what the partner itself says of it."""

    resource: str
    row: int
    path: str | None = None
    id: str
    from_agency: str
    to_agency: str
    commitment: str
    made_on: date
    joint: bool | None = None
    due_on: date | None = None
    met_on: date | None = None
    agreed_measure: str | None = None
    partner_says: Literal["kept", "partly-kept", "not-kept"] | None = None
    partner_statement: str | None = None
    stated_on: date | None = None
