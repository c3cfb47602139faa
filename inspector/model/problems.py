"""Remarks on what was submitted: what is wrong, where, what was expected and the likely fix."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from inspector.model.base import Noun
from inspector.model.limits import most, raise_it
from inspector.model.words import plain, short

Level = Literal["error", "query"]
"""`error`: cannot be read as meant. `query`: odd, may be explained. An integrity question is a `Trace` instead."""


class Where(Noun):
    """A place: a file of the bundle or framework, and a line and column (YAML, JSON) or a row and field (tables).

    `line`, `column` and `row` count from 1; the header of a table is row 1, as in a spreadsheet. A row of a CSV has a line of its
    own below a cell that holds a line break. `path` is the place
    within a JSON document, as in `resources[2].hash`. In a workbook `sheet` names the sheet and `letter` the column as
    the spreadsheet letters it; `key` is the record's own id (a child's, an entry's), where the row has one. `end_line` and
    `end_column` say where what is meant ends, the column of the first character behind it, in YAML.
    """

    file: str
    sheet: str | None = None
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    row: int | None = None
    letter: str | None = None
    field: str | None = None
    key: str | None = None
    path: str | None = None

    def __str__(self) -> str:
        """The place as people and editors write it: `file:line:column`, `file, row 7, column value`."""
        text = self.file
        if self.line is not None:
            text += f":{self.line}" + (f":{self.column}" if self.column is not None else "")
        if self.sheet is not None:
            text += f", sheet {self.sheet}"
        if self.row is not None:
            text += f", row {self.row}"
        if self.field is not None:
            text += f", column {f'{self.letter} ' if self.letter else ''}{self.field}"
        if self.key is not None:
            text += f" ({self.key})"
        if self.path:
            text += f", at {self.path}"
        return text


def said(message: str, fix: str, expected: str) -> str:
    """What is wrong, what was expected and the likely fix, as sentences."""
    parts = (message, f"Expected: {expected}" if expected else "", f"Fix: {fix}" if fix else "")
    return " ".join(part if part.endswith((".", "?")) else f"{part}." for part in parts if part)


class Problem(Noun):
    """One remark. `rule` is a permanent kebab-case id; `message` says what is wrong; `fix` is the likely remedy."""

    rule: str
    level: Level
    where: Where
    message: str
    expected: str = ""
    fix: str = ""
    found: str | None = None

    def __str__(self) -> str:
        """The remark on one line: where, level, rule id, what is wrong, what was expected, the likely fix."""
        return plain(f"{self.where}: {self.level} [{self.rule}] {said(self.message, self.fix, self.expected)}")

    def __repr__(self) -> str:
        return f"<Problem {self.level} [{self.rule}] {short(f'{self.where}: {self.message}', 120)}>"


@dataclass(frozen=True)
class Faults:
    """One fault in many rows of one column, at least one, held by the column: a million rows can have sixty thousand.

    `rows`, `found`, `others` and `keys` run side by side; an empty one has nothing to say. `message` and `fix` may hold
    `{found}` (the value, quoted) and `{other}` (what it was held against, as it is); either may be None where it is not
    repeated. `fixes` gives a fix of its own to some of the values found.
    """

    rule: str
    level: Level
    file: str
    message: str
    rows: tuple[int, ...]
    found: tuple[str | None, ...] = ()
    others: tuple[str | None, ...] = ()
    keys: tuple[str | None, ...] = ()
    sheet: str | None = None
    letter: str | None = None
    field: str | None = None
    expected: str = ""
    fix: str = ""
    fixes: Mapping[str, str] | None = None
    lines: Mapping[int, int] | None = None
    """The lines of those rows of a CSV that do not begin in the line of their own number."""
    paths: Mapping[int, str] | None = None
    """Of JSON, which has no rows: the place of each element."""

    def __post_init__(self) -> None:
        """Raises ValueError where there is no row to show, or what runs beside the rows is not as long."""
        sides = (self.found, self.others, self.keys)
        if not self.rows or any(side and len(side) != len(self.rows) for side in sides):
            raise ValueError(f"a fault [{self.rule}] in {len(self.rows)} rows, with sides of {[len(s) for s in sides]}")

    def __len__(self) -> int:
        return len(self.rows)

    def words(self, place: int) -> tuple[str, str]:
        """Message and fix of the row at that place of `rows`."""
        found = self.found[place] if self.found else None
        fix = (self.fixes or {}).get(found or "", self.fix)
        return self._filled(self.message, place, found), self._filled(fix, place, found)

    def _filled(self, text: str, place: int, found: str | None) -> str:
        if "{" not in text:
            return text
        other = (self.others[place] if self.others else None) or "what stands there"
        quoted = "what stands here" if found is None else shown(found)
        return text.replace("{other}", other).replace("{found}", quoted)

    def problems(self, first: int | None = None) -> Iterator[Problem]:
        """One problem a row, in the order of the rows; of the `first` rows alone."""
        for place, row in enumerate(self.rows[:first]):
            message, fix = self.words(place)
            where = Where(
                file=self.file,
                sheet=self.sheet,
                line=(self.lines or {}).get(row),
                row=None if self.paths else row,
                letter=self.letter,
                field=self.field,
                key=self.keys[place] if self.keys else None,
                path=(self.paths or {}).get(row),
            )
            found = self.found[place] if self.found else None
            yield Problem(
                rule=self.rule,
                level=self.level,
                where=where,
                message=message,
                expected=self.expected,
                fix=fix,
                found=found,
            )


def each(remarks: "Iterable[Problem | Faults]") -> Iterator[Problem]:
    """Every problem by itself, faults in many rows taken apart."""
    for remark in remarks:
        if isinstance(remark, Faults):
            yield from remark.problems()
        else:
            yield remark


def listed(remarks: "Iterable[Problem | Faults]") -> tuple[Problem, ...]:
    """Every problem by itself as far as so many are listed: of a fault in far too many rows the first, and how many more."""
    found = tuple(remarks)
    total = sum(len(one) if isinstance(one, Faults) else 1 for one in found)
    share = total if total <= most("problems-listed") else max(most("problems-listed") // len(found), 1)
    return tuple(problem for one in found for problem in _first(one, share))


def _first(remark: "Problem | Faults", share: int) -> Iterator[Problem]:
    if not isinstance(remark, Faults):
        yield remark
        return
    yield from remark.problems(share)
    if len(remark) > share:
        where = Where(file=remark.file, sheet=remark.sheet, letter=remark.letter, field=remark.field)
        message = f"{len(remark) - share:,} more rows have the fault of the rows before and are not listed"
        yield Problem(
            rule=remark.rule, level=remark.level, where=where, message=message, fix=raise_it("problems-listed")
        )


def shown(value: object, most: int = 60) -> str:
    """A value of the evidence as it is quoted in a message: never longer than `most` characters."""
    text = str(value)
    return repr(text if len(text) <= most else text[: most - 1] + "…")


class CannotComplete(Exception):
    """Work that cannot go on: an unreadable bundle, an unknown framework. Carries every problem that was found.

    Its `str` lists the first twenty of them in words, one a line, as the command line does.
    """

    MOST = 20

    def __init__(self, problems: "tuple[Problem, ...] | list[Problem]") -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        lines = [str(problem) for problem in self.problems[: self.MOST]]
        more = len(self.problems) - self.MOST
        return "\n".join([*lines, *([f"… and {more} more"] if more > 0 else [])])
