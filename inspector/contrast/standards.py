"""What an inspection by standards would have seen: levels against targets and deadlines, and the rating they add up to."""

from collections.abc import Sequence

from inspector.model.base import Noun
from inspector.model.evidence import Evidence, Figure, Indicator, SetAside
from inspector.model.left_aside import told
from inspector.stats.rounding import round6

QUESTION = "Are you up to standard?"
WARNING = (
    "This is the wrong question. A high rating lets everybody relax and a low one damns them; either way it rewards the "
    "figure and not the work, and a figure that is rewarded can be made to look right. It plays no part in the verdict."
)
MOST, SOME = 0.9, 0.5
"""Shares of the measures with a target that are on it in their latest figure, from which the rating is good or mixed."""


class Held(Noun):
    """One measure held against its standard. `latest` and `target` are shares (0 to 1) or in the measure's own unit.

    `on_target` is None where no target is named or no figure was given; `in_time` of `cases` ended within the deadline.
    """

    indicator: str
    title: str
    better: str
    unit: str
    is_share: bool
    latest: float | None = None
    latest_on: str | None = None
    target: float | None = None
    on_target: bool | None = None
    periods: int = 0
    periods_on_target: int = 0
    deadline: int | None = None
    deadline_unit: str | None = None
    cases: int = 0
    in_time: int = 0


class Standards(Noun):
    """The would-be answer of an inspection by standards: the rating, what it says, and every measure."""

    rating: str
    says: str
    warning: str
    measures: tuple[Held, ...]
    left_out: tuple[str, ...] = ()
    """Of each indicator with figures that cannot be, or lie outside of the period, which they are."""


def standards(evidence: Evidence) -> Standards:
    """Every registered indicator against its target and deadline, sorted as the register has them, and the would-be rating."""
    register: dict[str, Indicator] = {}
    for one in sorted(evidence.indicators, key=lambda one: (one.resource, one.row)):
        register.setdefault(one.indicator, one)
    figures: dict[str, list[Figure]] = {}
    for figure in sorted(evidence.figures, key=lambda f: (f.period_end, f.period_start, f.resource, f.row)):
        figures.setdefault(figure.indicator, []).append(figure)
    measures = tuple(_held(one, figures.get(id, []), evidence) for id, one in register.items())
    rating, says = _rating(measures)
    return Standards(rating=rating, says=says, warning=WARNING, measures=measures, left_out=_left_out(evidence))


def _left_out(evidence: Evidence) -> tuple[str, ...]:
    aside: dict[str, list[SetAside]] = {}
    for one in evidence.set_aside:
        aside.setdefault(one.indicator, []).append(one)
    return tuple(f"{id}: {told(some)}." for id, some in sorted(aside.items()))


def _held(one: Indicator, figures: Sequence[Figure], evidence: Evidence) -> Held:
    levels = [(level, figure) for figure in figures if (level := _level(figure)) is not None]
    is_share = bool(levels) and all(figure.value is None for _, figure in levels)
    target = _target(one.target, is_share)
    on = [target is not None and _on(level, target, one.better) for level, _ in levels]
    cases = [c for c in evidence.durations if c.indicator == one.indicator and one.deadline is not None]
    return Held(
        indicator=one.indicator,
        title=one.title,
        better=one.better,
        unit=one.unit or "",
        is_share=is_share,
        latest=round6(levels[-1][0]) if levels else None,
        latest_on=levels[-1][1].period_end.isoformat() if levels else None,
        target=target,
        on_target=on[-1] if levels and target is not None else None,
        periods=len(levels),
        periods_on_target=sum(on),
        deadline=one.deadline,
        deadline_unit=one.deadline_unit,
        cases=sum(c.count for c in cases),
        in_time=sum(c.count for c in cases if c.days <= (one.deadline or 0)),
    )


def _level(figure: Figure) -> float | None:
    if figure.value is not None:
        return figure.value
    return figure.numerator / figure.denominator if figure.numerator is not None and figure.denominator else None


def _target(target: float | None, is_share: bool) -> float | None:
    # Targets of shares are written as 0.85 or as 85.
    return None if target is None else round6(target / 100 if is_share and target > 1 else target)


def _on(level: float, target: float, better: str) -> bool:
    return level >= target if better == "up" else level <= target


def _rating(measures: Sequence[Held]) -> tuple[str, str]:
    """The rating and its reason. Only measures with a target and a figure count."""
    counted = [one for one in measures if one.on_target is not None]
    if not counted:
        return "No rating", "No measure names a target, so there is nothing to hold a figure against."
    good = sum(one.on_target is True for one in counted)
    rating = "Below standard on paper"
    if good >= SOME * len(counted):
        rating = "Mixed on paper"
    if good >= MOST * len(counted):
        rating = "Good on paper"
    on, periods = sum(one.periods_on_target for one in counted), sum(one.periods for one in counted)
    says = f"{good} of {len(counted)} measures with a target are on it now; {on} of their {periods} figures were."
    if len(counted) == 1:
        says = (
            f"The one measure with a target is {'' if good else 'not '}on it now; {on} of its {periods} figures were."
        )
    cases, in_time = sum(one.cases for one in measures), sum(one.in_time for one in measures)
    if cases:
        says += f" {in_time} of {cases} cases ended within their deadline ({100 * in_time / cases:.0f}%)."
    return rating, says
