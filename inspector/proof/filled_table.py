"""One table of a filled sheet: its cells by what they hold, and where they are."""

from collections.abc import Iterator, Sequence

from inspector.model.letters import letter
from inspector.model.problems import Problem, Where, shown
from inspector.model.remarks import error
from inspector.proof.filled_files import Grid
from inspector.proof.filled_heads import Heads
from inspector.proof.filled_nouns import QUOTED, Known, bare_seal
from inspector.proof.filled_values import nothing


class Table:
    """A grid below its headings. `rows` are those in which something stands, with their numbers."""

    def __init__(self, grid: Grid, heads: Heads, known: Known) -> None:
        self.grid, self.heads, self.known = grid, heads, known
        below = ((number, cells) for number, cells in grid.rows if number > heads.row)
        self.rows = [(number, cells) for number, cells in below if any(cell.strip() for cell in cells)]
        seals = {text for text in self.texts("visit") if text}
        self._alone = seals.pop() if len(seals) == 1 else ""

    def cell(self, cells: Sequence[str], name: str) -> str:
        """The cell of a row in the column of that name; empty where there is none."""
        place = self.heads.places.get(name)
        return "" if place is None else at(cells, place).strip()

    def texts(self, name: str) -> list[str]:
        """All cells of the column of that name; none where there is no such column."""
        return [self.cell(cells, name) for _, cells in self.rows] if name in self.heads.places else []

    def column(self, place: int) -> list[str]:
        """All cells of a column, from 0."""
        return [at(cells, place) for _, cells in self.rows]

    def more(self, cells: Sequence[str], key: str | None = None) -> Iterator[str]:
        """What stands in columns that somebody added, or that are not asked of this row."""
        heads = self.heads
        asked = {ask.field for ask in self.known.asks.get(key or "", ())}
        fields = (place for field, place in heads.fields.items() if key is None or field in asked)
        taken = {*heads.places.values(), *fields, *heads.ticks.values()}
        for place, cell in enumerate(cells):
            if place not in taken and not nothing(cell):
                heading = at(heads.texts, place).strip()
                yield f"{heading}: {cell.strip()}" if heading else cell.strip()

    def is_filled(self, cells: Sequence[str], *, seen: bool = True) -> bool:
        """Whether somebody wrote something: an answer, a note; and what was seen, where that counts too."""
        heads = self.heads
        said = (heads.places.get("seen"), *heads.ticks.values()) if seen else ()
        places = (*heads.fields.values(), heads.places.get("note"), *said)
        return any(place is not None and not nothing(at(cells, place)) for place in places) or any(self.more(cells))

    def refused(self) -> Problem | None:
        """Why nothing of the table is taken: it is of another visit, or does not say of which; None where it is taken."""
        seals = [seal for _, cells in self.rows if (seal := self.seal(cells))]
        if not self.rows or bare_seal(self.known.seal) in map(bare_seal, seals):
            return None
        if seals:
            return self.other(self.heads.row, seals[0], "sheet")
        fix = f"write {self.known.seal} into the column Visit, if it is a sheet of that visit"
        message = "the sheet does not say which visit it is of"
        return error("sheet-of-another", self.where(self.heads.row, "visit"), message, self.known.seal, fix)

    def seal(self, cells: Sequence[str]) -> str:
        """The seal that a row names, else the lines above the headings, else all the rows that name one."""
        return self.cell(cells, "visit") or self.heads.visit or self._alone

    def other(self, number: int, seal: str, what: str, key: str | None = None) -> Problem:
        """That a row or the sheet is of another visit."""
        told = shown(seal, QUOTED)
        message = f"the {what} is of another visit ({told}): what was found at one proves nothing of another"
        fix = "record it with the visit that it is of"
        return error("sheet-of-another", self.where(number, "visit", key), message, self.known.seal, fix)

    def where(self, number: int, name: str | None, key: str | None = None) -> Where:
        """The place of a row's cell in the column of that name, or of the row."""
        return self.place(number, self.heads.places.get(name) if name else None, key)

    def place(self, number: int, place: int | None, key: str | None) -> Where:
        """The place of a row's cell in a column, from 0, or of the row."""
        heading = None if place is None else (at(self.heads.texts, place).strip() or None)
        column = None if place is None else letter(place)
        return Where(file=self.grid.file, sheet=self.grid.sheet, row=number, letter=column, field=heading, key=key)


def at(cells: Sequence[str], place: int) -> str:
    """A cell of a row that may be too short."""
    return cells[place] if place < len(cells) else ""
