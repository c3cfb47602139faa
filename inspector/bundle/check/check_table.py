"""One pass over the rows of a table, however many: which cells break what, what was made of others, which keys recur.

The rows come bit by bit; only what is at fault, and the keys, are kept.
"""

from collections.abc import Iterable, Iterator

import polars as pl

from inspector.bundle.check.checked import FOUND, OTHER, RECORD, CheckedTable, Key
from inspector.bundle.check.compile_schema import Tests, has_values, tests_by_value, tests_of
from inspector.bundle.check.deciding import again, tolerant
from inspector.bundle.check.foreign_keys import Known, link_tests
from inspector.bundle.check.normalise import SUPPRESSED, Normalising
from inspector.bundle.tables.table import BETWEEN, ROW, SHORT, Table


def check_table(
    table: Table, normalising: Normalising, known: Known, *, rows_checked: bool, keep: bool
) -> CheckedTable:
    """Read every row once, or twice where columns have to be decided (see `deciding`).

    `rows_checked`: another check has looked at the rows' own keywords (`jsonschema`, for JSON).
    """
    normalising = tolerant(normalising)
    checked = _passed(table, normalising, known, rows_checked=rows_checked, keep=keep)
    normalising, more = again(normalising, checked)
    if more:
        checked = _passed(table, normalising, known, rows_checked=rows_checked, keep=keep)
    checked.columns = normalising.columns
    return checked


def _passed(table: Table, normalising: Normalising, known: Known, *, rows_checked: bool, keep: bool) -> CheckedTable:
    check = _Check(table, known, rows_checked=rows_checked)
    pile = _Pile()
    if table.scan is not None and not keep and normalising.only_spaces:
        _in_the_plan(table.scan, table, normalising, check, pile)
    else:
        for batch in table.batches():
            pile.short = pile.short or _any(batch, SHORT)
            check.batch(*normalising.normalise(batch), pile, keep=keep)
    checked = pile.checked()
    twice = _repeated(pile.keys, check.key, check.record)
    if twice is not None:
        checked.faults[check.key[0], "x-primary-key"] = twice
    if keep:
        checked.normalised = pl.concat(pile.kept) if pile.kept else _empty(table)
    return checked


def _in_the_plan(scan: pl.LazyFrame, table: Table, normalising: Normalising, check: "_Check", pile: "_Pile") -> None:
    """The tests as part of the plan that reads the rows, so that clean rows are never handled one batch at a time.

    A batch with spaces around a cell goes the long way.
    """
    fields = table.fields
    odd = [pl.lit(False), *(test.fill_null(False) for field in fields for test in _spaced(field))]
    empty = pl.all_horizontal(pl.col(field).is_null() for field in fields) if fields else pl.lit(False)
    plan = scan.with_columns(*check.marks, pl.any_horizontal(odd).alias(_ODD), empty.alias(_EMPTY))
    broken = pl.any_horizontal([pl.lit(False), *check.names.values()])
    plan = plan.with_columns((broken & ~pl.col(_EMPTY)).alias(_BAD))
    bad: list[pl.DataFrame] = []
    for batch in table.batches(plan):
        pile.short = pile.short or _any(batch, SHORT)
        if _any(batch, _ODD) or check.has_lists:
            check.batch(*normalising.normalise(batch.select(ROW, *fields)), pile, keep=False)
            continue
        pile.height += batch.height - int(batch[_EMPTY].sum())
        bad.append(batch.filter(pl.col(_BAD)))
        pile.keys += [batch.select(ROW, *check.key)] if check.key else []
    if bad:
        check.add(pl.concat(bad), pile)


def _spaced(field: str) -> Iterator[pl.Expr]:
    yield pl.col(field).str.strip_chars().str.len_bytes() != pl.col(field).str.len_bytes()
    yield pl.col(field) == ""


_ODD, _EMPTY, _BAD = "\x00odd", "\x00empty", "\x00bad"


def _any(batch: pl.DataFrame, name: str) -> bool:
    return name in batch.columns and bool(batch[name].any())


