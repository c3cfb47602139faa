"""A file of series in which columns of Annex A stand as well: what they hold is not repeated."""

from collections.abc import Iterable

from inspector.model.headings import bare
from inspector.privacy.fields import ANNEX_A_IDS, ANNEX_A_PRIVATE
from inspector.privacy.gate import Gate, Names
from inspector.trends.series_grid import Numbered


def is_private(headings: list[str]) -> bool:
    """Whether one of the headings is of a column of Annex A that is private or identifies."""
    return not (ANNEX_A_PRIVATE | ANNEX_A_IDS).isdisjoint(bare(heading) for heading in headings)


def gate_of(headings: list[str], rows: Iterable[Numbered], names: Names | None) -> Gate:
    """The gate of a file, by its headings."""
    plain = [bare(heading) for heading in headings]
    private = [place for place, heading in enumerate(plain) if heading in ANNEX_A_PRIVATE]
    ids = [place for place, heading in enumerate(plain) if heading in ANNEX_A_IDS] if names else []
    gate = Gate(names)
    for _, row in rows:
        gate.private.add(row[place] for place in private if place < len(row))
        gate.identifying.add((row[place] for place in ids if place < len(row)), dated=False)
    gate.settle()
    return gate
