"""Tests that were given up are taken out of the log before it is submitted; the numbers of the others stay as they were.

Dose: the share of abandoned tests taken out, and half as many of those that were only adapted. Nothing asks of the log alone; an
earlier submission, and the numbers that are missing, show it.
"""

from dataclasses import replace
from random import Random

from inspector.simulate.authority import Authority, Row

SEEN_BY: tuple[str, ...] = ()


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority without most of what did not work."""

    def stays(row: Row) -> bool:
        share = {"abandon": dose, "adapt": dose / 2}.get(str(row.get("decision")), 0.0)
        return draw.random() >= share

    kept = tuple(row for row in authority.log if stays(row))
    ids = {row["id"] for row in kept}
    loose = tuple(row if row.get("follows") in {None, *ids} else _unlinked(row) for row in kept)
    return replace(authority, log=loose)


def _unlinked(row: Row) -> Row:
    return {key: value for key, value in row.items() if key != "follows"}
