"""Whether a file is one of Annex A: lists of case records, known by their headings."""

from collections.abc import Sequence

from inspector.bundle.annex_a.which_list import list_of_headings, list_of_name
from inspector.bundle.kinds import list_schema
from inspector.bundle.schema import json_schema
from inspector.bundle.tables.headings import named
from inspector.packing import asking, matching
from inspector.packing.looked import Looked
from inspector.packing.proposed import Proposed, Sure

FEWEST, ENOUGH = 2, 0.5
"""A file that is called like a list has to have so many of its headings, and so large a share of its own have to be some."""


def records(tables: Sequence[Looked], file_name: str, *, asked: bool) -> Proposed | None:
    """The file as case records; None where its headings are not those of a list. `asked`: somebody said that it is."""
    found = [(table, number) for table in tables if (number := _list(table, file_name)) is not None]
    if not found and not asked:
        return None
    sure: Sure = "certain" if asked else "likely"
    if len(tables) != 1 or not found:
        sheet = found[0][0] if found else tables[0] if tables else Looked(None, 1, (), ())
        return Proposed("case-records", None, None, sheet.headings_row, sure, _why(len(found), asked=asked))
    table, number = found[0]
    name = list_schema(number)
    schema = json_schema.schema(name)
    fields = tuple(matching.headings(table.headings, schema, table.columns, name))
    read = {one.theirs for one in fields}
    unread = tuple(head for head in table.headings if head and head not in read)
    why = "as you said" if asked else f"the headings are those of list {number} of Annex A"
    missing = asking.asked(table, schema, name, fields) if asked else ()
    return Proposed(
        "case-records", None, None, table.headings_row, sure, why, fields=fields, unread=unread, asked=missing
    )


def _list(table: Looked, file_name: str) -> int | None:
    heads = list(table.headings)
    number = list_of_headings([heads])
    if number is not None:
        return number
    called = list_of_name(table.sheet or "") or list_of_name(file_name.rsplit(".", 1)[0])
    if called is None:
        return None
    own = len(named(heads, json_schema.schema(list_schema(called))))
    return called if own >= FEWEST and own >= ENOUGH * sum(map(bool, heads)) else None


def _why(lists: int, *, asked: bool) -> str:
    if asked:
        return "as you said"
    return f"the headings of {lists} of its sheets are those of Annex A"
