"""The lists of a submission side by side: the rows of each under the ids that they share, and how a query names them."""

from collections.abc import Iterator
from typing import NamedTuple

import polars as pl

from inspector.bundle.annex_a.same_ids import Ids, ids_of
from inspector.bundle.check.hiding import Hiding
from inspector.bundle.tables.table import ROW, Table
from inspector.model.problems import Faults

CHILD, FAMILY = "child_unique_id", "family_identifier"
R, KEY, ID, OTHER_ROW, TOLD = "\x00r", "\x00key", "\x00id", "\x00other row", "\x00told"
_KEYS = (CHILD, FAMILY)


class Side(NamedTuple):
    """One list: the table, and those of its rows and fields that a check looks at (`KEY`, `ID` and `R` beside them)."""

    table: Table
    frame: pl.DataFrame


class Lists:
    """The lists of a submission, each at most once. `KEY` of a row is the id that all spellings of one id share."""

    def __init__(self, tables: list[Table], hiding: Hiding) -> None:
        self._tables = {table.schema["x-list"]: table for table in tables if "x-list" in table.schema}
        self._frames = {number: table.frame for number, table in self._tables.items()}
        self._hiding = hiding
        self.ids: dict[str, Ids] = {
            key: ids_of({number: frame[key] for number, frame in self._frames.items() if key in frame.columns})
            for key in _KEYS
        }

    @property
    def numbers(self) -> list[int]:
        """The lists that are there."""
        return sorted(self._tables)

    def side(self, number: int, *fields: str, where: pl.Expr | None = None, key: str = CHILD) -> Side | None:
        """The rows of a list that have a key and meet `where`; None where the list or one of the fields is not there."""
        table = self._tables.get(number)
        if table is None or not {key, *fields} <= set(table.fields):
            return None
        frame = self._frames[number]
        chosen = frame.filter(pl.col(key).is_not_null() & (where if where is not None else pl.lit(True)))
        same = self.ids[key].alike(chosen[key])
        wanted = [pl.col(key).alias(ID), pl.col(ROW).alias(R), *dict.fromkeys(fields)]
        return Side(table, chosen.select(wanted).with_columns(same.alias(KEY)))

    def told(self, side: Side, field: str, frame: pl.DataFrame, row: str, value: str) -> pl.DataFrame:
        """The frame with a column `TOLD`: the value of a field of that side as it may be repeated."""
        rows, values = frame[row].to_list(), frame[value].to_list()
        said = self._hiding.telling(side.table).cells(field, rows, values)
        words = ["nothing" if one is None else told or "something else" for one, told in zip(values, said, strict=True)]
        return frame.with_columns(pl.Series(TOLD, words, dtype=pl.String))

    def query(
        self, side: Side, frame: pl.DataFrame, rule: str, field: str, message: str, fix: str = ""
    ) -> Iterator[Faults]:
        """The rows of `frame` as one query about a field of that side; `OTHER_ROW` says where the other side stands."""
        if not frame.height:
            return
        frame = frame.sort(R)
        where = side.table.where(None, field)
        record = FAMILY if field == FAMILY else side.table.schema["x-record"]
        keys = self._hiding.telling(side.table).keys(record, frame[R].to_list(), frame[ID].to_list())
        others = frame[OTHER_ROW] if OTHER_ROW in frame.columns else None
        yield Faults(
            rule=rule,
            level="query",
            file=side.table.path,
            message=message,
            rows=tuple(frame[R].to_list()),
            others=tuple(others.to_list()) if others is not None else (),
            keys=tuple(keys),
            sheet=where.sheet,
            letter=where.letter,
            field=where.field,
            fix=fix,
        )
