"""Whether the cells of a column fit a field: nought is a veto, and from `SHOWN` on they alone show what it is."""

from typing import Any

from inspector.packing.content import MOST, Column

OPEN, GOOD, SHOWN, PLAIN = 0.3, 0.6, 0.85, 0.95
"""Below `OPEN` nothing speaks for a field but its heading; from `GOOD` on the cells do too."""
FEW = 3
ROLE_FIELDS = frozenset(
    ("raised_by_role", "role", "owner", "owners", "leader", "verified_by", "recorded_by", "accounts_to")
)
"""Fields of roles, which never hold names."""
TEXTS = frozenset((
    "aim", "learned", "prediction", "recommendation", "action", "said", "claim", "what_we_know", "how_we_know", "what_next",
    "commitment", "partner_statement", "note", "title",
))  # fmt: skip
"""Fields of running text."""
LABELS = frozenset(("team", "from_agency", "to_agency", "theme", "area", "unit"))
"""Fields of short names that recur."""


def fit(name: str, cell: dict[str, Any], found: Column | None, *, wordy: bool = False) -> tuple[float, str]:
    """How well the cells fit, from 0 (never) to 1, and why. Where there are none, less than `GOOD`.

    `wordy`: an indicator may be named by its title.
    """
    if found is None or not found.filled:
        return 0.4, ""
    part = cell.get("items", cell)
    if part.get("format") == "date":
        return _dates(found)
    if part.get("format") == "date-time":
        return (0.6, "moments") if found.dates >= MOST else (0.0, "")
    if part.get("enum"):
        return _codes(name, part["enum"], found)
    if part["type"] == "boolean":
        return (0.7, "yes or no") if found.yes_or_no >= MOST else (0.0, "")
    if part["type"] in ("integer", "number"):
        return (0.6, "numbers") if found.numbers >= MOST and found.dates < 0.5 else (0.0, "")
    if wordy and name == "indicator" and (found.labels or found.recurs):
        return (0.65 if found.recurs else 0.5), "few names that recur"
    return _text(name, part, found)


def _dates(found: Column) -> tuple[float, str]:
    if found.dates >= MOST:
        return 0.7, "its cells are dates"
    if found.dates >= 0.5:
        return 0.5, "most of its cells are dates"
    if found.serials >= MOST and found.numbers >= MOST:
        return 0.4, "its cells may be day numbers of a spreadsheet"
    return 0.0, ""


def _codes(name: str, ours: list[str], found: Column) -> tuple[float, str]:
    if not found.labels:
        return 0.0, ""
    share = found.codes(name, ours)
    several = len(found.values) >= FEW
    if share >= MOST:
        return (
            PLAIN if share == 1 and several else SHOWN if several else 0.7
        ), f"{_share(share)} of its cells are codes of it"
    if share >= 0.5:
        return 0.6, f"{_share(share)} of its cells are codes of it"
    return (0.2, "few of its cells are codes of it") if share > 0 else (0.0, "")


def _text(name: str, part: dict[str, Any], found: Column) -> tuple[float, str]:
    if found.dates >= 0.5:
        return 0.0, ""
    if name in ROLE_FIELDS:
        return _roles(found)
    if name == "id":
        return _ids(found)
    if part.get("description", "").startswith("Id of") and "pattern" not in part:
        return (0.5, "short, as ids are") if found.words <= 3 else (0.0, "")
    if name in TEXTS:
        plain = found.words >= 2 and found.numbers < 0.5
        return (0.65, "its cells are words") if plain else (0.0, "") if found.numbers >= 0.5 else (0.3, "")
    if name in LABELS:
        return (0.65, "few names that recur") if found.labels else (0.35, "") if found.numbers < 0.5 else (0.0, "")
    if "pattern" in part:
        return (0.6, "") if found.words <= 1.5 and found.numbers < MOST else (0.0, "")
    return 0.5, ""


def _roles(found: Column) -> tuple[float, str]:
    if found.people == "names":
        return 0.0, ""
    if found.numbers >= 0.5:
        return 0.0, ""
    if found.roles >= MOST:
        return 0.7, "its cells are roles"
    if found.people == "maybe":
        return 0.1, "it may hold names of people"
    return (0.5, "short names that recur") if found.labels else (0.2, "")


def _ids(found: Column) -> tuple[float, str]:
    if found.alone < MOST or found.words > 3:
        return 0.0, ""
    sure = 0.7 if found.ids >= MOST else 0.4 if found.words <= 1 else 0.2
    return sure, "no two rows share one"


def _share(share: float) -> str:
    return f"{share:.0%}"
