"""What a row owes to others and to itself: ids that lead somewhere (`x-foreign-key`), dates in order (`x-not-before`), parts
no larger than their whole (`x-at-most`)."""

from typing import Any, NamedTuple

import polars as pl

from inspector.bundle.check.days import day
from inspector.bundle.schema.pairs import pairs

Known = dict[tuple[str, str], list[str]]
"""The values there are, by kind and field."""


class Link(NamedTuple):
    """A test that is true where a row fails, and the field that holds what the cell was held against."""

    test: pl.Expr
    other: str | None


def link_tests(schema: dict[str, Any], there: set[str], known: Known) -> dict[tuple[str, str], Link]:
    """The tests of a schema's `x-` keywords, by field and keyword, for a table with the columns `there`."""
    tests: dict[tuple[str, str], Link] = {}
    for link in schema.get("x-foreign-key", ()):
        values = known.get((link["kind"], link["references"]))
        if link["field"] in there and values is not None:
            loose = pl.col(link["field"]).is_not_null() & ~pl.col(link["field"]).is_in(values)
            tests[link["field"], f"x-foreign-key {link['kind']} {link['references']}"] = Link(loose, None)
    for later, earlier, _ in pairs(schema, "x-not-before"):
        if {later, earlier} <= there:
            tests[later, f"x-not-before {earlier}"] = Link(_disordered(later, earlier), earlier)
    for part, whole, _ in pairs(schema, "x-at-most"):
        if {part, whole} <= there:
            tests[part, f"x-at-most {whole}"] = Link(_number(part) > _number(whole), whole)
    return tests


def _disordered(later: str, earlier: str) -> pl.Expr:
    return day(later) < day(earlier)


def _number(name: str) -> pl.Expr:
    number = pl.col(name).cast(pl.Float64, strict=False)
    return pl.when(number.is_finite()).then(number)
