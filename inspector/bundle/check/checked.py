"""What a pass over a table found."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from inspector.bundle.check.columns import Column

Key = tuple[str, str]
FOUND, OTHER, RECORD = "\x00found", "\x00other", "\x00record"


@dataclass
class CheckedTable:
    """What one pass found. `faults` gives for each field and keyword the rows with what was found there.

    Each frame has `ROW`, `FOUND`, `OTHER` and `RECORD` (the record's own id), all but the first text. `normalised` is the
    whole table as it was read, where it was asked for.
    """

    height: int = 0
    short: bool = False
    faults: dict[Key, pl.DataFrame] = field(default_factory=dict)
    changes: dict[tuple[str, str], pl.DataFrame] = field(default_factory=dict)
    normalised: pl.DataFrame | None = None
    columns: Mapping[str, Column] = field(default_factory=dict)
    """How columns were read that were decided as a whole."""
