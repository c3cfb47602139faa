"""What two lists of Annex A say of the same child: each check is a query with the rows on both sides.

The natural keys: the child's id on every list, the family's id on lists 10 and 11. A list that was not submitted, or lacks
the column, is not held against another. Nothing here says which of the two lists is right.
"""

from collections.abc import Callable, Iterator, Mapping

import polars as pl

from inspector.bundle.annex_a.lists import CHILD, FAMILY, ID, KEY, OTHER_ROW, TOLD, Lists, R
from inspector.bundle.check.days import day as as_day
from inspector.bundle.check.hiding import Hiding
from inspector.bundle.check.spellings import Spellings
from inspector.bundle.tables.table import Table
from inspector.model.problems import Faults

STATUS = "case_status"
PLAN_START, PLAN_END = "child_protection_plan_start_date", "child_protection_plan_end_date"
CARE_START, CARE_END = "date_started_to_be_looked_after", "date_ceased_to_be_looked_after"
ICPC, ICPC_RESULT = (
    "date_of_initial_child_protection_conference",
    "did_the_initial_child_protection_conference_result_in_a_child_protection_plan",
)
S47 = "strategy_discussion_initiating_section_47_enquiry_start_date"
FEW = 5
"""So many rows are named; of more it is said that there are more."""
LOOKED_AFTER, ON_PLAN, ASSESSED = "a) Looked after child", "b) Child Protection plan", "d) Open assessment"


def checks(tables: list[Table], hiding: Hiding) -> Iterator[Faults]:
    """Every query about what two lists say of the same child."""
    lists = Lists(tables, hiding)
    for check in CHECKS.values():
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
            missing = claimed.frame.join(there.frame, on=KEY, how="anti")
            message = f"the case status is {status!r}, and the child is not {words}"
            yield from lists.query(claimed, missing, "status-differs", STATUS, message)
    for number, fields, is_open, fitting in (
        (8, (CARE_END,), open_care, [LOOKED_AFTER]),
        (7, (PLAN_END,), open_plan, [ON_PLAN, LOOKED_AFTER]),
    ):
        there, needed = lists.side(number, *fields, where=is_open), lists.side(6, STATUS)
        if there and needed:
            absent = there.frame.join(needed.frame, on=KEY, how="anti")
            message = "the child is open here and is not on list 6 (Children in Need), which holds all open children"
            yield from lists.query(there, absent, "not-on-list", CHILD, message)
            other = needed.frame.filter(~pl.col(STATUS).is_in(fitting) | pl.col(STATUS).is_null())
            fine = needed.frame.filter(pl.col(STATUS).is_in(fitting))
            differing = _joined(there.frame.join(fine, on=KEY, how="anti"), other, STATUS)
            differing = lists.told(needed, STATUS, differing, "\x00at", f"\x00{STATUS}")
            differing = differing.with_columns(_said("list 6", pl.col("\x00at"), pl.col(TOLD)))
            message = f"the child is open here, and the case status is otherwise: {{other}} (not {fitting[0]!r})"
            yield from lists.query(there, differing, "status-differs", CHILD, message)


def _plans(lists: Lists) -> Iterator[Faults]:
    """A conference that led to a plan, against the plans of list 7, and its date against the plan's start."""
    led = lists.side(5, ICPC, ICPC_RESULT, where=pl.col(ICPC_RESULT) == "a) Yes")
    plans = lists.side(7, PLAN_START)
    if led and plans:
        missing = led.frame.join(plans.frame, on=KEY, how="anti")
        message = "the conference led to a plan, and the child is not on list 7 (Child protection)"
        yield from lists.query(led, missing, "not-on-list", ICPC_RESULT, message)
        both = led.frame.drop_nulls(ICPC).join(plans.frame.drop_nulls(PLAN_START), on=KEY, suffix="_7")
        latest = both.sort(ICPC).group_by(KEY, maintain_order=True).last()
        early = latest.filter(pl.col(PLAN_START) < pl.col(ICPC))
        early = lists.told(plans, PLAN_START, early, f"{R}_7", PLAN_START)
        early = early.with_columns(_said("list 7", pl.col(f"{R}_7"), pl.col(TOLD)))
        message = "the plan began before the conference that led to it: {other}"
        yield from lists.query(led, early, "dates-between-lists", ICPC, message)


