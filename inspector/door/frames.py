"""Findings, facts, figures and problems as Polars frames: one row each, the same columns and types for every result.

Where something does not apply a cell is null. Words with an order (standings, trust) are an `Enum`, so that
`pl.col("standing") >= "doing"` means what it says. Dates are dates.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl

from inspector.door.refusal import refused, text_of
from inspector.model.facts import Fact, FieldType
from inspector.model.inspection import Inspection
from inspector.model.ladder import STANDINGS, TRUSTS
from inspector.model.pictures import Line
from inspector.model.problems import Faults, Problem
from inspector.model.remarks import did_you_mean

if TYPE_CHECKING:
    from polars._typing import PolarsDataType, SchemaDict

STANDING, TRUST, NAMES = pl.Enum(STANDINGS), pl.Enum(TRUSTS), pl.List(pl.String)
TYPES: "Mapping[FieldType, PolarsDataType]" = {
    "string": pl.String,
    "number": pl.Float64,
    "integer": pl.Int64,
    "boolean": pl.Boolean,
    "date": pl.Date,
    "standing": STANDING,
}
"""The type of a column by the type of a fact's field."""
FINDINGS: "SchemaDict" = {
    "finding": pl.String, "rule": pl.String, "theme": pl.String, "direction": pl.String, "standing": STANDING,
    "reached": STANDING, "limit": STANDING, "trust": TRUST, "withdrawn": pl.Boolean, "says": pl.String, "ask": NAMES,
    "whom": NAMES, "cites": NAMES, "facts": NAMES, "builds_on": NAMES,
}  # fmt: skip
THEMES: "SchemaDict" = {
    "theme": pl.String, "title": pl.String, "asks": pl.String, "weight": pl.Float64, "standing": STANDING, "low": STANDING,
    "high": STANDING, "findings": NAMES, "wanted": NAMES,
}  # fmt: skip
FACTS: "SchemaDict" = {
    "fact": pl.String, "kind": pl.String, "indicator": pl.String, "says": pl.String, "fields": pl.String,
    "rests_on": NAMES, "resources": NAMES, "rows": pl.Int64, "plugin": pl.String,
}  # fmt: skip
TRACES: "SchemaDict" = {
    "probe": pl.String, "subject": pl.String, "outcome": pl.String, "says": pl.String, "n": pl.Int64, "p_value": pl.Float64,
    "effect": pl.Float64, "smallest_dose": pl.Float64, "innocent": NAMES, "ask": NAMES, "resources": NAMES, "rows": pl.Int64,
    "plugin": pl.String,
}  # fmt: skip
SERIES: "SchemaDict" = {
    "indicator": pl.String, "title": pl.String, "better": pl.String, "measure": pl.String, "unit": pl.String,
    "period_start": pl.Date, "period_end": pl.Date, "value": pl.Float64, "numerator": pl.Float64, "denominator": pl.Float64,
    "centre": pl.Float64, "lower": pl.Float64, "upper": pl.Float64, "fitted": pl.Float64, "cause": pl.String,
    "rule": pl.String, "doubtful": pl.Boolean, "call": pl.String, "onset": pl.Date, "trial_limits": pl.Boolean,
    "resource": pl.String, "row": pl.Int64,
}  # fmt: skip
PROBLEMS: "SchemaDict" = {
    "level": pl.String, "rule": pl.String, "file": pl.String, "sheet": pl.String, "row": pl.Int64, "column": pl.String,
    "header": pl.String, "record": pl.String, "line": pl.Int64, "path": pl.String, "found": pl.String,
    "message": pl.String, "expected": pl.String, "fix": pl.String,
}  # fmt: skip


def findings_frame(found: Inspection) -> pl.DataFrame:
    """One row a finding, in the order of the result."""
    rows = [
        (f.id, f.rule, f.theme, f.direction, f.standing, f.reached, f.limit, f.trust, f.withdrawn, f.says, f.ask, f.whom,
         f.cites, f.facts, f.builds_on)
        for f in found.findings
    ]  # fmt: skip
    return _frame(rows, FINDINGS)


def themes_frame(found: Inspection) -> pl.DataFrame:
    """One row a theme, in the order of the framework."""
    rows = [(t.theme, t.title, t.asks, t.weight, t.standing, t.low, t.high, t.findings, t.wanted) for t in found.themes]
    return _frame(rows, THEMES)


