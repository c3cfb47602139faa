"""What `inspector.trend` gives: every series of a file or table, judged and charted, as a sequence."""

import os
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, overload

from inspector.door.refusal import flag_of, one_of, path_of, refused, text_of
from inspector.model.problems import Problem
from inspector.model.words import plural, short
from inspector.trends.facts import Drawing, Trend
from inspector.trends.facts import trends as judged
from inspector.trends.series_file import SeriesFile, read_series, series_of

if TYPE_CHECKING:
    import polars as pl

SHORTEST = 12
"""The fewest points that limits are taken from."""


class Trends(Sequence[Trend]):
    """The judged series, in the order in which they first appear; also by name: `trends["Visits in time"]`.

    It prints as `inspector trend --full` does, with its charts; a notebook shows what each series did in words. `problems`
    are what could not be read as meant, in the order of the rows.
    """

    def __init__(self, source: str, series: Iterable[Trend], problems: tuple[Problem, ...]) -> None:
        self.source, self.problems = source, problems
        self._series = tuple(series)

    def frame(self) -> "pl.DataFrame":
        """One row a series: what it did, how surely, since when.

        Columns: `series`, `points`, `better` (up, down), `better_assumed`, `first` and `last` (days), `call`
        (no-change, gradual-gain, sudden-gain, faded-gain, loss, too-few-points), `probability` of what it claims (0
        to 1, of a gain that it is one of either kind; null for too few points), `kind_probability` (that a gain is of
        the kind called), `leaning` (with too few points a change that is likelier than all else together: gain,
        faded-gain, loss) and `leaning_probability`, `onset`, `onset_low`, `onset_high` (first days of periods; the
        latter two bound it with 90 %), `fell` (when a faded gain was first down to half), `held_periods`, `share_faded`
        (0 to 1), `effect`, `effect_low`, `effect_high` (in multiples of the usual movement from one point to the next;
        + is better), `points_needed` (to be surer; null where it is sure), `variation` (the XmR icon of the last point).
        """
        from inspector.door.trend_frames import frame

        return frame(self._series)

    def series_frame(self) -> "pl.DataFrame":
        """One row a figure, by series and period.

        Columns: `series`, `better`, `period_start`, `value` (as given; a percentage, 0 to 100, where numerator and
        denominator are given), `numerator`, `denominator`, `centre`, `lower`, `upper` (of the XmR chart, in the unit
        of `value`), `cause` (common, improvement, concern), `rule` (the XmR rule that says so), `call`, `onset`.
        """
        from inspector.door.trend_frames import series_frame

        return series_frame(self._series)

    def __len__(self) -> int:
        return len(self._series)

    def __contains__(self, one: object) -> bool:
        """Whether there is this series, or one of this name."""
        return any(one in (series, series.name) for series in self._series)

    @overload
    def __getitem__(self, place: int | str) -> Trend: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Trend]: ...
    def __getitem__(self, place: int | str | slice) -> Trend | Sequence[Trend]:
        if isinstance(place, str):
            for one in self._series:
                if one.name == place:
                    return one
            raise KeyError(
                f"{place!r} is no series of {self.source}; there are {[one.name for one in self._series][:6]}"
            )
        return self._series[place]

    def __repr__(self) -> str:
        series = f"{len(self)} series"
        wrong = f", {plural(len(self.problems), 'problem')}" if self.problems else ""
        return f"<Trends of {short(self.source)}: {series}{wrong}>"

    def __str__(self) -> str:
        from inspector.trends.as_text import render

        return render(self._series, self.problems, ascii_only=False).rstrip("\n")

    def _repr_html_(self) -> str:
        from inspector.door.summary import of_trends

        return of_trends(self.source, self._series, len(self.problems))


def trends(source: Any, better: Any, drawing: Drawing, name: str) -> Trends:
    """The series of a path or of a table in memory. Raises CannotComplete as `inspector.trend` says."""
    if better is not None:
        one_of("better", better, ("up", "down"))
    read, called = _read(source, text_of("name", name))
    return Trends(called, judged(read.series, better, drawing), read.problems)


def drawing(rebase: Any, baseline: Any, two_in_three: Any, screen: bool) -> Drawing:
    """How the charts are drawn. Raises CannotComplete for what the arguments cannot mean."""
    one_of("two_in_three", two_in_three, ("package", "making-data-count"))
    if baseline is not None and (not isinstance(baseline, int) or isinstance(baseline, bool) or baseline < SHORTEST):
        message = f"limits cannot be taken from {baseline!r} points"
        raise refused("argument", "baseline", message, f"a whole number, {SHORTEST} or more")
    if not isinstance(rebase, str | date | Iterable):
        message = f"a {type(rebase).__name__} is neither a day nor days"
        raise refused("argument", "rebase", message, "a date, text such as 2024-04-01, or several of them")
    days = [rebase] if isinstance(rebase, str | date) else list(rebase)
    return Drawing(flag_of("screen", screen), baseline, tuple(sorted(_day(day) for day in days)), two_in_three)


def _day(day: Any) -> date:
    try:
        return day if type(day) is date else date.fromisoformat(str(day)[:10])
    except ValueError:
        raise refused("argument", "rebase", f"{day!r} is not a day", "a date, or text such as 2024-04-01") from None


def _read(source: Any, name: str) -> tuple[SeriesFile, str]:
    if isinstance(source, str | os.PathLike):
        path = path_of("source", source)
        return read_series(path), path.name
    from inspector.door.tables import cells

    return series_of(*cells(source, name), name), name
