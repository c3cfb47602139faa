"""A scorecard as a table: a row for each figure, or for each indicator, with the cells that it was read from."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import polars as pl

from inspector.bundle.tables.cells import Cells, Place
from inspector.bundle.tables.table import ROW, Table, of_frame
from inspector.bundle.tables.wide_words import said
from inspector.layout.long import Entry, LongRow, long, register
from inspector.layout.spec import moved, of_description
from inspector.layout.wide_table import Grid, Wide
from inspector.model.letters import letter
from inspector.model.problems import Problem, Where, shown
from inspector.model.remarks import Unreadable, error

KINDS = ("indicators", "indicator-register", "participation")
"""The kinds that are read from a scorecard."""
AMOUNTS = ("numerator", "denominator", "value")
COUNTED = ("headcount", "contributors", "ideas_raised", "ideas_tested", "ideas_adopted", "days_to_hear_back")


def of_wide(
    grid: Grid, layout: Mapping[str, Any], name: str, path: str, kind: str, schema: dict[str, Any], sheet: str | None
) -> tuple[Table, list[Problem]]:
    """A scorecard, read as the manifest says. Raises Unreadable where it does not hold what the manifest says of it."""
    where = Where(file=path, sheet=sheet)
    if kind not in KINDS:
        message = f"evidence of kind {kind} is not read from a scorecard"
        raise Unreadable(
            error("layout", where, message, " or ".join(KINDS), "leave the layout out, and add the file again")
        )
    try:
        wide = of_description(layout)
    except ValueError as failure:
        raise Unreadable(error("layout", where, f"the layout means nothing: {failure}")) from None
    if gone := moved(grid, wide):
        row, column, before, now = gone[0]
        at = where.model_copy(update={"row": row + 1, "letter": letter(column)})
        cell, there = f"{letter(column)}{row + 1}", shown(now) if now else "nothing"
        message = f"the layout says that {shown(before)} stands in {cell}, and there is {there}"
        raise Unreadable(
            error("layout", at, message, fix="add the file again with `inspector bundle add FILE --replace`")
        )
    columns, cells = (
        _register(register(wide), wide) if kind == "indicator-register" else _figures(long(grid, wide), kind)
    )
    frame = pl.DataFrame(
        {
            ROW: pl.Series(range(1, len(cells.main) + 1), dtype=pl.Int64),
            **{
                field: pl.Series(texts, dtype=pl.String)
                for field, texts in columns.items()
                if field in schema["properties"]
            },
        }
    )
    table = Table(
        name=name,
        path=path,
        kind=kind,
        schema=schema,
        batches=of_frame(frame),
        headings={field: field for field in frame.columns if field != ROW},
        separator=schema.get("x-separator", ";"),
        sheet=sheet,
        cells=cells,
    )
    return table, [said(grid, wide, where)] if kind != "indicator-register" else []


def _figures(rows: Sequence[LongRow], kind: str) -> tuple[dict[str, list[str | None]], Cells]:
    people = kind == "participation"
    names = {"team": [row.name for row in rows], "role": [row.group for row in rows]}
    columns: dict[str, list[str | None]] = {
        **(names if people else {"indicator": [row.indicator for row in rows]}),  # type: ignore[dict-item]
        "period_start": [str(row.first) for row in rows],
        "period_end": [str(row.last) for row in rows],
    }
    for amount in COUNTED if people else AMOUNTS:
        texts = [row.texts.get(amount) for row in rows]
        if any(texts):
            columns[amount] = texts
    main = tuple(_place(row, next(iter(row.cells))) for row in rows)
    places = {
        amount: tuple(_place(row, amount, spare) for row, spare in zip(rows, main, strict=True))
        for amount in (COUNTED if people else AMOUNTS)
    }
    places["indicator"] = tuple(_cell(row.name_at, "indicator") for row in rows)
    for name in ("period_start", "period_end"):
        places[name] = tuple(_cell(row.period_at, name) for row in rows)
    return columns, Cells(places, main)


def _cell(at: tuple[int, int], heading: str) -> Place:
    return at[0] + 1, letter(at[1]), heading


def _place(row: LongRow, amount: str, spare: Place = (0, "", "")) -> Place:
    if amount not in row.cells:
        return spare
    at, column = row.cells[amount]
    return at + 1, letter(column), row.headings[amount]


def _register(entries: Iterable[Entry], wide: Wide) -> tuple[dict[str, list[str | None]], Cells]:
    every = list(entries)
    wanted = ("indicator", "title", "better", "unit", "target", "measure", "same_as")
    columns = {name: [getattr(one, name) or None for one in every] for name in wanted}
    there = {name: texts for name, texts in columns.items() if name in wanted[:3] or any(texts)}
    at = [(one.at, wide.names_at) if wide.across else (wide.names_at, one.at) for one in every]
    places = {name: tuple((row + 1, letter(column), name) for row, column in at) for name in wanted}
    return there, Cells(places, places["title"])
