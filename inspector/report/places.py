"""Where to look, in words, from the runs of rows in a result's document."""

from collections.abc import Mapping, Sequence
from typing import Any

MOST = 12


def places(rows: Sequence[Mapping[str, Any]], most: int = MOST) -> str:
    """`indicators.csv rows 2-37, 40`. Past `most` runs only the number of rows left is given."""
    return "; ".join(_one(part, most) for part in rows)


def _one(part: Mapping[str, Any], most: int) -> str:
    runs = part["rows"]
    shown = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs[:most])
    more = sum(b - a + 1 for a, b in runs[most:])
    one = len(runs) == 1 and runs[0][0] == runs[0][1]
    return f"{part['resource']} row{'' if one else 's'} {shown}" + (f" and {more} more" if more else "")
