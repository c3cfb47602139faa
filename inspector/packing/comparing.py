"""Two submissions compared: which rows were added, removed or rewritten since the earlier one, matched by key."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import polars as pl

from inspector.bundle import read_bundle
from inspector.bundle.check.hiding import Hiding
from inspector.bundle.pseudonyms import Pseudonyms
from inspector.bundle.reading import BundleReading
from inspector.bundle.tables.table import ROW, SHORT, Table
from inspector.evidence.before import added_figures, added_log
from inspector.model.differences import Change, Difference, RewrittenRow
from inspector.model.evidence import Before, Evidence
from inspector.model.own_words import Asked
from inspector.model.problems import CannotComplete, listed
from inspector.privacy.gate import HIDDEN

_OLD, _NEW, _NTH = "\x00old", "\x00new", "\x00nth"
MOST = 100_000
"""At most so many rewritten rows are told one by one."""


def compare(old: Path, new: Path, pseudonyms: Pseudonyms | None = None, by: Asked | None = None) -> list[Difference]:
    """What became of every table of the earlier submission, and which are new. Raises CannotComplete.

    Tables are matched by kind, and by resource and sheet where a kind has several. `pseudonyms` replaces identifiers; what is
    private in either submission is not repeated. `by` says by which framework both are read.
    """
    before, after = read(old, pseudonyms, by), read(new, pseudonyms, by)
    found = compared(before, after)
    then, now = before.evidence, after.evidence
    if then is None or now is None:
        return found
    rows = _dated_back(now.model_copy(update={"earlier": tuple(found)}), before_of(then, now))
    return [
        one.model_copy(update={"dated_back": tuple(sorted(rows[one.resource]))}) if one.resource in rows else one
        for one in found
    ]


def _dated_back(evidence: Evidence, before: Before) -> dict[str, set[int]]:
    """The rows of each file that are dated back into the earlier submission."""
    added = [added_log(evidence, before), *added_figures(evidence, before).values()]
    found: dict[str, set[int]] = {}
    for some in added:
        for one in some.asked:
            found.setdefault(one.resource, set()).add(one.row)
    return found


def before_of(then: Evidence, now: Evidence) -> Before:
    """What an earlier submission said, for those who judge a later one."""
    return Before(
        period_start=then.period_start,
        period_end=then.period_end,
        known_on=min(then.submitted_at or then.period_end, now.submitted_at or date.max),
        same=then.digest == now.digest,
        indicators=then.indicators,
        figures=then.figures,
        log=then.log,
    )


def compared(before: BundleReading, after: BundleReading) -> list[Difference]:
    """What became of every table of the first reading in the second, and which are new."""
    unread = sorted({*_unread(before), *_unread(after)})
    left = [[table for table in one.tables if table.path not in dict(unread)] for one in (before, after)]
    found = [_difference(one, other, before.hiding, after.hiding) for one, other in _matched(*left)]
    return [*found, *(Difference(resource=path, kind=kind, state="unread") for path, kind in unread)]


def read(path: Path, pseudonyms: Pseudonyms | None, by: Asked | None = None) -> BundleReading:
    """A submission whose tables can be told. Raises CannotComplete."""
    reading = read_bundle(path, pseudonyms, by=by)
    if not reading.resources:
        raise CannotComplete(listed(reading.problems))
    return reading


def _unread(reading: BundleReading) -> list[tuple[str, str]]:
    """Resources of which nothing could be read: what became of their rows nobody can say."""
    there = {table.path for table in reading.tables}
    return [(one["path"], one["kind"]) for one in reading.resources if one["path"] not in there]


def _matched(before: list[Table], after: list[Table]) -> Iterator[tuple[Table | None, Table | None]]:
    left = list(after)
    for one in before:
        same = [other for other in left if other.kind == one.kind]
        exact = [other for other in same if (other.path, other.sheet) == (one.path, one.sheet)]
        found = next(iter(exact or [other for other in same if other.name == one.name] or same), None)
        if found is not None:
            left.remove(found)
        yield one, found
    yield from ((None, other) for other in left)


def _difference(before: Table | None, after: Table | None, earlier: Hiding, later: Hiding) -> Difference:
    table = after or before
    assert table is not None
    if before is None or after is None:
        frame = table.frame
        rows = tuple(frame[ROW].to_list())
        gone = after is None
        return Difference(
            resource=table.place, kind=table.kind, state="gone" if gone else "new",
            rows_before=len(rows) if gone else 0, rows_after=0 if gone else len(rows),
            added=() if gone else rows, removed=rows if gone else (),
        )  # fmt: skip
    key = [name for name in table.schema.get("x-primary-key", ()) if name in before.fields and name in after.fields]
    keyed = bool(key) and len(key) == len(table.schema.get("x-primary-key", ()))
    old, new = _ready(before), _ready(after)
    if not keyed:
        return _by_row(before, after, old, new)
    return _by_key(before, after, old, new, key, _Saying(earlier, later, before, after))


def _ready(table: Table) -> pl.DataFrame:
    """The rows of a table with its lists parted by semicolons, whatever form they came in."""
    frame = table.frame.drop(SHORT, strict=False)
    return frame.with_columns(pl.col(name).str.replace_all(table.separator, ";", literal=True) for name in table.fields)


def _by_key(
    before: Table, after: Table, old: pl.DataFrame, new: pl.DataFrame, key: list[str], saying: "_Saying"
) -> Difference:
    """Rows matched by key, and rows of one key in their order. A row without its key can only be matched as a whole."""
    # A column that is gone counts as emptied. One that is new has rewritten nothing.
    fields = [name for name in before.fields if name not in key]
    new = _with(new, fields)
    keyless = pl.any_horizontal(pl.col(name).is_null() for name in key)
    bare_added, bare_removed = _unlike(old.filter(keyless), new.filter(keyless), [*key, *fields])
    whole_old, whole_new = _numbered(old.filter(~keyless), key), _numbered(new.filter(~keyless), key)
    on = [*key, _NTH]
    added = [*bare_added, *whole_new.join(whole_old, on=on, how="anti")[ROW].to_list()]
    removed = [*bare_removed, *whole_old.join(whole_new, on=on, how="anti")[ROW].to_list()]
    earlier = (pl.col(name).alias(f"{_OLD}{name}") for name in fields)
    both = whole_old.select(pl.col(ROW).alias(_OLD), *on, *earlier).join(
        whole_new.select(pl.col(ROW).alias(_NEW), *on, *fields), on=on
    )
    differs = {name: pl.col(name).ne_missing(pl.col(f"{_OLD}{name}")) for name in fields}
    rewritten = both.filter(pl.any_horizontal([pl.lit(False), *differs.values()])).sort(_NEW)
    rows = tuple(_rewritten(row, key, fields, saying) for row in rewritten.head(MOST).iter_rows(named=True))
    changed = bool(added or removed or rows)
    return Difference(
        resource=after.place, kind=after.kind, state="changed" if changed else "same",
        rows_before=old.height, rows_after=new.height,
        added=tuple(sorted(added)), removed=tuple(sorted(removed)), rewritten=rows,
    )  # fmt: skip


def _rewritten(row: dict[str, str | int | None], key: list[str], fields: list[str], saying: "_Saying") -> RewrittenRow:
    row_before, row_after = int(row[_OLD] or 0), int(row[_NEW] or 0)
    changes = tuple(
        Change(
            field=name,
            before=saying.value(name, row_before, row[f"{_OLD}{name}"]),
            after=saying.value(name, row_after, row[name]),
        )
        for name in fields
        if row[name] != row[f"{_OLD}{name}"]
    )
    return RewrittenRow(
        key=", ".join(told for name in key if (told := saying.key(name, row_after, row[name]))),
        row_before=row_before,
        row_after=row_after,
        changes=changes,
    )


class _Saying:
    """What of two tables a comparison may repeat: what both submissions let through."""

    def __init__(self, earlier: Hiding, later: Hiding, before: Table, after: Table) -> None:
        self._tellings = (later.telling(after), earlier.telling(before))
        self._fields = [later.fields(after), earlier.fields(before)]
        self._records = {after.schema.get("x-record"), before.schema.get("x-record")}

    def value(self, name: str, row: int, value: str | int | None) -> str | None:
        """A cell; of what identifies a person neither value is repeated."""
        if value is None:
            return None
        if any(name in fields.any for fields in self._fields):
            return HIDDEN
        told: str | None = str(value)
        for telling in self._tellings:
            told = telling.cells(name, [row], [told])[0]
        return HIDDEN if told is None else told

    def key(self, name: str, row: int, value: str | int | None) -> str | None:
        """A part of the key; None where it is private."""
        told = None if value is None else str(value)
        named = name in self._records or any(name in fields.identifying for fields in self._fields)
        for telling in self._tellings:
            told = (telling.keys if named else telling.cells)(name, [row], [told])[0]
        return told


def _by_row(before: Table, after: Table, old: pl.DataFrame, new: pl.DataFrame) -> Difference:
    """Without a key, rows are the same where all their cells are; repeated rows are counted."""
    added, removed = _unlike(old, new, sorted({*before.fields, *after.fields}))
    return Difference(
        resource=after.place, kind=after.kind, keyed=False,
        state="changed" if added or removed else "same",
        rows_before=old.height, rows_after=new.height,
        added=tuple(sorted(added)), removed=tuple(sorted(removed)),
    )  # fmt: skip


def _unlike(old: pl.DataFrame, new: pl.DataFrame, fields: list[str]) -> tuple[list[int], list[int]]:
    """The rows of the new one that the old one has not in all their cells, and the other way round."""
    left, right = _numbered(_with(old, fields), fields), _numbered(_with(new, fields), fields)
    on = [*fields, _NTH]
    added = right.join(left, on=on, how="anti", nulls_equal=True)[ROW].to_list()
    return added, left.join(right, on=on, how="anti", nulls_equal=True)[ROW].to_list()


def _with(frame: pl.DataFrame, fields: list[str]) -> pl.DataFrame:
    """The frame with an empty column for each field that it has not."""
    return frame.with_columns(pl.lit(None, dtype=pl.String).alias(name) for name in fields if name not in frame.columns)


def _numbered(frame: pl.DataFrame, fields: list[str]) -> pl.DataFrame:
    """The frame with the place of each row among those that are the same in these fields."""
    return frame.with_columns(pl.int_range(pl.len()).over(fields).alias(_NTH))
