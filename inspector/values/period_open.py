"""What one text of a column leaves open as a period, decided by all of them: day or month first, month or year, whose quarter."""

import re
from collections import defaultdict
from datetime import date, timedelta
from typing import Literal

from inspector.values.period import Kind, Period
from inspector.values.period_forms import MIDNIGHT, Readings, readings

Order = Literal["day", "month", "either", "none"]
SLASHED = re.compile(r"(?:\D*\b)?(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})\b" + MIDNIGHT, re.ASCII | re.IGNORECASE)
SERIAL = re.compile(r"[2-5][0-9]{4}(?:\.0+)?", re.ASCII)


def mask(text: str) -> str:
    """The shape of a text: its digits as nines."""
    return re.sub("[0-9]", "9", text.strip())


def read(text: str, turned: bool) -> Readings:
    """What a text may mean; `turned` where the month of a slashed day stands first."""
    if turned and (found := SLASHED.fullmatch(text.strip())):
        text = text.strip()
        start, middle, end = text[: found.start(1)], text[found.end(1) : found.start(2)], text[found.end(2) :]
        return readings(f"{start}{found[2]}{middle}{found[1]}{end}")
    return readings(text)


def serial(text: str) -> Readings:
    """The day that a spreadsheet keeps as a number: 45292 is 1 January 2024."""
    if not SERIAL.fullmatch(text.strip()):
        return ()
    day = date(1899, 12, 30) + timedelta(days=int(text.strip()[:5]))
    return (Period("day", day, day),)


def order(texts: list[str]) -> tuple[Order, bool]:
    """Whether the day or the month comes first, by all the slashed days; and whether they are turned to be read."""
    pairs = [(int(found[1]), int(found[2])) for text in texts if (found := SLASHED.fullmatch(text.strip()))]
    if not pairs:
        return "none", False
    firsts, seconds = {first for first, _ in pairs}, {second for _, second in pairs}
    if max(firsts) > 12 or max(seconds) > 12:
        turned = max(firsts) <= 12
        return ("month" if turned else "day"), turned
    # The same day of every month is a column of months; the same month with a few days of it is none.
    if len(pairs) > 2 and (len(firsts) == 1) != (len(seconds) == 1):
        turned = len(seconds) == 1
        return ("month" if turned else "day"), turned
    if all(a == b for a, b in pairs):
        return "day", False
    weekly = [_weekly(texts, turned=turned) for turned in (False, True)]
    return ("either", False) if weekly[0] == weekly[1] else ("month" if weekly[1] else "day", weekly[1])


def _weekly(texts: list[str], *, turned: bool) -> bool:
    """Whether all slashed days, read so, are one day of the week; of two days that says something only where they are weeks."""
    days = [made[0] for text in texts if SLASHED.fullmatch(text.strip()) and (made := read(text, turned))]
    least = 2 if all(one.kind == "week" for one in days) else 3
    return len(days) >= least and len({one.start.weekday() for one in days}) == 1


def masked(each: dict[str, Readings]) -> dict[str, dict[str, Readings]]:
    """The texts by their shapes."""
    masks: dict[str, dict[str, Readings]] = defaultdict(dict)
    for text, made in each.items():
        masks[mask(text)][text] = made
    return masks


def kind_of(shape: str, some: dict[str, Readings], heading: str) -> Kind:
    """A month or a financial year, of texts of one shape."""
    if "month" in heading or "year" in heading or "fy" in heading.split():
        return "month" if "month" in heading else "financial-year"
    alone = [made[0].kind for made in some.values() if len(made) == 1]
    months, years = alone.count("month"), alone.count("financial-year")
    if months or years:
        return "month" if months >= years else "financial-year"
    return "financial-year" if len(some) > 1 or "-" not in shape else "month"


def quarters(each: dict[str, Readings], heading: str) -> tuple[Kind, bool]:
    """Whose quarters `Q1 2024` are, and whether nothing tells."""
    if any(word in heading for word in ("financial", "fiscal", "fy")):
        return "financial-quarter", False
    if "calendar" in heading:
        return "quarter", False
    told = {one.kind for made in each.values() if len(made) == 1 for one in made}
    if told & {"financial-quarter", "financial-year"}:
        return "financial-quarter", False
    return "quarter", True
