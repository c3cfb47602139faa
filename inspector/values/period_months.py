"""The names of the months, whole or cut short, and years of two digits."""

NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
         "december")  # fmt: skip
MONTH = "|".join((*NAMES, "sept", *(name[:3] for name in NAMES)))
"""A pattern for the name of a month in lower case."""


def month_of(name: str) -> int:
    """The month, 1 to 12, of a name that `MONTH` matches."""
    return next(place for place, whole in enumerate(NAMES, 1) if whole.startswith(name[:3]))


def year_of(text: str) -> int:
    """The year that four digits name, or two of this century."""
    bare = text.lstrip("'")
    return int(bare) + (2000 if len(bare) == 2 else 0)
