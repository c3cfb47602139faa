"""What the writers of records know: the days, the log, and what is true of every indicator. They never see a judgement."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from inspector.simulate.authority import Authority, Row
from inspector.simulate.draws import stream
from inspector.simulate.paths import FADES, GAINS, LOSSES

Rows = list[Row]
Records = dict[str, Rows]
"""Rows by kind; the parts of a kind under names of their own, as `recommendation-actions`."""


class Scene(NamedTuple):
    """`notified` is the day of the announcement, `last` the last day on which anything can have been written."""

    seed: str
    start: date
    months: int
    notified: date
    last: date
    indicators: Mapping[str, Row]
    log: tuple[Row, ...]

    def draw(self, *words: str) -> Random:
        """Chance of its own for each purpose."""
        return stream(self.seed, "records", *words)

    def day(self, draw: Random, first: float = 0.0, last: float = 1.0) -> date:
        """A day between two shares of the time up to the announcement, which itself is not among them."""
        days = (self.notified - self.start).days - 1
        return self.start + timedelta(days=int(days * draw.uniform(first, last)))

    def after(self, day: date, draw: Random, least: int, most: int) -> date:
        """A day so many days after another, and before the announcement."""
        return max(day, min(day + timedelta(days=draw.randint(least, most)), self.notified - timedelta(days=1)))

    def since(self, draw: Random) -> date:
        """A day between the announcement and the submission."""
        return self.notified + timedelta(days=draw.randint(0, max(0, (self.last - self.notified).days)))

    def moved(self, *how: str) -> list[str]:
        """Indicators that truly move so (`gain`, `fade`, `loss`, `none`), sorted."""
        return sorted(id for id, truth in self.indicators.items() if way_of(truth["shape"]) in how)

    def onset(self, indicator: str) -> date | None:
        """The day on which an indicator truly begins to move."""
        text = self.indicators[indicator]["onset"]
        return date.fromisoformat(text) if text else None


def way_of(shape: str) -> str:
    """`gain`, `fade`, `loss` or `none`: what a path comes to."""
    ways = {"gain": GAINS, "fade": FADES, "loss": LOSSES}
    return next((way for way, shapes in ways.items() if shape in shapes), "none")


def scene(one: Authority) -> Scene:
    """What is known of an authority."""
    return Scene(
        one.seed, one.start, one.months, one.notified_on, one.submitted_at, one.truth["indicators"], tuple(one.log)
    )
