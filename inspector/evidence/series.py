"""From evidence to one series per registered indicator, with its periods, its rows and the words for them."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from statistics import median
from typing import Any

from inspector import clock
from inspector.evidence.as_judged import PLAIN, AsJudged, as_judged
from inspector.evidence.dated import from_one_day, of_last_months, share_months, without_sharing
from inspector.evidence.joined import MOST
from inspector.evidence.periods import length_of, place_of
from inspector.evidence.thinned import said_of
from inspector.model.evidence import Evidence, Figure, Indicator, Rows
from inspector.model.months import month_year
from inspector.model.rows import by_resource
from inspector.model.shares import counts_events, is_percent, is_share
from inspector.model.words import doubted
from inspector.stats.as_events import as_events
from inspector.stats.judgement import Judgement, Observation

# Numbers beyond this measure nothing and overflow; NaN fails the comparison too.
ABSURD = 1e100


@dataclass(frozen=True)
class Series:
    """The figures of one indicator that are judged, one a period, in order. `step` is the months a period lasts, 0 if less.

    `days` is the days a period lasts where that is less than a month. Periods count from that of the first figure.
    """

    indicator: Indicator
    figures: tuple[Figure, ...]
    observations: tuple[Observation, ...]
    step: int
    days: int
    unlike: tuple[Figure, ...] = ()
    """Usable figures that have no place on the line: for another length of time, or a period that another stands for."""
    company: list["Series"] = field(default_factory=list, repr=False, compare=False)
    """All series of the same evidence, which are judged at once."""
    made: AsJudged = PLAIN
    """What was done to have figures that can be judged: none but the latest 120 are."""
    sources: tuple[Figure, ...] = ()
    """The submitted figures of which `figures` were made, where they are not the same."""
    worked_out: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    """What later rooms work out once of this series and keep, by the name of what it is."""

    @property
    def first(self) -> date:
        """The first day of the first period."""
        return self.figures[0].period_start

    @property
    def last(self) -> date:
        """The last day of the last period."""
        return self.figures[-1].period_end

    def starts(self, period: int) -> date:
        """The day on which a period starts, counted from that of the first figure."""
        if self.step:
            return add_months(self.first, period * self.step)
        return self.first + timedelta(days=period * self.days)

    def rows(self) -> tuple[Rows, ...]:
        """Every row the series rests on: its figures, and its entry in the register for the direction."""
        return self._rows

    @cached_property
    def _rows(self) -> tuple[Rows, ...]:
        return (*by_resource(self.submitted), *by_resource([self.indicator]))

    @property
    def submitted(self) -> tuple[Figure, ...]:
        """The figures on the line as they were submitted."""
        return self.sources or self.figures

    @property
    def judged(self) -> int:
        """How many periods are judged: the latest 120 at most, and none where figures cannot be taken apart."""
        return min(len(self.observations), MOST)

    def judgement(self) -> Judgement:
        """What the series did; worked out once."""
        return self._judged

    @cached_property
    def _judged(self) -> Judgement:
        # Late, because it loads numpy, and many a command only asks signals what they are.
        from inspector.stats.shapes import judge_known

        every = self.company or [self]
        with clock.phase("judging series"):
            judged = judge_known([(one.observations, one.indicator.better) for one in every])
        for one, made in zip(every, judged, strict=True):
            one.__dict__["_judged"] = made
        return self.__dict__["_judged"]  # type: ignore[no-any-return]


def all_series(evidence: Evidence) -> tuple[Series, ...]:
    """One series per registered indicator with usable figures, sorted by indicator.

    Of an indicator registered twice the first entry counts, and of two figures for one period the first row: the
    duplicates themselves are reported when the bundle is read.
    """
    # Every signal asks for the series of the same evidence in turn, and so does evidence of which only a log was taken away.
    kept: tuple[object, object, tuple[Series, ...]] | None = evidence.worked_out.get("series")
    if kept is None or kept[0] is not evidence.figures or kept[1] is not evidence.indicators:
        known: Known = evidence.worked_out.setdefault("series of figures", {})
        kept = evidence.worked_out["series"] = (evidence.figures, evidence.indicators, _made(evidence, known))
    return kept[2]


Known = dict[tuple[str, tuple[int, ...]], tuple[Indicator, tuple[Figure, ...], "Series | None"]]
"""By an indicator and which figures it has (their ids): its entry, these figures, and the series that they make."""
MOST_KNOWN = 2_000


def figures_by_indicator(evidence: Evidence) -> dict[str, tuple[Indicator, list[Figure]]]:
    """The register's first entry for each indicator that has figures, with all of these as submitted, sorted by its id."""
    figures: dict[str, list[Figure]] = {}
    for figure in evidence.figures:
        figures.setdefault(figure.indicator, []).append(figure)
    registered: dict[str, Indicator] = {}
    for indicator in evidence.indicators:
        registered.setdefault(indicator.indicator, indicator)
    return {id: (registered[id], figures[id]) for id in sorted(registered) if id in figures}


