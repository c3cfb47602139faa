"""The bytes of an SQLite file, every one accounted for: what no row uses is nought, and what joins the pages is as it must be.

SQLite reads rows and looks past the rest: a changed byte in a gap, in a free page or in most of the header changes no answer.
A register overwrites with noughts whatever it frees, so that such a byte shows. The form is that of https://sqlite.org/fileformat.html.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from mmap import mmap

FIXED = (
    (0, b"SQLite format 3\0"), (18, b"\1\1\0\x40\x20\x20"), (44, (4).to_bytes(4, "big")), (48, bytes(4)), (52, bytes(4)),
    (56, (1).to_bytes(4, "big")), (60, bytes(32)),
)  # fmt: skip
"""Parts of the header that are the same in every register: their place and their bytes."""
LOCKED = 1 << 30
"""The byte that SQLite locks; its page holds nothing."""
ROWS, ABOVE_ROWS = 13, 5
"""The kinds of page that hold rows, and that lead to them."""
MOST = 20
"""So many places are told."""


class Odd(ValueError):
    """A place that is not as it must be; what it says is for people."""


@dataclass
class _File:
    data: bytes | mmap
    size: int = 0
    seen: set[int] = field(default_factory=set)
    roots: set[int] = field(default_factory=set)
    gaps: int = 0

    def page(self, number: int) -> bytes:
        if not 1 <= number <= len(self.data) // self.size:
            raise Odd(f"a page is said to be the {number}th, and there is none")
        if number in self.seen:
            raise Odd(f"page {number} is used twice")
        self.seen.add(number)
        return bytes(self.data[(number - 1) * self.size : number * self.size])


@dataclass(frozen=True)
class Seen:
    """What of a file is not as a register leaves it, in words; and how many pages have rubbish in their gap."""

    odd: tuple[str, ...]
    gaps: int


def odd(data: bytes | mmap) -> Seen:
    """What is not as a register leaves its file. Every byte is accounted for, but for the gaps that SQLite leaves rubbish in."""
    file = _File(data)
    found: list[str] = []
    try:
        for one in _walked(file):
            found.append(one)
            if len(found) == MOST:
                break
    except (Odd, IndexError) as wrong:
        found.append(str(wrong) if isinstance(wrong, Odd) else "a page ends before what it holds does")
    return Seen(tuple(found), file.gaps)


def _walked(file: _File) -> Iterator[str]:
    data = file.data
    if len(data) < 512:
        raise Odd("the file is too short for a header")
    size = int.from_bytes(data[16:18], "big")
    size = 65536 if size == 1 else size
    if size < 512 or size & (size - 1) or len(data) % size:
        raise Odd("the size of its pages does not go into its length")
    for at, expected in FIXED:
        if data[at : at + len(expected)] != expected:
            yield f"the header is not as it was written, at byte {at}"
    if _four(data, 24) != _four(data, 92):
        yield "the header says two different numbers of changes, at bytes 24 and 92"
    if _four(data, 28) != len(data) // size:
        yield "the header says another number of pages than there are"
    file.size = size
    roots: list[int] = []
    yield from _tree(file, 1, roots)
    for root in roots:
        yield from _tree(file, root, None)
    yield from _free(file)
    pages = set(range(1, len(data) // size + 1)) - file.seen
    for number in sorted(pages):
        if number - 1 != LOCKED // size or any(file.page(number)):
            yield f"page {number} belongs to nothing"


def _free(file: _File) -> Iterator[str]:
    """The pages that are free: noughts but for what joins them."""
    number, many = _four(file.data, 32), 0
    while number:
        page, many = file.page(number), many + 1
        count = _four(page, 4)
        if 8 + 4 * count > file.size:
            raise Odd(f"page {number} lists more free pages than it has room for")
        if any(page[8 + 4 * count :]):
            yield f"free page {number} holds something"
        for leaf in range(count):
            free, many = _four(page, 8 + 4 * leaf), many + 1
            if any(file.page(free)):
                yield f"free page {free} holds something"
        number = _four(page, 0)
    if many != _four(file.data, 36):
        yield "the header says another number of free pages than there are"


def _tree(file: _File, root: int, roots: list[int] | None) -> Iterator[str]:
    """A tree of pages from its root; the roots that its rows name are added to `roots` (for the table of tables)."""
    file.roots.add(root)
    pending = [root]
    while pending:
        number = pending.pop()
        page = file.page(number)
        start = 100 if number == 1 else 0
        kind = page[start]
        if kind not in (2, 5, 10, 13):
            raise Odd(f"page {number} is of no kind that there is")
        head = start + (12 if kind < 8 else 8)
        count = _two(page, start + 3)
        used: list[tuple[int, int]] = []
        for cell in range(count):
            at = _two(page, head + 2 * cell)
            end, children, overflow = _cell(file, page, kind, at, roots)
            used.append((at, end))
            pending += children
            yield from overflow
        if kind < 8:
            pending.append(_four(page, start + 8))
        yield from _unused(file, page, number, start, head + 2 * count, used)


def _unused(
    file: _File, page: bytes, number: int, start: int, after: int, used: list[tuple[int, int]]
) -> Iterator[str]:
    """What of a page no cell uses. In the gap before its cells SQLite leaves rubbish when it splits a page; in pages of
    indexes alone, as rows are only ever put behind each other."""
    content = _two(page, start + 5) or 65536
    if content > file.size or content < after:
        raise Odd(f"page {number} says that its cells begin where they cannot")
    if any(page[after:content]):
        if page[start] == ROWS or (page[start] == ABOVE_ROWS and number in file.roots):
            yield f"page {number} holds something between its head and its cells"
        file.gaps += 1
    free, place, fragments = _blocks(file, page, number, start), content, 0
    for at, many in free:
        if any(page[at + 4 : at + many]):
            yield f"page {number} holds something in space that is free"
    for begin, end in [*sorted([*used, *((at, at + many) for at, many in free)]), (file.size, file.size)]:
        if begin < place:
            raise Odd(f"two parts of page {number} lie over each other")
        if any(page[place:begin]):
            yield f"page {number} holds something between its cells"
        fragments += begin - place
        place = end
    if fragments != page[start + 7]:
        yield f"page {number} says that {page[start + 7]} bytes between its cells are unused, and {fragments} are"


def _blocks(file: _File, page: bytes, number: int, start: int) -> list[tuple[int, int]]:
    """The blocks of free space that a page lists: place and length."""
    found: list[tuple[int, int]] = []
    at = _two(page, start + 1)
    while at:
        following, many = _two(page, at), _two(page, at + 2)
        if many < 4 or at + many > file.size or (following and following < at + many):
            raise Odd(f"page {number} says that space is free where none can be")
        found.append((at, many))
        at = following
    return found


def _cell(file: _File, page: bytes, kind: int, at: int, roots: list[int] | None) -> tuple[int, list[int], list[str]]:
    """Where a cell ends, the pages below it, and what is odd in what overflows from it."""
    begin, children = at, []
    if kind < 8:
        children.append(_four(page, at))
        at += 4
    if kind == 5:
        _, at = _varint(page, at)
        return at, children, []
    length, at = _varint(page, at)
    if kind == 13:
        _, at = _varint(page, at)
    local = _local(file.size, length, kind == 13)
    if local == length:
        if roots is not None:
            root = _root(bytes(page[at : at + length]))
            if root:
                roots.append(root)
        end = max(at + length, begin + 4)
        return end, children, ["a cell holds something behind its row"] if any(page[at + length : end]) else []
    if roots is not None:
        root = _root(bytes(page[at : at + local]))
        if root:
            roots.append(root)
    end = at + local + 4
    return end, children, list(_overflow(file, _four(page, at + local), length - local))


def _overflow(file: _File, number: int, left: int) -> Iterator[str]:
    """What is odd in the pages that hold the rest of a row."""
    while left > 0:
        page = file.page(number)
        here = min(left, file.size - 4)
        left -= here
        following = _four(page, 0)
        if any(page[4 + here :]):
            yield f"page {number} holds something behind the end of a row"
        if (following == 0) != (left <= 0):
            raise Odd(f"page {number} leads on where a row ends, or ends before it does")
        number = following


def _local(usable: int, length: int, table: bool) -> int:
    """How much of a row of that length stands in its own page."""
    most = usable - 35 if table else (usable - 12) * 64 // 255 - 23
    if length <= most:
        return length
    least = (usable - 12) * 32 // 255 - 23
    kept = least + (length - least) % (usable - 4)
    return kept if kept <= most else least


def _root(record: bytes) -> int:
    """The root page that a row of the table of tables names: its fourth value."""
    view = bytes(record)
    size, at = _varint(view, 0)
    kinds: list[int] = []
    while at < size:
        kind, at = _varint(view, at)
        kinds.append(kind)
    lengths = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]
    place = size
    for kind in kinds[:3]:
        place += lengths[kind] if kind < 10 else (kind - 12) // 2
    kind = kinds[3]
    if kind in (8, 9):
        return kind - 8
    return int.from_bytes(record[place : place + lengths[kind]], "big") if kind < 7 else 0


def _varint(page: bytes, at: int) -> tuple[int, int]:
    """A number of up to nine bytes, and where it ends."""
    found = 0
    for place in range(at, at + 8):
        found = found << 7 | page[place] & 127
        if page[place] < 128:
            return found, place + 1
    return found << 8 | page[at + 8], at + 9


def _two(page: bytes, at: int) -> int:
    return page[at] << 8 | page[at + 1]


def _four(page: bytes | mmap, at: int) -> int:
    return int.from_bytes(page[at : at + 4], "big")
