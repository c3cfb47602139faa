"""How a language says numbers, days and months, and which of its forms a number takes: from the block `tongue` of its phrases."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from inspector.model.months import MONTHS
from inspector.model.words import written_out

_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
_MONTH = re.compile(rf"({'|'.join(MONTHS)}) (\d{{4}})")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Tongue:
    """The words of one language for what is no sentence: the block `tongue` of its phrases."""

    words: Any

    def form(self, number: float) -> str:
        """The name of the form that a number takes: `one` for 1, `other` where the language names no other for it."""
        pairs = (one.split("=") for one in str(self.words["plurals"]).split())
        return next((name for name, of in pairs if float(of) == number), "other")

    def month(self, year: int, month: int) -> str:
        """`May 2024`."""
        return str(self.words["month"]).format(month=self.words["months"][month - 1], year=year)

    def day(self, year: int, month: int, day: int) -> str:
        """`3 May 2024`."""
        return str(self.words["day"]).format(day=day, month=self.words["months"][month - 1], year=year)

    def days_in(self, text: str) -> str:
        """A text with the days and months that it writes in English said in this language."""
        text = _DAY.sub(lambda m: self.day(int(m[3]), MONTHS.index(m[2]) + 1, int(m[1])), text)
        return _MONTH.sub(lambda m: self.month(int(m[2]), MONTHS.index(m[1]) + 1), text)

    def said(self, value: object, form: str = "") -> str:
        """A value of a fact in words; `form` is `month`, `day`, `percent` or `doubt` where it is one."""
        if value is None:
            return str(self.words["missing"])
        if isinstance(value, bool):
            return str(self.words["yes" if value else "no"])
        if isinstance(value, int | float):
            return self._number(float(value), form)
        if form in ("month", "day") and _ISO.fullmatch(str(value)):
            on = date.fromisoformat(str(value))
            return self.month(on.year, on.month) if form == "month" else self.day(on.year, on.month, on.day)
        return str(value)

    def _number(self, value: float, form: str) -> str:
        if form == "percent":
            low, high = 0 < value <= 0.005, 0.995 <= value < 1
            return self._bounded(low, high, "1%", "99%") or f"{100 * value:.0f}%"
        if form == "doubt":
            return self._bounded(value < 0.005, value > 0.99, "0.01", "0.99") or self._pointed(f"{value:.2f}")
        return self._pointed(written_out(value))

    def _bounded(self, low: bool, high: bool, least: str, most: str) -> str:
        if low or high:
            return str(self.words["under" if low else "over"]).format(value=self._pointed(least if low else most))
        return ""

    def _pointed(self, number: str) -> str:
        return number.replace(".", str(self.words["point"]))
