"""Who says which direction of an indicator is better, and what the register says otherwise than the framework."""

from typing import Literal

from inspector.model.base import Noun

Vouched = Literal["framework", "giver", "nobody", "contradicted"]


class Otherwise(Noun):
    """Something that the register says of an indicator, and the framework otherwise: what counts is `ours`."""

    field: Literal["better", "measure", "deadline", "unit", "title"]
    theirs: str
    ours: str
    says: str


class Direction(Noun):
    """Of one row of the register: as what the framework knows it, who vouches for its direction, what is said otherwise.

    `vouched` is `nobody` where the direction is the authority's own word, `contradicted` where its title or somebody who looked
    says otherwise. `timed`: the framework knows a deadline of it, so that something hangs on it whatever the register says.
    """

    resource: str
    row: int
    path: str | None = None
    indicator: str
    title: str
    known_as: str | None = None
    by_title: bool = False
    vouched: Vouched
    timed: bool = False
    otherwise: tuple[Otherwise, ...] = ()
