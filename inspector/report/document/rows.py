"""Rows as the plain values of a JSON document."""

from collections.abc import Sequence

from inspector.model import elements
from inspector.model.evidence import Rows
from inspector.model.rows import runs
from inspector.report.document.shape.units import RowRuns


def rows_values(rows: Sequence[Rows]) -> list[RowRuns]:
    """The rows of each resource as inclusive runs, the resources in the order given; of JSON the elements as well."""
    return [_values(part) for part in rows]


def _values(part: Rows) -> RowRuns:
    found: RowRuns = {"resource": part.resource, "rows": [list(run) for run in runs(part.rows)]}
    if part.paths:
        found["paths"] = elements.runs(part.paths)
    return found
