"""A file of a framework laid out in one way: blanks and empty lines only, so that every value and every comment stays as it is.

One blank behind a comma and a colon and none within brackets, no blanks at the ends of lines, one empty line at most, and exactly
one before each part of a list that fills the file (a rule, a case) and has more than a line.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from inspector.framework.yaml_source import parse

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OPEN = (yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken)
_CLOSE = (yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)


class _Edit(NamedTuple):
    """Characters of the text that another text is to take the place of."""

    begin: int
    end: int
    text: str


def laid_out(data: bytes, file: str) -> bytes:
    """The same file, laid out. Raises CannotComplete where it cannot be read. What is laid out already stays as it is."""
    value = parse(data, file).value
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    try:
        made = _lines(_spaced(text)).encode()
        again = _lines(_spaced(made.decode())).encode()
    except yaml.YAMLError:
        return data
    # Whatever a layout changes besides blanks is a fault of ours, and then the file stays as its author has it.
    return made if _same(value, made, file) and again == made else data


def _same(value: object, made: bytes, file: str) -> bool:
    from inspector.model.problems import CannotComplete

    try:
        other = parse(made, file).value
    except CannotComplete:
        return False
    return repr(other) == repr(value)


def _spaced(text: str) -> str:
    edits = list(_edits(text))
    for edit in reversed(edits):
        text = text[: edit.begin] + edit.text + text[edit.end :]
    return text


def _edits(text: str) -> Iterator[_Edit]:
    """The gaps between words and signs on one line that are not as they should be."""
    depth = 0
    before: Any = None
    for token in yaml.scan(text, Loader=_LOADER):
        if isinstance(
            token, yaml.KeyToken | yaml.BlockMappingStartToken | yaml.BlockSequenceStartToken | yaml.BlockEndToken
        ):
            # They have no sign of their own; a `?` is left to its author.
            continue
        if before is not None:
            begin, end = before.end_mark.index, token.start_mark.index
            wanted = _gap(before, token, depth)
            found = text[begin:end]
            if wanted is not None and found != wanted and not found.strip(" "):
                yield _Edit(begin, end, wanted)
        depth += isinstance(token, _OPEN) - isinstance(token, _CLOSE)
        before = token


def _gap(before: Any, token: Any, depth: int) -> str | None:
    """What belongs between two signs of one line; None where it is the author's affair."""
    if before.end_mark.line != token.start_mark.line or isinstance(token, yaml.StreamEndToken):
        return None
    if isinstance(before, yaml.ValueToken):
        return " "
    if isinstance(token, yaml.ValueToken):
        return "" if isinstance(before, yaml.ScalarToken) else None
    if depth == 0:
        return None
    if isinstance(before, _OPEN) or isinstance(token, (*_CLOSE, yaml.FlowEntryToken)):
        return ""
    return " " if isinstance(before, yaml.FlowEntryToken) else None


def _lines(text: str) -> str:
    """Ends of lines and empty lines put right, but within texts of more than one line."""
    within = _within(text)
    starts = _parts(text)
    made: list[str] = []
    for number, line in enumerate(text.split("\n")):
        if number in within:
            made.append(line)
            continue
        line = line.rstrip(" \t")
        if not line and (not made or not made[-1]):
            continue
        if number in starts and made and made[-1]:
            made.append("")
        made.append(line)
    while made and not made[-1]:
        made.pop()
    return "\n".join([*made, ""])


def _within(text: str) -> set[int]:
    """The lines that lie within a text of more than one line, whose ends and empty lines may be part of it."""
    found: set[int] = set()
    for token in yaml.scan(text, Loader=_LOADER):
        if isinstance(token, yaml.ScalarToken) and token.start_mark.line != token.end_mark.line:
            last = token.end_mark.line + (token.end_mark.column > 0)
            found |= set(range(token.start_mark.line, last))
    return found


def _parts(text: str) -> set[int]:
    """The lines before which an empty line belongs: parts of a list that fills the file, with the comments above them."""
    lines = text.split("\n")
    tokens = yaml.scan(text, Loader=_LOADER)
    marks = [token.start_mark for token in tokens if isinstance(token, yaml.BlockEntryToken)]
    tops = [mark.line for mark in marks if not mark.column]
    if not lines or not tops:
        return set()
    ends = [*tops[1:], len(lines)]
    found = set()
    for place, (top, end) in enumerate(zip(tops, ends, strict=True)):
        long = any(line.strip() and not line.startswith("#") for line in lines[top + 1 : end])
        if place and (long or _long(lines, tops[place - 1], top)):
            while lines[top - 1].startswith("#"):
                top -= 1
            found.add(top)
    return found


def _long(lines: list[str], top: int, end: int) -> bool:
    return any(line.strip() and not line.startswith("#") for line in lines[top + 1 : end])
