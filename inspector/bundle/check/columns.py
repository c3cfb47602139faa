"""How the cells of one column are read, decided by the whole column: its days, moments, numbers, or true and false.

What is read otherwise than it was written is told once a column; `quiet` are texts that stand as they should.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from inspector.bundle.schema.cells import DATE, NUMBER, is_date_time
from inspector.values import date_faults
from inspector.values.dates import DAY_FIRST, Dates
from inspector.values.day_forms import PIVOT
from inspector.values.marks import BLANKS, State, state
from inspector.values.moments import Moments
from inspector.values.numbers import Numbers

WHOLE = "^-?(?:0|[1-9][0-9]*)$"
Counts = Mapping[str, int]
TRUE = frozenset(("true", "yes", "y", "t", "1", "1.0", "✓"))
FALSE = frozenset(("false", "no", "n", "f", "0", "0.0"))


class Column(Protocol):
    """One column's reader."""

    @property
    def plain(self) -> str:
        """A pattern of texts that are read as they stand, so that nobody need look at each; empty where there is none."""

    def read(self, text: str) -> str | None:
        """The JSON text of a cell; None where it means blank or suppressed; the text itself where it cannot be read."""

    def quiet(self, text: str) -> bool:
        """Whether what is read needs no remark."""

    def form(self, text: str) -> str:
        """In words how a text that is read is written."""

    def fault(self, text: str) -> tuple[str, str]:
        """What is wrong with a text that cannot be read, and the likely fix."""

    def note(self, texts: Iterable[str]) -> str:
        """What else must be said of how those texts were read; empty where nothing is."""


def of_figure(text: str, also: frozenset[str], *, letters: bool) -> State:
    """What stands in a cell of figures; `letters`: whether a bare letter is a mark though it is not named."""
    if not letters and len(text) == 1 and text.isalpha() and text not in also:
        return "figure"
    return state(text, also)


@dataclass(frozen=True)
class Days:
    """A column of days, or of lists of days."""

    dates: Dates
    separator: str | None = None
    plain: str = DATE

    def read(self, text: str) -> str | None:
        """Each day as ISO 8601 has it."""
        if self.separator is None:
            return None if _blank(text) else self.dates.read(text) or text
        parts = [part.strip() for part in text.split(self.separator) if part.strip()]
        read = [self.dates.read(part) for part in parts]
        return self.separator.join(day for day in read if day) if all(read) else text

    def quiet(self, text: str) -> bool:
        """Whether every day stands in the prescribed form."""
        return all(self.dates.as_prescribed(part) is not None for part in self._parts(text))

    def form(self, text: str) -> str:
        """The form, of the first day that is not in the prescribed one."""
        odd = (part for part in self._parts(text) if self.dates.as_prescribed(part) is None)
        return self.dates.form(next(odd, text)) or "in several forms"

    def fault(self, text: str) -> tuple[str, str]:
        """Why the first day that cannot be read is none."""
        bad = next((part for part in self._parts(text) if self.dates.read(part) is None), None)
        if bad is None:
            return "is not written as dates are here", f"write {self.read(text)}"
        return date_faults.fault(self.dates, bad)

    def note(self, texts: Iterable[str]) -> str:
        """Which of day and month stands first where a reader might think otherwise, and of which century years are."""
        some = [part for text in texts for part in self._parts(text)]
        said = []
        forms = {self.dates.form(text) for text in some}
        if self.dates.order == "month" and any(form.startswith("as MM") for form in forms):
            shows = "other columns of the table show" if self.dates.borrowed else "the column shows"
            said.append(f"{shows} that the month stands first")
        if any("YY" in form and "YYYY" not in form for form in forms):
            said.append(f"years of two digits up to {PIVOT} are of this century, those above of the last")
        return "; ".join(said)

    def _parts(self, text: str) -> list[str]:
        if self.separator is None:
            return [text]
        return [part.strip() for part in text.split(self.separator) if part.strip()]


@dataclass(frozen=True)
class Times:
    """A column of moments."""

    moments: Moments
    plain: str = ""

    def read(self, text: str) -> str | None:
        """The moment with its offset."""
        if is_date_time(text):
            return text
        return None if _blank(text) else self.moments.read(text) or text

    def quiet(self, text: str) -> bool:
        """Whether it stands as RFC 3339 has it."""
        return is_date_time(text)

    def form(self, text: str) -> str:
        """Whether its offset is missing."""
        if not self.moments.without_offset(text):
            return "otherwise than 2025-03-31T16:20:00Z"
        return "without an offset from UTC" if ":" in text else "without a time"

    def fault(self, text: str) -> tuple[str, str]:
        """Why it is no moment."""
        if self.moments.read(text):
            return "is not written as moments are here", f"write {self.moments.read(text)}"
        return self.moments.fault(text)

    def note(self, texts: Iterable[str]) -> str:
        """By which clocks moments without an offset were read."""
        bare = any(self.moments.without_offset(text) for text in texts)
        return "moments that have no offset from UTC are read by clocks in the United Kingdom" if bare else ""


