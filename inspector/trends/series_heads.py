"""The headings of a file of series as people write them, and which field each of them is."""

import re
from functools import lru_cache

from inspector.model.remarks import did_you_mean, shown
from inspector.privacy.days import looks_like

NAMES: dict[str, tuple[str, ...]] = {
    "series": (
        "series", "indicator", "measure", "metric", "name", "kpi", "indicator name", "measure name", "metric name",
        "series name", "kpi name", "performance indicator", "performance measure", "indicator title", "measure title", "title",
        "indicator description", "description", "pi", "indicator id", "indicator ref", "kpi ref", "ref",
    ),
    "period": (
        "period", "date", "month", "quarter", "year", "period start", "financial year", "time period", "reporting period",
        "reporting month", "reporting quarter", "reporting year", "reporting date", "report month", "report date",
        "month year", "month and year", "month/year", "calendar month", "month name", "month start", "start of month",
        "month ending",
        "month end", "month beginning", "yyyymm", "period start date", "period from", "period end", "period end date",
        "period ending", "period covered", "from", "start date", "end date", "as at", "as at date", "snapshot date",
        "snapshot", "census date", "day", "week", "week commencing", "week beginning", "week starting", "week start", "w/c",
        "wc", "week ending", "week end", "w/e", "week number", "week no", "iso week", "quarter ending", "quarter end",
        "financial quarter", "calendar quarter", "qtr", "fiscal year", "fiscal quarter", "fy", "academic year",
        "calendar year", "year ending", "year end", "12 months ending", "12 months to", "rolling 12 months", "period name",
        "rolling year", "rolling period", "data period", "time", "timeframe", "time frame", "reporting week", "year month",
    ),
    "value": (
        "value", "values", "figure", "figures", "result", "results", "percentage", "percent", "rate", "%", "value %",
        "value (%)", "% value", "pct", "percentage value", "actual", "actuals", "outturn", "performance", "score",
        "measure value", "metric value", "indicator value", "kpi value", "data value", "data", "amount", "val", "val %",
        "result %", "actual %", "% actual", "rate %", "value percent", "monthly value", "current value", "observed",
        "observation", "measurement", "value (rate)", "value (number)", "average", "mean", "median",
    ),
    "numerator": (
        "numerator", "num", "count", "numer", "numerator value", "numerator count", "n", "number", "no", "no.", "cases",
        "events", "achieved", "met", "in time", "compliant", "completed",
    ),
    "denominator": (
        "denominator", "denom", "out of", "total", "den", "denominator value", "denominator count", "of", "d", "base", "cohort",
        "population", "eligible", "due", "total cases", "number due", "total number", "all cases",
    ),
    "better": (
        "better", "polarity", "direction", "good is", "better is", "which is better", "desired direction", "good direction",
        "direction of improvement", "improvement direction", "good performance", "high or low is good", "higher or lower",
        "good to be",
    ),
}  # fmt: skip
"""Of each field its names, in the order in which they are believed where a file has several of them."""
ASIDE = re.compile(
    r"\b(?:codes?|ids?|urn|ref|row|no|target|benchmark|threshold|plan|planned|forecast|lower|upper|limits?|lcl|ucl|cl|rag|status|"
    r"variance|comments?|notes?|commentary|owner|lead|source|version|unit|units|index|order|sort|ci|confidence|geographic level|"
    r"quality|rank|england|national|previous|prior|last year|year|month|quarter|week|day|age)\b",
)
"""Headings of columns that are no series, whatever stands in them."""


@lru_cache(maxsize=4096)
def key(heading: str) -> str:
    """What spellings of a heading share: `Period_Start`, `period start`, `PeriodStart` and `period-start:`."""
    return re.sub(r"[^a-z0-9%/#]", "", heading.lower())


_KEYS = {field: tuple(dict.fromkeys(map(key, names))) for field, names in NAMES.items()}


OUT_OF = frozenset(_KEYS["denominator"])
"""Names that by themselves say of what something is a part."""
WEAK = OUT_OF | frozenset(map(key, ("%", "rate", "average", "mean", "median", "number", "no", "no.", "n", "count", "cases",
                                    "events", "achieved", "met", "in time", "compliant", "completed", "amount", "score", "data",
                                    "pct", "percent", "percentage")))  # fmt: skip
"""Names that may be a series among others, where other columns of figures stand beside them."""


def words(heading: str) -> str:
    """A heading as words, for what is looked for in it."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    return " ".join(re.split(r"[\s_.-]+", apart.strip().lower()))


_YEARS = frozenset(
    map(key, ("year", "financial year", "fiscal year", "fy", "academic year", "calendar year", "reporting year"))
)
_PARTS = tuple(
    map(key, ("period", "reporting period", "quarter", "qtr", "financial quarter", "reporting quarter", "quarter number", "month",
              "month name", "calendar month", "reporting month", "month number", "month no", "week", "week number", "week no"))
)  # fmt: skip
_IN_TIME = re.compile(r"\b(?:period|months?|quarter|week|year|fy)\b|^(?:rolling|ytd)")


def places(row: list[str]) -> dict[str, int]:
    """Where each field stands: the first of its names that is there. `part` is a quarter or month beside the year it is of."""
    keys = [key(cell) for cell in row]
    found: dict[str, int] = {}
    for field, names in _KEYS.items():
        taken = {found[other] for other in ("series", "period", "value", "numerator") if other in found}
        free = [name for name in names if name in keys and keys.index(name) not in taken]
        if free:
            found[field] = keys.index(free[0])
    if "period" in found:
        found |= _parted(keys, found["period"])
    if "value" not in found and "numerator" not in found and "denominator" in found:
        found["value"] = found.pop("denominator")
    if "denominator" in found and "numerator" not in found:
        del found["denominator"]
    return found


def _parted(keys: list[str], period: int) -> dict[str, int]:
    """The columns of the year and of the part of it, where each has one."""
    named = key("time identifier")
    if named in keys and keys[period] == key("time period"):
        return {"part": keys.index(named)}
    years = [place for place, name in enumerate(keys) if name in _YEARS]
    parts = [keys.index(name) for name in _PARTS if name in keys]
    if years and parts and period in (*years, *parts):
        return {"period": years[0], "part": parts[0]}
    return {}


def in_time(heading: str) -> bool:
    """Whether a heading speaks of a time, as `12 months to` does: then its column may hold the periods."""
    return bool(_IN_TIME.search(words(heading)))


def unlike(row: list[str]) -> str:
    """What the fix may say of a row that was looked at for headings: which cells are nearly one, or what stands in it."""
    known = [name for names in NAMES.values() for name in names]
    hints = [
        f"{shown(cell)}: {hint}"
        for cell in row
        if cell and not _no_heading(cell) and (hint := did_you_mean(words(cell), known))
    ]
    said = "; ".join(hint for hint in hints if _said(hint))
    if said:
        return said
    if any(_no_heading(cell) for cell in row):
        # A list that lost its headings begins with a child; nothing of it is repeated.
        return "give the columns headings: the first row holds days, numbers or ids"
    return f"the first row is {shown(', '.join(row))}"


def _no_heading(cell: str) -> bool:
    """Whether a cell is rather one of a row than a heading: a day, a number, a word with digits in it."""
    return looks_like(cell) or any(any(c.isdigit() for c in word) for word in cell.split())


def _said(hint: str) -> bool:
    """Whether the hint is about a heading that is not right already."""
    wrong, _, right = hint.partition(": did you mean ")
    return wrong.strip("'").lower() != right.strip("'?").lower()
