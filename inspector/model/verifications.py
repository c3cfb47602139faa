"""What somebody else looked at again, and how much of it was as recorded (kind `verifications`)."""

from datetime import date
from typing import Literal

from inspector.model.base import Noun


class Verification(Noun):
    """One look by a body: `looked_at` cases, figures or rows of an indicator, a recommendation or a resource, of which `agreed`.

    `better` is the direction of the indicator as that body has it. Whether it counts depends on who gave the resource.
    """

    resource: str
    row: int
    path: str | None = None
    id: str
    verified_by: str
    role: str | None = None
    looked_on: date
    indicator: str | None = None
    recommendation: str | None = None
    of_resource: str | None = None
    period_start: date | None = None
    period_end: date | None = None
    rows: str | None = None
    looked_at: int
    agreed: int
    better: Literal["up", "down"] | None = None
    notes: str | None = None
