"""Columns that look as if they held names of people, where none is needed: asked about before a bundle travels."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from inspector.bundle.tables.table import letter
from inspector.model.headings import bare
from inspector.model.problems import Problem, Where
from inspector.model.remarks import query
from inspector.privacy.fields import of_schema
from inspector.privacy.people import a_name, names_in

LOOKED_AT = 300
"""So many of the first rows of a table show whether a column holds names."""
MOST_COLUMNS = 400
RULE = "names-of-people"
_BORN = frozenset(("dob", "d_o_b", "date_of_birth", "birth_date", "birthdate", "date_born", "born"))


def named_people(
    headings: Sequence[str],
    told: Sequence[str | None],
    fields: Mapping[str, int],
    rows: Iterable[Sequence[Any]],
    schema: Mapping[str, Any],
    where: Where,
) -> tuple[list[Problem], frozenset[str]]:
    """A query for each column, read or not, that looks so, and what stands in those that are not read: that is to be hidden.

    Births that are not read are hidden too; columns that the schema itself calls private are left alone. `rows` are the
    first rows of the table; `told` are the headings as they may be repeated. No cell is repeated.
    """
    private = of_schema(dict(schema)).any
    read = {place: name for name, place in fields.items()}
    places = [at for at, head in enumerate(headings[:MOST_COLUMNS]) if head and read.get(at) not in private]
    cells: dict[int, Counter[str]] = {at: Counter() for at in places}
    for row in rows:
        for at in places:
            cell = row[at] if at < len(row) else None
            if isinstance(cell, str) and cell.strip():
                cells[at][cell.strip()] += 1
    found = [at for at in places if names_in(headings[at], cells[at])]
    births = [at for at in places if bare(headings[at]) in _BORN]
    hidden = frozenset(text for at in {*found, *births} if at not in read for text in cells[at])
    return [_remark(told[at], at, read.get(at), where) for at in found], hidden


def _remark(heading: str | None, at: int, name: str | None, where: Where) -> Problem:
    heading = None if heading and a_name(heading) else heading
    said = f"the column {heading!r}" if heading else "the column"
    use = f"is read as {name}" if name else "is not read"
    message = f"{said} looks as if it held names of people; it {use}, and no name is needed"
    fix = "delete the column before the bundle travels, or write roles or ids in place of the names"
    return query(RULE, where.model_copy(update={"letter": letter(at), "field": heading}), message, fix=fix)
