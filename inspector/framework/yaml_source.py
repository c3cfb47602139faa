"""YAML as authors of frameworks write it: plain values, and the line and column of every one of them.

Tags, anchors, merge keys, duplicate keys and second documents are refused: nothing in a framework needs them, and each hides
something from a reader. Dates stay text; the fields they are compared with say that they are dates.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

import yaml

from inspector.framework.not_yaml import reason
from inspector.framework.regular import content
from inspector.framework.scalars import DIGITS, TooLarge, scalar
from inspector.model.problems import CannotComplete, Problem, Where, shown

Path = tuple[str | int, ...]
Span = tuple[int, int, int, int]
"""Line and column of the first character, line and column behind the last, all from 1."""

DEEPEST = 32
"""Levels of nesting; a framework has fewer than ten."""
LONGEST = 20_000
"""Characters of one text."""
LONGEST_KEY = 200
_QUOTES = 2
_PARTS = 2
"""Names of a part that has a place of its own; conditions know where they stand by themselves."""

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STANDARD = "tag:yaml.org,2002:"


@dataclass(frozen=True)
class Document:
    """A file's value, and the place (from line and column to line and column, from 1) of every value and key in it, by path."""

    file: str
    value: Any
    values: dict[Path, Span]
    keys: dict[Path, Span]
    size: int = 0
    """Bytes of the file."""

    def where(self, *path: str | int) -> Where:
        """The place of the value at a path, or of the nearest thing around it that exists."""
        return self._at(self.values, path)

    def where_key(self, *path: str | int) -> Where:
        """The place of the key at the end of a path."""
        return self._at(self.keys if path in self.keys else self.values, path)

    def where_in(self, offset: int, length: int, *path: str | int) -> Where:
        """The place of some characters of the text at a path; of the whole text where that is not written as it reads."""
        whole = self.where(*path)
        line, column, last, end = self.values.get(path, (0, 0, 1, 0))
        text = self.value
        for step in path:
            text = text[step]
        around = end - column - len(text)
        if line != last or around not in (0, _QUOTES):
            return whole
        begin = column + around // 2 + offset
        return whole.model_copy(update={"column": begin, "end_column": begin + length})

    def parts(self, *of: str | int) -> tuple[tuple[str, Where], ...]:
        """The place of each part of something at a path of one or two steps, two names deep: `says`, `ask/0`."""
        return tuple(("/".join(map(str, path[len(of) :])), self.where(*path)) for path in self._parts.get(of, ()))

    @cached_property
    def _parts(self) -> dict[Path, list[Path]]:
        found: dict[Path, list[Path]] = {}
        for path in self.values:
            for deep in (1, 2):
                if 0 < len(path) - deep <= _PARTS:
                    found.setdefault(path[:deep], []).append(path)
        return found

    def _at(self, places: dict[Path, Span], path: Path) -> Where:
        while path and path not in places:
            path = path[:-1]
        line, column, last, end = places.get(path, (1, 1, None, None))
        return Where(file=self.file, line=line, column=column, end_line=last, end_column=end)


def load(path: FilePath, file: str) -> Document:
    """Read one file; `file` is its name in messages. Raises CannotComplete with one located problem."""
    return parse(content(path, file), file)


def parse(data: bytes, file: str) -> Document:
    """The value of YAML in UTF-8, with its places. Raises CannotComplete with one located problem."""
    text = _decoded(data, file)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        reader = _Reader(file, loader)
        return Document(file, reader.document(), reader.values, reader.keys, len(data))
    except yaml.YAMLError as failure:
        why = reason(failure, text)
        raise _refuse("not-yaml", _marked(failure, file), f"not YAML: {why.says}", why.expected, why.fix) from None
    finally:
        loader.dispose()


def _decoded(data: bytes, file: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line, column = data.count(b"\n", 0, failure.start) + 1, failure.start - data.rfind(b"\n", 0, failure.start)
        said = (
            "the file is UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else f"byte {failure.start + 1} is not UTF-8"
        )
        raise _refuse("not-utf8", Where(file=file, line=line, column=column), said, "UTF-8") from None
    found = _FORBIDDEN.search(text)
    if found:
        line, column = text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())
        message = f"not YAML: the character U+{ord(found[0]):04X} does not belong in a text"
        raise _refuse("not-yaml", Where(file=file, line=line, column=column), message, fix="take it out")
    return text


