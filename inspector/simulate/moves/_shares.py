"""What moves that write figures up share: counting towards better, whichever way better is."""

from inspector.simulate.authority import Authority, Row
from inspector.simulate.measures import CATALOGUE

FELT = ("outcome", "experience")
SORTS = {one.id: one.measure for one in CATALOGUE}
"""What sort each measure is: a cheat knows it where the register does not say so, too."""


def felt(authority: Authority) -> list[str]:
    """The indicators that tell what became of children and families, sorted."""
    sorts = {row["indicator"]: row.get("measure", SORTS.get(row["indicator"])) for row in authority.register}
    return sorted(id for id, sort in sorts.items() if sort in FELT)


def ways(authority: Authority) -> dict[str, int]:
    """1 for each indicator of which more is better, -1 for the others."""
    return {row["indicator"]: 1 if row["better"] == "up" else -1 for row in authority.register}


def nudged(row: Row, way: int, count: int) -> Row:
    """The figure with so many more cases on the good side (fewer where `count` is negative), as far as there are any."""
    return {**row, "numerator": max(0, min(row["denominator"], row["numerator"] + way * count))}


def wrong(row: Row, way: int) -> int:
    """How many cases are on the bad side."""
    return int(row["denominator"] - row["numerator"] if way == 1 else row["numerator"])
