"""What stands in a column: dates, numbers, codes, ids, roles, names of people or free text, by the share of its cells."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from inspector.model.headings import bare
from inspector.packing import synonyms
from inspector.privacy import days
from inspector.privacy.people import Looks, looks_of
from inspector.values.period_forms import readings

LOOKED_AT = 400
"""So many filled cells of a column show what stands in it."""
MOST_CODES = 40
"""A column with more different values is none of codes."""
LONGEST_CODE = 60
LEAST_AGAIN, LONGEST_NAME = 3, 20
"""Names recur that stand in so many rows on average; one of more words is a text."""
MOST = 0.8
"""Share of cells from which a column is said to be of a sort."""
BLANKS = frozenset(
    [
        "",
        "n_k",
        "nk",
        "n_a",
        "na",
        "tbc",
        "tbd",
        "not_known",
        "unknown",
        "none",
        "nil",
        "not_applicable",
        "not_yet",
        "x",
        "to_be_confirmed",
        "not_recorded",
        "no_date",
    ]
)
_NUMBER = re.compile(r"[-+(£$€]*\s*[0-9][0-9,. ]*\s*%?\)?")
_ID = re.compile(r"(?=\S*[0-9])[A-Za-z]{0,12}[-_/. #]?[A-Za-z0-9]{0,8}(?:[-_/.][A-Za-z0-9]{1,8}){0,4}")
_PERIOD = re.compile(
    r"(?i)q[1-4]\b.*|.*\bq[1-4]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-' /]*(?:20)?[0-9]{2}"
    r"|20[0-9]{2}\s*[-/]\s*(?:20)?[0-9]{2}|20[0-9]{2}|20[0-9]{2}-[01][0-9]|[01]?[0-9]\s*[-/.]\s*20[0-9]{2}"
    r"|20[0-9]{2}-?w[0-5][0-9]|(?:w/c|week commencing)\b.*"
)
_YEARS = ("year", "financial-year", "academic-year")
_YES = frozenset(("y", "yes", "n", "no", "true", "false", "t", "f"))


def _shorter(text: str) -> bool:
    """Whether a text says a period shorter than a year."""
    return any(one.kind not in _YEARS for one in readings(text))


@dataclass(frozen=True)
class Column:
    """The filled cells of a column, with how many rows have each. `blank` are cells that hold nothing, or a mark for it."""

    values: Counter[str]
    blank: int = 0
    marks: tuple[tuple[str, int], ...] = ()
    """The marks for nothing, such as `n/k`, with how many cells have each."""

    @cached_property
    def filled(self) -> int:
        """How many cells hold something."""
        return self.values.total()

    @cached_property
    def _seen(self) -> list[str]:
        return [value for value, _ in self.values.most_common(LOOKED_AT)]

    def _share(self, fits: Iterable[bool]) -> float:
        weights = [self.values[value] for value in self._seen]
        good = sum(weight for weight, yes in zip(weights, fits, strict=True) if yes)
        return good / sum(weights) if weights else 0.0

    @cached_property
    def dates(self) -> float:
        """Share of the cells that are days; bare numbers are none."""
        return self._share(is_date(value) for value in self._seen)

    @cached_property
    def serials(self) -> float:
        """Share of the cells that may be day numbers of a spreadsheet."""
        return self._share(bool(days.of_cell(value)) and value.strip().isdigit() for value in self._seen)

    @cached_property
    def numbers(self) -> float:
        """Share of the cells that are numbers."""
        return self._share(bool(_NUMBER.fullmatch(value.strip())) for value in self._seen)

    @cached_property
    def periods(self) -> float:
        """Share of the cells that say a month, a quarter or a year."""
        return self._share(
            bool(_PERIOD.fullmatch(value.strip())) or any(one.kind != "day" for one in readings(value))
            for value in self._seen
        )

    @cached_property
    def years(self) -> bool:
        """Whether every cell says a year and no month or quarter of it."""
        return self.filled > 0 and all(any(one.kind in _YEARS for one in readings(value)) for value in self._seen)

    @cached_property
    def parts(self) -> bool:
        """Whether every cell says a month, quarter or week by itself, so that only a year behind it makes a period of it."""
        tried = ("2024 ", "2023/24 ", "2024 week ", "2024 Q", "2024 m")
        return self.filled > 0 and all(
            not readings(value) and any(_shorter(f"{year}{value.strip()}") for year in tried) for value in self._seen
        )

    @cached_property
    def yes_or_no(self) -> float:
        """Share of the cells that are yes or no."""
        return self._share(bare(value) in _YES for value in self._seen)

    @cached_property
    def ids(self) -> float:
        """Share of the cells that look like ids, if no two rows share one; else nought."""
        looks = self._share(bool(_ID.fullmatch(value.strip())) and not is_date(value) for value in self._seen)
        return looks if self.alone >= MOST else 0.0

    @cached_property
    def alone(self) -> float:
        """Share of the cells whose value no other row has."""
        return sum(count == 1 for count in self.values.values()) / self.filled if self.filled else 0.0

    @cached_property
    def words(self) -> float:
        """Words in a cell, on average."""
        weights = [self.values[value] for value in self._seen]
        total = sum(weight * len(value.split()) for weight, value in zip(weights, self._seen, strict=True))
        return total / sum(weights) if weights else 0.0

    @cached_property
    def labels(self) -> bool:
        """Whether the cells are few short values that recur, as names of teams, roles and codes do."""
        short = self._share(len(value) <= LONGEST_CODE and len(value.split()) <= 6 for value in self._seen)
        plain = self.numbers < 0.5 and self.dates < 0.5
        return bool(self.filled) and plain and short >= MOST and len(self.values) <= MOST_CODES

    @cached_property
    def recurs(self) -> bool:
        """Whether the cells are names, however long, of which each stands in several rows, as those of indicators do."""
        few = 0 < LEAST_AGAIN * len(self.values) <= self.filled and len(self.values) <= LOOKED_AT
        return few and self.numbers < 0.5 and self.dates < 0.5 and self.periods < 0.5 and self.words <= LONGEST_NAME

    @cached_property
    def roles(self) -> float:
        """Share of the cells with a word of a role."""
        return self._share(_role(value) for value in self._seen)

    @cached_property
    def people(self) -> Looks:
        """Whether the cells look like names of people, whatever the heading."""
        return looks_of(self.values)

    def codes(self, field: str, ours: Iterable[str]) -> float:
        """Share of the cells that are codes of ours, or known ways to write them."""
        known = {bare(code) for code in ours} | set(synonyms.codes(field))
        return self._share((bare(value) or value) in known for value in self._seen)


def column(cells: Iterable[str]) -> Column:
    """A column of texts."""
    counts = Counter(cell.strip() for cell in cells)
    nothing = {value: count for value, count in counts.items() if bare(value) in BLANKS and value not in ("+", "-")}
    marks = tuple(sorted((value, count) for value, count in nothing.items() if value))
    values = Counter({value: count for value, count in counts.items() if value not in nothing})
    return Column(values, sum(nothing.values()), marks)


def is_date(text: str) -> bool:
    """Whether a whole cell has the look of a day; bare digits have not, but those of 8 that are one."""
    short = text.strip()
    if len(short) > 40:
        return False
    return days.looks_like(short) or (len(short) == 8 and short.isdigit() and bool(days.of_cell(short)))


def _role(text: str) -> bool:
    return any(word in synonyms.roles() for word in bare(text).split("_"))
