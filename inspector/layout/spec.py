"""A wide table as a manifest describes it, to be read again without guessing: which line is what, and what stood there."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from inspector.layout.ids import with_ids
from inspector.layout.long import SAID
from inspector.layout.wide_table import Form, Grid, NameLine, PeriodLine, Wide
from inspector.model.letters import letter, place_of

CELLS = 400_000
"""No scorecard has more figures."""


def described(wide: Wide) -> dict[str, Any]:
    """The description of a wide table: `at` is a letter for a column and a number for a row."""
    across = wide.across
    return {
        "form": wide.form,
        "headings": [_at(one, column=not across) for one in wide.periods_at],
        "names": _at(wide.names_at, column=across),
        **({"beside": {_at(at, column=across): key for key, at in wide.beside.items()}} if wide.beside else {}),
        **({"doubts": list(wide.doubts)} if wide.doubts else {}),
        "periods": [_period(one, column=across) for one in wide.periods],
        "indicators": [_name(one, column=not across) for one in with_ids(wide.names)],
    }


def _at(place: int, *, column: bool) -> str:
    return letter(place) if column else str(place + 1)


def _period(one: PeriodLine, *, column: bool) -> dict[str, str]:
    said = {"at": _at(one.at, column=column), "heading": one.heading, "from": str(one.first), "to": str(one.last)}
    said |= {} if one.role == "value" else {"as": one.role}
    return said | {key: text for key in ("group", "unit") if (text := getattr(one, key))}


def _name(one: NameLine, *, column: bool) -> dict[str, str]:
    said = {"at": _at(one.at, column=column), "heading": one.heading, "indicator": one.id, "title": one.title}
    said |= {} if one.role == "value" else {"as": one.role}
    said |= {"group": one.group} if one.group else {}
    return {
        key: text for key, text in (said | {key: getattr(one, key) for key in SAID}).items() if text or key == "heading"
    }


def of_description(said: Mapping[str, Any]) -> Wide:
    """The wide table that a description is of. Raises ValueError, in words, for one that means nothing."""
    form: Form = said["form"]
    count = len(said["periods"]) * len(said["indicators"])
    if count > CELLS:
        raise ValueError(f"{count:,} figures are more than a scorecard has ({CELLS:,})")
    across = form == "periods-across"
    names = tuple(
        NameLine(
            at=_place(one["at"], column=not across),
            heading=one.get("heading", ""),
            title=one["title"],
            role=one.get("as", "value"),
            group=one.get("group", ""),
            id=one["indicator"],
            **{key: one.get(key, "") for key in SAID},
        )
        for one in said["indicators"]
    )
    periods = tuple(
        PeriodLine(
            _place(one["at"], column=across), one.get("heading", ""), date.fromisoformat(one["from"]),
            date.fromisoformat(one["to"]), one.get("as", "value"), one.get("group", ""),
            one.get("unit", ""),
        )
        for one in said["periods"]
    )  # fmt: skip
    at = tuple(_place(one, column=not across) for one in said["headings"])
    beside = {key: _place(line, column=across) for line, key in said.get("beside", {}).items()}
    return Wide(
        form, periods, names, at, _place(said["names"], column=across), sure="certain", doubts=tuple(said.get("doubts", ())),
        beside=beside,
    )  # fmt: skip


def _place(text: str, *, column: bool) -> int:
    if column:
        return place_of(text)
    if not text.isdecimal() or not 0 < len(text) < 8 or not int(text):
        raise ValueError(f"{text[:20]!r} is no row")
    return int(text) - 1


def moved(grid: Grid, wide: Wide) -> list[tuple[int, int, str, str]]:
    """The cells that no longer hold what the description says of them: row and column (from 0), what was there, what is."""
    found = []
    for one in wide.names:
        place = (one.at, wide.names_at) if wide.across else (wide.names_at, one.at)
        now = _cell(grid, *place)
        if now != one.heading and (one.heading or now):
            found.append((*place, one.heading, now))
    for line in wide.periods:
        cells = [(at, line.at) if wide.across else (line.at, at) for at in wide.periods_at]
        held = [_over(grid, *cell, across=wide.across) for cell in cells]
        if line.heading and line.heading not in held:
            found.append((*cells[-1], line.heading, held[-1]))
    return found


def _over(grid: Grid, row: int, column: int, *, across: bool) -> str:
    """What stands over a line of periods: in its own cell, else before it, where a merged heading goes on."""
    if across:
        return next((text for at in range(column, -1, -1) if (text := _cell(grid, row, at))), "")
    return next((text for at in range(row, -1, -1) if (text := _cell(grid, at, column))), "")


def _cell(grid: Grid, row: int, column: int) -> str:
    return " ".join(grid[row][column].split()) if row < len(grid) and column < len(grid[row]) else ""