def _made(evidence: Evidence, known: Known) -> tuple[Series, ...]:
    """Those `known` of the same figures and entry are judged already."""
    company: list[Series] = []
    made = []
    for indicator, mine in figures_by_indicator(evidence).values():
        # The figures are kept with the series, so that no others can come to have their ids.
        key = indicator.indicator, tuple(map(id, mine))
        kept = known.get(key)
        if kept is None or kept[0] is not indicator:
            if len(known) >= MOST_KNOWN:
                known.clear()
            kept = known[key] = indicator, tuple(mine), _read(indicator, mine, company)
        if kept[2] is not None:
            made.append(kept[2])
    return tuple(made)


def _read(indicator: Indicator, figures: list[Figure], company: list[Series]) -> "Series | None":
    mine = [one for one in figures if readable(one, indicator)]
    if not mine:
        return None
    mine.sort(key=lambda f: (f.period_start, f.period_end, f.resource, f.row))
    company.append(_series(indicator, mine, company))
    return company[-1]


def readable(figure: Figure, indicator: Indicator | None) -> bool:
    """Whether a figure says something: it has a number that can be, and of a share what it is out of."""
    return _usable(figure) and not _of_nothing_stated(figure, indicator)


def _usable(figure: Figure) -> bool:
    if figure.denominator is not None and figure.denominator <= 0:
        return False
    numbers = [n for n in (figure.value, figure.numerator, figure.denominator) if n is not None]
    given = figure.value is not None or figure.numerator is not None
    return given and all(abs(number) < ABSURD for number in numbers)


def _of_nothing_stated(figure: Figure, indicator: Indicator | None) -> bool:
    """Whether it is how many, of a share that does not say of how many: read as a count it would be another measure."""
    alone = figure.value is None and figure.denominator is None
    return alone and indicator is not None and is_share(indicator.unit or indicator.title)


def _series(indicator: Indicator, submitted: list[Figure], company: list[Series]) -> Series:
    """Keeps the figures of the commonest period length: a quarter and a year cannot share a line."""
    dated = from_one_day(submitted)
    figures = _on_one_scale(indicator, of_last_months(submitted) if dated else submitted)
    lengths = [length_of(figure) for figure in figures]
    step, days = min(Counter(lengths).items(), key=lambda item: (-item[1], item[0]))[0]
    alike = [figure for figure, length in zip(figures, lengths, strict=True) if length == (step, days)]
    sharing = share_months(alike, step)
    kept: dict[int, Figure] = {}
    for figure in without_sharing(alike) if sharing else alike:
        kept.setdefault(place_of(figure, alike[0], step, days), figure)
    line = list(kept.values())
    on_it = {(one.resource, one.row) for one in (alike if sharing else line)}
    unlike = tuple(figure for figure in submitted if (figure.resource, figure.row) not in on_it)
    made = as_judged(indicator, line, step, days, dated=dated)
    if sharing:
        made = replace(made, basis="every-so-many", says=said_of(step, len(line), len(alike), declared=True))
    sources = tuple(alike if sharing else line) if made.basis != "as-submitted" else ()
    return Series(
        indicator,
        made.figures,
        _observations(indicator, made),
        made.step,
        made.days,
        unlike,
        company,
        made,
        sources,
    )


def _observations(indicator: Indicator, made: AsJudged) -> tuple[Observation, ...]:
    if made.basis == "not-judged":
        return ()
    line = tuple(
        Observation(
            place_of(f, made.figures[0], made.step, made.days),
            f.value,
            f.numerator,
            f.denominator,
            f.period_start.month if made.step == 1 and made.basis != "every-so-many" else 0,
        )
        for f in made.figures
    )
    return as_events(line) if counts_events(f"{indicator.unit or ''} {indicator.title}") else line


def _on_one_scale(indicator: Indicator, figures: list[Figure]) -> list[Figure]:
    """Percentages beside counts as the parts of 1 that the counts make: 45 in one month and 45 of 100 in the next are one."""
    unit = indicator.unit or indicator.title
    values = [figure.value for figure in figures if figure.value is not None]
    if not values or len(values) == len(figures) or not (is_percent(unit) and is_share(unit)) or median(values) <= 1:
        return figures
    return [f if f.value is None else f.model_copy(update={"value": f.value / 100}) for f in figures]


def add_months(day: date, months: int) -> date:
    """The same day of a month so many months on, or the 28th where that month may lack it."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, day.day if day.day <= 28 else 28)


def whole_months(start: date, end: date) -> int:
    """Whole months from `start` to the end of the day `end`; negative where `end` lies before `start`."""
    after = end + timedelta(days=1)
    return (after.year - start.year) * 12 + after.month - start.month - (after.day < start.day)


def month(day: date) -> str:
    """`April 2023`, whatever the locale."""
    return month_year(day)


def sureness(probability: float) -> str:
    """A probability in words that never claim certainty."""
    return f"probability {doubted(probability)}"
