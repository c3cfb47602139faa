"""`inspector visit record`: what was found on site written down, from filled sheets or row by row."""

from pathlib import Path

import click

from inspector.cli.visit import _records


@click.command("record")
@_records.VISIT
@click.argument("sheets", metavar="[SHEET]...", nargs=-1, type=click.Path(path_type=Path))
@_records.by_and_at
@click.option(
    "--correct", multiple=True, metavar="KEY", help="What is said of this row takes the place of what you said before."
)
@click.option("--whom", metavar="NAME", help="Ask for the rows of this person's or team's sheet alone.")
def command(
    folder: Path, sheets: tuple[Path, ...], by: str | None, at: str | None, correct: tuple[str, ...], whom: str | None
) -> int:
    """Write down what was found of the rows that were drawn for VISIT (a folder of `inspector visit plan`).

    Takes in filled SHEETs (CSV or XLSX, or folders of them); without any it asks row by row, in the order drawn. Each answer is
    on the disk before the next is asked: stop when you like, and go on later.

    \b
    inspector visit record VISIT VISIT/sheets/round-1/duty-desk.xlsx --by "A. Inspector"
    inspector visit record VISIT --by "A. Inspector"
    inspector visit record VISIT --by "A. Inspector" --correct improvement-log-17

    Nothing is ever written over: a correction is a new entry that names the old one. Only a row that was seen, with everything
    found as written, is right; not found, found in part and could not look are not as written. A row that was seen is no answer
    until everything that is asked of it is filled in.

    Exit codes: 0 recorded; 1 something was refused, and the rest recorded; 2 nothing could be.
    """
    from inspector.cli.visit._recording import from_sheets, row_by_row

    visit = _records.loaded(folder)
    for key in correct:
        if key not in {one.id for one in visit.plan.questions}:
            visit.row(key)
    if sheets:
        return from_sheets(visit, sheets, by, at, correct)
    return row_by_row(visit, _records.named(by), at, correct, whom)
