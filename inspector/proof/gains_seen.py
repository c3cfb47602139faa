"""Which gains the figures that were held at a time show already: judged as today, from no more figures than were held by then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from inspector.evidence.onsets import Span, span_of
from inspector.evidence.series import Series, all_series
from inspector.model.evidence import Evidence, Figure
from inspector.model.held import Held

GAINS = ("gradual-gain", "sudden-gain")
Period = tuple[str, date, date]


def gains(evidence: Evidence) -> dict[str, tuple[Series, Span]]:
    """The indicators that have a gain today, each with its series and when the gain began."""
    found = {}
    for series in all_series(evidence):
        span = span_of(series)
        if span is not None and series.judgement().call in GAINS:
            found[series.indicator.indicator] = series, span
    return found


@dataclass
class Seen:
    """Asked of a submission and an indicator: whether the figures held by then show the gain that there is today.

    Held by then is what that submission or one received before it held: a figure that was left out once is known all the same.
    """

    evidence: Evidence
    history: Sequence[Held]
    gained: Mapping[str, tuple[Series, Span]]
    _shown: dict[tuple[int, str], bool] = field(default_factory=dict)
    _judged: dict[tuple[str, tuple[int, ...]], bool] = field(default_factory=dict)
    _known: dict[int, dict[str, set[Period]]] = field(default_factory=dict)

    def shown(self, place: int, indicator: str) -> bool:
        """Whether the figures held by the submission at that place of the history show the gain; False where there is none."""
        if indicator not in self.gained:
            return False
        key = place, indicator
        if key not in self._shown:
            self._shown[key] = self._shows(place, indicator)
        return self._shown[key]

    def _shows(self, place: int, indicator: str) -> bool:
        series, span = self.gained[indicator]
        held = self._held(place).get(indicator, set())
        figures = [one for one in self._figures[indicator] if (indicator, one.period_start, one.period_end) in held]
        if not any(one.period_end >= span.low for one in figures):
            return False
        key = indicator, tuple(map(id, figures))
        if key not in self._judged:
            self._judged[key] = _gained(self.evidence, series, figures)
        return self._judged[key]

    def any_shown(self, place: int) -> bool:
        """Whether they show any gain."""
        return any(self.shown(place, one) for one in self.gained)

    @cached_property
    def _figures(self) -> dict[str, list[Figure]]:
        found: dict[str, list[Figure]] = {}
        for one in self.evidence.figures:
            found.setdefault(one.indicator, []).append(one)
        return found

    def _held(self, place: int) -> dict[str, set[Period]]:
        if place not in self._known:
            before = self._held(place - 1) if place else {}
            found = {name: set(periods) for name, periods in before.items()}
            for one in self.history[place].figures:
                found.setdefault(one.indicator, set()).add((one.indicator, one.period_start, one.period_end))
            self._known[place] = found
        return self._known[place]


def _gained(evidence: Evidence, series: Series, figures: Sequence[Figure]) -> bool:
    alone = evidence.model_copy(update={"figures": tuple(figures), "indicators": (series.indicator,)})
    return any(one.judgement().call in GAINS for one in all_series(alone))
