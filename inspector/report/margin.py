"""Margins as text: a table of pieces and parts, and sentence by sentence what was tried."""

from collections.abc import Iterator

from inspector.model import elements
from inspector.model.assurance import said
from inspector.model.evidence import Rows
from inspector.model.inspection import Inspection
from inspector.model.rows import runs
from inspector.model.visits import Margin, Margins
from inspector.report.harmless import plain
from inspector.report.lines import wrapped

HEAD = ("evidence", "rows", "of", "at once", "how found", "then")
PARTS = {"whole": "", "key": ": key rows", "rest": ": the others"}


def margin_text(inspection: Inspection, margins: Margins) -> str:
    """The verdict, the table, the sentences and the rows that were tried; ends with a line break."""
    title = f"{inspection.authority}, {inspection.period_start} to {inspection.period_end}"
    lines = [*wrapped(title, ""), "", f"VERDICT: {said(margins.verdict, inspection.verdict.assurance)}", ""]
    if not margins.pieces:
        return "\n".join([*lines, *wrapped(margins.says, "  ")]) + "\n"
    from tabulate import tabulate

    table = [_row(one) for one in _every(margins)]
    lines += tabulate(table, headers=HEAD, tablefmt="simple", disable_numparse=True).splitlines()
    lines += ["", *wrapped(margins.says, "  "), ""]
    for one in _every(margins):
        if one.worst and _by_itself(one):
            lines += wrapped(f"Tried of {_named(one)}: {_places(one)}.", "  ", "    ")
        if one.part == "key":
            lines += wrapped(f"Key rows: {_places(one, key=True)}.", "  ", "    ")
        if one.members:
            lines += wrapped(f"Measures: {', '.join(name.partition('/')[2] for name in one.members)}.", "  ", "    ")
    if margins.leans:
        leans = ", ".join(name.removeprefix("indicator/") for name in margins.leans)
        lines += wrapped(f"May all be gone: {leans}.", "  ", "    ")
    return "\n".join(lines) + "\n"


def _every(margins: Margins) -> Iterator[Margin]:
    for one in margins.pieces:
        yield one
        yield from one.parts


def _named(one: Margin) -> str:
    return plain(f"{one.evidence.removeprefix('indicator/')}{PARTS[one.part]}")


def _row(one: Margin) -> tuple[str, ...]:
    parts = one.part == "whole" and one.parts
    return (
        _named(one),
        "none" if one.rows is None else str(one.rows) if _by_itself(one) else "with others",
        f"{one.of} {one.unit}s" if one.of != 1 else f"1 {one.unit}",
        "in two parts" if parts else "none known" if one.together is None else str(one.together),
        one.how,
        said(one.then) if one.then else "",
    )


def _by_itself(one: Margin) -> bool:
    """Whether the rows that were tried are all of its own. Of key rows they can be rows of the whole piece."""
    own = {(rows.resource, row) for rows in one.key for row in rows.rows}
    return one.part != "key" or all((rows.resource, row) in own for rows in one.worst for row in rows.rows)


def _places(one: Margin, *, key: bool = False) -> str:
    """Rows as reports cite them: `improvement-log.csv:12, 15-17`."""
    return "; ".join(f"{rows.resource}:{', '.join(_those(rows))}" for rows in (one.key if key else one.worst))


def _those(rows: Rows) -> list[str]:
    if rows.paths:
        return elements.runs(rows.paths)
    return [f"{low}" if low == high else f"{low}-{high}" for low, high in runs(rows.rows)]
