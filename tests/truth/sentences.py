"""Sentences taken apart: their numbers, what stands where a rule's text has a place to fill, and what grammar forbids."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PLACE = re.compile(r"\{([a-z_][a-z0-9_-]*)\.([a-z_][a-z0-9_-]*)(?:\|([^|}]*)\|([^|}]*))?\}", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.])-?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?%?(?![\w])")
_QUOTED = re.compile("'[^']*(?:'(?=\\w)[^']*)*'|\u2018[^\u2019]*\u2019|\u201c[^\u201d]*\u201d|\"[^\"]*\"")
DATES = re.compile(rf"\d{{4}}-\d\d-\d\d|(?:\d\d? )?(?:{'|'.join(MONTHS)}) \d{{4}}")


@cache
def rule_texts(framework: str) -> Mapping[str, Mapping[str, Any]]:
    """The rules of a framework that ships, by their ids, as their files say."""
    found = {}
    for file in sorted((ROOT / "frameworks" / framework / "rules").glob("*.yaml")):
        for rule in yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER):
            found[rule["id"]] = rule
    return found


@cache
def verdict_rows(framework: str) -> tuple[Mapping[str, Any], ...]:
    """The rows of the decision table of a framework that ships."""
    read = yaml.load((ROOT / "frameworks" / framework / "framework.yaml").read_text(encoding="utf-8"), Loader=_LOADER)
    return tuple(read["verdicts"])


def frameworks() -> list[str]:
    """The frameworks that ship."""
    return sorted(one.parent.name for one in (ROOT / "frameworks").glob("*/framework.yaml"))


_ASIDE = re.compile(r" (\d+) ([^.;:]+?) (was|were) (\w+); (\d+) (is|are) set aside: ([^.]*)\.")


def aside(says: str) -> list[tuple[str, ...]]:
    """Each sentence about what was set aside: how many there were, what, was or were, done, how many, is or are, why."""
    return _ASIDE.findall(says)


def without_aside(says: str) -> str:
    """A text without its sentences about what was set aside."""
    return _ASIDE.sub("", says)


def said_by_template(template: str, says: str) -> dict[str, str]:
    """What stands in a sentence where its template has `{alias.field}`; words that agree with a number are let through.

    Raises LookupError where the sentence is not the template's.
    """
    pattern, names = _pattern(template)
    found = re.fullmatch(pattern, says, re.DOTALL)
    if not found:
        raise LookupError(f"is not what its rule says: {template}")
    return {name: found[f"p{place}"] for place, name in enumerate(names)}


@cache
def _pattern(template: str) -> tuple[str, tuple[str, ...]]:
    made, names, at = "", [], 0
    for place in _PLACE.finditer(template):
        made += re.escape(template[at : place.start()])
        name = f"{place[1]}.{place[2]}"
        if place[3] is not None:
            made += f"(?:{re.escape(place[3])}|{re.escape(place[4])})"
        elif name in names:
            made += f"(?P=p{names.index(name)})"
        else:
            made += f"(?P<p{len(names)}>.+?)"
            names.append(name)
        at = place.end()
    return made + re.escape(template[at:]), tuple(names)


def bare(says: str) -> str:
    """A sentence without what it quotes."""
    return _QUOTED.sub("'x'", says)


def numbers(says: str) -> list[str]:
    """The numbers of a sentence in order, those of dates, ids and quotations left out."""
    return _NUMBER.findall(DATES.sub(" ", _QUOTED.sub(" ", says)))


def value(text: str) -> float:
    """A number as it is said: `40%` is 0.4, `2,160` is 2160."""
    text = text.replace(",", "")
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)


def days(says: str) -> list[str]:
    """The dates and months of a sentence as they are written, in order."""
    return DATES.findall(_QUOTED.sub(" ", says))


def month(day: date) -> str:
    """`April 2023`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def long_day(day: date) -> str:
    """`1 April 2023`."""
    return f"{day.day} {month(day)}"


def share_holds(text: str, part: float, whole: float) -> bool:
    """Whether a percentage in words is that share: rounded fairly, never up to all of them nor down to none."""
    true = part / whole if whole else 0.0
    told = re.search(r"(under|over|fewer than|more than)? ?(\d+(?:\.\d+)?) ?%", text)
    if not told:
        return False
    percent = float(told[2]) / 100
    if told[1] in ("under", "fewer than"):
        return 0 < true < percent + 1e-9
    if told[1] in ("over", "more than"):
        return percent - 1e-9 < true < 1
    if percent in (0.0, 1.0):
        return abs(true - percent) < 1e-9
    return abs(true - percent) <= 0.00500001


def says(text: str, x: object) -> bool:
    """Whether a text says a value, as sentences say them."""
    if isinstance(x, bool):
        return text == ("yes" if x else "no")
    if isinstance(x, str):
        days_said = days(text)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", x) and days_said:
            day = date.fromisoformat(x)
            return days_said[0] in (x, long_day(day), month(day))
        return text == x
    if not isinstance(x, int | float):
        return False
    said = numbers(text)
    if not said:
        return False
    told = value(said[0])
    if text.startswith("under ") or text.startswith("over "):
        # A probability that is as good as certain is 1 in six digits, and is not said to be.
        sure = (text, x) in (("over 0.99", 1.0), ("under 0.01", 0.0))
        return sure or ((told > x > 0) if text.startswith("under ") else (told < x < 1))
    if said[0].endswith("%"):
        return abs(told - x) <= 0.005001 and (told not in (0.0, 1.0) or told == x)
    return abs(told - x) <= 0.005001 and (not isinstance(x, int) or told == x)
