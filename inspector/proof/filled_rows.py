"""The rows of a filled sheet of rows: which key, what was seen and found, who looked and when; or what is wrong with a row."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspector.model.problems import Problem, shown
from inspector.model.remarks import did_you_mean, error, query
from inspector.model.visits import Seen
from inspector.proof.answers import day_of
from inspector.proof.filled_files import Grid
from inspector.proof.filled_heads import Heads
from inspector.proof.filled_nouns import ANSWERS, DAY, LONGEST_NOTE, QUOTED, Blank, FilledRow, Known, bare_seal, quoted
from inspector.proof.filled_seen import Answers
from inspector.proof.filled_table import Table, at
from inspector.proof.filled_values import Column, nothing
from inspector.values import ids
from inspector.values.dates import DAY_FIRST, Dates

Read = Iterator[FilledRow | Blank | Problem]


class _Found(NamedTuple):
    """What was found by field, what stood behind it in its cells, and what cannot be read."""

    found: tuple[tuple[str, str], ...]
    behind: list[str]
    wrong: list[Problem]


class Rows:
    """One table, read row by row."""

    def __init__(self, grid: Grid, heads: Heads, known: Known) -> None:
        self._known, self._table = known, Table(grid, heads, known)
        asks = {ask.field: ask for some in known.asks.values() for ask in some}
        columns = {name: self._table.column(place) for name, place in heads.fields.items()}
        self._columns = {name: Column(asks[name], texts, grid.epoch) for name, texts in columns.items()}
        self._days = Dates.of(self._table.texts("when"), DAY_FIRST, grid.epoch)
        self._answers = Answers(self._table)

    def each(self) -> Read:
        """What each row says, and what is wrong with it; empty rows say nothing. A sheet of another visit is refused once."""
        if wrong := self._table.refused():
            yield wrong
            return
        for number, cells in self._table.rows:
            yield from self._row(number, cells)

    def _row(self, number: int, cells: Sequence[str]) -> Read:
        table = self._table
        written, _ = ids.clean(table.cell(cells, "key"))
        key = self._known.key(written)
        filled = table.is_filled(cells)
        if key is None and not (written or filled):
            return
        if wrong := self._refused(number, cells, written, key):
            if filled or key is not None:
                yield wrong
            else:
                yield query("sheet-note", table.where(number, "key"), "the row has no key, and was left out")
            return
        assert key is not None
        seen, said = self._answers.read(cells)
        if seen == "":
            yield from self._blank(number, cells, key)
        elif seen is None:
            yield self._answers.unclear(number, cells, key)
        else:
            yield from self._said(number, cells, key, seen, said)

    def _blank(self, number: int, cells: Sequence[str], key: str) -> Read:
        yield Blank(key)
        if self._table.is_filled(cells, seen=False):
            message = "it does not say whether the row was seen, so that it is not recorded"
            at_seen = self._table.where(number, "seen", key)
            yield query("sheet-blank", at_seen, message, ANSWERS, "fill in what you saw")

    def _said(self, number: int, cells: Sequence[str], key: str, seen: Seen, said: str) -> Read:
        table = self._table
        read = self._found(number, cells, key)
        if read.wrong:
            yield from read.wrong
            return
        when, late = self._when(number, cells, key)
        yield from late
        parts = (said, table.cell(cells, "note"), *read.behind, *table.more(cells, key))
        note = "; ".join(part for part in parts if part)
        if len(note) > LONGEST_NOTE:
            message = f"the note was cut to {LONGEST_NOTE:,} characters"
            yield query("sheet-note", table.where(number, "note", key), message)
        who, where = table.cell(cells, "by"), table.where(number, None, key)
        yield FilledRow(key, seen, read.found, note[:LONGEST_NOTE], who, when, where)

    def _refused(self, number: int, cells: Sequence[str], written: str, key: str | None) -> Problem | None:
        """Why the row is not of this visit, or was not drawn; None where it was."""
        table = self._table
        seal = table.seal(cells)
        if bare_seal(seal) != bare_seal(self._known.seal):
            return table.other(number, seal, "row", key)
        if key is None:
            fix = did_you_mean(written, self._known.keys.values()) or "copy the key from the sheet as it was written"
            told = f"the visit has no row {shown(written, QUOTED)}" if written else "the row has no key"
            return error("visit-row", table.where(number, "key"), told, "a key of the sheet", fix)
        if key not in self._known.drawn:
            fix = "record the rows that were drawn; `inspector visit next` draws more"
            message = f"{key!r} was not drawn: rows that somebody picks prove nothing"
            return error("visit-row", table.where(number, "key", key), message, fix=fix)
        return None

    def _found(self, number: int, cells: Sequence[str], key: str) -> _Found:
        found: list[tuple[str, str]] = []
        behind: list[str] = []
        wrong: list[Problem] = []
        for ask in self._known.asks[key]:
            place = self._table.heads.fields.get(ask.field)
            if place is None:
                continue
            text = at(cells, place)
            read = self._columns[ask.field].read(text)
            if read.wrong:
                where = self._table.place(number, place, key)
                wrong.append(error("sheet-value", where, f"{quoted(text)} {read.wrong}", ask.question, read.fix))
            elif read.text:
                found.append((ask.field, read.text))
                behind += [f"{ask.label}: {read.note}"] if read.note else []
        return _Found(tuple(found), behind, wrong)

    def _when(self, number: int, cells: Sequence[str], key: str) -> tuple[str, list[Problem]]:
        text = " ".join(self._table.cell(cells, "when").split())
        if nothing(text):
            return "", []
        day = day_of(self._days, text)
        if day is not None and len(day) == DAY:
            return day, []
        message = "the day on which somebody looked cannot be read, and was left out"
        where = self._table.where(number, "when", key)
        return "", [query("sheet-value", where, message, "a day, as in 14 March 2024")]
