"""When a change began, as far as the figures tell: a span of days, what comes before and after it, and the words for it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, cast

from inspector.evidence.series import Series, month

Order = Literal["before", "within", "after"]


@dataclass(frozen=True, slots=True)
class Span:
    """`on` is the likeliest day; with a probability of 90 % it began from `low` to `high`, of 98 % not after `latest`.

    All are days of whole periods: `on` and `low` the first of theirs, `high` and `latest` the last.
    """

    on: date
    low: date
    high: date
    latest: date

    def order(self, day: date) -> Order:
        """Where a day lies: `before` the span, `after` all that is likely, or `within`, where nobody can tell."""
        return "before" if day < self.low else "after" if day > self.latest else "within"

    @property
    def words(self) -> str:
        """`in January 2024`, or `most likely between November 2023 and January 2024`."""
        first, last = month(self.low), month(self.high)
        if first == last:
            return f"in {first}"
        one, other = first.split(), last.split()
        return f"most likely between {one[0] if one[1:] == other[1:] else first} and {last}"


def span_of(series: Series) -> Span | None:
    """When the change of a series began; None where it did not change or too few points tell."""
    if "span" not in series.worked_out:
        series.worked_out["span"] = _span(series)
    return cast(Span | None, series.worked_out["span"])


def _span(series: Series) -> Span | None:
    found = series.judgement()
    if found.onset is None or found.onset_low is None or found.onset_high is None:
        return None
    latest = found.onset_high if found.onset_latest is None else max(found.onset_high, found.onset_latest)
    return Span(
        on=series.starts(found.onset),
        low=series.starts(found.onset_low),
        high=_ends(series, found.onset_high),
        latest=_ends(series, latest),
    )


def _ends(series: Series, period: int) -> date:
    """The last day of a period."""
    return series.starts(period + 1) - timedelta(days=1)
