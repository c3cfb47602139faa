"""What else belongs on the time axis of an indicator: recommendations that name it, and what was done about them."""

from collections.abc import Iterator

from inspector.evidence.recommendations import Path, paths
from inspector.evidence.records import by_then
from inspector.model.evidence import Evidence
from inspector.model.pictures import Event


def events(evidence: Evidence) -> dict[str, tuple[Event, ...]]:
    """By indicator, in the order of their days, as far as they had happened by the last day that counts."""
    found: dict[str, list[Event]] = {}
    for path in paths(evidence):
        if path.recommendation.indicator is not None:
            found.setdefault(path.recommendation.indicator, []).extend(_of(path, evidence))
    return {name: tuple(sorted(mine, key=lambda e: (e.on, e.kind, e.action or ""))) for name, mine in found.items()}


def _of(path: Path, evidence: Evidence) -> Iterator[Event]:
    one = path.recommendation
    yield Event(on=one.made_on.isoformat(), kind="recommendation", recommendation=one.id)
    for action in one.actions:
        if action.done_on is not None and by_then(action.done_on, evidence):
            yield Event(on=action.done_on.isoformat(), kind="action", recommendation=one.id, action=action.id)
    if path.looked_on is not None and by_then(path.looked_on, evidence):
        yield Event(on=path.looked_on.isoformat(), kind="verified", recommendation=one.id)
