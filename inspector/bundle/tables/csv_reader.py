"""Python's own CSV reader with a limit of ours on the length of a cell.

`csv.field_size_limit` holds for the whole process, so whoever calls Inspector from a program of their own would find theirs
changed. The limit is kept by the module `_csv`; a second instance of it keeps its own.
"""

import importlib.util
from collections.abc import Iterable, Iterator
from functools import lru_cache
from types import ModuleType
from typing import Any, Protocol


class CsvReader(Protocol):
    """What `csv.reader` gives: rows of cells, and `line_num`, the lines read so far."""

    @property
    def line_num(self) -> int:
        """The lines read so far."""

    def __iter__(self) -> Iterator[list[str]]:
        """The rows."""

    def __next__(self) -> list[str]:
        """The next row. Raises the `Error` of the parser that made the reader."""


def reader(lines: Iterable[str], longest: int, *, delimiter: str = ",", strict: bool = False) -> CsvReader:
    """The rows of a CSV; a cell may have up to `longest` characters. What cannot be read raises `failure(longest)`."""
    found: Any = _parser(longest).reader(lines, delimiter=delimiter, strict=strict)
    made: CsvReader = found
    return made


def failure(longest: int) -> type[Exception]:
    """The exception of a reader with that limit."""
    error: type[Exception] = _parser(longest).Error
    return error


@lru_cache(maxsize=8)
def _parser(longest: int) -> ModuleType:
    spec = importlib.util.find_spec("_csv")
    if spec is None or spec.loader is None:
        raise ImportError("this Python has no module _csv")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.field_size_limit(longest)
    return module
