"""What children, families, carers and front-line staff said, and what came of it (kind `voice`)."""

from datetime import date
from typing import Literal, get_args

from inspector.model.base import Noun

Group = Literal["children", "families", "carers", "front-line", "partners"]
GROUPS: tuple[str, ...] = get_args(Group)


class Voice(Noun):
    """What a group said about a theme in a period. `changed` names the improvements that came of it.

    `group` is one of ours, or a word of the framework's own; where that counts as one of ours, `own_word` is the row's.
    """

    resource: str
    row: int
    path: str | None = None
    id: str
    period_start: date
    period_end: date
    group: str
    own_word: str | None = None
    theme: str
    said: str | None = None
    people: int | None = None
    changed: tuple[str, ...] = ()
    told_back_on: date | None = None
