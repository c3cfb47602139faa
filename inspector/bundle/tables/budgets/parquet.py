"""What a Parquet file holds by its own footer: rows, columns, and the bytes that its pages unpack to. No page is opened.

The footer is Thrift in its compact form (apache/parquet-format, `FileMetaData`); of it only numbers are read.
"""

from dataclasses import dataclass
from typing import Any

MAGIC = b"PAR1"
DEEPEST = 24


class NoFooter(ValueError):
    """The file has no footer that makes sense."""


@dataclass(frozen=True)
class Footer:
    """What the footer says. `unpacked` counts the bytes of all pages without compression."""

    rows: int
    columns: int
    groups: int
    unpacked: int


def footer(data: bytes) -> Footer:
    """The numbers of the footer. Raises NoFooter."""
    if len(data) < 12 or data[:4] != MAGIC or data[-4:] != MAGIC:
        raise NoFooter("it does not begin and end as Parquet does")
    length = int.from_bytes(data[-8:-4], "little")
    if length > len(data) - 12:
        raise NoFooter("its footer is longer than the file")
    try:
        whole = _Compact(data[len(data) - 8 - length : len(data) - 8]).struct(0)
        groups = whole.get(4) or []
        chunks = [chunk.get(3) or {} for group in groups for chunk in group.get(1) or []]
        unpacked = sum(max(chunk.get(6) or 0, chunk.get(7) or 0) for chunk in chunks)
        rows = max(whole.get(3) or 0, sum(group.get(3) or 0 for group in groups))
        columns = sum(1 for one in whole.get(2) or [] if not one.get(5))
        return Footer(rows, columns, len(groups), unpacked)
    except (IndexError, AttributeError, TypeError, RecursionError):
        raise NoFooter("its footer is damaged") from None


class _Compact:
    """Thrift's compact form: structs as mappings from field to value, texts left out."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def struct(self, depth: int) -> dict[int, Any]:
        """The struct that begins here."""
        found: dict[int, Any] = {}
        field = 0
        while (head := self._byte()) != 0:
            field = field + (head >> 4) if head >> 4 else _signed(self._varint())
            found[field] = self._value(head & 15, depth, in_list=False)
        return found

    def _value(self, kind: int, depth: int, *, in_list: bool) -> Any:
        if depth > DEEPEST:
            raise RecursionError
        if kind in (1, 2):
            return self._byte() == 1 if in_list else kind == 1
        if kind == 3:
            return self._byte()
        if kind in (4, 5, 6):
            return _signed(self._varint())
        if kind == 7:
            return self._skipped(8)
        if kind == 8:
            return self._skipped(self._varint())
        if kind in (9, 10):
            return self._list(depth)
        if kind == 12:
            return self.struct(depth + 1)
        raise TypeError(f"a value of kind {kind}")

    def _list(self, depth: int) -> list[Any]:
        head = self._byte()
        size = head >> 4 if head >> 4 != 15 else self._varint()
        if size > len(self._data) - self._at:
            raise IndexError
        return [self._value(head & 15, depth + 1, in_list=True) for _ in range(size)]

    def _byte(self) -> int:
        self._at += 1
        return self._data[self._at - 1]

    def _varint(self) -> int:
        number = shift = 0
        while True:
            byte = self._byte()
            number |= (byte & 127) << shift
            if byte < 128:
                return number
            shift += 7
            if shift > 63:
                raise IndexError

    def _skipped(self, size: int) -> None:
        self._at += size
        if self._at > len(self._data):
            raise IndexError


def _signed(number: int) -> int:
    return (number >> 1) ^ -(number & 1)
