"""What stands of one row: where several wrote it down, the more cautious counts, until one of them corrects it."""

from collections.abc import Sequence

from inspector.model.visit_standing import RowStands
from inspector.model.visits import Entry, Framed, Seen
from inspector.proof.answers import compared
from inspector.proof.folder import Visit

CAUTION: tuple[Seen, ...] = ("seen", "partly", "could-not-look", "not-seen")
"""What counts where entries disagree: the last of these. Only `seen` is right."""


def row_stands(visit: Visit, key: str, place: int | None, entries: Sequence[Entry]) -> RowStands:
    """What stands of the row `key`, drawn as number `place` of its claim, by one entry or more. It does not count yet."""
    row = visit.rows[key]
    each = [_fields(visit.plan.salt, row, entry) for entry in entries]
    seen = max((entry.seen or "not-seen" for entry in entries), key=CAUTION.index)
    differs = {field for one in each for field, how in one.items() if how == "differs"}
    same = {field for one in each for field, how in one.items() if how == "same"}
    missing = (
        {field for one in each for field, how in one.items() if how == "not-read"} - same - differs - set(row.find)
    )
    wrong = seen != "seen" or bool(differs)
    return RowStands(
        key=key,
        claim=row.claim,
        resource=row.resource,
        row=row.row,
        path=row.path,
        round=visit.drawn[key],
        place=place,
        seen=seen,
        differs=tuple(sorted(differs)),
        missing=() if wrong else tuple(sorted(missing)),
        wrong=wrong,
        counted=False,
        conflict=len({entry.seen for entry in entries}) > 1 or bool(same & differs),
        by=tuple(sorted({entry.by for entry in entries})),
        entries=tuple(sorted(entry.hash for entry in entries)),
    )


def fields(visit: Visit, key: str, entry: Entry) -> dict[str, str]:
    """How each field of a row stands to what one entry found: same, differs, not-written or not-read."""
    return _fields(visit.plan.salt, visit.rows[key], entry)


def _fields(salt: str, row: Framed, entry: Entry) -> dict[str, str]:
    """Where nothing was to be seen there is nothing to find: only of what was seen are answers held against the row."""
    if entry.seen not in ("seen", "partly"):
        return {}
    found = dict(entry.found)
    return {field: compared(salt, row, field, found.get(field, "")) for field in row.answers}
