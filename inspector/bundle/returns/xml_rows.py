"""A return that comes as one XML document, read element by element to the rows of its tables.

Expat reads it, in the standard library: it needs no tree, tells the line of everything, and opens nothing. A document type is
refused before anything in it is read, so that there are no entities to grow or to fetch (docs/decisions/xml-by-expat.md).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from inspector.bundle.open.content import Content
from inspector.bundle.packs import Pack, schema_name
from inspector.bundle.schema import json_schema
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, error, query, shown

BETWEEN = ";"
"""Between the values of an element that may stand several times in one row."""
DECLARED = "the XML declares a document type or entities, which no return has; nothing of it was read"
MOST_TOLD = 50
LONGEST_NAME = 80


@dataclass
class Rows:
    """The rows of one table: for each field its texts, side by side, and the line in which each row begins."""

    fields: dict[str, list[str | None]]
    lists: frozenset[str]
    own: frozenset[str]
    lines: list[int] = field(default_factory=list)
    above: list[tuple[tuple[str, int], ...]] = field(default_factory=list)
    """The rows that each row stands in, the innermost last: table and place."""


@dataclass
class _Open:
    """A row that has begun and not ended."""

    table: str
    place: int
    depth: int


def rows_of_document(content: Content, pack: Pack) -> tuple[dict[str, Rows], list[Problem]]:
    """The rows of every table of the pack, and remarks. Raises Unreadable for what is no such document, with its line."""
    reading = _Reading(content.path, pack)
    parser = reading.parser
    try:
        fed = 0
        for part in content.parts():
            parser.Parse(part, False)
            fed += len(part)
            # Of one endless tag or comment each part would be read again with all before it.
            if fed - parser.CurrentByteIndex > 2 * most("cell-characters"):
                raise reading.refusal(
                    "unsafe-xml", "a tag or comment is longer than any that is read", "cell-characters"
                )
        parser.Parse(b"", True)
    except expat.ExpatError as failure:
        message = f"the XML is not well formed: {expat.errors.messages[failure.code]}"
        cut = failure.code in _CUT
        fix = "the file is cut off: write it again, and compare its size" if cut else "write the file again"
        where = Where(file=content.path, line=failure.lineno, column=failure.offset + 1)
        raise Unreadable(error("broken-xml", where, message, fix=fix)) from None
    except (LookupError, ValueError) as failure:
        # An encoding that Python has not, or that is of more bytes a letter.
        where = Where(file=content.path, line=1)
        raise Unreadable(error("broken-xml", where, f"the XML cannot be decoded: {failure}", "UTF-8")) from None
    return reading.finished(), reading.remarks()


_CUT = frozenset(
    code for text, code in expat.errors.codes.items()
    if text in ("no element found", "unclosed token", "unclosed CDATA section", "partial character")
)  # fmt: skip


class _Reading:
    """One document on its way through the parser."""

    def __init__(self, path: str, pack: Pack) -> None:
        self._path, self._pack = path, pack
        self._deepest, self._most, self._longest = most("xml-depth"), most("xml-elements"), most("cell-characters")
        self.tables = {name: _rows(pack, name) for name in pack.tables}
        self._by_element = {one.element: name for name, one in pack.tables.items()}
        self._open: list[_Open] = []
        self._depth = self._elements = self._length = 0
        self._text: list[str] = []
        self._leaf = False
        self._odd: dict[tuple[str, str], list[int]] = {}
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = self._declared
        self.parser.EntityDeclHandler = self._declared
        self.parser.ExternalEntityRefHandler = self._declared

    def refusal(self, rule: str, message: str, limit: str = "", expected: str = "") -> Unreadable:
        """The refusal of the document at the line that is being read."""
        fix = raise_it(limit) if limit else ""
        expected = f"at most {words(limit)}" if limit else expected
        return Unreadable(error(rule, self._where(), message, expected, fix))

    def _where(self) -> Where:
        parser = self.parser
        return Where(file=self._path, line=parser.CurrentLineNumber, column=parser.CurrentColumnNumber + 1)

    def _declared(self, *_: Any) -> int:
        raise self.refusal("unsafe-xml", DECLARED)

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        self._count()
        space, _, plain = name.rpartition(" ")
        if self._depth == 1 and plain != self._pack.root:
            message = f"the outermost element is {shown(plain, LONGEST_NAME)}"
            raise self.refusal("wrong-xml", message, expected=f"{self._pack.root}, as the return has it")
        if space:
            message = f"the element {shown(plain, LONGEST_NAME)} is in the namespace {shown(space, LONGEST_NAME)}"
            raise self.refusal("wrong-xml", message, expected="elements in no namespace, as the return has them")
        self._text.clear()
        self._length, self._leaf = 0, True
        if (table := self._by_element.get(plain)) is not None:
            self._begin(table)

    def _count(self) -> None:
        if self._depth > self._deepest:
            raise self.refusal("unsafe-xml", f"elements stand more than {self._depth - 1} deep", "xml-depth")
        if self._elements > self._most:
            raise self.refusal("unsafe-xml", f"there are more than {self._elements - 1:,} elements", "xml-elements")

    def _begin(self, table: str) -> None:
        rows = self.tables[table]
        rows.lines.append(self.parser.CurrentLineNumber)
        rows.above.append(tuple((one.table, one.place) for one in self._open))
        for texts in rows.fields.values():
            texts.append(None)
        self._open.append(_Open(table, len(rows.lines) - 1, self._depth))

    def _characters(self, text: str) -> None:
        self._length += len(text)
        if self._length > self._longest:
            raise self.refusal("unsafe-xml", "an element holds a longer text than is read", "cell-characters")
        self._text.append(text)

    def _end(self, name: str) -> None:
        leaf, self._leaf = self._leaf, False
        if self._open and self._open[-1].depth == self._depth:
            self._open.pop()
        elif name not in self._pack.containers:
            self._value(name, "".join(self._text).strip() if leaf else None)
        self._depth -= 1
        self._text.clear()
        self._length = 0

    def _value(self, name: str, text: str | None) -> None:
        """Put what an element holds into the row that it stands in; None where it holds other elements."""
        row = self._open[-1] if self._open else None
        rows = self.tables[row.table] if row else None
        if row is None or rows is None or name not in rows.own or text is None:
            if self._depth > 1:
                self._odd.setdefault(("unknown-element", name), []).append(self.parser.CurrentLineNumber)
            return
        there = rows.fields[name][row.place]
        if name in rows.lists:
            rows.fields[name][row.place] = text if there is None else f"{there}{BETWEEN}{text}"
        elif there is None:
            rows.fields[name][row.place] = text or None
        elif text != there and row.table != "header":
            self._odd.setdefault(("repeated-element", name), []).append(self.parser.CurrentLineNumber)

    def finished(self) -> dict[str, Rows]:
        """The rows, each with what it has from those it stands in."""
        for name, rows in self.tables.items():
            for text in self._pack.tables[name].from_above:
                rows.fields[text] = [self._inherited(text, above) for above in rows.above]
        for name, one in self._pack.tables.items():
            if one.always and not self.tables[name].lines:
                message = f"there is no element {one.element} in the document, so that it is no return of the {self._pack.title}"
                raise Unreadable(error("wrong-xml", Where(file=self._path, line=1), message))
        return self.tables

    def _inherited(self, name: str, above: tuple[tuple[str, int], ...]) -> str | None:
        for table, place in reversed(above):
            if name in self.tables[table].own:
                return self.tables[table].fields[name][place]
        return None

    def remarks(self) -> list[Problem]:
        """A query for each element that was not read."""
        say: dict[str, Callable[[str, int], str]] = {
            "unknown-element": lambda name, count: (
                f"the element {name} is none that stands here and is not read ({count:,} times)"
            ),
            "repeated-element": lambda name, count: (
                f"the element {name} stands again in the same row; the first is read ({count:,} times)"
            ),
        }
        return [
            query(rule, Where(file=self._path, line=lines[0]), say[rule](shown(name, LONGEST_NAME), len(lines)))
            for (rule, name), lines in list(self._odd.items())[:MOST_TOLD]
        ]


def _rows(pack: Pack, table: str) -> Rows:
    cells = json_schema.schema(schema_name(pack.name, table))["properties"]
    lists = frozenset(name for name, cell in cells.items() if cell["type"] == "array")
    above = pack.tables[table].from_above
    own = frozenset(name for name in cells if name not in above)
    return Rows({name: [] for name in cells if name in own}, lists, own)