def _counts(lists: Lists) -> Iterator[Faults]:
    """Counts over twelve months against the rows, which show six of them: the count cannot be lower than the rows."""
    for number, day, count, asked in (
        (3, "date_of_referral", "number_of_referrals_in_last_12_months", "date_of_referral"),
        (5, S47, "number_of_section_47_enquiries_in_the_last_12_months", S47),
        (5, ICPC, "number_of_icpcs_in_the_last_12_months", S47),
    ):
        side = lists.side(number, day, count, asked)
        if side is None:
            continue
        rows = side.frame.with_columns(
            as_day(day).alias("\x00day"), as_day(asked).alias("\x00asked"),
            pl.col(count).cast(pl.Float64, strict=False).alias("\x00count"),
        ).drop_nulls("\x00day").sort("\x00day", R)  # fmt: skip
        if not rows.height:
            continue
        windows = rows.rolling("\x00day", period="12mo", closed="left", group_by=KEY).agg(
            pl.len().alias("\x00n"), pl.col(R).head(FEW).cast(pl.String).str.join(", ").alias("\x00at"),
            pl.col("\x00day").max().alias("\x00before"),
        )  # fmt: skip
        found = rows.join(windows.unique([KEY, "\x00day"]), on=[KEY, "\x00day"])
        more = pl.when(pl.col("\x00n") > FEW).then(pl.lit(", …")).otherwise(pl.lit(""))
        low = found.filter((pl.col("\x00count") < pl.col("\x00n")) & (pl.col("\x00before") < pl.col("\x00asked")))
        low = low.with_columns(
            pl.format("{} in the rows ({}{})", pl.col("\x00n"), pl.col("\x00at"), more).alias(OTHER_ROW)
        )
        message = "the count of the last 12 months is lower than the earlier ones of this child: {other}"
        fix = "count those that began in the 12 months before the child's latest one, the latest itself left out"
        yield from lists.query(side, low, "count-too-low", count, message, fix)


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
        missing = waiting.frame.join(there.frame, on=KEY, how="anti")
        message = "adoption is still planned, and the child is not on list 8 (Children in care)"
        yield from lists.query(waiting, missing, "not-on-list", CHILD, message)
    entered, started = lists.side(10, "date_the_child_entered_care"), lists.side(8, CARE_START)
    if entered and started:
        both = entered.frame.join(started.frame, on=KEY, suffix="_8").filter(
            pl.col("date_the_child_entered_care") != pl.col(CARE_START)
        )
        both = lists.told(started, CARE_START, both, f"{R}_8", CARE_START)
        both = both.with_columns(_said("list 8", pl.col(f"{R}_8"), pl.col(TOLD)))
        message = "the child entered care on another day than on the other list: {other}"
        yield from lists.query(entered, both, "dates-between-lists", "date_the_child_entered_care", message)


def _families(lists: Lists) -> Iterator[Faults]:
    """The adoptive family of a child against the adopters."""
    matched, adopters = lists.side(10, key=FAMILY), lists.side(11, key=FAMILY)
    if matched and adopters:
        missing = matched.frame.join(adopters.frame, on=KEY, how="anti")
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
                _known(side.frame, field, side.table).select(KEY, ID, R, field, pl.lit(number).alias("\x00list"))
                for number, side in sides
            ]
        )
        first = said.sort("\x00list", R).group_by(KEY, maintain_order=True).first()
        first = first.select(
            KEY, pl.col(field).alias("\x00first"), pl.col(R).alias("\x00at"), pl.col("\x00list").alias("\x00of")
        )
        other = said.join(first, on=KEY).filter(pl.col(field) != pl.col("\x00first"))
        if field == "ethnicity":
            other = _contrary(other, field, sides[0][1].table)
        other = other.with_columns(pl.format("list {}, row {}", "\x00of", "\x00at").alias(OTHER_ROW))
        for number, side in sides:
            heading = side.table.headings[field]
            message = f"the child's {heading} is not the one of {{other}}"
            found = other.filter(pl.col("\x00list") == number)
            yield from lists.query(side, found, "child-differs", field, message, "correct the one that is wrong")


