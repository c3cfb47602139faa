"""Where in a JSON text a number, a word or a key that stands twice is: asked only once it is known that the text has one."""

import json
import re
from collections.abc import Iterator

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s"{}\[\]:,]+', re.DOTALL)


def literal(text: str, wanted: str) -> tuple[int, int] | None:
    """Line and column, from 1, of the first number or word that is written so; None where it stands only within texts."""
    return next((_place(text, one.start()) for one in _TOKEN.finditer(text) if one.group() == wanted), None)


def deepest(text: str, most: int) -> tuple[int, int] | None:
    """Line and column of the first bracket that opens more than `most` levels."""
    depth = 0
    for one in _TOKEN.finditer(text):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(one.group(), 0)
        if depth > most:
            return _place(text, one.start())
    return None


def twin(text: str) -> tuple[int, int] | None:
    """Line and column of the first key that its object has already."""
    for keys, key, place in _keys(text):
        if key in keys:
            return _place(text, place)
        keys.add(key)
    return None


def _keys(text: str) -> Iterator[tuple[set[str], str, int]]:
    """Each key with those that its object has before it."""
    open_: list[set[str] | None] = []
    last, place = "", 0
    for one in _TOKEN.finditer(text):
        token = one.group()
        if token == ":" and open_ and open_[-1] is not None and last[:1] == '"':
            yield open_[-1], json.loads(last, strict=False), place
        elif token in "{[":
            open_.append(set() if token == "{" else None)
        elif token in "}]" and open_:
            open_.pop()
        last, place = token, one.start()


def _place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