@dataclass(frozen=True)
class Figures:
    """A column of numbers; `also` are marks that say here that a figure is suppressed.

    `letters`: whether a bare letter, as `c`, says so too; in a table of one's own it does where the schema names it.
    """

    numbers: Numbers
    whole: bool
    also: frozenset[str] = frozenset()
    letters: bool = True

    @property
    def plain(self) -> str:
        """Numbers as JSON has them; with a decimal comma those without a point."""
        return NUMBER if self.numbers.decimal == "." and not self.whole else WHOLE

    def read(self, text: str) -> str | None:
        """The number as JSON has it; a whole one without its noughts."""
        if self._state(text) != "figure":
            return None
        number = self.numbers.read(text)
        if (
            number is not None
            and self.whole
            and number.partition(".")[2].strip("0") == ""
            and "e" not in number.lower()
        ):
            number = number.partition(".")[0]
        return text if number is None else number

    def quiet(self, text: str) -> bool:
        """Whether the number stands as JSON has it, but for noughts behind its point."""
        return self.read(text) == text or (self.numbers.form(text) == "" and self.numbers.read(text) is not None)

    def form(self, text: str) -> str:
        """What stands around the digits."""
        return f"with {self.numbers.form(text)}"

    def fault(self, text: str) -> tuple[str, str]:
        """Why it is no number, or no whole one."""
        number = self.numbers.read(text)
        if number is None:
            return self.numbers.fault(text)
        if self.whole and float(number) != int(float(number)):
            return "is not a whole number", ""
        return "is not written as numbers are here", f"write {number}"

    def note(self, texts: Iterable[str]) -> str:
        """What was done with percentages."""
        return "percentages were read as so many of a hundred" if any("%" in text for text in texts) else ""

    def suppressed(self, text: str) -> bool:
        """Whether the text says that the figure is suppressed."""
        return self._state(text) == "suppressed"

    def _state(self, text: str) -> State:
        return of_figure(text, self.also, letters=self.letters)


@dataclass(frozen=True)
class YesOrNo:
    """A column of true and false."""

    plain: str = "^(?:true|false)$"

    def read(self, text: str) -> str | None:
        """`true` or `false`."""
        plain = text.lower()
        if plain in TRUE:
            return "true"
        return "false" if plain in FALSE else None if _blank(text) else text

    def quiet(self, text: str) -> bool:
        """Whether it stands as JSON has it."""
        return text in ("true", "false")

    def form(self, text: str) -> str:
        """As what it is written."""
        return f"as {text.lower()}"

    def fault(self, text: str) -> tuple[str, str]:  # noqa: ARG002
        """That it is neither."""
        return "is neither true nor false", "write true or false"

    def note(self, texts: Iterable[str]) -> str:  # noqa: ARG002
        """Nothing."""
        return ""


@dataclass(frozen=True)
class Plainly:
    """A column of texts, codes or whole numbers of a schema that says `x-tolerant`, each text read by itself."""

    reading: Callable[[str], str | None]
    plain: str = ""

    def read(self, text: str) -> str | None:
        """The standard spelling."""
        return self.reading(text)

    def quiet(self, text: str) -> bool:
        """Whether it stands so."""
        return self.reading(text) == text

    def form(self, text: str) -> str:  # noqa: ARG002
        """However it is spelt."""
        return "otherwise"

    def fault(self, text: str) -> tuple[str, str]:  # noqa: ARG002
        """Told by the keyword that it breaks."""
        return "", ""

    def note(self, texts: Iterable[str]) -> str:  # noqa: ARG002
        """Nothing."""
        return ""


_DASHES = frozenset(("-", "--", "–", "—"))


def _blank(text: str) -> bool:
    return text in _DASHES or text.lower() in BLANKS or text.lower() == "nan"


@dataclass(frozen=True)
class Deciding:
    """What is known of a table whose columns are decided."""

    schema: dict[str, Any]
    kind: str
    epoch: int = 1900
    decimal: str | None = None

    def column(self, field: str, cells: Counts) -> Column | None:
        """The reader of a column that has those cells; None for one of texts."""
        cell = self.schema["properties"].get(field, {})
        kind, format = cell.get("type"), cell.get("items", cell).get("format")
        if format == "date":
            return self._days(cells, self._separator if kind == "array" else None)
        if format == "date-time":
            return Times(Moments.of(cells, self.epoch)) if kind != "array" else None
        if kind in ("number", "integer"):
            also = frozenset(self.schema.get("x-suppressed", {}).get(field, ()))
            letters = self.kind != "table"
            figures = {text: n for text, n in cells.items() if of_figure(text, also, letters=letters) == "figure"}
            return Figures(Numbers.of(figures, self.decimal), kind == "integer", also, letters)
        return YesOrNo() if kind == "boolean" else None

    def _days(self, cells: Counts, separator: str | None) -> Days:
        parts = cells
        if separator is not None:
            parts = {part.strip(): 1 for text in cells for part in text.split(separator) if part.strip()}
        return Days(Dates.of(parts, self._form, self.epoch, short_years=self.kind != "table"), separator)

    @cached_property
    def _form(self) -> str | None:
        said: str | None = self.schema.get("x-date-format")
        return said or (DAY_FIRST if self.schema.get("x-tolerant") else None)

    @property
    def _separator(self) -> str:
        return str(self.schema.get("x-separator", ";"))
