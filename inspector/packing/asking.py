"""What has to be asked before a table can be read: fields that must be filled and that no column is."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from inspector.packing import fitting, matching, synonyms
from inspector.packing.content import MOST, Column
from inspector.packing.looked import Looked
from inspector.packing.proposed import Asked, Proposal
from inspector.privacy.people import names_in

LONGEST_EXAMPLE = 40
SHOWN_VALUES = 6
NO_CONSTANT = frozenset(("on", "period_start", "period_end", "indicator"))
"""Fields that one value for all rows cannot fill."""
SHORT = frozenset(("id", *fitting.ROLE_FIELDS, *fitting.LABELS))
"""Fields that a column is offered for where its cells show it: anything short would do otherwise."""
ROW_NUMBER = "row-{row}"
"""A constant that is the number of the row, as an id."""


def needed(schema: dict[str, Any]) -> list[str]:
    """The fields that a row must have."""
    return list(schema.get("x-columns", schema.get("required", [])))


def asked(table: Looked, schema: dict[str, Any], schema_name: str, found: Sequence[Proposal]) -> tuple[Asked, ...]:
    """A question for each field that must be filled and has no column that is at least likely; the unsure one comes first."""
    sure = {one.ours for one in found if one.sure != "unsure"}
    unsure = {one.ours: one.theirs for one in found if one.sure == "unsure"}
    read = {one.theirs for one in found}
    asked_for: list[Asked] = []
    for field in needed(schema):
        if field not in sure:
            one = _asked(field, table, schema["properties"][field], schema_name, read, unsure.get(field))
            # Two fields seldom come of one column: what was offered first for another comes last.
            first = {other.of[0] for other in asked_for if other.of}
            asked_for.append(replace(one, of=tuple(sorted(one.of, key=lambda head: head in first))))
    return tuple(asked_for)


def _asked(
    field: str, table: Looked, cell: dict[str, Any], schema_name: str, read: set[str], unsure: str | None
) -> Asked:
    could = [
        head
        for head, cells in zip(table.headings, table.columns, strict=True)
        if head and head not in read and cells.filled and _could(field, cell, head, cells, schema_name)
    ]
    could.sort(key=lambda head: -fitting.fit(field, cell, table.column_of(head), wordy=True)[0])
    if cell.get("format") == "date":
        # A day that is read as another field may stand for this one as well, if somebody says so.
        could += [
            head
            for head, cells in zip(table.headings, table.columns, strict=True)
            if head in read and fitting.fit(field, cell, cells)[0] >= fitting.GOOD
        ]
    if unsure is not None:
        could = [unsure, *(head for head in could if head != unsure)]
    choices = tuple(cell.get("enum", ()))
    constant = field not in NO_CONSTANT
    suggested = ROW_NUMBER if field == "id" and unsure is None else None
    two = matching.in_two(table.headings, table.columns) if field in ("period_start", "period_end") else None
    why = "no column has ids of its own" if not could else "no column surely has ids of its own"
    meaning = cell.get("description", field).rstrip(".")
    return Asked(
        field,
        f"Which column is {field}? ({meaning})",
        tuple(dict.fromkeys(could)),
        constant=constant,
        choices=choices,
        suggested=suggested,
        why=together(two) if two else f"{why}: the number of the row will do" if suggested else "",
    )


def together(two: tuple[str, str]) -> str:
    """What to do where the year stands in one column and its month or quarter in another."""
    return f"{two[0]!r} and {two[1]!r} say the period together: write both in one column, as Apr 2024 or 2024/25 Q1"


def _could(field: str, cell: dict[str, Any], head: str, cells: Column, schema_name: str) -> bool:
    if field in fitting.ROLE_FIELDS and names_in(head, cells.values):
        return False
    fits, _ = fitting.fit(field, cell, cells, wordy=True)
    if fits < (fitting.GOOD if field in SHORT else fitting.OPEN):
        return False
    if field == "id" and cells.numbers >= MOST and "id" not in synonyms.key(head):
        return False
    return not synonyms.no_field(head, schema_name)


def example(field: str, cells: Column) -> str | None:
    """A value that may be shown: a code, day, number or short label that several rows share; never a text or a name."""
    if not cells.filled or cells.people != "no" or field in fitting.TEXTS:
        return None
    value = cells.values.most_common(1)[0][0]
    plain = cells.dates >= MOST or cells.numbers >= MOST or cells.periods >= MOST
    shared = cells.labels and cells.values[value] > 1
    short = field == "id" and cells.ids >= MOST
    return value[:LONGEST_EXAMPLE] if plain or shared or short else None
