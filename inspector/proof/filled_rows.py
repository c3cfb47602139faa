"""The rows of a filled sheet of rows: which key, what was seen and found, who looked and when; or what is wrong with a row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from inspector.model.letters import letter
from inspector.model.problems import Problem, Where, shown
from inspector.model.remarks import did_you_mean, error, query
from inspector.model.visits import Seen
from inspector.proof.asks import Ask
from inspector.proof.filled_files import Grid
from inspector.proof.filled_heads import Heads
from inspector.proof.filled_values import Column, day_of, nothing
from inspector.proof.seen_words import IN_WORDS, SEEN, answer_and_note, seen_of, why_not
from inspector.values import ids
from inspector.values.dates import DAY_FIRST, Dates

QUOTED = 24
"""What is longer is not repeated by a message: it is no answer, and may say more than a message should."""
LONGEST_NOTE = 4_000
ANSWERS = " or ".join([", ".join(f"'{IN_WORDS[seen]}'" for seen in SEEN[:-1]), f"'{IN_WORDS[SEEN[-1]]}'"])


@dataclass(frozen=True)
class FilledRow:
    """What was written down about one row. `found` by field, in the one spelling; `who` and `when` are empty where unknown.

    `when` is a day as ISO 8601 has it.
    """

    key: str
    seen: Seen
    found: tuple[tuple[str, str], ...]
    note: str
    who: str
    when: str
    where: Where


@dataclass(frozen=True)
class Known:
    """What rows are held against: the seal of the plan, all keys, those that were drawn, and what is asked of each."""

    seal: str
    keys: Mapping[str, str]
    """By their one spelling, as `ids.key` has it."""
    drawn: frozenset[str]
    asks: Mapping[str, tuple[Ask, ...]]

    def key(self, text: str) -> str | None:
        """The key that is meant by a text."""
        return self.keys.get(ids.key(text)) if text else None


@dataclass(frozen=True)
class Blank:
    """A row that says nothing yet."""

    key: str


class Rows:
    """One table, read row by row."""

    def __init__(self, grid: Grid, heads: Heads, known: Known) -> None:
        self._grid, self._heads, self._known = grid, heads, known
        self._below = [(number, cells) for number, cells in grid.rows if number > heads.row]
        asks = {ask.field: ask for some in known.asks.values() for ask in some}
        self._columns = {
            name: Column(asks[name], self._texts(place), grid.epoch) for name, place in heads.fields.items()
        }
        when = heads.places.get("when")
        visit = heads.places.get("visit")
        seals = {text for text in map(str.strip, self._texts(visit)) if text} if visit is not None else set()
        self._alone = seals.pop() if len(seals) == 1 else ""
        seen = heads.places.get("seen")
        codes = {text.strip() for text in self._texts(seen)} if seen is not None else set()
        self._coded = any(text.isdecimal() and text not in ("0", "1") for text in codes)
        """Whether numbers stand for answers that only whoever wrote them knows."""
        self._days = Dates.of([] if when is None else self._texts(when), DAY_FIRST, grid.epoch)

    def each(self) -> Iterator[FilledRow | Blank | Problem]:
        """What each row says, and what is wrong with it; empty rows say nothing. A sheet of another visit is refused once."""
        rows = [(number, cells) for number, cells in self._below if any(cell.strip() for cell in cells)]
        seals = {bare_seal(seal) for _, cells in rows if (seal := self._seal(cells))}
        if seals and bare_seal(self._known.seal) not in seals:
            yield self._other(self._heads.row, self._seal(rows[0][1]), "sheet")
        elif rows and not seals:
            fix = f"write {self._known.seal} into the column Visit, if it is a sheet of that visit"
            message = "the sheet does not say which visit it is of"
            yield error("sheet-of-another", self._where(self._heads.row, "visit"), message, self._known.seal, fix)
        else:
            for number, cells in rows:
                yield from self._row(number, cells)

    def _row(self, number: int, cells: Sequence[str]) -> Iterator[FilledRow | Blank | Problem]:
        written, _ = ids.clean(self._cell(cells, "key"))
        key = self._known.key(written)
        filled = self._is_filled(cells)
        if key is None and not (written or filled):
            return
        if wrong := self._refused(number, cells, written, key):
            if filled or key is not None:
                yield wrong
            else:
                yield query("sheet-note", self._where(number, "key"), "the row has no key, and was left out")
            return
        assert key is not None
        seen, said = self._seen(cells)
        if seen == "":
            yield Blank(key)
            if self._is_filled(cells, seen=False):
                yield query(
                    "sheet-blank", self._where(number, "seen", key),
                    "it does not say whether the row was seen, so that it is not recorded", ANSWERS, "fill in what you saw",
                )  # fmt: skip
            return
        if seen is None:
            yield self._unclear(number, cells, key)
            return
        found, behind, wrong_values = self._found(number, cells, key)
        if wrong_values:
            yield from wrong_values
            return
        when, late = self._when(number, cells, key)
        yield from late
        note = "; ".join(part for part in (said, self._cell(cells, "note"), *behind, *self._more(cells, key)) if part)
        if len(note) > LONGEST_NOTE:
            yield query(
                "sheet-note", self._where(number, "note", key), f"the note was cut to {LONGEST_NOTE:,} characters"
            )
        yield FilledRow(
            key, seen, found, note[:LONGEST_NOTE], self._cell(cells, "by"), when, self._where(number, None, key)
        )

    def _refused(self, number: int, cells: Sequence[str], written: str, key: str | None) -> Problem | None:
        """Why the row is not of this visit, or was not drawn; None where it was."""
        seal = self._seal(cells)
        if bare_seal(seal) != bare_seal(self._known.seal):
            return self._other(number, seal, "row", key)
        if key is None:
            fix = did_you_mean(written, self._known.keys.values()) or "copy the key from the sheet as it was written"
            told = f"the visit has no row {shown(written, QUOTED)}" if written else "the row has no key"
            return error("visit-row", self._where(number, "key"), told, "a key of the sheet", fix)
        if key not in self._known.drawn:
            fix = "record the rows that were drawn; `inspector visit next` draws more"
            return error(
                "visit-row",
                self._where(number, "key", key),
                f"{key!r} was not drawn: rows that somebody picks prove nothing",
                fix=fix,
            )
        return None

    def _other(self, number: int, seal: str, what: str, key: str | None = None) -> Problem:
        message = (
            f"the {what} is of another visit ({shown(seal, QUOTED)}): what was found at one proves nothing of another"
        )
        fix = "record it with the visit that it is of"
        return error("sheet-of-another", self._where(number, "visit", key), message, self._known.seal, fix)

    def _seal(self, cells: Sequence[str]) -> str:
        """The seal that a row names, else the lines above the headings, else all the rows that name one."""
        return self._cell(cells, "visit") or self._heads.visit or self._alone

    def _seen(self, cells: Sequence[str]) -> tuple[Seen | Literal[""] | None, str]:
        if not self._heads.ticks:
            text = self._cell(cells, "seen")
            return (None, "") if self._coded and text in ("0", "1") else answer_and_note(text)
        if any("?" in _at(cells, place) for place in self._heads.ticks.values()):
            return None, ""
        ticked = [seen for seen, place in self._heads.ticks.items() if _ticked(_at(cells, place))]
        if len(ticked) == 1:
            return ticked[0], ""
        return (None if ticked else ""), ""

    def _unclear(self, number: int, cells: Sequence[str], key: str) -> Problem:
        if self._heads.ticks:
            return error(
                "sheet-answer",
                self._where(number, None, key),
                "not exactly one answer is ticked",
                ANSWERS,
                "tick one of them",
            )
        text = self._cell(cells, "seen")
        told = shown(text) if len(text) <= QUOTED else "what stands here"
        message = f"{told} is not taken for an answer: {why_not(text)}"
        return error(
            "sheet-answer",
            self._where(number, "seen", key),
            message,
            ANSWERS,
            "write one of the four, and the rest in the note",
        )

    def _found(
        self, number: int, cells: Sequence[str], key: str
    ) -> tuple[tuple[tuple[str, str], ...], list[str], list[Problem]]:
        """What was found by field, what stood behind it in its cells, and what cannot be read."""
        found: list[tuple[str, str]] = []
        behind: list[str] = []
        wrong: list[Problem] = []
        for ask in self._known.asks[key]:
            place = self._heads.fields.get(ask.field)
            if place is None:
                continue
            text = _at(cells, place)
            read = self._columns[ask.field].read(text)
            if read.wrong:
                told = shown(text) if len(text) <= QUOTED else "what stands here"
                at = self._place(number, place, key)
                wrong.append(error("sheet-value", at, f"{told} {read.wrong}", ask.question, read.fix))
            elif read.text:
                found.append((ask.field, read.text))
                if read.note:
                    behind.append(f"{ask.label}: {read.note}")
        return tuple(found), behind, wrong

    def _when(self, number: int, cells: Sequence[str], key: str) -> tuple[str, list[Problem]]:
        text = " ".join(self._cell(cells, "when").split())
        if nothing(text):
            return "", []
        day = day_of(self._days, text)
        if day is not None and len(day) == len("2024-03-14"):
            return day, []
        message = "the day on which somebody looked cannot be read, and was left out"
        return "", [query("sheet-value", self._where(number, "when", key), message, "a day, as in 14 March 2024")]

    def _more(self, cells: Sequence[str], key: str | None = None) -> Iterator[str]:
        """What stands in columns that somebody added, or that are not asked of this row."""
        heads = self._heads
        asked = {ask.field for ask in self._known.asks.get(key or "", ())}
        fields = (place for field, place in heads.fields.items() if key is None or field in asked)
        taken = {*heads.places.values(), *fields, *heads.ticks.values()}
        for place, cell in enumerate(cells):
            if place not in taken and not nothing(cell):
                heading = _at(heads.texts, place).strip()
                yield f"{heading}: {cell.strip()}" if heading else cell.strip()

    def _is_filled(self, cells: Sequence[str], *, seen: bool = True) -> bool:
        """Whether somebody wrote something: an answer, a note; and what was seen, where that counts too."""
        heads = self._heads
        names = ("seen", "note") if seen else ("note",)
        places = (*heads.fields.values(), *heads.ticks.values(), *(heads.places.get(name) for name in names))
        return any(place is not None and not nothing(_at(cells, place)) for place in places) or any(self._more(cells))

    def _texts(self, place: int) -> list[str]:
        return [_at(cells, place) for _, cells in self._below]

    def _cell(self, cells: Sequence[str], name: str) -> str:
        place = self._heads.places.get(name)
        return "" if place is None else _at(cells, place).strip()

    def _where(self, number: int, name: str | None, key: str | None = None) -> Where:
        place = self._heads.places.get(name) if name else None
        return self._place(number, place, key)

    def _place(self, number: int, place: int | None, key: str | None) -> Where:
        grid = self._grid
        heading = None if place is None else (_at(self._heads.texts, place).strip() or None)
        column = None if place is None else letter(place)
        return Where(file=grid.file, sheet=grid.sheet, row=number, letter=column, field=heading, key=key)


def _at(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def bare_seal(seal: str) -> str:
    """The start of a seal as it can be held against another's, however it was typed."""
    return ids.clean(seal)[0].casefold().replace("-", "").replace(" ", "").removeprefix("sha256:")[:12]


def _ticked(text: str) -> bool:
    """Whether a box of one answer is ticked: by whatever stands in it but *no*."""
    return not nothing(text) and seen_of(text) not in ("not-seen", "")
