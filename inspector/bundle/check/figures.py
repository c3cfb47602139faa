"""What no figure can be, held against the register: more than the whole of a share, or another value than its counts give."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

import polars as pl

from inspector.bundle.tables.cells import placed
from inspector.bundle.tables.table import ROW, Table
from inspector.model.problems import Faults, Level, Problem
from inspector.model.shares import HAIR, LEAST_WHOLE, MOST, is_percent, is_share
from inspector.values.scales import mixed

AMOUNTS = ("numerator", "denominator", "value")
SCALES = (1.0, 100.0, 1_000.0, 10_000.0, 100_000.0)
"""A value may be the ratio itself, a percentage, or a rate per so many."""
SPIKE = 6.0
"""Where no unit is stated: so many standard deviations of a count above those of a series whose others are all shares."""
OTHERS = 5
"""So many other figures say what sort of series it is."""
MOST_COUNTED = 1e12
"""The largest count that the row's own schema lets be; a test holds them equal."""
ABOVE, VALUE, TWICE = "numerator-above-denominator", "out-of-range", "duplicate-key"
MIXED = "mixed-scales"
_FIX = "if it is a rate, say so in the register's unit, as in `per 1,000`; else give the counts that belong together"


@dataclass(frozen=True)
class Unit:
    """What the register says of an indicator: whether it is a share (None where it does not say), and of a hundred."""

    share: bool | None
    percent: bool


def of_figures(tables: list[Table], told: Sequence[Problem | Faults] = ()) -> Iterator[Problem | Faults]:
    """Impossible figures (errors), figures that may be (queries), and figures that two files give.

    `told` is what was said of the tables before: a series whose scales are told of is not told of again.
    """
    units = _units(tables)
    there = [
        table for table in tables if table.kind == "indicators" and {"indicator", "period_start"} <= set(table.fields)
    ]
    for table in there:
        scaled = {
            row
            for one in told
            if isinstance(one, Faults) and one.rule == MIXED and (one.file, one.sheet) == (table.path, table.sheet)
            for row in table.numbers(one)
        }
        yield from placed(table.cells, _of_table(table, _numbers(table, units), scaled))
    yield from _twice(there)


def _of_table(table: Table, numbers: pl.DataFrame, scaled: Set[int]) -> Iterator[Faults]:
    yield from _above(table, numbers)
    yield from _beyond(table, numbers)
    yield from _of_nothing(table, numbers)
    yield from _disagreeing(table, numbers)
    yield from _two_scales(table, numbers, scaled)


def _units(tables: list[Table]) -> dict[str, Unit]:
    """By indicator; of one registered twice the first entry counts."""
    units: dict[str, Unit] = {}
    for table in tables:
        if table.kind == "indicator-register" and "indicator" in table.fields:
            wanted = ["indicator", *(name for name in ("unit", "title") if name in table.fields)]
            for row in table.frame.select(wanted).iter_rows(named=True):
                if row["indicator"] is not None:
                    units.setdefault(row["indicator"], _unit(row))
    return units


def _unit(row: Mapping[str, str | None]) -> Unit:
    unit, title = row.get("unit") or "", row.get("title") or ""
    if unit:
        return Unit(is_share(unit), is_percent(unit))
    return Unit(True if is_share(title) else None, is_percent(title))


def _numbers(table: Table, units: Mapping[str, Unit]) -> pl.DataFrame:
    """The figures with their amounts as numbers, and what the register says: `share` (or null) and `percent`."""
    known = pl.DataFrame(
        {
            "indicator": list(units),
            "share": [u.share for u in units.values()],
            "percent": [u.percent for u in units.values()],
        },
        schema={"indicator": pl.String, "share": pl.Boolean, "percent": pl.Boolean},
    )
    frame = table.frame
    amounts = [_amount(name if name in frame.columns else None, name) for name in AMOUNTS]
    texts = pl.col("value") if "value" in frame.columns else pl.lit(None, dtype=pl.String)
    return frame.select(ROW, "indicator", texts.alias("written"), *amounts).join(known, on="indicator", how="left")


def _amount(source: str | None, name: str) -> pl.Expr:
    number = pl.col(source).cast(pl.Float64, strict=False) if source else pl.lit(None, dtype=pl.Float64)
    return pl.when(number.is_finite()).then(number).alias(name)