def _known(frame: pl.DataFrame, field: str, table: Table) -> pl.DataFrame:
    """The rows in which a field says something: a code that nobody knows is told by itself, and says nothing here."""
    codes = table.schema["properties"][field].get("enum")
    return frame.drop_nulls(field) if codes is None else frame.filter(pl.col(field).is_in(codes))


def _contrary(other: pl.DataFrame, field: str, table: Table) -> pl.DataFrame:
    """Of codes that differ those that contradict each other: a group and one of its codes do not."""
    spellings = Spellings.of(field, tuple(table.schema["properties"][field]["enum"]))
    pairs = other.select(field, "\x00first").unique()
    apart = pairs.filter(pl.Series([not spellings.agree(*pair) for pair in pairs.iter_rows()], dtype=pl.Boolean))
    return other.join(apart, on=[field, "\x00first"], how="semi")


def _ids(lists: Lists) -> Iterator[Faults]:
    """Ids that are written otherwise than on the first list that has them: one query for each thing that they differ by."""
    for field, asked in ((CHILD, range(1, 11)), (FAMILY, (10, 11))):
        sides = [(number, side) for number in asked if (side := lists.side(number, key=field))]
        stands: dict[str, str] = {}
        for number, side in sides:
            by: dict[str, dict[str, str]] = {}
            for text, first, words in lists.ids[field].differing(side.frame[ID]):
                by.setdefault(words, {})[text] = stands.get(first, "another list")
            for words, texts in sorted(by.items()):
                rows = side.frame.filter(pl.col(ID).is_in(list(texts)))
                rows = rows.with_columns(pl.col(ID).replace(texts).alias(OTHER_ROW))
                message = f"the id is the same as in {{other}} but for {words}, and was taken for it"
                yield from lists.query(side, rows, "id-spelt-otherwise", field, message, _AS_TEXT)
            if lists.ids[field]:
                for text, row in side.frame.select(ID, R).unique(ID, keep="first", maintain_order=True).iter_rows():
                    stands.setdefault(text, f"list {number}, row {row}")


def _joined(side: pl.DataFrame, other: pl.DataFrame, field: str | None = None) -> pl.DataFrame:
    """Rows of `side` that have a row of `other` with the same key, and where that stands (and what of a field)."""
    beside = other.select(KEY, pl.col(R).alias("\x00at"), *([pl.col(field).alias(f"\x00{field}")] if field else []))
    beside = beside.group_by(KEY, maintain_order=True).first()
    return side.join(beside, on=KEY)


def _said(name: str, row: pl.Expr, value: pl.Expr | None = None) -> pl.Expr:
    if value is None:
        return pl.format(f"{name}, row {{}}", row).alias(OTHER_ROW)
    return pl.format(f"{name}, row {{}} says {{}}", row, value).alias(OTHER_ROW)


_AS_TEXT = "write each id alike on every list; in a spreadsheet give the column the format Text before ids are put in"
CHECKS: Mapping[str, Callable[[Lists], Iterator[Faults]]] = {
    "status": _status, "plans": _plans, "counts": _counts, "care": _care, "families": _families, "children": _children,
    "ids": _ids,
}  # fmt: skip
"""What is asked between lists, by the names under which `evidence/schemas/annex-a/checks.csv` has it."""
