"""Both verdicts in words, where questions are about rows: the one with nothing struck, and the one without these rows."""

from inspector.model.words import agree, plural
from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import StruckPart
from inspector.report.places import places

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
    every = [f"{head} by {' and '.join(probes)} ({rows})." for (head, rows), probes in lines.items()]
    left = len(every) - SHOWN
    return [
        found["says"],
        *every[:SHOWN],
        *([f"And {left} more, each with its rows, in the JSON."] if left > 0 else []),
    ]


def _head(part: StruckPart) -> str:
    """`indicator/visits, struck: 2 of its 36 rows are asked about`."""
    left = "struck" if part["became"] == "struck" else "trusted less as a whole"
    asked = agree(part["count"] if part["of"] > 1 else 1, "is", "are")
    return f"{part['evidence']}, {left}: {part['count']} of its {plural(part['of'], 'row')} {asked} asked about"
