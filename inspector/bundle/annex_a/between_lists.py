"""What two lists of Annex A say of the same child: each check is a query with the rows on both sides.

The natural keys: the child's id on every list, the family's id on lists 10 and 11. A list that was not submitted, or lacks
the column, is not held against another. Nothing here says which of the two lists is right.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import polars as pl

from inspector.bundle.check.days import day as as_day
from inspector.bundle.check.hiding import Hiding
from inspector.bundle.tables.table import ROW, Table
from inspector.model.problems import Faults

CHILD, FAMILY = "child_unique_id", "family_identifier"
STATUS = "case_status"
PLAN_START, PLAN_END = "child_protection_plan_start_date", "child_protection_plan_end_date"
CARE_START, CARE_END = "date_started_to_be_looked_after", "date_ceased_to_be_looked_after"
ICPC, ICPC_RESULT = (
    "date_of_initial_child_protection_conference",
    "did_the_initial_child_protection_conference_result_in_a_child_protection_plan",
)
S47 = "strategy_discussion_initiating_section_47_enquiry_start_date"
LOOKED_AFTER, ON_PLAN, ASSESSED = "a) Looked after child", "b) Child Protection plan", "d) Open assessment"
_R, _KEY, _OTHER_ROW, _TOLD = "\x00r", "\x00key", "\x00other row", "\x00told"


class _Side(NamedTuple):
    """One list: the table, and those of its rows and fields that a check looks at (`_KEY` and `_R` beside them)."""

    table: Table
    frame: pl.DataFrame


class Lists:
    """The lists of a submission, each at most once."""

    def __init__(self, tables: list[Table], hiding: Hiding) -> None:
        self._tables = {table.schema["x-list"]: table for table in tables if "x-list" in table.schema}
        self._frames = {number: table.frame for number, table in self._tables.items()}
        self._hiding = hiding

    def side(self, number: int, *fields: str, where: pl.Expr | None = None, key: str = CHILD) -> _Side | None:
        """The rows of a list that have a key and meet `where`; None where the list or one of the fields is not there."""
        table = self._tables.get(number)
        if table is None or not {key, *fields} <= set(table.fields):
            return None
        frame = self._frames[number]
        chosen = frame.filter(pl.col(key).is_not_null() & (where if where is not None else pl.lit(True)))
        return _Side(table, chosen.select(pl.col(key).alias(_KEY), pl.col(ROW).alias(_R), *dict.fromkeys(fields)))

    def told(self, side: _Side, field: str, frame: pl.DataFrame, row: str, value: str) -> pl.DataFrame:
        """The frame with a column `_TOLD`: the value of a field of that side as it may be repeated."""
        rows, values = frame[row].to_list(), frame[value].to_list()
        said = self._hiding.telling(side.table).cells(field, rows, values)
        words = ["nothing" if one is None else told or "something else" for one, told in zip(values, said, strict=True)]
        return frame.with_columns(pl.Series(_TOLD, words, dtype=pl.String))

    def query(
        self, side: _Side, frame: pl.DataFrame, rule: str, field: str, message: str, fix: str = ""
    ) -> Iterator[Faults]:
        """The rows of `frame` as one query about a field of that side; `_OTHER_ROW` says where the other side stands."""
        if not frame.height:
            return
        frame = frame.sort(_R)
        where = side.table.where(None, field)
        record = FAMILY if field == FAMILY else side.table.schema["x-record"]
        keys = self._hiding.telling(side.table).keys(record, frame[_R].to_list(), frame[_KEY].to_list())
        others = frame[_OTHER_ROW] if _OTHER_ROW in frame.columns else None
        yield Faults(
            rule=rule,
            level="query",
            file=side.table.path,
            message=message,
            rows=tuple(frame[_R].to_list()),
            others=tuple(others.to_list()) if others is not None else (),
            keys=tuple(keys),
            sheet=where.sheet,
            letter=where.letter,
            field=where.field,
            fix=fix,
        )


def checks(tables: list[Table], hiding: Hiding) -> Iterator[Faults]:
    """Every query about what two lists say of the same child."""
    lists = Lists(tables, hiding)
    for check in _CHECKS:
        yield from check(lists)


def _status(lists: Lists) -> Iterator[Faults]:
    """Case status on list 6 against lists 4, 7 and 8."""
    open_plan, open_care = pl.col(PLAN_END).is_null(), pl.col(CARE_END).is_null()
    open_assessment = pl.col("continuous_assessment_date_of_authorisation").is_null()
    wanted = [
        (LOOKED_AFTER, 8, "open on list 8 (Children in care)", (CARE_END,), open_care),
        (ON_PLAN, 7, "open on list 7 (Child protection)", (PLAN_END,), open_plan),
        (ASSESSED, 4, "open on list 4 (Assessments)",
         ("continuous_assessment_date_of_authorisation",), open_assessment),
    ]  # fmt: skip
    for status, number, words, fields, is_open in wanted:
        claimed = lists.side(6, STATUS, where=pl.col(STATUS) == status)
        there = lists.side(number, *fields, where=is_open)
        if claimed and there:
            missing = claimed.frame.join(there.frame, on=_KEY, how="anti")
            message = f"the case status is {status!r}, and the child is not {words}"
            yield from lists.query(claimed, missing, "status-differs", STATUS, message)
    for number, fields, is_open, fitting in (
        (8, (CARE_END,), open_care, [LOOKED_AFTER]),
        (7, (PLAN_END,), open_plan, [ON_PLAN, LOOKED_AFTER]),
    ):
        there, needed = lists.side(number, *fields, where=is_open), lists.side(6, STATUS)
        if there and needed:
            absent = there.frame.join(needed.frame, on=_KEY, how="anti")
            message = "the child is open here and is not on list 6 (Children in Need), which holds all open children"
            yield from lists.query(there, absent, "not-on-list", CHILD, message)
            other = needed.frame.filter(~pl.col(STATUS).is_in(fitting) | pl.col(STATUS).is_null())
            fine = needed.frame.filter(pl.col(STATUS).is_in(fitting))
            differing = _joined(there.frame.join(fine, on=_KEY, how="anti"), other, STATUS)
            differing = lists.told(needed, STATUS, differing, "\x00at", f"\x00{STATUS}")
            differing = differing.with_columns(_said("list 6", pl.col("\x00at"), pl.col(_TOLD)))
            message = f"the child is open here, and the case status is otherwise: {{other}} (not {fitting[0]!r})"
            yield from lists.query(there, differing, "status-differs", CHILD, message)


def _plans(lists: Lists) -> Iterator[Faults]:
    """A conference that led to a plan, against the plans of list 7, and its date against the plan's start."""
    led = lists.side(5, ICPC, ICPC_RESULT, where=pl.col(ICPC_RESULT) == "a) Yes")
    plans = lists.side(7, PLAN_START)
    if led and plans:
        missing = led.frame.join(plans.frame, on=_KEY, how="anti")
        message = "the conference led to a plan, and the child is not on list 7 (Child protection)"
        yield from lists.query(led, missing, "not-on-list", ICPC_RESULT, message)
        both = led.frame.drop_nulls(ICPC).join(plans.frame.drop_nulls(PLAN_START), on=_KEY, suffix="_7")
        latest = both.sort(ICPC).group_by(_KEY, maintain_order=True).last()
        early = latest.filter(pl.col(PLAN_START) < pl.col(ICPC))
        early = lists.told(plans, PLAN_START, early, f"{_R}_7", PLAN_START)
        early = early.with_columns(_said("list 7", pl.col(f"{_R}_7"), pl.col(_TOLD)))
        message = "the plan began before the conference that led to it: {other}"
        yield from lists.query(led, early, "dates-between-lists", ICPC, message)