class _Reader:
    """Turns what the parser meets into values, noting their places."""

    def __init__(self, file: str, loader: Any) -> None:
        self.file = file
        self.values: dict[Path, Span] = {}
        self.keys: dict[Path, Span] = {}
        self._end = (1, 1)
        self._next = loader.get_event

    def document(self) -> Any:
        """The value of the only document; None where there is none."""
        self._next()
        begins = self._next()
        if isinstance(begins, yaml.StreamEndEvent):
            return None
        if begins.tags:
            raise self._refused("yaml-tag", begins, "tags are not used here, and %TAG names one", "the text itself")
        value = self._value(self._next(), ())
        self._next()
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise self._refused("not-yaml", after, "not YAML: a second document begins here", "one document in a file")
        return value

    def _value(self, event: yaml.Event, path: Path) -> Any:
        self._plain(event)
        if isinstance(event, yaml.ScalarEvent):
            self.values[path] = _span(event)
            self._end = self.values[path][2:]
            return self._scalar(event)
        if len(path) >= DEEPEST:
            raise self._refused("not-yaml", event, f"the file is nested more than {DEEPEST} deep", "a flatter file")
        # Noted before what is within it, as the parts of a thing are told in the order of the file.
        self.values[path] = _span(event)
        found = self._mapping(path) if isinstance(event, yaml.MappingStartEvent) else self._list(path)
        self.values[path] = (*_place(event), *self._end)
        return found

    def _list(self, path: Path) -> list[Any]:
        return [self._value(child, (*path, place)) for place, child in enumerate(self._until(yaml.SequenceEndEvent))]

    def _mapping(self, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key in self._until(yaml.MappingEndEvent):
            name = self._key(key)
            if name in found:
                raise self._refused("duplicate-key", key, f"the key {shown(name)} stands twice", fix="keep one")
            at = (*path, name)
            self.keys[at] = _span(key)
            found[name] = self._value(self._next(), at)
        return found

    def _key(self, event: Any) -> str:
        self._plain(event)
        if not isinstance(event, yaml.ScalarEvent):
            raise self._refused("not-yaml", event, "a key must be a word")
        name = str(event.value)
        if name == "<<" and event.implicit[0]:
            raise self._refused("yaml-alias", event, "merge keys (<<) are not used here", "the keys themselves")
        if len(name) > LONGEST_KEY:
            raise self._refused("not-yaml", event, f"a key of more than {LONGEST_KEY} characters is none", "a word")
        return name

    def _scalar(self, event: Any) -> Any:
        text = str(event.value)
        if len(text) > LONGEST:
            message = f"a text of {len(text)} characters is longer than {LONGEST}"
            raise self._refused("too-long", event, message, "what a person reads")
        try:
            return scalar(text) if event.implicit[0] else text
        except TooLarge:
            message = f"{shown(text)} is no number that can be compared"
            raise self._refused("yaml-number", event, message, f"a finite one of at most {DIGITS} digits") from None

    def _until(self, end: type[yaml.Event]) -> Iterator[Any]:
        while not isinstance(event := self._next(), end):
            yield event
        # What stands in brackets ends with the bracket; what is told by its indentation, with the last of what is within it.
        line, column, *last = _span(event)
        if last != [line, column]:
            self._end = (last[0], last[1])

    def _plain(self, event: Any) -> None:
        """Refuse an alias, an anchor and a tag."""
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            mark = f"{'*' if isinstance(event, yaml.AliasEvent) else '&'}{event.anchor}"
            message = f"anchors and aliases are not used here, and {shown(mark)} is one"
            raise self._refused("yaml-alias", event, message, "the text itself")
        if event.tag is not None:
            message = f"tags are not used here, and {shown(_spelt(event.tag))} is one"
            raise self._refused("yaml-tag", event, message, "the value without a tag")

    def _refused(self, rule: str, event: yaml.Event, message: str, expected: str = "", fix: str = "") -> CannotComplete:
        line, column = _place(event)
        return _refuse(rule, Where(file=self.file, line=line, column=column), message, expected, fix)


def _spelt(tag: str) -> str:
    if tag.startswith(_STANDARD):
        return f"!!{tag.removeprefix(_STANDARD)}"
    return tag if tag.startswith("!") else f"!<{tag}>"


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _span(event: Any) -> Span:
    return (*_place(event), event.end_mark.line + 1, event.end_mark.column + 1)


def _marked(failure: yaml.YAMLError, file: str) -> Where:
    mark = getattr(failure, "problem_mark", None) or getattr(failure, "context_mark", None)
    return Where(file=file, line=mark.line + 1, column=mark.column + 1) if mark else Where(file=file, line=1, column=1)


def _refuse(rule: str, where: Where, message: str, expected: str = "", fix: str = "") -> CannotComplete:
    return CannotComplete([Problem(rule=rule, level="error", where=where, message=message, expected=expected, fix=fix)])
