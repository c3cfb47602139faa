"""Shapes as an Enhanced Metafile, the vector picture that Word has always drawn: sharp at any size, a few kilobytes.

The records are those of Microsoft's published specification [MS-EMF]; all numbers are little-endian. Places are whole numbers,
`FINE` to a unit of the drawing.
"""

import struct
from collections.abc import Sequence

from inspector.report.paper.outlines import Point
from inspector.report.paper.shapes import Colour, Drawing, Says, Shape

FINE = 20
FONT = "Arial"
DEVICE, MILLIMETRES = (3840, 2160), (1016, 571)
"""A reference device with about 96 dots an inch."""
HEADER, POLYGON, POLYLINE, END = 1, 3, 4, 14
WINDOW, WINDOW_FROM, VIEW, VIEW_FROM = 9, 10, 11, 12
MAP_MODE, BACKGROUND, FILLING, ALIGN, TEXT_COLOUR = 17, 18, 19, 22, 24
SELECT, BRUSH, DELETE, FONT_MADE, TEXT, PEN = 37, 39, 40, 82, 84, 95
NO_BRUSH, NO_PEN = 0x80000005, 0x80000008
GEOMETRIC, DASHED, FLAT = 0x10000, 1, 0x200
ALIGNED = {"start": 0, "end": 2, "middle": 6}
BASELINE = 24
WIDTHS = {
    letter: width
    for width, letters in {
        191: "'", 222: "ijl", 260: "|", 278: " !,./:;I[\\]ft", 333: "()-`r", 334: "{}", 355: '"', 389: "*", 469: "^",
        500: "Jckvxyz s", 556: "#$0123456789?L_abdeghnopqu", 584: "+<=>~", 611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw",
        778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1000: "—…", 1015: "@",
    }.items()
    for letter in letters
} | {" ": 278}  # fmt: skip
"""How wide letters are in that type, in thousandths of its size."""


def emf(picture: Drawing) -> bytes:
    """The metafile of a drawing. The same drawing gives the same bytes."""
    records = [
        _record(MAP_MODE, 8),
        _record(WINDOW, round(picture.width * FINE), round(picture.height * FINE)),
        _record(WINDOW_FROM, round(picture.left * FINE), round(picture.top * FINE)),
        _record(VIEW, round(picture.width), round(picture.height)),
        _record(VIEW_FROM, 0, 0),
        _record(BACKGROUND, 1),
        _record(FILLING, 1),
    ]
    for part in picture.parts:
        records += _shape(part) if isinstance(part, Shape) else _words(part)
    records.append(_record(END, 0, 16, 20))
    return _header(picture, records) + b"".join(records)


def _header(picture: Drawing, records: Sequence[bytes]) -> bytes:
    width, height = round(picture.width), round(picture.height)
    frame = [round(size * MILLIMETRES[n] / DEVICE[n] * 100) for n, size in enumerate((width, height))]
    total = 88 + sum(map(len, records))
    return struct.pack(
        "<II4i4iIIIIHHIIIiiii",
        HEADER, 88, 0, 0, width - 1, height - 1, 0, 0, *frame, 0x464D4520, 0x10000, total, len(records) + 1, 3, 0, 0, 0, 0,
        *DEVICE, *MILLIMETRES,
    )  # fmt: skip


def _record(kind: int, *values: int) -> bytes:
    return struct.pack(f"<II{len(values)}I", kind, 8 + 4 * len(values), *(value & 0xFFFFFFFF for value in values))


def _shape(shape: Shape) -> list[bytes]:
    if shape.fill is None and shape.stroke is None:
        return []
    area = shape.fill is not None or shape.closed
    made = [_pen(shape), _record(SELECT, 1)] if shape.stroke else [_record(SELECT, NO_PEN)]
    if area:
        made += [_brush(shape.fill), _record(SELECT, 2)] if shape.fill else [_record(SELECT, NO_BRUSH)]
    if shape.fill and not shape.closed:
        # An area that is not closed is filled, and its outline drawn without the side that would close it.
        made += [_record(SELECT, NO_PEN), _points(POLYGON, shape.points)]
        made += [_record(SELECT, 1), _points(POLYLINE, shape.points)] if shape.stroke else []
    else:
        made.append(_points(POLYGON if area else POLYLINE, shape.points))
    made += [_record(SELECT, NO_PEN), _record(SELECT, NO_BRUSH)]
    return [*made, *([_record(DELETE, 1)] if shape.stroke else []), *([_record(DELETE, 2)] if shape.fill else [])]


def _points(kind: int, points: Sequence[Point]) -> bytes:
    places = [(round(x * FINE), round(y * FINE)) for x, y in points]
    across, down = [x for x, _ in places], [y for _, y in places]
    flat = [value for place in places for value in place]
    size = 28 + 8 * len(places)
    return struct.pack(
        f"<II4iI{len(flat)}i", kind, size, min(across), min(down), max(across), max(down), len(places), *flat
    )


def _pen(shape: Shape) -> bytes:
    assert shape.stroke
    style = GEOMETRIC | FLAT | (DASHED if shape.dashed else 0)
    width = max(1, round(shape.width * FINE))
    return struct.pack("<II10I", PEN, 52, 1, 0, 0, 0, 0, style, width, 0, _number_of(shape.stroke), 0) + struct.pack(
        "<I", 0
    )


def _brush(colour: Colour) -> bytes:
    return _record(BRUSH, 2, 0, _number_of(colour), 0)


def _number_of(colour: Colour) -> int:
    red, green, blue = colour
    return red | green << 8 | blue << 16


def _words(words: Says) -> list[bytes]:
    return [
        _font(words),
        _record(SELECT, 1),
        _record(TEXT_COLOUR, _number_of(words.colour)),
        _record(ALIGN, BASELINE | ALIGNED.get(words.anchor, 0)),
        _text(words),
        _record(SELECT, 0x8000000D),
        _record(DELETE, 1),
    ]


def _font(words: Says) -> bytes:
    height, weight = -round(words.size * FINE), 700 if words.bold else 400
    name = FONT.encode("utf-16-le").ljust(64, b"\0")
    face = struct.pack("<5i8B", height, 0, 0, 0, weight, 0, 0, 0, 1, 0, 0, 4, 34) + name
    body = face + b"\0" * (320 - len(face))
    return struct.pack("<III", FONT_MADE, 12 + len(body), 1) + body


def _text(words: Says) -> bytes:
    """The words with the space each letter takes, as letters of an upright type are wide: who draws them needs it."""
    data = words.text.encode("utf-16-le")
    letters = len(data) // 2
    padded = data + b"\0" * (-len(data) % 4)
    gaps = [round(WIDTHS.get(letter, 556) / 1000 * words.size * FINE) for letter in words.text]
    gaps += [0] * (letters - len(gaps))
    start = 76
    size = start + len(padded) + 4 * letters
    head = struct.pack("<II4iIff", TEXT, size, 0, 0, -1, -1, 2, 1.0, 1.0)
    place = struct.pack("<ii", round(words.at[0] * FINE), round(words.at[1] * FINE))
    rest = struct.pack("<III4iI", letters, start, 0, 0, 0, -1, -1, start + len(padded))
    return head + place + rest + padded + struct.pack(f"<{letters}I", *gaps)
