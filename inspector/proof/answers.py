"""What a row says, as hashes: what was read on site can be held against it, and the folder of a visit does not show it.

Each answer is sha256(salt NUL key NUL field NUL text) of the text in one form: days as ISO 8601, numbers without noughts that
say nothing, words in small letters. A day is there as its month too, for sources that name no day. The salt lies beside: who
tries all days or words finds the one that is meant. This keeps from seeing, and is no secrecy.
"""

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256
from typing import Literal

from inspector.model.visits import Framed
from inspector.values.dates import Dates
from inspector.values.numbers import Numbers
from inspector.values.period_forms import readings

Compared = Literal["same", "differs", "not-written", "not-read"]
"""`not-written`: the row says nothing there, so that nothing found can differ. `not-read`: nothing was found, or it is no day or
number where one belongs; it is held against nobody, and asked again."""

Sort = Literal["day", "number", "words"]
NUMBERS = frozenset(
    [
        *("value", "numerator", "denominator", "days", "count", "headcount", "contributors", "people"),
        *("ideas_raised", "ideas_tested", "ideas_adopted", "days_to_hear_back"),
        *("hours_delivering", "hours_improving", "hours_overseeing"),
    ]
)
_TIME = re.compile(
    r"[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)? ?(?:[ap]\.?m\.?|Z|UTC|GMT|BST|[+-][0-9]{2}:?[0-9]{2})?",
    re.IGNORECASE,
)
DAYS = ("_on", "_at", "_since")


def sort_of(field: str) -> Sort:
    """Whether a field holds a day, a number or words, by its name."""
    if field in NUMBERS:
        return "number"
    return "day" if field in ("on", "since") or field.endswith(DAYS) else "words"


def normal(field: str, text: str) -> str | None:
    """The text of a field in its one form: a day, else a month as `2025-03`; None where it is none that can be read."""
    bare = unicodedata.normalize("NFKC", text).strip()
    sort = sort_of(field)
    if sort == "day":
        return day_of(Dates.of([bare]), bare)
    if sort == "number":
        return _number(bare)
    return " ".join(bare.casefold().replace("-", " ").replace("_", " ").split())


def hashed(salt: str, key: str, field: str, text: str) -> str:
    """The answer of a row as the frame keeps it: hashes parted by a space, of a day its month's too. Empty text says nothing."""
    form = normal(field, text) if text else ""
    if form is None:
        form = ""
    forms = [form, form[:7]] if sort_of(field) == "day" and len(form) == 10 else [form]
    return " ".join(_hash(salt, key, field, one) for one in forms)


def hashed_any(salt: str, key: str, field: str, texts: Iterable[str]) -> str:
    """The answer of a row where any of several texts is right."""
    return " ".join(dict.fromkeys(part for text in texts for part in hashed(salt, key, field, text).split()))


def compared(salt: str, row: Framed, field: str, found: str) -> Compared:
    """How what was found on site stands to what the row says of a field; a field that the frame does not ask is not written."""
    kept = row.answers.get(field, "").split()
    if not kept or _hash(salt, row.key, field, "") in kept:
        return "not-written"
    form = normal(field, found) if found.strip() else None
    if not form:
        return "not-read"
    return "same" if _hash(salt, row.key, field, form) in kept else "differs"


def _hash(salt: str, key: str, field: str, form: str) -> str:
    return sha256(f"{salt}\0{key}\0{field}\0{form}".encode("utf-8", "surrogatepass")).hexdigest()


def day_of(days: Dates, text: str) -> str | None:
    """A day, of a moment its day, or the month alone as `2024-03`; None for anything else, as for two days with an `or`."""
    day = days.read(text)
    if day is None and _TIME.fullmatch(text[10:]):
        day = days.read(text[:10])
    if day is not None:
        return day
    months = {one.start.isoformat()[:7] for one in readings(text) if one.kind == "month"}
    return months.pop() if len(months) == 1 else None


def _number(text: str) -> str | None:
    read = Numbers.of([text]).read(text)
    if read is None:
        return None
    form = f"{float(read):.6f}".rstrip("0").rstrip(".")
    return "0" if form == "-0" else form
