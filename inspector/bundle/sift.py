"""One pass over the rows of a table, however many: which cells break what, what was made of others, which keys recur.

The rows come bit by bit; only what is at fault, and the keys, are kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import polars as pl

from inspector.bundle.compiled_check import Tests, tests_by_value, tests_of
from inspector.bundle.links import Known, link_tests
from inspector.bundle.table import ROW, Table
from inspector.bundle.tidy import Tidying

Key = tuple[str, str]
FOUND, OTHER, RECORD = "\x00found", "\x00other", "\x00record"


@dataclass
class Sifted:
    """What one pass found. `faults` gives for each field and keyword the rows with what was found there.

    Each frame has `ROW`, `FOUND`, `OTHER` and `RECORD` (the record's own id), all but the first text. `tidied` is the
    whole table as it was read, where it was asked for.
    """

    height: int = 0
    faults: dict[Key, pl.DataFrame] = field(default_factory=dict)
    changes: dict[tuple[str, str], pl.DataFrame] = field(default_factory=dict)
    tidied: pl.DataFrame | None = None


def sift(table: Table, tidying: Tidying, known: Known, *, rows_checked: bool, keep: bool) -> Sifted:
    """Read every row once. `rows_checked`: another check has looked at the rows' own keywords (`jsonschema`, for JSON)."""
    schema, there = table.schema, set(table.fields)
    tests: Tests = {} if rows_checked else tests_of(schema, there)
    others = link_tests(schema, there, known)
    tests |= {key: link.test for key, link in others.items()}
    held = {key: link.other for key, link in others.items() if link.other}
    names = {key: f"\x00{place}" for place, key in enumerate(tests)}
    marks = [test.fill_null(False).alias(names[key]) for key, test in tests.items()]
    record = schema.get("x-record")
    key_fields = [name for name in schema.get("x-primary-key", ()) if name in there]
    whole_key = bool(key_fields) and len(key_fields) == len(schema["x-primary-key"])
    pile = _Pile()
    for batch in table.batches():
        clean, changed = tidying.tidy(batch)
        pile.add_changes(changed)
        if not clean.height:
            continue
        pile.height += clean.height
        marked = clean.with_columns(marks)
        for key, name in names.items():
            if marked[name].any():
                pile.add(key, _at(marked.filter(pl.col(name)), key[0], held.get(key), record))
        for key, frame in () if rows_checked else _by_value(clean, table, record):
            pile.add(key, frame)
        pile.keys += [clean.select(ROW, *key_fields)] if whole_key else []
        pile.kept += [clean] if keep else []
    sifted = pile.sifted()
    twice = _repeated(pile.keys, key_fields, record)
    if twice is not None:
        sifted.faults[key_fields[0], "x-primary-key"] = twice
    if keep:
        sifted.tidied = pl.concat(pile.kept) if pile.kept else _empty(table)
    return sifted


class _Pile:
    """What the batches leave behind."""

    def __init__(self) -> None:
        self.height = 0
        self.keys: list[pl.DataFrame] = []
        self.kept: list[pl.DataFrame] = []
        self._faults: dict[Key, list[pl.DataFrame]] = {}
        self._changes: dict[tuple[str, str], list[pl.DataFrame]] = {}

    def add(self, key: Key, frame: pl.DataFrame) -> None:
        self._faults.setdefault(key, []).append(frame)

    def add_changes(self, changed: Iterable[tuple[tuple[str, str], pl.DataFrame]]) -> None:
        for change, frame in changed:
            self._changes.setdefault(change, []).append(frame)

    def sifted(self) -> Sifted:
        return Sifted(
            self.height,
            {key: pl.concat(frames) for key, frames in self._faults.items()},
            {change: pl.concat(frames) for change, frames in self._changes.items()},
        )


def _at(rows: pl.DataFrame, name: str, other: str | None, record: str | None) -> pl.DataFrame:
    def column(source: str | None, alias: str) -> pl.Expr:
        there = source is not None and source in rows.columns
        return (pl.col(source) if there and source else pl.lit(None, dtype=pl.String)).alias(alias)

    return rows.select(ROW, column(name or None, FOUND), column(other, OTHER), column(record, RECORD))


def _by_value(clean: pl.DataFrame, table: Table, record: str | None) -> Iterator[tuple[Key, pl.DataFrame]]:
    for key, test in tests_by_value(clean, table.schema).items():
        rows = clean.filter(test)
        if rows.height:
            yield key, _at(rows, key[0], None, record)


def _repeated(keys: Iterable[pl.DataFrame], fields: list[str], record: str | None) -> pl.DataFrame | None:
    """Of the rows that share a key, all but the first; a row without a whole key shares none."""
    parts = list(keys)
    if not parts:
        return None
    frame = pl.concat(parts) if len(parts) > 1 else parts[0]
    parts.clear()
    whole = pl.all_horizontal(pl.col(name).is_not_null() for name in fields)
    column = frame[fields[0]] if len(fields) == 1 else frame.select(pl.struct(fields)).to_series()
    shared = frame.filter(column.is_duplicated() & frame.select(whole).to_series())
    if not shared.height:
        return None
    first = pl.col(ROW).min().over(fields).alias("\x00first")
    said = pl.concat_str([pl.col(name) for name in fields], separator=", ")
    known = pl.col(record) if record in fields else pl.lit(None, dtype=pl.String)
    return (
        shared.with_columns(first)
        .filter(pl.col(ROW) != pl.col("\x00first"))
        .select(ROW, said.alias(FOUND), pl.col("\x00first").cast(pl.String).alias(OTHER), known.alias(RECORD))
    )


def _empty(table: Table) -> pl.DataFrame:
    return pl.DataFrame(schema={ROW: pl.Int64, **dict.fromkeys(table.fields, pl.String)})