def _above(table: Table, numbers: pl.DataFrame) -> Iterator[Faults]:
    """Numerators above their denominators: impossible for a share, a query where nobody says what it is."""
    # Other checks tell of what is negative, nought or larger than any count that is read.
    counted = numbers.filter((pl.col("denominator") > 0) & pl.col("numerator").is_between(0, MOST_COUNTED))
    above = pl.col("numerator") > pl.col("denominator") * (1 + HAIR)
    some = counted.filter(above)
    sure = some.filter(pl.col("share").fill_null(False))
    unsaid = some.filter(pl.col("share").is_null())
    spikes = _spikes(counted.filter(~above), unsaid)
    says = "{found} of {other} is impossible: the register says that this is a share"
    yield from _told(table, "numerator", ABOVE, "error", sure, says, "a numerator up to the denominator", _FIX)
    says = "{found} of {other} is impossible: every other figure is a share, and this one is far from them"
    far = unsaid.filter(pl.col(ROW).is_in(spikes))
    yield from _told(table, "numerator", ABOVE, "error", far, says, "a numerator up to the denominator", _FIX)
    says = "{found} of {other} is more than the whole, and the register's unit does not say whether it may be"
    fix = "state the unit in the register: `share` or `%` for a share of the same things, or what the rate is per"
    near = unsaid.filter(~pl.col(ROW).is_in(spikes))
    yield from _told(table, "numerator", ABOVE, "query", near, says, "", fix)


def _spikes(others: pl.DataFrame, above: pl.DataFrame) -> list[int]:
    """Of figures above their denominators those that the rest of their series makes impossible, rate or not."""
    if not above.height:
        return []
    pooled = others.group_by("indicator").agg(
        (pl.col("numerator").sum() / pl.col("denominator").sum()).alias("rate"), pl.len().alias("others")
    )
    lone = above.group_by("indicator").agg(pl.len().alias("above"))
    held = above.join(pooled, on="indicator").join(lone, on="indicator")
    usual = pl.col("rate") * pl.col("denominator")
    far = pl.col("numerator") > usual + SPIKE * (usual + 1).sqrt()
    return held.filter(far & (pl.col("others") >= OTHERS * pl.col("above")))[ROW].to_list()


def _beyond(table: Table, numbers: pl.DataFrame) -> Iterator[Faults]:
    """Values of shares below nothing or above the whole: 100 for percentages, 1 where most of a series are parts of 1."""
    shares = numbers.filter(pl.col("share").fill_null(False))
    # A lone value among counts stands beside the parts of 1 that they make.
    counted = pl.when(pl.col("denominator") > 0).then(pl.col("numerator") / pl.col("denominator"))
    usual = pl.coalesce("value", counted).median().over("indicator")
    whole = pl.when(~pl.col("percent") & (usual <= MOST[False])).then(MOST[False]).otherwise(MOST[True])
    wrong = shares.with_columns(whole.alias("whole")).filter(
        (pl.col("value") < 0) | (pl.col("value") > pl.col("whole") * (1 + HAIR))
    )
    for most in MOST.values():
        some = wrong.filter(pl.col("whole") == most)
        says = "{found} is impossible: the register says that this is a share"
        fix = "if it is no share of a whole, say in the register's unit what it is"
        yield from _told(table, "value", VALUE, "error", some, says, f"0 to {most:g}", fix)


def _of_nothing(table: Table, numbers: pl.DataFrame) -> Iterator[Faults]:
    """Denominators so small that nothing can be out of them; those of nought and below break the row's own schema."""
    some = numbers.filter((pl.col("denominator") > 0) & (pl.col("denominator") < LEAST_WHOLE)).sort(ROW)
    if some.height:
        found = tuple(f"{bottom:g}" for bottom in some["denominator"].to_list())
        says = "nothing can be out of {found}"
        rows = tuple(some[ROW].to_list())
        yield _faults(table, "denominator", VALUE, "error", rows, found, (), says, f"at least {LEAST_WHOLE:g}", "")


