"""One file read by pandas or Frictionless as their documents show first; months, figures and errors as one line of JSON."""

import json
import sys
from typing import Any


def pandas(path: str) -> dict[str, Any]:
    import pandas as pd

    frame = pd.read_excel(path) if path.endswith((".xlsx", ".xls")) else pd.read_csv(path)
    period, value = frame.columns[0], frame.columns[-1]
    days = pd.to_datetime(frame[period])
    figures = [None if pd.isna(one) else one for one in frame[value].tolist()]
    return {"months": [str(day)[:7] for day in days], "figures": figures, "said": []}


def frictionless(path: str) -> dict[str, Any]:
    from frictionless import Resource

    resource = Resource(path)
    report = resource.validate()
    errors = [f"[{error.type}] {error.message}" for task in report.tasks for error in task.errors]
    if errors:
        return {"error": errors[0][:200]}
    rows = Resource(path).read_rows()
    names = rows[0].field_names
    figures = [row[names[-1]] for row in rows]
    months = [str(row[names[0]])[:7] for row in rows]
    return {
        "months": months,
        "figures": [float(one) if hasattr(one, "as_tuple") else one for one in figures],
        "said": [],
    }


if __name__ == "__main__":
    try:
        found = {"pandas": pandas, "frictionless": frictionless}[sys.argv[1]](sys.argv[2])
    except Exception as failure:
        found = {"error": f"{type(failure).__name__}: {str(failure).splitlines()[0] if str(failure) else ''}"}
    print(json.dumps(found, default=str))
