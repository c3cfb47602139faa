"""The limits of a chart before a change and since it, and which figures stand out from how things were.

The mean and the limits come from the figures before the change (where those are fewer than four, from the first four), and
each figure since is held against those: so the former normal is never drawn as worse than chance, and nothing
is coloured before the change, nor because of a run that began before it. At a step that is sure they are worked out again,
from the figures since, and the former ones are kept beside them. Of fewer than 13 figures in which no change was found none is
coloured, and there is no icon.

A step is sure (`step_is_sure`) where all of this holds: a lasting change is 0.95 probable, and 0.8 that it came at once; the
time in which it began, with 0.9, is at most three periods; there are eight figures on either side, so that either can have
limits; and the first seven since lie on one side of the former mean, that to which things went. Whether a cause is known is
told beside it and is no condition, since nothing goes out of sight.

Reference: NHS England, Making Data Count, on when to work out limits again (a change that is large, sustained and explained);
Provost and Murray, The Health Care Data Guide (2011), chapter 4, on limits from before a change carried on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from inspector.stats.judgement import Judgement
from inspector.stats.xmr import ENOUGH, RUN, Point, held, limits

FEWEST = 4
"""Figures that limits come from, if there are so many."""
SIDE = 8
"""Figures on either side of a step without which limits are not worked out again."""
SURE, SURE_AT_ONCE, WIDEST = 0.95, 0.8, 3
SUDDEN = {"sudden-gain": ("sudden-gain", "gradual-gain"), "loss": ("sudden-loss", "gradual-loss")}

Basis = Literal["all", "before", "since"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Limits, the places of the first and last figure that they come from, and the last place to which they are drawn.

    A limit is None where it would lie beyond what the figures can be, or there is one figure alone.
    """

    first: int
    last: int
    until: int
    basis: Basis
    centre: float
    lower: float | None
    upper: float | None

    @property
    def figures(self) -> int:
        """How many figures it comes from."""
        return self.last - self.first + 1

    @property
    def trial(self) -> bool:
        """Whether these are too few for limits that settle anything."""
        return self.figures < ENOUGH


@dataclass(frozen=True, slots=True)
class Reading:
    """How a series is drawn: its stretches, and the place at which limits begin anew.

    Each of its points has the limits that hold there (`group` 1 where they are those since a step), and the rule that it meets
    against what was before the change.
    """

    stretches: tuple[Stretch, ...]
    points: tuple[Point, ...]
    anew: int | None = None

    @property
    def settles(self) -> bool:
        """Whether there are figures enough for an icon."""
        return not self.stretches[0].trial or self.stretches[0].basis != "all"


def read(
    values: Sequence[float],
    judgement: Judgement,
    places: Sequence[int],
    better: Literal["up", "down"],
    most: float | None,
    published: tuple[Point, ...] = (),
) -> Reading:
    """The reading of at least one value; `places` are the periods of the values, `most` is what a share can be at most.

    No limit lies below 0 where no figure does, and none above `most`. `published` is `chart(values)`, if that is there already.
    """
    onset = _place(judgement.onset, places)
    least = 0.0 if min(values) >= 0 else None
    last = len(values) - 1
    if judgement.call in ("no-change", "too-few-points") or not onset:
        points = published or held(values, values)
        whole = _bounded((0, last, last), "all", (points[0].centre, points[0].lower, points[0].upper), (least, most))
        if not whole.trial and (whole.lower, whole.upper) == (points[0].lower, points[0].upper):
            return Reading((whole,), points)
        return Reading((whole,), tuple(_coloured(points, whole, whole, last + 1 if whole.trial else 0)))
    before = max(onset, min(FEWEST, last))
    found = (*held(values[:onset], values[:before]), *held(values[onset:], values[:before]))
    former = _stretch(values, 0, before - 1, last, "before", (least, most))
    up = (better == "up") != (judgement.call == "loss")
    if not step_is_sure(judgement, places, [point.side * (1 if up else -1) for point in found]):
        return Reading((former,), tuple(_coloured(found, former, former, onset)))
    since = _stretch(values, onset, last, last, "since", (least, most))
    return Reading((former, since), tuple(_coloured(found, former, since, onset)), onset)


def _coloured(found: Sequence[Point], former: Stretch, since: Stretch, onset: int) -> Iterator[Point]:
    """The points as they are drawn: none of them stands out before the change."""
    for place, point in enumerate(found):
        if place < onset:
            yield _at(replace(point, cause="common-cause"), former, 0)
        else:
            yield _at(point, since, int(since is not former))


def _at(point: Point, stretch: Stretch, group: int) -> Point:
    return Point(
        group,
        stretch.trial,
        stretch.centre,
        stretch.lower,
        stretch.upper,
        point.side,
        point.outside,
        point.near,
        point.cause,
    )


def step_is_sure(judgement: Judgement, places: Sequence[int], sides: Sequence[int]) -> bool:
    """Whether limits are worked out again at the onset.

    `sides`: 1 where a figure lies on that side of the former mean to which the change went.
    """
    onset, names = _place(judgement.onset, places), SUDDEN.get(judgement.call)
    if names is None or onset is None or judgement.onset_low is None or judgement.onset_high is None:
        return False
    shares = dict(judgement.probabilities)
    sudden, slow = (shares.get(name, 0.0) for name in names)  # type: ignore[call-overload]
    return (
        sudden + slow >= SURE
        and sudden >= SURE_AT_ONCE * (sudden + slow)
        and judgement.onset_high - judgement.onset_low < WIDEST
        and min(onset, len(places) - onset) >= SIDE
        and all(side > 0 for side in sides[onset : onset + RUN])
    )


def _place(period: int | None, places: Sequence[int]) -> int | None:
    """The place of the first figure in a period or after it."""
    return None if period is None else next((k for k, one in enumerate(places) if one >= period), None)


def _stretch(
    values: Sequence[float], first: int, last: int, until: int, basis: Basis, bounds: tuple[float | None, float | None]
) -> Stretch:
    centre, reach = limits(values[first : last + 1])
    lower, upper = (None, None) if reach is None else (centre - reach, centre + reach)
    return _bounded((first, last, until), basis, (centre, lower, upper), bounds)


def _bounded(
    places: tuple[int, int, int],
    basis: Basis,
    lines: tuple[float, float | None, float | None],
    bounds: tuple[float | None, float | None],
) -> Stretch:
    """The stretch of these limits, without those that lie where no figure can."""
    (centre, lower, upper), (least, most) = lines, bounds
    below = lower is not None and least is not None and lower < least
    above = upper is not None and most is not None and upper > most
    return Stretch(*places, basis, centre, None if below else lower, None if above else upper)