def _disagreeing(table: Table, numbers: pl.DataFrame) -> Iterator[Faults]:
    """Queries where a value is not what the numerator and denominator beside it give, at the decimals it is written with."""
    whole = numbers.drop_nulls(list(AMOUNTS)).filter((pl.col("denominator") > 0) & (pl.col("numerator") >= 0))
    decimals = pl.col("written").str.extract(r"\.([0-9]+)$", 1).str.len_chars().fill_null(0).cast(pl.Float64)
    # A unit of the last decimal: whether it was rounded or cut off.
    hair = pl.lit(10.0).pow(-decimals) + HAIR * pl.col("value").abs()
    given = pl.col("numerator") / pl.col("denominator")
    agrees = pl.any_horizontal([(given * scale - pl.col("value")).abs() <= hair for scale in SCALES])
    says = "{found} is not what {other} gives"
    fix = "give the counts and leave the value out, or mend whichever is wrong"
    yield from _told(table, "value", "value-differs", "query", whole.filter(~agrees), says, "", fix)


def _two_scales(table: Table, numbers: pl.DataFrame, told: Set[int]) -> Iterator[Faults]:
    """Values without counts of which some are parts of 1 and the others percentages: errors of the rarer sort."""
    alone = numbers.filter(pl.col("denominator").is_null()).drop_nulls(["indicator", "value"])
    for _, some in alone.group_by("indicator", maintain_order=True):
        if some["share"][0] is False or not told.isdisjoint(some[ROW].to_list()):
            continue
        if mixed(some["value"].to_list(), percent=bool(some["percent"][0])):
            parts = some.filter(pl.col("value").abs() <= 1, pl.col("value") != 0)
            rest = some.filter(pl.col("value") > 1)
            rarer = (parts if parts.height <= rest.height else rest).sort(ROW)
            says = "{found} stands among figures of another scale: some are percentages, others parts of 1"
            fix = "give all as percentages, or all as parts of 1"
            found = tuple(rarer["written"].to_list())
            yield _faults(table, "value", MIXED, "error", tuple(rarer[ROW].to_list()), found, (), says, "", fix)


def _twice(tables: list[Table]) -> Iterator[Problem | Faults]:
    """A figure of one indicator and period in two files: which is meant is not known."""
    if len(tables) < 2:
        return
    keys = ["indicator", "period_start"]
    parts = [t.frame.select(ROW, *keys).with_columns(pl.lit(i).alias("table")) for i, t in enumerate(tables)]
    every = pl.concat(parts).drop_nulls(keys).sort("table", ROW)
    first = every.unique(keys, keep="first", maintain_order=True)
    again = every.join(first, on=keys, suffix="_first").filter(pl.col("table") != pl.col("table_first"))
    for place, table in enumerate(tables):
        rows = again.filter(pl.col("table") == place).sort(ROW)
        if rows.height:
            said = tuple(f"{one}, {day}" for one, day in rows.select(keys).iter_rows())
            others = tuple(
                f"{tables[t].cell_words(row)} of {tables[t].place}"
                for t, row in rows.select("table_first", f"{ROW}_first").iter_rows()
            )
            message = "indicator, period_start {found} stands already in {other}"
            yield from placed(
                table.cells,
                [
                    _faults(
                        table,
                        "indicator",
                        TWICE,
                        "error",
                        tuple(rows[ROW].to_list()),
                        said,
                        others,
                        message,
                        "",
                        "keep one of the two",
                    )
                ],
            )


def _told(
    table: Table, field: str, rule: str, level: Level, some: pl.DataFrame, message: str, expected: str, fix: str
) -> Iterator[Faults]:
    if not some.height:
        return
    some = some.sort(ROW)
    counts = [f"{top:.15g}" if field == "numerator" else f"{top:.15g} of {bottom:.15g}" for top, bottom in _pairs(some)]
    found = tuple(counts if field == "numerator" else some["written"].to_list())
    others = tuple(f"{bottom:.15g}" for _, bottom in _pairs(some)) if field == "numerator" else tuple(counts)
    yield _faults(table, field, rule, level, tuple(some[ROW].to_list()), found, others, message, expected, fix)


def _pairs(some: pl.DataFrame) -> Iterator[tuple[float, float]]:
    for top, bottom in some.select("numerator", "denominator").iter_rows():
        yield top or 0.0, bottom or 0.0


def _faults(
    table: Table, field: str, rule: str, level: Level, rows: tuple[int, ...], found: tuple[str, ...],
    others: tuple[str, ...], message: str, expected: str, fix: str,
) -> Faults:  # fmt: skip
    where = table.where(None, field)
    return Faults(
        rule=rule, level=level, file=table.path, message=message, rows=rows, found=found, others=others, sheet=where.sheet,
        letter=where.letter, field=where.field, expected=expected, fix=fix,
    )  # fmt: skip
