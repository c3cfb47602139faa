"""Case records by the column (kinds `case-records` and `return`): the eleven child-level lists of Annex A, and statutory returns.

Fifty thousand rows as objects would cost seconds, so a list is held as arrays. Signals and probes read arrays alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class CaseList:
    """One list: `list` is `list-1` to `list-11`, or a table of a statutory return as `ssda903/episodes`; `resource` the file
    (with ` > sheet` after a workbook's path).

    `rows` holds the row of each record as a spreadsheet counts it. `columns` maps a field, the template's header in
    lower case with underscores (`date_of_birth`) and for a return the name that it has there (`DECOM`), to an array as long as
    `rows`: dates as datetime64[D] (NaT where
    absent), numbers as float64 (NaN where absent), the rest as objects (text in the standard's own spelling, or None).
    A column that was not submitted is not there. `left_out` names rows that an error is about.
    """

    list: str
    resource: str
    rows: "NDArray[Any]"
    columns: "Mapping[str, NDArray[Any]]"
    left_out: tuple[int, ...] = ()
    child: str = "child_unique_id"
    """The column that says whom a row is about."""
    start: date | None = None
    end: date | None = None
    """The first and the last day that a return is about; None for a list that shows what is open when it is submitted."""

    def __len__(self) -> int:
        return len(self.rows)
