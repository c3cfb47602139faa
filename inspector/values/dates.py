"""The days of a column: in which forms they are written, and whether the day or the month stands first.

That is decided by the whole column: one text that can only be read one way says it for those that can be read both ways.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal

from inspector.values.day_forms import DIGITS, ISO, NUMBERS, SERIAL, WORDS, YEAR_FIRST, Written, written

Order = Literal["day", "month", "either", "none"]
DAY_FIRST, YEAR_MONTH_DAY = "%d/%m/%Y", "%Y-%m-%d"
EXAMPLES = 3
ENOUGH = 2
"""So many texts that can only be month first overrule a prescribed day first, where none can only be day first."""


@dataclass(frozen=True)
class Form:
    """One form in which days of a column are written: its name in words, how many cells, and the first texts, sorted."""

    name: str
    cells: int
    examples: tuple[str, ...]


@dataclass(frozen=True)
class Dates:
    """How the days of one column are read.

    `order`: what stands first in dates of numbers alone, as the column shows it: `either` where nothing shows it, `none`
    where there are none such. `prescribed` is the form of `strptime` that the column should have; None for ISO 8601.
    """

    order: Order
    prescribed: str | None
    epoch: int
    short_years: bool
    cells: Mapping[str, int] = field(default_factory=dict)
    borrowed: bool = False
    """Whether the column shows nothing itself, and another one of its table does."""

    @staticmethod
    def of(
        texts: Iterable[str] | Mapping[str, int],
        prescribed: str | None = None,
        epoch: int = 1900,
        *,
        short_years: bool = True,
    ) -> "Dates":
        """Decide how a column is read. `texts`: its cells, or how many cells each text has; their order says nothing.

        `short_years`: whether years of two digits are read at all.
        """
        cells = dict(texts) if isinstance(texts, Mapping) else Counter(texts)
        days = months = either = 0
        for text in cells:
            found = written(text, epoch)
            if found and found.form == NUMBERS:
                day, month = found.day(), found.day(month_first=True)
                days += bool(day and not month)
                months += bool(month and not day)
                either += bool(day and month and day != month)
        return Dates(_order(days, months, either, _first(prescribed)), prescribed, epoch, short_years, cells)

    def beside(self, order: Order) -> "Dates":
        """The column where others of its table show what stands first, and it shows nothing itself."""
        return replace(self, order=order, borrowed=True) if self.order == "either" else self

    @property
    def month_first(self) -> bool:
        """Whether dates of numbers alone are read with the month first."""
        return self.order == "month" or (self.order == "either" and _first(self.prescribed) == "month")

    @property
    def open(self) -> bool:
        """Whether neither the column nor what is prescribed says what stands first."""
        return self.order == "either" and _first(self.prescribed) is None

    def read(self, text: str) -> str | None:
        """The day as ISO 8601 writes it; None where the text is no day that exists."""
        if (day := self.as_prescribed(text)) is not None:
            return day
        found = written(text, self.epoch)
        if found is None or (found.short and not self.short_years):
            return None
        day_read = found.day(month_first=self.month_first)
        return day_read.isoformat() if day_read else None

    def as_prescribed(self, text: str) -> str | None:
        """The day of a text in the prescribed form, however many digits its day and month have; None for any other.

        Beside `%d/%m/%Y` ISO 8601 stands too, which is how a workbook's own dates are handed over.
        """
        found = written(text, self.epoch)
        if self.prescribed in (None, YEAR_MONTH_DAY):
            day = found.day() if found and found.form == ISO else None
        elif self.prescribed == DAY_FIRST:
            plain = found and found.form == NUMBERS and not found.short and not found.timed and "/" in text
            iso = found and found.form == ISO
            day = found.day() if found and (iso or (plain and not self.month_first)) else None
        else:
            day = _strictly(text, self.prescribed or "")
        return day.isoformat() if day else None

    def either_way(self, text: str) -> tuple[str, str] | None:
        """Both days that a text can say, day first and month first; None where it says one day at most."""
        found = written(text, self.epoch)
        if not found or found.form != NUMBERS:
            return None
        day, month = found.day(), found.day(month_first=True)
        return (day.isoformat(), month.isoformat()) if day and month and day != month else None

    def form(self, text: str) -> str:
        """The form of a text in words: `as DD/MM/YYYY`, `with the year first`; empty where it has none."""
        found = written(text, self.epoch)
        return self._name(found, text) if found else ""

    def forms(self) -> tuple[Form, ...]:
        """The forms that are read although they are not prescribed, the most used first."""
        counts, examples = Counter[str](), dict[str, list[str]]()
        for text in sorted(self.cells):
            if self.as_prescribed(text) is None and self.read(text) is not None:
                name = self.form(text)
                counts[name] += self.cells[text]
                examples.setdefault(name, []).append(text)
        return tuple(Form(name, n, tuple(examples[name][:EXAMPLES])) for name, n in counts.most_common())

    def _name(self, found: Written, text: str) -> str:
        year = "YY" if found.short else "YYYY"
        numbers = f"MM/DD/{year}" if self.month_first else f"DD/MM/{year}"
        if found.form == NUMBERS and "/" not in text:
            numbers = numbers.replace("/", "-" if "-" in text else "." if "." in text else " ")
        names = {
            ISO: "as YYYY-MM-DD", YEAR_FIRST: "with the year first", NUMBERS: f"as {numbers}",
            WORDS: f"with the month in letters and the year as {year}", DIGITS: "as YYYYMMDD",
            SERIAL: "as the day number of a spreadsheet",
        }  # fmt: skip
        return names[found.form] + (", with a time" if found.timed else "")


def _order(days: int, months: int, either: int, prescribed: str | None) -> Order:
    if not days and not months:
        return "either" if either else "none"
    if prescribed == "day":
        return "month" if not days and months >= ENOUGH else "day"
    if prescribed == "month":
        return "day" if not months and days >= ENOUGH else "month"
    return "month" if months > days else "day"


def _first(prescribed: str | None) -> Literal["day", "month"] | None:
    """Whether a prescribed form has the day or the month first; None where it has neither before the year."""
    if prescribed is None or prescribed.find("%Y") == 0:
        return None
    day = prescribed.find("%d")
    month = max(prescribed.find(code) for code in ("%m", "%b", "%B"))
    return None if day < 0 or month < 0 else "day" if day < month else "month"


def _strictly(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()
    except ValueError:
        return None
