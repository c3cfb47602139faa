"""Every check of Annex A, as the documents list them: those between cells and lists, and those that the row schemas make."""

import csv
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from inspector.bundle.kinds import LISTS, list_schema
from inspector.bundle.schema import json_schema
from inspector.data import schemas_folder


class Check(NamedTuple):
    """One check: its name, the problem it tells and its level, the lists it looks at, what it asks, where that is from.

    `part` is the function that asks it; empty where the row schema does.
    """

    check: str
    part: str
    rule: str
    level: str
    lists: str
    asks: str
    source: str


@cache
def catalogue() -> tuple[Check, ...]:
    """All checks, those of the row schemas behind the others."""
    with (schemas_folder() / "annex-a" / "checks.csv").open(encoding="utf-8", newline="") as stream:
        written = tuple(Check(**row) for row in csv.DictReader(stream))
    return (*written, *(check for number in LISTS for check in of_list(number)))


def of_list(number: int) -> Iterator[Check]:
    """The checks that the row schema of a list makes."""
    schema = json_schema.schema(list_schema(number))
    cells: dict[str, Any] = schema["properties"]
    titles = {name: cell["title"] for name, cell in cells.items()}

    def made(name: str, rule: str, level: str, asks: str, source: str) -> Check:
        return Check(f"list-{number}-{name}", "", rule, level, str(number), asks, source)

    filled = ", ".join(titles[name] for name in schema["required"])
    yield made("filled", "missing-value", "query", f"These are filled: {filled}.", "Guidance of the columns")
    dates = [name for name, cell in cells.items() if cell.get("format") == "date"]
    if dates:
        asks = f"These are days that exist: {', '.join(titles[name] for name in dates)}."
        yield made("days", "no-such-date", "error", asks, "Guidance of the columns (DD/MM/YYYY)")
        least, most = cells[dates[0]]["formatMinimum"], cells[dates[0]]["formatMaximum"]
        yield made("days-read", "out-of-range", "error", f"Each day is from {least} to {most}.", "Inspector")
    for name, cell in cells.items():
        if cell["type"] == "integer":
            asks = f"{titles[name]} is from {cell['minimum']} to {cell['maximum']:,}."
            yield made(name, "out-of-range", "error", asks, f"Guidance: {titles[name]}")
        elif "enum" in cell:
            asks = f"{titles[name]} is a code of its list, or a spelling that can mean one alone."
            yield made(name, "unknown-code", "error", asks, f"Codes: {titles[name]}")
        elif "pattern" in cell:
            yield made(name, "wrong-form", "error", f"{titles[name]} has the form of one.", f"Guidance: {titles[name]}")
    for later, earlier in schema["x-not-before"]:
        asks = f"{titles[later]} is not before {titles[earlier]}."
        yield made(
            f"{later}-after-{earlier}", "date-order", "query", asks, f"Guidance: {titles[later]}; {titles[earlier]}"
        )
    for rule in schema.get("allOf", ()):
        yield made(*_together(rule, titles))
    key = ", ".join(titles[name] for name in schema["x-primary-key"])
    yield made("once", "duplicate-key", "query", f"No two rows have the same {key}.", f"Scope of list {number}")


def _together(rule: dict[str, Any], titles: dict[str, str]) -> tuple[str, str, str, str, str]:
    (given,), (asked,) = rule["if"]["required"], rule["then"]["required"]
    code = rule["if"].get("properties", {}).get(given, {}).get("const")
    said = f"Where {titles[given]} is {code}" if code else f"Where {titles[given]} is given"
    asks = f"{said}, {titles[asked]} is given too."
    return f"{asked}-with-{given}", "missing-value", "query", asks, f"Guidance: {titles[asked]}"
