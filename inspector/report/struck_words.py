"""Both verdicts in words, where questions are about rows: the one with nothing struck, and the one without these rows."""

from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import StruckPart
from inspector.report.places import places
from inspector.report.wording import counted, fill, phrases

SHOWN = 8
"""So many pieces of evidence are shown with their rows; the JSON has all."""


def struck_lines(document: Document) -> list[str]:
    """What is said of them and a line for each part; empty where no question is about rows."""
    found = document.get("struck")
    if not found:
        return []
    lines: dict[tuple[str, str], list[str]] = {}
    for part in found["parts"]:
        lines.setdefault((_head(part), places(part["rows"])), []).append(part["probe"])
    t = phrases()
    joined = str(t["tongue"]["and"])
    every = [
        fill(t["struck"]["line"], head=head, probes=joined.join(probes), rows=rows)
        for (head, rows), probes in lines.items()
    ]
    left = len(every) - SHOWN
    return [
        found["says"],
        *every[:SHOWN],
        *([fill(t["struck"]["more"], count=left)] if left > 0 else []),
    ]


def _head(part: StruckPart) -> str:
    """`indicator/visits, struck: 2 of its 36 rows are asked about`."""
    t = phrases()["struck"]
    rows, left = counted(t["rows"], part["of"]), t["parts"][part["became"]]
    return counted(t["head"], part["count"], evidence=part["evidence"], left=left, rows=rows)