class _Check:
    """The tests of one table, as columns that are true where a cell breaks one."""

    def __init__(self, table: Table, known: Known, *, rows_checked: bool) -> None:
        schema, there = table.schema, set(table.fields)
        self._table = table
        tests: Tests = {} if rows_checked else tests_of(schema, there)
        links = link_tests(schema, there, known)
        tests |= {key: link.test for key, link in links.items()}
        if schema.get("x-tolerant"):
            # A column that is not there at all is told once, not in every row.
            tests = {key: test for key, test in tests.items() if key[0] in there or not key[0]}
        self._held = {key: link.other for key, link in links.items() if link.other}
        self.names = {key: f"\x00{place}" for place, key in enumerate(tests)}
        self.marks = [test.fill_null(False).alias(self.names[key]) for key, test in tests.items()]
        numbers = {name for name, cell in schema["properties"].items() if cell.get("type") in ("number", "integer")}
        self._spared = [
            self.names[key] for key in tests if key == ("", "anyOf") or (key[0] in numbers and key[1] == "required")
        ]
        self.record: str | None = schema.get("x-record")
        whole = schema.get("x-primary-key", [])
        self.key: list[str] = whole if set(whole) <= there else []
        self.has_lists = not rows_checked and has_values(schema, there)

    def batch(
        self, clean: pl.DataFrame, changed: list[tuple[tuple[str, str], pl.DataFrame]], pile: "_Pile", *, keep: bool
    ) -> None:
        """Check rows that are ready."""
        pile.add_changes(changed)
        if not clean.height:
            return
        pile.height += clean.height
        marked = clean.with_columns(self.marks)
        if SUPPRESSED in clean.columns:
            # A figure that is kept back is not missing.
            marked = marked.with_columns(pl.col(name) & ~pl.col(SUPPRESSED) for name in self._spared)
            clean = clean.drop(SUPPRESSED)
        self.add(marked, pile)
        for key, frame in _by_value(clean, self._table, self.record) if self.has_lists else ():
            pile.add(key, frame)
        pile.keys += [clean.select(ROW, *self.key)] if self.key else []
        pile.kept += [clean.drop(SHORT, strict=False)] if keep else []

    def add(self, marked: pl.DataFrame, pile: "_Pile") -> None:
        """Put rows that broke a test onto the pile."""
        there = set(marked.columns)
        names = [name for name in self.names.values() if name in there]
        if not names:
            return
        # Each mark is asked once, and of what broke it only what is told is filtered: two thousand columns are no more work each.
        broken = marked.select(pl.col(name).any() for name in names).row(0, named=True)
        for key, name in self.names.items():
            if broken.get(name):
                told = {ROW, name, key[0], self._held.get(key) or "", self.record or ""}
                rows = marked.select(sorted(told & there)).filter(pl.col(name))
                pile.add(key, _at(rows, key[0], self._held.get(key), self.record))


class _Pile:
    """What the batches leave behind."""

    def __init__(self) -> None:
        self.height = 0
        self.short = False
        self.keys: list[pl.DataFrame] = []
        self.kept: list[pl.DataFrame] = []
        self._faults: dict[Key, list[pl.DataFrame]] = {}
        self._changes: dict[tuple[str, str], list[pl.DataFrame]] = {}

    def add(self, key: Key, frame: pl.DataFrame) -> None:
        self._faults.setdefault(key, []).append(frame)

    def add_changes(self, changed: Iterable[tuple[tuple[str, str], pl.DataFrame]]) -> None:
        for change, frame in changed:
            self._changes.setdefault(change, []).append(frame)

    def checked(self) -> CheckedTable:
        return CheckedTable(
            self.height,
            self.short,
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
    shared = _alike(frame, fields)
    if not shared.height:
        return None
    # Parts nested in JSON have the row of their owner, so that twins can share a row.
    shared = shared.sort(ROW, maintain_order=True)
    nth, first = (
        pl.int_range(pl.len()).over(fields).alias("\x00nth"),
        pl.col(ROW).first().over(fields).alias("\x00first"),
    )
    said = pl.concat_str([pl.col(name) for name in fields], separator=BETWEEN)
    known = pl.col(record) if record in fields else pl.lit(None, dtype=pl.String)
    return (
        shared.with_columns(nth, first)
        .filter(pl.col("\x00nth") > 0)
        .select(ROW, said.alias(FOUND), pl.col("\x00first").cast(pl.String).alias(OTHER), known.alias(RECORD))
    )


def _alike(frame: pl.DataFrame, fields: list[str]) -> pl.DataFrame:
    """The rows whose whole key another row has. Hashes find the few that may; only these are compared."""
    column = frame[fields[0]] if len(fields) == 1 else frame.select(pl.struct(fields)).to_series()
    hashes = column.hash()
    ordered = hashes.sort()
    repeated = ordered.filter(ordered == ordered.shift(1)).unique()
    if not len(repeated):
        return frame.clear()
    whole = pl.all_horizontal(pl.col(name).is_not_null() for name in fields)
    some = frame.filter(hashes.is_in(repeated.implode())).filter(whole)
    return some.filter(pl.struct(fields).is_duplicated())


def _empty(table: Table) -> pl.DataFrame:
    return pl.DataFrame(schema={ROW: pl.Int64, **dict.fromkeys(table.fields, pl.String)})
