"""Tables of Markdown, from data that is text and stays text."""

from collections.abc import Iterable, Sequence

from inspector.report.harmless import cell, markdown


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table with one line a row; what a spreadsheet would take for a formula gets an apostrophe in front."""
    lines = [f"| {' | '.join(map(markdown, columns))} |", f"|{'---|' * len(columns)}"]
    return "\n".join([*lines, *(f"| {' | '.join(markdown(cell(value)) for value in row)} |" for row in rows)])
