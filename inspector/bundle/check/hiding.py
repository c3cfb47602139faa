"""The gate of a submission, made from all its tables: what stands in private and identifying columns, and where doubt is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import polars as pl

from inspector.bundle.check.checked import CheckedTable
from inspector.bundle.check.doubt import PLAIN_ID, Doubt, codes_of, doubt_of, is_name, sort_of, vocabulary
from inspector.bundle.check.telling import Telling
from inspector.bundle.schema.cells import DATE
from inspector.bundle.tables.table import ROW, Table
from inspector.model.limits import most
from inspector.model.problems import Faults, Problem
from inspector.privacy.days import looks_like
from inspector.privacy.fields import Fields, of_schema, with_headings
from inspector.privacy.gate import Gate
from inspector.privacy.values import Values

Place = tuple[str, str | None, str]
"""By which a table is known: its file, its sheet, its kind."""
FAULTY = frozenset(
    {"duplicate-heading", "missing-column", "ragged-row", "merged-headings", "mapping", "unclosed-quote"}
)
"""Remarks on a table by which its cells may stand under headings of others."""
NOT_THERE = frozenset({"column-not-submitted", "unknown-column"})


@dataclass
class Hiding:
    """What is hidden of a submission: the gate, and for each table what of its cells may be told."""

    gate: Gate
    tellings: dict[Place, Telling] = field(default_factory=dict)
    doubts: dict[Place, Doubt] = field(default_factory=dict)
    _fields: dict[Place, Fields] = field(default_factory=dict)

    def fields(self, table: Table) -> Fields:
        """The private and the identifying fields of a table."""
        at = place(table)
        if at not in self._fields:
            self._fields[at] = with_headings(of_schema(table.schema), table.headings)
        return self._fields[at]

    def gather(self, table: Table, checked: CheckedTable, remarks: Iterable[Problem | Faults]) -> None:
        """Take in the values of a table that was checked, and see in which of its rows there is doubt."""
        fields, at = self.fields(table), place(table)
        wanted = fields.any if self.gate.names else fields.private
        there = [name for name in table.fields if name in wanted]
        for frame in _frames(table, checked, there):
            for name in there:
                values = self.gate.private if name in fields.private else self.gate.identifying
                _add(
                    values,
                    frame[name],
                    dated=sort_of(table.schema["properties"][name]) == "date" or name in fields.private,
                )
        self.gate.add_codes(codes_of(table.schema))
        if table.people and len(self.gate.private) < most("private-values"):
            known = vocabulary(table.schema)
            self.gate.private.add(text for text in table.people if is_name(text, known) or looks_like(text))
        doubt = Doubt()
        if wanted:
            faulty = self.gate.overfull or _faulty(table, fields, remarks)
            doubt = doubt_of(table, checked, fields, codes_of(table.schema), faulty=faulty)
            doubt = replace(doubt, rows=doubt.rows | cut_short(remarks).get((table.path, table.sheet), set()))
            self._gather_doubtful(table, checked, doubt)
            if doubt.least:
                self._gather_headings(table, remarks)
        self.doubts[at] = doubt
        self.tellings[at] = Telling(table, fields, self.gate, doubt)

    def _gather_doubtful(self, table: Table, checked: CheckedTable, doubt: Doubt) -> None:
        """Take in what may be private in doubtful rows, whatever column it stands in: names, and days."""
        if not (doubt.least or doubt.rows or doubt.days):
            return
        known = vocabulary(table.schema)
        for frame in [checked.normalised] if checked.normalised is not None else table.batches():
            some = frame
            if not doubt.least:
                some = frame.filter(pl.col(ROW).is_in(sorted(doubt.rows | doubt.days)))
            for name in table.fields if some.height and len(self.gate.private) < most("private-values") else ():
                found = some[name].drop_nulls().unique().to_list()
                self.gate.private.add(text for text in found if is_name(text, known) or looks_like(text))

    def _gather_headings(self, table: Table, remarks: Iterable[Problem | Faults]) -> None:
        """Take in names and ids that stand where a heading is due: a cell that came to stand in the first row."""
        known = vocabulary(table.schema)
        unread = [
            one.where.field
            for one in remarks
            if isinstance(one, Problem)
            and one.rule == "unknown-column"
            and one.where.field
            and (one.where.file, one.where.sheet) == (table.path, table.sheet)
        ]
        self.gate.private.add(text for text in unread if is_name(text, known))
        self.gate.identifying.add(text for text in unread if PLAIN_ID.fullmatch(text))

    def telling(self, table: Table) -> Telling:
        """What of the cells of a table may be told."""
        return self.tellings[place(table)]

    def closed(self, tables: Iterable[Table]) -> frozenset[tuple[str, str]]:
        """The columns that links may lead to, by kind or resource and field, whose values are hidden."""
        return frozenset(
            (name, hidden)
            for table in tables
            for name in (table.kind, table.name)
            for hidden in (self.fields(table).any if self.gate.names else self.fields(table).private)
        )


def place(table: Table) -> Place:
    """By which a table is known."""
    return table.path, table.sheet, table.kind


def _frames(table: Table, checked: CheckedTable, there: list[str]) -> Iterator[pl.DataFrame]:
    if not there:
        return
    if checked.normalised is not None:
        yield checked.normalised
    elif table.scan is not None:
        yield from table.batches(table.scan.select(ROW, *there))
    else:
        yield from table.batches()


def _add(values: Values, column: pl.Series, *, dated: bool) -> None:
    distinct = column.drop_nulls().unique()
    if dated:
        # Most are days as they should be; these need no look at each.
        plain = distinct.str.contains(DATE)
        values.days.update(day for day in distinct.filter(plain).str.to_date("%Y-%m-%d", strict=False).to_list() if day)
        distinct = distinct.filter(~plain)
    if len(values) < most("private-values"):
        values.add(distinct.to_list(), dated=dated)
    else:
        values.overfull = True


def _faulty(table: Table, fields: Fields, remarks: Iterable[Problem | Faults]) -> bool:
    """Whether the table's own headings, or rows of too many or too few cells, leave it open what stands where."""
    lost = [name for name in fields.any if name not in table.fields]
    rules = {
        one.rule
        for one in remarks
        if isinstance(one, Problem) and (one.where.file, one.where.sheet) == (table.path, table.sheet)
    }
    return bool(rules & FAULTY) or (bool(lost) and bool(rules & NOT_THERE))


def cut_short(problems: Iterable[Problem | Faults]) -> Mapping[tuple[str, str | None], set[int]]:
    """Rows of which a remark says that they have too few cells, by file and sheet."""
    rows: dict[tuple[str, str | None], set[int]] = {}
    for one in problems:
        if isinstance(one, Faults) and one.rule == "short-row":
            rows.setdefault((one.file, one.sheet), set()).update(one.rows)
    return rows