def _counts(lists: Lists) -> Iterator[Faults]:
    """Counts over twelve months against the rows, which show six of them: the count cannot be lower than the rows."""
    for number, day, count, where in (
        (3, "date_of_referral", "number_of_referrals_in_last_12_months", None),
        (5, S47, "number_of_section_47_enquiries_in_the_last_12_months", None),
        (5, ICPC, "number_of_icpcs_in_the_last_12_months", None),
    ):
        side = lists.side(number, day, count, where=where)
        if side is None:
            continue
        rows = side.frame.with_columns(
            as_day(day).alias("\x00day"),
            pl.col(count).cast(pl.Float64, strict=False).alias("\x00count"),
        ).drop_nulls("\x00day")
        earlier = rows.select(_KEY, pl.col("\x00day").alias("\x00before"), pl.col(_R).alias("\x00at"))
        pairs = rows.join(earlier, on=_KEY).filter(
            (pl.col("\x00before") < pl.col("\x00day"))
            & (pl.col("\x00before") >= pl.col("\x00day").dt.offset_by("-12mo"))
        )
        found = pairs.sort("\x00at").group_by(_R, _KEY, maintain_order=True).agg(
            pl.col("\x00count").first(), pl.len().alias("\x00n"), pl.col("\x00at").cast(pl.String).str.join(", ")
        )  # fmt: skip
        low = found.filter(pl.col("\x00count") < pl.col("\x00n")).with_columns(
            pl.format("{} in the rows ({})", pl.col("\x00n"), pl.col("\x00at")).alias(_OTHER_ROW)
        )
        message = "the count of the last 12 months is lower than the earlier ones of this child: {other}"
        yield from lists.query(side, low, "count-too-low", count, message)


