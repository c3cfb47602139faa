"""Damage done to bytes, to values of JSON and to tables of cells: drawn from a seeded generator, the same on every machine."""

import copy
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any

TOKENS: tuple[bytes, ...] = (
    b"", b"\x00", b"\r", b"\n", b"\r\n", b"\n\n", b",", b";", b"\t", b"|", b'"', b'""', b'"""', b"'", b" ", b"\xa0",
    b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", "\u2028".encode(), "\x85".encode(), "é".encode(), "²".encode(), "٣".encode(),
    "\u202e".encode(), "😀".encode(), b"\x0b", b"\x0c", b"\x1b[31m", b"\x1c", b"-", b"-1", b"0", b"1e999", b"NaN", b"nan", b"inf",
    b"null", b"true", b"9" * 90, b"9007199254740993", b"1e-320", b"0001-01-01", b"9999-12-31", b"2024-02-30", b"31/02/2024",
    b"2024-13-01", b"=1+1", b"@x", b"::error::x", b"<b>", b"]]>", b"${x}", b"{found}", b"%s", b"../x", b"{", b"}", b"[",
    b"]", b":", b"!!python/name:x", b"&a", b"*a", b"<<", b"\\", b"\\u0000", b"\\ud800", b"#", b"#N/A",
)  # fmt: skip

VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2, 2**53 + 1, 10**90, -(10**90), 0.5, -0.0, 1e300, 5e-324, "", " ", "x", "\x00",
    "\x1b[31m", "²", "٣", "\u202e", "\u2028", "0001-01-01", "9999-12-31", "2024-02-30", "2024-04-01",
    "2023-04-01T00:00:00Z", "x" * 70_000, "../x", "list-3", "=1+1", "::error::x", "{found}", "(", "[", "a++", "(a*)*$",
    "\\d{1000000}", [], [[]], ["x"], [None], [1, "x", {}], {}, {"x": 1}, {"": None}, {"$ref": "#"}, [{}], [0] * 40,
)  # fmt: skip


def some_bytes(random: Random, data: bytes, most: int = 6) -> bytes:
    """The bytes with one to `most` places spoilt: overwritten, put in, left out, repeated, cut off."""
    made = bytearray(data)
    for _ in range(random.randint(1, most)):
        at = random.randrange(len(made) + 1)
        far = min(len(made), at + random.choice((0, 1, 1, 2, 5, 40)))
        match random.randrange(6):
            case 0:
                made[at:at] = random.choice(TOKENS)
            case 1:
                made[at:far] = random.choice(TOKENS)
            case 2:
                del made[at:far]
            case 3:
                made[at:at] = made[at:far] * random.choice((1, 2, 30))
            case 4:
                made[at : at + 1] = bytes([random.randrange(256)])
            case _:
                del made[random.randrange(len(made) + 1) if random.random() < 0.1 else len(made) :]
    return bytes(made)


def some_values(random: Random, document: Any, most: int = 3) -> Any:
    """The JSON value with one to `most` places of it spoilt: another value, a part less, a name changed, two exchanged."""
    made = copy.deepcopy(document)
    for _ in range(random.randint(1, most)):
        there = list(places(made))
        if not there:
            return random.choice(VALUES)
        holder, key = random.choice(there)
        _spoil(random, holder, key, there)
    return made


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a JSON value, as its holder (an object or a list) and the key in it, the outer before the inner."""
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from places(value[key])


def _spoil(random: Random, holder: Any, key: Any, places: Sequence[tuple[Any, Any]]) -> None:
    match random.randrange(6):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, dict):
            holder[random.choice(("", "x", "x-privat", f"{key}s", str(key).upper(), "\x1b"))] = holder.pop(key)
        case 2:
            other, there = random.choice(places)
            holder[key] = copy.deepcopy(other[there])
        case 3 if isinstance(holder, list):
            holder.insert(key, copy.deepcopy(holder[key]))
        case _:
            holder[key] = copy.deepcopy(random.choice(VALUES))


def some_cells(random: Random, rows: list[list[str]], most: int = 4) -> list[list[str]]:
    """A table of cells with one to `most` things wrong with it, as a hand or another program makes them."""
    made = [list(row) for row in rows]
    for _ in range(random.randint(1, most)):
        random.choice(_HANDS)(random, made)
    return made


def _cell(random: Random, rows: list[list[str]]) -> None:
    row = random.choice(rows) if rows else []
    if row:
        row[random.randrange(len(row))] = random.choice(TOKENS).decode("utf-8", "replace")


def _row_gone(random: Random, rows: list[list[str]]) -> None:
    if rows:
        del rows[random.randrange(len(rows))]


def _row_twice(random: Random, rows: list[list[str]]) -> None:
    if rows:
        rows.insert(random.randrange(len(rows)), list(random.choice(rows)))


def _column_gone(random: Random, rows: list[list[str]]) -> None:
    at = random.randrange(max(1, len(rows[0]) if rows else 1))
    for row in rows:
        del row[at : at + 1]


def _columns_swapped(random: Random, rows: list[list[str]]) -> None:
    width = min(map(len, rows), default=0)
    if width > 1:
        one, two = random.sample(range(width), 2)
        for row in rows[random.randrange(2) :]:
            row[one], row[two] = row[two], row[one]


def _shifted(random: Random, rows: list[list[str]]) -> None:
    for row in rows[random.randrange(2) :]:
        row.insert(0, "")


def _headless(random: Random, rows: list[list[str]]) -> None:  # noqa: ARG001
    del rows[:1]


def _titled(random: Random, rows: list[list[str]]) -> None:
    rows.insert(0, [random.choice(("", "Return for the year", "2024"))])


_HANDS: tuple[Callable[[Random, list[list[str]]], None], ...] = (
    _cell, _cell, _cell, _cell, _row_gone, _row_twice, _column_gone, _columns_swapped, _shifted, _headless, _titled,
)  # fmt: skip
