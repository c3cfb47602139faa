"""What a wide table is: lines of periods one way, lines of indicators the other, a figure where two of them cross."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from inspector.model.letters import letter

Grid = Sequence[Sequence[str]]
"""Cells as texts, row by row from the first row and column, empty ones ''."""
Form = Literal["periods-across", "periods-down"]
Role = str
"""What a figure is: `value`, `numerator`, `denominator`, or of participation the field that it counts."""
Sure = Literal["certain", "likely", "unsure"]


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """A column of figures about one period (a row of them where periods go down). `at` counts from 0."""

    at: int
    heading: str
    first: date
    last: date
    role: Role = "value"
    group: str = ""
    """The team or area whose figures these are, where the same period stands once for each."""
    unit: str = ""
    """The unit that the heading says the figures are in."""


@dataclass(frozen=True, slots=True)
class NameLine:
    """A row of figures of one indicator (a column of them where periods go down). `at` counts from 0.

    `heading` is what stands in the file, `title` what the indicator is called, without the words for numerator or group.
    """

    at: int
    heading: str
    title: str
    role: Role = "value"
    group: str = ""
    unit: str = ""
    better: str = ""
    """`up`, `down`, or empty where the file does not say."""
    target: str = ""
    measure: str = ""
    """What sort of measure it is, and by what id frameworks know it: said by a person, never seen in a grid."""
    same_as: str = ""
    id: str = ""
    """The indicator's own id; the title as words joined by hyphens, where nothing was said yet."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that is not read: a column (`across`) or a row, counted from 0, its heading, and why, in words."""

    at: int
    is_column: bool
    heading: str
    why: str

    @property
    def place(self) -> str:
        """Its letter or number."""
        return letter(self.at) if self.is_column else str(self.at + 1)


@dataclass(frozen=True)
class Wide:
    """A wide table as it was seen. `sure` says how sure that is, `why` lists in words what speaks for it.

    `periods_at` are the lines that hold the periods (rows where these go across), `names_at` the one that holds the names.
    `doubts` are what a person should look at: a period that stands twice, cumulative figures.
    """

    form: Form
    periods: tuple[PeriodLine, ...]
    names: tuple[NameLine, ...]
    periods_at: tuple[int, ...]
    names_at: int
    left_out: tuple[LeftOut, ...] = ()
    sure: Sure = "likely"
    why: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    beside: dict[str, int] = field(default_factory=dict)
    """Lines that say more of the indicators, by what they say: `better`, `target`, `unit`, `group`, `role`."""

    @property
    def across(self) -> bool:
        """Whether the periods are headings of columns."""
        return self.form == "periods-across"
