"""What changed between two submissions, as text and as values for JSON."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from inspector.model import elements
from inspector.model.differences import Difference, RewrittenRow
from inspector.model.rows import numbered, runs
from inspector.model.words import agree, plural
from inspector.report.harmless import plain
from inspector.report.places import in_words, rows_of

FIRST = 5


def text(found: Sequence[Difference], *, everything: bool = False) -> str:
    """One block a table; the first five rewritten rows of each unless `everything`."""
    lines = [line for one in found for line in _block(one, everything=everything)]
    return "\n".join([*lines, _summary(found)]) + "\n"


def _block(one: Difference, *, everything: bool) -> Iterator[str]:
    name = plain(one.resource)
    if one.state in ("new", "gone"):
        count = one.rows_after or one.rows_before
        told = "is new" if one.state == "new" else "was submitted before and is not there now"
        yield f"{name} {told}: {plural(count, 'row')}"
        return
    if one.state == "unread":
        yield f"{name} could not be read in one of the two submissions (`inspector check` tells why): not compared"
        return
    if one.state == "same":
        yield f"{name}: {plural(one.rows_after, 'row')}, {agree(one.rows_after, 'not', 'none of them')} changed"
        return
    keyed = "" if one.keyed else " (the kind has no key: a changed row counts as one removed and one added)"
    yield f"{name}: {plural(one.rows_before, 'row')} before, {one.rows_after} now{keyed}"
    if one.added:
        yield f"  added: {len(one.added)}, now in {_places(one, one.added)}"
    if one.dated_back:
        yield f"  dated back into the time of the earlier one: {len(one.dated_back)}, now in {_places(one, one.dated_back)}"
    if one.removed:
        yield f"  removed: {len(one.removed)}, before in {_places(one, one.removed)}"
    if one.rewritten:
        yield f"  rewritten: {len(one.rewritten)}"
        shown = one.rewritten if everything else one.rewritten[:FIRST]
        yield from (f"    {_row(one, row)}" for row in shown)
        if len(shown) < len(one.rewritten):
            yield f"    … and {len(one.rewritten) - len(shown)} more (--all shows them)"


def _places(one: Difference, rows: Iterable[int]) -> str:
    """Where the rows are: as a spreadsheet counts them or, of JSON, by their elements."""
    found = numbered(one.resource, one.kind, rows)
    return in_words(elements.runs(found.paths)) if found.paths else rows_of(runs(found.rows))


def _row(one: Difference, row: RewrittenRow) -> str:
    changes = "; ".join(f"{c.field} was {_said(c.before)}, is {_said(c.after)}" for c in row.changes)
    before, now = (_places(one, [number]) for number in (row.row_before, row.row_after))
    return plain(f"{row.key} ({before} before, {now.removeprefix('row ')} now): {changes}")


def _said(value: str | None) -> str:
    return "empty" if value is None else value if value.startswith("(") else repr(value)


def _summary(found: Sequence[Difference]) -> str:
    added, removed, rewritten = (
        sum(len(getattr(one, name)) for one in found) for name in ("added", "removed", "rewritten")
    )
    if not added and not removed and not rewritten:
        unread = any(one.state == "unread" for one in found)
        return "What could be read is the same in both." if unread else "Both submissions say the same."
    counted = f"{plural(added, 'row')} added, {removed} removed, {rewritten} rewritten."
    return f"{counted} Why a row was rewritten is worth asking; it may be a correction."


def values(found: Sequence[Difference]) -> dict[str, Any]:
    """A versioned document."""
    return {
        "format": "inspector-bundle-diff",
        "version": 1,
        "tables": [one.model_dump(mode="json") for one in found],
    }