def _care(lists: Lists) -> Iterator[Faults]:
    """Children in care against care leavers and adoption."""
    care = lists.side(8, CARE_END, where=pl.col(CARE_END).is_null())
    leavers = lists.side(9, "eligibility_category", where=pl.col("eligibility_category") != "d) Eligible child")
    if care and leavers:
        both = _joined(leavers.frame, care.frame).with_columns(_said("list 8", pl.col("\x00at")))
        message = "the young person is a care leaver here and still looked after on the other list: {other}"
        yield from lists.query(leavers, both, "status-differs", "eligibility_category", message)
    ended = ("date_of_adoption_order", "date_of_decision_that_child_should_no_longer_be_placed_for_adoption")
    waiting = lists.side(10, *ended, where=pl.col(ended[0]).is_null() & pl.col(ended[1]).is_null())
    there = lists.side(8)
    if waiting and there:
        missing = waiting.frame.join(there.frame, on=_KEY, how="anti")
        message = "adoption is still planned, and the child is not on list 8 (Children in care)"
        yield from lists.query(waiting, missing, "not-on-list", CHILD, message)
    entered, started = lists.side(10, "date_the_child_entered_care"), lists.side(8, CARE_START)
    if entered and started:
        both = entered.frame.join(started.frame, on=_KEY, suffix="_8").filter(
            pl.col("date_the_child_entered_care") != pl.col(CARE_START)
        )
        both = lists.told(started, CARE_START, both, f"{_R}_8", CARE_START)
        both = both.with_columns(_said("list 8", pl.col(f"{_R}_8"), pl.col(_TOLD)))
        message = "the child entered care on another day than on the other list: {other}"
        yield from lists.query(entered, both, "dates-between-lists", "date_the_child_entered_care", message)


def _families(lists: Lists) -> Iterator[Faults]:
    """The adoptive family of a child against the adopters."""
    matched, adopters = lists.side(10, key=FAMILY), lists.side(11, key=FAMILY)
    if matched and adopters:
        missing = matched.frame.join(adopters.frame, on=_KEY, how="anti")
        message = "the family is not on list 11 (Adopters)"
        yield from lists.query(matched, missing, "not-on-list", FAMILY, message)


def _children(lists: Lists) -> Iterator[Faults]:
    """The same child with another date of birth, sex or ethnicity on another list. What differs is not repeated."""
    for field in ("date_of_birth", "gender", "ethnicity"):
        sides = [(number, side) for number in range(1, 11) if (side := lists.side(number, field))]
        if len(sides) < 2:
            continue
        said = pl.concat(
            [
                side.frame.drop_nulls(field).select(_KEY, _R, field, pl.lit(number).alias("\x00list"))
                for number, side in sides
            ]
        )
        first = said.sort("\x00list", _R).group_by(_KEY, maintain_order=True).first()
        first = first.select(
            _KEY, pl.col(field).alias("\x00first"), pl.col(_R).alias("\x00at"), pl.col("\x00list").alias("\x00of")
        )
        other = said.join(first, on=_KEY).filter(pl.col(field) != pl.col("\x00first"))
        other = other.with_columns(pl.format("list {}, row {}", "\x00of", "\x00at").alias(_OTHER_ROW))
        for number, side in sides:
            heading = side.table.headings[field]
            message = f"the child's {heading} is not the one of {{other}}"
            yield from lists.query(side, other.filter(pl.col("\x00list") == number), "child-differs", field, message)


def _joined(side: pl.DataFrame, other: pl.DataFrame, field: str | None = None) -> pl.DataFrame:
    """Rows of `side` that have a row of `other` with the same key, and where that stands (and what of a field)."""
    beside = other.select(_KEY, pl.col(_R).alias("\x00at"), *([pl.col(field).alias(f"\x00{field}")] if field else []))
    beside = beside.group_by(_KEY, maintain_order=True).first()
    return side.join(beside, on=_KEY)


def _said(name: str, row: pl.Expr, value: pl.Expr | None = None) -> pl.Expr:
    if value is None:
        return pl.format(f"{name}, row {{}}", row).alias(_OTHER_ROW)
    return pl.format(f"{name}, row {{}} says {{}}", row, value).alias(_OTHER_ROW)


_CHECKS: tuple[Callable[[Lists], Iterator[Faults]], ...] = (_status, _plans, _counts, _care, _families, _children)
