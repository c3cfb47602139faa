"""What children, families, carers and front-line staff said, and what came of it (kind `voice`)."""

from datetime import date
from typing import Literal

from inspector.model.base import Noun


class Voice(Noun):
    """What a group said about a theme in a period. `changed` names the improvements that came of it."""

    resource: str
    row: int
    path: str | None = None
    id: str
    period_start: date
    period_end: date
    group: Literal["children", "families", "carers", "front-line", "partners"]
    theme: str
    said: str | None = None
    people: int | None = None
    changed: tuple[str, ...] = ()
    told_back_on: date | None = None
