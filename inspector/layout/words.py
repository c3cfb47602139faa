"""What cells of a scorecard say in words: figures and marks, numerators and denominators, units, totals."""

import re
from functools import lru_cache

from inspector.layout.wide_table import Role
from inspector.values.marks import state
from inspector.values.number_forms import digits

_ROLES: dict[Role, re.Pattern[str]] = {
    "numerator": re.compile(r"numerator|num|number|numbers|no|nos|n|count|counts|cases"),
    "denominator": re.compile(r"denominator|denom|den|out of|of|base|cohort|population|total number|all|d|total"),
    "value": re.compile(
        r"%|percentage|percent|per cent|pct|rate|value|figure|actual|result|performance|share|proportion|% ?value"
    ),
}
UNITS = re.compile(
    r"%|percent(?:age)?|per cent|(?:working )?days?|weeks?|months?|years?|hours?|£|£?000s?|fte|ratio"
    r"|per [0-9,]+(?: [a-z0-9 -]+)?|rate per [0-9,]+.*",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(?:grand |sub-?|sub |overall )?totals?(?: for .*)?|sum|average of .*|column totals?")
LONGEST = 300


def is_figure(text: str) -> bool:
    """Whether a cell holds a number, however written."""
    return digits(text) is not None


@lru_cache(maxsize=65536)
def is_kept_back(text: str) -> bool:
    """Whether a cell is empty or holds a mark of a figure that is kept back."""
    return not text or state(text) != "figure"


def role(text: str) -> Role | None:
    """What a cell says that the figures beside or below it are: the number, what it is out of, or the figure itself."""
    plain = " ".join(text.lower().strip(" .:()[]-–").split())
    return next((name for name, pattern in _ROLES.items() if pattern.fullmatch(plain)), None)


def unit_in(title: str) -> str:
    """The unit that a title ends with or has in brackets: `%`, `days`; '' where it has none that is known."""
    inside = re.findall(r"[(\[]([^()\[\]]{1,40})[)\]]", title[:LONGEST])
    known = next((part.strip() for part in inside if UNITS.fullmatch(part.strip())), "")
    return known or ("%" if re.search(r"%|\bper ?cent(?:age)?\b", title[:LONGEST], re.IGNORECASE) else "")


def is_total(name: str) -> bool:
    """Whether a row's name says no more than that it adds up the others."""
    return bool(_TOTAL.fullmatch(" ".join(name.lower()[:LONGEST].split())))
