"""What the cells of one column seem to be: days, moments, numbers, true or false, codes, or texts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from inspector.bundle.schema.cells import NUMBER, is_date_time, largest
from inspector.model.headings import bare
from inspector.packing.first_schema import private
from inspector.values.dates import Dates
from inspector.values.marks import state
from inspector.values.numbers import Numbers

MOST_CODES, TIMES = 25, 3
"""A column of codes has at most so many different texts, each standing so often on average."""
LONGEST_CODE = 60
MOST_LOOKED_AT = 20_000
"""So many different texts of a column are looked at; the check of the whole file tells whether the rest is alike."""
ISO = "%Y-%m-%d"
FORMS = (
    ISO, "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y", "%m/%d/%Y", "%d-%b-%Y", "%d-%b-%y", "%d %b %Y", "%d %B %Y",
    "%Y/%m/%d", "%Y%m%d",
)  # fmt: skip
"""The forms in which days may be declared, the likeliest first."""
_DATED = re.compile(r"(?:^|_)(?:date|day|on|start|end|dob|birth|from|to)(?:_|$)")
_COUNTED_WORDS = "count number no total age score days sum amount rate percent value months weeks hours cost"
_COUNTED = frozenset(_COUNTED_WORDS.split())
_NUMBER = re.compile(NUMBER)
Cells = Mapping[str, int]


@dataclass(frozen=True)
class Seen:
    """A column: its heading, how often each text stands in it, how many cells are empty, and in which forms it may be days."""

    heading: str
    texts: Cells
    blanks: int
    forms: tuple[str, ...]

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return sum(self.texts.values())

    @property
    def distinct(self) -> bool:
        """Whether no two rows have the same text, and every row has one."""
        return self.blanks == 0 and self.filled == len(self.texts) > 0


def seen(heading: str, texts: Cells, blanks: int) -> Seen:
    """A column as it stands."""
    some = list(texts)[:MOST_LOOKED_AT]
    dated = bool(_DATED.search(bare(heading)))
    forms = (form for form in FORMS if form != "%Y%m%d" or dated) if some else ()
    return Seen(heading, texts, blanks, tuple(form for form in forms if all(_is_day(text, form) for text in some)))


def _is_day(text: str, form: str) -> bool:
    # Python reads a year of fewer digits than the form has.
    if len(text) > 20 or not text.isascii() or ("%Y" in form and not re.search("[0-9]{4}", text)):
        return False
    try:
        return 1900 <= datetime.strptime(text, form).year <= 2100
    except ValueError:
        return False


def form_of(columns: list[Seen]) -> str:
    """The form in which most of the columns of days are written; ISO 8601 where there are none."""
    counts = {form: sum(form in one.forms for one in columns) for form in FORMS}
    best = max(FORMS, key=lambda form: (counts[form], -FORMS.index(form)))
    return best if counts[best] else ISO


def cell(one: Seen, form: str, hidden: bool) -> dict[str, Any]:
    """The JSON Schema of a column; `hidden`: nothing of what stands in it may stand in the schema."""
    texts = list(one.texts)[:MOST_LOOKED_AT]
    if not texts:
        return {"type": "string"}
    if form in one.forms or ISO in one.forms:
        return {"type": "string", "format": "date"}
    if all(map(is_date_time, texts)):
        return {"type": "string", "format": "date-time"}
    if set(texts) <= {"true", "false"}:
        return {"type": "boolean"}
    if all(_NUMBER.fullmatch(text) and abs(float(text)) < largest("integer") for text in texts):
        return _number(one, texts, hidden)
    if all(map(str.isdecimal, texts)) and private.like_an_id(one.heading):
        return {"type": "string", "pattern": "^[0-9]+$"}
    if _all_read(Dates.of(one.texts, form), texts) and any(map(str.isdecimal, "".join(texts))):
        return {"type": "string", "format": "date"}
    if not private.like_an_id(one.heading) and _all_read(Numbers.of(one.texts), texts):
        return {"type": "number"}
    return {"type": "string", **(_codes(one, texts) if not hidden else {})}


def _all_read(column: Dates | Numbers, texts: list[str]) -> bool:
    """Whether every text is read, marks of figures that are kept back left out."""
    figures = [text for text in texts if state(text) == "figure"]
    return 2 * len(figures) >= len(texts) > 0 and all(column.read(text) is not None for text in figures)


def _number(one: Seen, texts: list[str], hidden: bool) -> dict[str, Any]:
    whole = all(re.fullmatch("-?[0-9]+", text) for text in texts)
    if whole and (private.identifying(one.heading) or (private.like_an_id(one.heading) and one.distinct)):
        return {"type": "string", "pattern": "^[0-9]+$"} if all(map(str.isdecimal, texts)) else {"type": "string"}
    counted = any(part in _COUNTED for part in bare(one.heading).split("_"))
    if whole and not hidden and not counted and len({len(text) for text in texts}) == 1 and _few(one, most=12):
        return {"type": "integer", "enum": sorted(map(int, texts))}
    least = {} if any(text.startswith("-") for text in texts) else {"minimum": 0}
    return {"type": "integer" if whole else "number", **least}


def _codes(one: Seen, texts: list[str]) -> dict[str, Any]:
    short = all(len(text) <= LONGEST_CODE for text in texts)
    return {"enum": sorted(texts)} if short and _few(one, most=MOST_CODES) else {}


def _few(one: Seen, most: int) -> bool:
    return len(one.texts) <= most and one.filled >= TIMES * len(one.texts) and one.filled >= 10
