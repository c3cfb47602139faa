"""Cells that are numbers, and beyond any that is read: told as what they are, not as something that is no number."""

import polars as pl

from inspector.bundle.check.checked import FOUND
from inspector.bundle.schema.cells import NUMBER

BEYOND, ENDLESS = "type beyond", "type endless"
_ENDLESS = r"^[+-]?(?i:nan|inf|infinity)$"


def sorts(keyword: str, kind: str, faults: pl.DataFrame) -> list[tuple[str, pl.DataFrame]]:
    """The faults of one keyword in a column of that type, cells parted that are too large (`BEYOND`) or endless (`ENDLESS`)."""
    if keyword != "type" or kind not in ("number", "integer"):
        return [(keyword, faults)]
    number = pl.col(FOUND).str.contains(NUMBER).fill_null(False)
    beyond = number & (pl.lit(kind == "number") | (pl.col(FOUND).cast(pl.Float64, strict=False).abs() >= 2.0**53))
    endless = pl.col(FOUND).str.contains(_ENDLESS).fill_null(False)
    parts = ((BEYOND, beyond), (ENDLESS, endless), ("type", ~beyond & ~endless))
    found = ((word, faults.filter(test.fill_null(False))) for word, test in parts)
    return [(word, frame) for word, frame in found if frame.height]