def facts_frame(found: Inspection, kind: str | None = None) -> pl.DataFrame:
    """One row a fact; of one kind, with a column for each field that the signal or probe says it has."""
    if kind is not None:
        return _facts_of(found, text_of("kind", kind))
    rows = [
        (
            f.id,
            f.kind,
            f.fields.get("indicator"),
            f.says,
            _json(f.fields),
            f.rests_on,
            *_places(f.rows),
            f.plugin or None,
        )
        for f in found.facts
    ]
    return _frame(rows, FACTS)


def traces_frame(found: Inspection) -> pl.DataFrame:
    """One row for what each probe saw in each subject."""
    rows = [
        (t.probe, t.subject, t.outcome, t.says, t.n, t.p_value, t.effect, t.smallest_dose, t.innocent, t.ask,
         *_places(t.rows), t.plugin or None)
        for t in found.traces
    ]  # fmt: skip
    return _frame(rows, TRACES)


def series_frame(found: Inspection) -> pl.DataFrame:
    """One row a figure of a registered indicator, by indicator and period; of the latest 120 periods, as they are drawn."""
    lines = found.pictures.lines if found.pictures else ()
    return _frame([row for line in lines for row in _figures(line)], SERIES)


def problems_frame(problems: Iterable[Problem | Faults]) -> pl.DataFrame:
    """One row a problem, in the order of files and rows."""
    from inspector.report.problems.flat import lines

    rows = [(*line[:-2], line.expected or None, line.fix or None) for line in lines(problems)]
    return _frame(rows, PROBLEMS)


def ruled(cause: str) -> str | None:
    """The XmR rule that says so; None where none does."""
    return None if cause == "common-cause" else cause


def _frame(rows: Sequence[Sequence[Any]], schema: "SchemaDict") -> pl.DataFrame:
    made = [[list(cell) if isinstance(cell, tuple) else cell for cell in row] for row in rows]
    return pl.DataFrame(made, schema=schema, orient="row")


def _places(rows: Iterable[Any]) -> tuple[list[str], int]:
    """The files that something rests on, and how many rows of them."""
    parts = list(rows)
    return [part.resource for part in parts], sum(len(part.rows) for part in parts)


def _json(fields: Mapping[str, Any]) -> str:
    return json.dumps(fields, default=date.isoformat, ensure_ascii=False, sort_keys=True)


def _facts_of(found: Inspection, kind: str) -> pl.DataFrame:
    """The facts of one kind. `trajectory` stands for `signal/trajectory`; of a probe of that name, for `probe/…`."""
    from inspector.rules.vocabulary import base

    known = base()
    wanted = next((name for name in (kind, f"signal/{kind}", f"probe/{kind}") if name in known), None)
    if wanted is None:
        names = [name.partition("/")[2] for name in known]
        near = did_you_mean(kind.partition("/")[2] or kind, names)
        raise refused("argument", "kind", f"there is no signal or probe {kind!r}", "a signal's or a probe's id", near)
    last: SchemaDict = {name: FACTS[name] for name in ("says", "rests_on", "resources", "rows", "plugin")}
    types = {field.name: TYPES[field.type] for field in known[wanted]}
    facts = [fact for fact in found.facts if fact.kind == wanted]
    rows = [
        (f.id, *(_dated(f, name, types) for name in types), f.says, f.rests_on, *_places(f.rows), f.plugin or None)
        for f in facts
    ]
    # A plugin's field may be called as a column of ours is; both are told.
    columns = {f"{name}_" if name in ("fact", *last) else name: of for name, of in types.items()}
    return _frame(rows, {"fact": pl.String, **columns, **last})


def _dated(fact: Fact, name: str, types: "Mapping[str, PolarsDataType]") -> Any:
    value = fact.fields.get(name)
    return date.fromisoformat(value) if types[name] == pl.Date and isinstance(value, str) else value


def _figures(line: Line) -> Iterable[tuple[Any, ...]]:
    onset = _day(line.onset)
    tops = line.numerators or (None,) * len(line.values)
    for at in range(len(line.values)):
        yield (
            line.indicator, line.title, line.better, line.measure, line.unit, _day(line.starts[at]), _day(line.ends[at]),
            line.values[at], tops[at], line.denominators[at], line.centre[at], line.lower[at], line.upper[at],
            line.fitted[at], line.causes[at], ruled(line.rules[at]), line.doubtful[at], line.call, onset, line.trial,
            line.resource, line.rows[at],
        )  # fmt: skip


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
