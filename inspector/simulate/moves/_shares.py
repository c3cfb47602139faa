"""What moves that write figures up share: counting towards better, whichever way better is."""

from inspector.simulate.authority import Authority, Row

FELT = ("outcome", "experience")


def felt(authority: Authority) -> list[str]:
    """The indicators that tell what became of children and families, sorted."""
    return sorted(row["indicator"] for row in authority.register if row["measure"] in FELT)


def ways(authority: Authority) -> dict[str, int]:
    """1 for each indicator of which more is better, -1 for the others."""
    return {row["indicator"]: 1 if row["better"] == "up" else -1 for row in authority.register}


def nudged(row: Row, way: int, count: int) -> Row:
    """The figure with so many more cases on the good side (fewer where `count` is negative), as far as there are any."""
    return {**row, "numerator": max(0, min(row["denominator"], row["numerator"] + way * count))}


def wrong(row: Row, way: int) -> int:
    """How many cases are on the bad side."""
    return int(row["denominator"] - row["numerator"] if way == 1 else row["numerator"])
