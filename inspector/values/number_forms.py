"""The forms in which a number is written, each text by itself: its sign, its digits, and what stands around them.

Which of comma and point parts the decimals is decided by the whole column (`numbers`).
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

LONGEST = 60
SPACES = "\u0020\u00a0\u2009\u202f\u2007"
_SPACED = re.compile(rf"(?<=[0-9])[{SPACES}'’](?=[0-9]{{3}}(?![0-9]))")
_JSON = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_BODY = re.compile(r"[0-9]+(?:[.,][0-9]+)*[.,]?|[.,][0-9]+")
_POWER = re.compile(r"([0-9]+)[.,]?([0-9]*)[eE][+]?([0-9]{1,2})")
_CURRENCY = re.compile(r"(?:gbp|eur|usd|[£€$]) ?|(?: ?(?:gbp|eur|usd|[£€$]))$", re.IGNORECASE)
_UNIT = re.compile(r"(?<=[0-9]) ?(?P<unit>[a-z]{1,9})\.?$", re.IGNORECASE)
_NOTE = re.compile(r"(?<=[0-9%]) ?\[(?P<note>[a-z]{1,2})\]$", re.IGNORECASE)
NOTES = frozenset(("b", "e", "f", "p", "r", "u"))
"""Marks beside a figure that stands: a break, estimated, forecast, provisional, revised, unreliable."""
UNITS = {
    "day": "days", "days": "days", "d": "days", "week": "weeks", "weeks": "weeks", "wks": "weeks", "wk": "weeks",
    "month": "months", "months": "months", "mths": "months", "year": "years", "years": "years", "yrs": "years",
    "yr": "years", "hour": "hours", "hours": "hours", "hrs": "hours", "hr": "hours", "minutes": "minutes",
    "mins": "minutes", "fte": "FTE", "ftes": "FTE", "children": "children", "child": "children", "cases": "cases",
    "case": "cases", "people": "people", "staff": "staff", "families": "families", "percent": "%", "pct": "%",
    "pence": "pence",
}  # fmt: skip
MINUS = str.maketrans(dict.fromkeys("−–‐‑‒—﹣－", "-"))


@dataclass(frozen=True)
class Digits:
    """A text that is a number: its digits with whatever commas and points stand between them, and what stood around."""

    body: str
    negative: bool = False
    percent: bool = False
    brackets: bool = False
    currency: str = ""
    unit: str = ""
    note: str = ""
    spaced: bool = False
    odd: bool = False
    """Something stood around the digits, or they are written as JSON would not have them."""


def plain(text: str) -> bool:
    """Whether a text is a number as JSON writes it."""
    return bool(_JSON.fullmatch(text))


@lru_cache(maxsize=65536)
def digits(text: str) -> Digits | None:
    """What of a text is digits, and what stands around them; None where it is no number."""
    if len(text) > LONGEST:
        return None
    bare = text.strip().translate(MINUS)
    bare, note = _note(bare)
    bare, brackets = (bare[1:-1].strip(), True) if bare[:1] == "(" and bare[-1:] == ")" else (bare, False)
    bare, minus, plus = _sign(bare)
    bare, currency = _currency(bare)
    if currency and not minus:
        bare, minus, plus = _sign(bare)
    bare, percent = _percent(bare)
    bare, unit = _unit(bare)
    squeezed = _SPACED.sub("", bare)
    body = _unpowered(squeezed)
    if not _BODY.fullmatch(body) or not body.isascii():
        return None
    negative = minus or brackets
    odd = bool(note or brackets or plus or currency or percent or unit) or squeezed != bare or bare != text.strip("-")
    shares = percent or unit == "%"
    return Digits(body, negative, shares, brackets, currency, "" if unit == "%" else unit, note, squeezed != bare, odd)


def _note(bare: str) -> tuple[str, str]:
    found = _NOTE.search(bare)
    return (bare[: found.start()], found["note"].lower()) if found and found["note"].lower() in NOTES else (bare, "")


def _sign(bare: str) -> tuple[str, bool, bool]:
    """Without its sign, before or behind; whether that was a minus, and whether it was a plus."""
    if bare[:1] in ("-", "+"):
        return bare[1:].strip(), bare[0] == "-", bare[0] == "+"
    return (bare[:-1].strip(), True, False) if bare[-1:] == "-" and bare[-2:-1].isdigit() else (bare, False, False)


def _currency(bare: str) -> tuple[str, str]:
    found = _CURRENCY.match(bare) or _CURRENCY.search(bare)
    if not found or not found[0].strip():
        return bare, ""
    return (bare[: found.start()] + bare[found.end() :]).strip(), found[0].strip().upper()


def _percent(bare: str) -> tuple[str, bool]:
    if bare[-1:] in ("%", "％"):
        return bare[:-1].rstrip(SPACES), True
    return bare, False


def _unit(bare: str) -> tuple[str, str]:
    bare = re.sub(r"(?<=[0-9]) per ?cent$", " percent", bare, flags=re.IGNORECASE)
    found = _UNIT.search(bare)
    unit = UNITS.get(found["unit"].lower(), "") if found else ""
    return (bare[: found.start()], unit) if found and unit else (bare, "")


def _unpowered(bare: str) -> str:
    """Digits of a number that stands as a power of ten, as 1.2E+05; any other text as it is."""
    found = _POWER.fullmatch(bare)
    if not found:
        return bare
    power = int(found[3])
    whole, part = found[1], found[2].ljust(power, "0")
    return whole + part[:power] + (f".{part[power:]}" if part[power:] else "")


Shows = Literal["comma", "point", "thousands-comma", "thousands-point", "either-comma", "either-point", "none"]


def shows(body: str) -> Shows:
    """What the commas and points of a number show: which of them parts its decimals, or that it may be either."""
    commas, points = body.count(","), body.count(".")
    if not commas and not points:
        return "none"
    if commas and points:
        return "thousands-comma" if body.rfind(",") < body.rfind(".") else "thousands-point"
    sign = "," if commas else "."
    if max(commas, points) > 1:
        return "thousands-comma" if commas else "thousands-point"
    before, after = body.split(sign)
    groups = len(after) == 3 and 1 <= len(before) <= 3 and before != "0" * len(before)
    if groups:
        return "either-comma" if commas else "either-point"
    return "comma" if commas else "point"
