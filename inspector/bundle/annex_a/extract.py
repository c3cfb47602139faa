"""The day on which lists were taken out of a system: said by somebody, or shown by the ages of the children on them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from inspector.bundle.schema.cells import is_date

FEWEST, MOST_OF = 5, 0.6
"""Ages show the day where at least so many children have one and a date of birth, and such a share of them agree."""
AFTER_NOTIFIED, AFTER_AGES = 28, 183
"""Days after which a date is too late: lists are asked for when an inspection is announced, and come within the weeks after
it; ages may be those of the day on which something happened, and the lists reach back six months."""
Birth = tuple[date, int]
"""A date of birth, and the age that stands beside it."""


@dataclass(frozen=True)
class Extract:
    """The day, by which dates and ages are held: `slack` days later a date cannot be known. `because` says what it is the
    day of, as in `the inspection was announced`.
    """

    day: date
    slack: int
    because: str

    @property
    def words(self) -> str:
        """What was on that day: `the inspection was announced on 2026-01-12`."""
        return f"{self.because} on {self.day}"

    @property
    def on(self) -> str:
        """The day and what was then: `on 2026-01-12, when the inspection was announced`."""
        return f"on {self.day}, when {self.because}"

    @property
    def last(self) -> date:
        """The last day that a list can know."""
        return self.day + timedelta(days=self.slack)


def extract(
    extracted: str | None, submitted: date | None, notified: date | None, births: Iterable[Birth]
) -> Extract | None:
    """The day of a list's extract, from the surest source there is; None where nothing shows it."""
    if extracted and is_date(extracted[:10]):
        return Extract(date.fromisoformat(extracted[:10]), 0, "the lists were taken out")
    if submitted:
        return Extract(submitted, 0, "the lists were submitted")
    if notified:
        return Extract(notified, AFTER_NOTIFIED, "the inspection was announced")
    day = shown(births)
    return Extract(day, AFTER_AGES, "most children were as old as the lists say") if day else None


def shown(births: Iterable[Birth]) -> date | None:
    """The last day on which most of the children had the age that stands beside their date of birth."""
    edges: Counter[date] = Counter()
    count = 0
    for born, age in births:
        if 0 <= age <= 120 and born.year + age < date.max.year - 1:
            edges[birthday(born, age)] += 1
            edges[birthday(born, age + 1)] -= 1
            count += 1
    most = held = 0
    last = None
    after_most = False
    for day, change in sorted(edges.items()):
        if after_most:
            last, after_most = day - timedelta(days=1), False
        held += change
        if held > most:
            most, after_most = held, True
    return last if count >= FEWEST and most >= MOST_OF * count else None


def birthday(born: date, age: int) -> date:
    """The day on which somebody has that age; one born on 29 February has it on 1 March of other years."""
    year = born.year + age
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def age_on(born: date, day: date) -> int:
    """Years at the last birthday before a day or on it; below nought for one who is not born."""
    years = day.year - born.year
    return years if birthday(born, years) <= day else years - 1
