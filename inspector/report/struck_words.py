"""Both verdicts in words, where questions are about rows: the one with nothing struck, and the one without these rows."""

from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import StruckPart
from inspector.report.places import places


def struck_lines(document: Document) -> list[str]:
    """What is said of them and a line for each part; empty where no question is about rows."""
    found = document.get("struck")
    return [found["says"], *map(_part, found["parts"])] if found else []


def _part(part: StruckPart) -> str:
    left = "struck" if part["became"] == "struck" else "falls as a whole"
    head = f"{part['evidence']}, {left}: {part['count']} of {part['of']}"
    return f"{head}, asked about by {part['probe']} ({places(part['rows'])})."
