"""What a terminal, a pipe or a file can show."""

from typing import NamedTuple

LINES = 24
NARROW = 80
WIDEST = 120
LEAST = 40


class Look(NamedTuple):
    """`columns` is None where nobody looks at the width (a pipe, a file); `colour` and `unicode` say what may be written."""

    columns: int | None = None
    colour: bool = False
    unicode: bool = True

    @property
    def more(self) -> str:
        """What stands where something was left out."""
        return "…" if self.unicode else "..."

    @property
    def screen(self) -> int:
        """The width of one screen: 80 columns in a pipe or a file, on a terminal its own, up to 120 and no less than 40."""
        return NARROW if self.columns is None else max(LEAST, min(self.columns, WIDEST))

    def full(self, otherwise: int) -> int:
        """The width of a long text: that of the terminal, else as given."""
        return otherwise if self.columns is None else max(LEAST, self.columns)
