"""What is said once of a file of series or of one of its columns: how its periods were read, which figures are absent."""

from collections.abc import Sequence
from datetime import date

from inspector.model.months import MONTHS
from inspector.model.problems import Problem, Where
from inspector.model.remarks import query, shown
from inspector.trends.period_names import financial_quarter
from inspector.trends.series_cells import Absent, Columns
from inspector.trends.series_leftovers import rows_words
from inspector.values.periods import Doubt, Period, Periods

FEW = 5
"""So many cells that are no periods are named one by one."""
MOST_SHEETS = 6
"""So many sheets are named."""


def column_doubts(found: Columns, periods: Periods) -> list[Problem]:
    """One query for whatever the column of periods leaves open, with both readings, or has in a way that is told."""
    return [_doubt(one, found.where(None, "period")) for one in periods.doubts]


def _doubt(one: Doubt, where: Where) -> Problem:
    message, fix = _words(one), _fix(one)
    if one.about == "quarter":
        return query("open-quarter", where, message, fix=fix)
    if one.about == "day-order":
        return query("open-day-order", where, message, fix=fix)
    if one.about == "year":
        return query("open-year", where, message, fix=fix)
    return query("read-as", where, message, fix=fix)


def _words(doubt: Doubt) -> str:
    text, taken = shown(doubt.text), span_words(doubt.taken)
    more = f", and {doubt.count - 1} more like it," if doubt.count > 1 else ""
    if doubt.about == "six-digits":
        return f"{text}{more} was read as a financial year, {taken}"
    if doubt.about == "serials":
        return f"{text}{more} was read as the number that spreadsheets have for a day, {taken}"
    if doubt.about == "month-first":
        return f"{text}{more} was read with its month first, {taken}, since the column has no other reading"
    other = span_words(doubt.other) if doubt.other else ""
    if doubt.about == "quarter":
        return f"{text}{more} was read as a quarter of the calendar year, {taken}; of the financial year it would be {other}"
    if doubt.about == "year":
        return f"{text}{more} was read as {taken}; it may be {other}"
    return f"{text}{more} was read with its day first, {taken}; with its month first it would be {other}"


def _fix(doubt: Doubt) -> str:
    if doubt.about == "quarter":
        return f"if the financial year is meant, write {financial_quarter(doubt.other.start)}" if doubt.other else ""
    if doubt.about == "day-order":
        return "write days as 2024-05-31, or with the month's name"
    if doubt.about == "year":
        return "write a month as May 2024, and a financial year as 2023/24"
    return ""


def span_words(period: Period) -> str:
    """A period by its days or months: `April 2023 to March 2024`, `4 May 2024`."""
    first, last = period.start, period.last
    if period.kind == "day":
        return _day(first)
    if period.kind in ("week", "days"):
        return f"{_day(first)} to {_day(last)}"
    start, end = (f"{MONTHS[day.month - 1]} {day.year}" for day in (first, last))
    return start if start == end else f"{start} to {end}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def number_doubts(found: Columns, delimiter: str) -> list[Problem]:
    """What is told of how the numbers of a column were read: decimal commas in a file of commas, percent signs here and there."""
    made = []
    for name, numbers in found.numbers.items():
        commas = (
            [text for text in numbers.cells if "," in text and numbers.form(text)] if numbers.decimal == "," else []
        )
        if commas and delimiter != ";":
            text = min(commas)
            more = f", and {len(commas) - 1} more like it," if len(commas) > 1 else ""
            message = f"{shown(text)}{more} was read with a decimal comma, as {numbers.read(text)}"
            made.append(query("read-as", found.where(None, name), message))
        if numbers.percent == "mixed" and not numbers.scales:
            message = "some figures stand with a percent sign and others without; all were read as percentages"
            made.append(query("read-as", found.where(None, name), message))
    return made


def absent_figures(found: Columns, absent: Sequence[tuple[int, Absent]]) -> list[Problem]:
    """One query a column for its blank cells and one for those that are kept back: neither is nought, both are left out."""
    name = "value" if "value" in found.places else "numerator"
    made = []
    if rows := sorted({row for row, why in absent if why == "blank"}):
        message = f"no figure stands in {rows_words(rows)}; left out, and not read as nought"
        made.append(query("blank-figures", found.where(rows[0], name), message))
    if rows := sorted({row for row, why in absent if why == "suppressed"}):
        message = f"the figure is kept back (suppressed) in {rows_words(rows)}; left out, and not read as nought"
        made.append(query("suppressed-figures", found.where(rows[0], name), message))
    return made


def no_periods(problems: Sequence[Problem]) -> list[Problem]:
    """The problems of rows, those of cells that are no periods as one where there are more than a few."""
    wrong = [one for one in problems if one.rule == "not-a-period" and one.where.row is not None]
    if len(wrong) <= FEW:
        return list(problems)
    first, rows = wrong[0], sorted(one.where.row for one in wrong if one.where.row is not None)
    message = f"{first.message}, and {len(wrong) - 1} more like it in {rows_words(rows)}"
    rest = [one for one in problems if one.rule != "not-a-period" or one.where.row is None]
    return [first.model_copy(update={"message": message}), *rest]


def read_apart(found: Columns, headings: Sequence[str], tellers: Sequence[int]) -> list[Problem]:
    """A query that names the columns that tell series apart beside their name."""
    if not tellers:
        return []
    from inspector.bundle.tables.table import letter

    named = " and ".join(f"column {letter(place)} {headings[place]}" for place in tellers)
    message = f"series have several figures for a period; they are told apart by {named}"
    return [query("read-as", Where(file=found.file, sheet=found.sheet), message)]


def filled_down(found: Columns, field: str) -> list[Problem]:
    """A query that blank cells of a column were read as the cell above, where a report writes it once for several rows."""
    if not field:
        return []
    message = "most cells of the column are blank; each was read as the one above it"
    return [query("read-as", found.where(None, field), message, "the same text in each row")]


def sheets_left(file: str, read: Sequence[str | None], passed: Sequence[str]) -> list[Problem]:
    """A query that names the sheets of a workbook that were read and those without headings of series, where it has several."""
    if not read or read[0] is None or len(read) + len(passed) < 2:
        return []
    message = f"the series were read from {_sheets([one or '' for one in read])}"
    message += f"; no headings of series were found in {_sheets(passed)}" if passed else ""
    return [query("sheet-read", Where(file=file, sheet=read[0] if len(read) == 1 else None), message)]


def _sheets(names: Sequence[str]) -> str:
    said = ", ".join(shown(name, 31) for name in names[:MOST_SHEETS])
    more = f" and {len(names) - MOST_SHEETS} more" if len(names) > MOST_SHEETS else ""
    return f"sheet{'s' * (len(names) > 1)} {said}{more}"
