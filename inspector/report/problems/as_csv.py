"""Problems as CSV, one row a problem."""

import csv
import io
from collections.abc import Sequence

from inspector.model.problems import Faults, Problem
from inspector.report.harmless import cell
from inspector.report.problems.flat import Line, lines


def render(problems: Sequence[Problem | Faults], digest: str | None, *, everything: bool = False) -> bytes:  # noqa: ARG001
    """UTF-8 with a byte-order mark, so that spreadsheet programs read it as what it is."""
    stream = io.StringIO(newline="")
    out = csv.writer(stream, lineterminator="\r\n")
    out.writerow(Line._fields)
    out.writerows(lines(problems, cell))
    return stream.getvalue().encode("utf-8-sig")
