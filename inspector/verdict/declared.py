"""What was declared and whether the data bear it out, as it is told: each declaration once for every answer to it."""

from inspector.evidence.declared import weighed
from inspector.evidence.declared_weighed import Weighed
from inspector.model.evidence import Evidence
from inspector.model.inspection import DeclaredPart
from inspector.model.rows import by_resource

TOLD = 3
"""Of so many things that one declaration concerns it is said what each shows; of all of them, in `about` and `rows`."""


def declared(evidence: Evidence) -> tuple[DeclaredPart, ...]:
    """One part for each declared event and each answer to it, in the order of the declarations."""
    parts: dict[tuple[str, str | int, str], list[Weighed]] = {}
    for one in weighed(evidence):
        parts.setdefault((one.event.resource, one.event.path or one.event.row, one.outcome), []).append(one)
    return tuple(_part(some) for some in parts.values())


def _part(some: list[Weighed]) -> DeclaredPart:
    event = some[0].event
    says = " ".join(one.says if one.about == "bundle" else f"{one.about}: {one.says}" for one in some[:TOLD])
    more = len(some) - TOLD
    return DeclaredPart(
        event=event.event,
        on=event.on.isoformat(),
        to=event.to.isoformat() if event.to else None,
        resource=event.resource,
        row=event.row,
        path=event.path,
        outcome=some[0].outcome,
        about=tuple(one.about for one in some),
        says=f"{says} Likewise {more} more." if more > 0 else says,
        rows=by_resource([row for one in some for row in one.rows]),
        in_time=by_resource([row for one in some for row in one.counted]),
    )
