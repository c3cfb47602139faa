"""Which rows are committed: held by a submission that was received in time, as they are now, before they could be made to fit.

A test: a submission received within `WITHIN` days of its start holds it with its prediction, and the figures held by then do not
show the gain that it could claim. A figure: a submission received within `WITHIN` days of the end of its period holds it; or one
received later does, as do all that were received since that period was over, none of them with another number, and the
figures held by then show no gain of the measure: its past was told as soon as anything was, always so, and before anybody knew
what it would be good for. Rows of other kinds: likewise, by their day, before any gain was shown.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from inspector.evidence.effects import began
from inspector.evidence.held import OTHERS, key_of_row, said_by_figure, said_by_row, says_the_same
from inspector.model.evidence import Evidence, Figure, LogEntry
from inspector.model.held import Held, HeldFigure, HeldRow, HeldTest
from inspector.model.rows import Located
from inspector.proof.gains_seen import Period, Seen

WITHIN = 91
"""Days from the start of a test, or from the end of the period of a figure, within which a submission has to hold it."""
CORRECTED = 0.1
"""The share of a measure's figures that may be corrected since, one always; of more none counts."""
SAME = ("prediction", "indicator")
BY = ("register", "receipt", "manifest")
"""Who says when a submission was received, the strongest first."""
GROWING = ("recommendations", "case-reviews", "partnership")
"""Kinds whose rows go on being written: what came of it is added. The row is held by its key."""
KINDS = ("participation", "durations", "voice", "leadership", "self-evaluation", *GROWING)
"""Kinds beside the log and the figures whose rows speak for a verdict."""


class Kept(NamedTuple):
    """A row, and the place in the history of the submission that commits it; None where none does."""

    row: Located
    place: int | None


@dataclass
class Commitments:
    """Asked of evidence and what earlier submissions held, the first received first: which rows are committed, and by which."""

    evidence: Evidence
    seen: Seen

    @property
    def history(self) -> Sequence[Held]:
        """What earlier submissions held."""
        return self.seen.history

    @cached_property
    def tests(self) -> tuple[Kept, ...]:
        """Every entry of the log."""
        return tuple(Kept(one, self._best(self._of_test(one))) for one in self.evidence.log)

    @cached_property
    def figures(self) -> tuple[Kept, ...]:
        """Every figure."""
        found = {(one.resource, one.row): list(self._of_figure(one)) for one in self.evidence.figures}
        allowed = self._corrections(found)
        return tuple(
            Kept(
                one,
                self._best(place for place, same in found[one.resource, one.row] if same or one.indicator in allowed),
            )
            for one in self.evidence.figures
        )

    @cached_property
    def others(self) -> dict[str, tuple[Kept, ...]]:
        """The rows of each other kind that speaks for a verdict."""
        return {
            kind: tuple(
                Kept(one, self._best(self._of_row(one, kind))) for one in getattr(self.evidence, OTHERS[kind].table)
            )
            for kind in KINDS
        }

    def _best(self, places: Iterable[int]) -> int | None:
        """Of the submissions that commit a row the one whose date is vouched for best, of these the first."""
        return min(places, key=lambda place: (BY.index(self.history[place].received_by), place), default=None)

    def _of_test(self, entry: LogEntry) -> Iterator[int]:
        start = began(entry) or entry.raised_on
        if began(entry) is not None and self._started_otherwise(entry, start):
            return
        for place, held in self._in_time(start):
            rows = self._tests[place].get(entry.id, ())
            if any(_as_then(entry, one, held.salt) for one in rows) and not self._claims(entry, start, place):
                yield place

    def _started_otherwise(self, entry: LogEntry, start: date) -> bool:
        """Whether a submission received long after the start holds the test without it, or with another."""
        for place, held in enumerate(self.history):
            rows = self._tests[place].get(entry.id, ())
            late = (held.received_on - start).days > WITHIN
            if late and rows and not any((one.started_on or one.tested_on) == start for one in rows):
                return True
        return False

    def _claims(self, entry: LogEntry, start: date, place: int) -> bool:
        """Whether the figures held by then show a gain that the test could claim: one that did not begin before it."""
        gained = self.seen.gained.get(entry.indicator or "")
        return gained is not None and start <= gained[1].high and self.seen.shown(place, entry.indicator or "")

    def _of_figure(self, figure: Figure) -> Iterator[tuple[int, bool]]:
        """The submissions that commit it as it is, and those that would were it corrected since and little else was."""
        key = figure.indicator, figure.period_start, figure.period_end
        otherwise = False
        for place, timely in self._since(figure.period_end, lambda place: key in self._figures[place]):
            held = self.history[place]
            same = any(one.said == said_by_figure(figure, held.salt) for one in self._figures[place][key])
            if timely or not (otherwise or self.seen.shown(place, figure.indicator)):
                if same:
                    yield place, True
                elif figure.revised_on is not None and figure.revised_on >= held.received_on:
                    yield place, False
            otherwise |= not same and held.received_on > figure.period_end

    def _corrections(self, found: dict[tuple[str, int], list[tuple[int, bool]]]) -> set[str]:
        """The measures of which so few figures are corrected since that these count."""
        every: dict[str, int] = {}
        corrected: dict[str, int] = {}
        for one in self.evidence.figures:
            every[one.indicator] = every.get(one.indicator, 0) + 1
            places = found[one.resource, one.row]
            if places and not any(same for _, same in places):
                corrected[one.indicator] = corrected.get(one.indicator, 0) + 1
        return {name for name, many in corrected.items() if many <= max(1, CORRECTED * every[name])}

    def _of_row(self, row: Any, kind: str) -> Iterator[int]:
        day: date | None = getattr(row, OTHERS[kind].day)
        if day is None:
            return

        def rows(place: int) -> list[HeldRow]:
            return self._others[place].get((kind, key_of_row(row, kind, self.history[place].salt)), [])

        otherwise = False
        for place, timely in self._since(day, lambda place: bool(rows(place))):
            held = self.history[place]
            same = kind in GROWING or any(one.said == said_by_row(row, kind, held.salt) for one in rows(place))
            if same and (timely or not (otherwise or self.seen.any_shown(place))):
                yield place
            otherwise |= not same and held.received_on > day

    def _in_time(self, day: date) -> Iterator[tuple[int, Held]]:
        """The submissions received by so many days after a day."""
        for place, held in enumerate(self.history):
            if (held.received_on - day).days > WITHIN:
                return
            yield place, held

    def _since(self, day: date, holds: Callable[[int], bool]) -> Iterator[tuple[int, bool]]:
        """The submissions that hold something, and whether in time; later ones as long as all received since that day hold it."""
        every = True
        for place, held in enumerate(self.history):
            timely = (held.received_on - day).days <= WITHIN
            if not timely and not every:
                return
            if holds(place):
                yield place, timely
            elif held.received_on > day:
                every = False

    @cached_property
    def _tests(self) -> list[dict[str, list[HeldTest]]]:
        found: list[dict[str, list[HeldTest]]] = [{} for _ in self.history]
        for place, held in enumerate(self.history):
            for one in held.tests:
                found[place].setdefault(one.id, []).append(one)
        return found

    @cached_property
    def _figures(self) -> list[dict[Period, list[HeldFigure]]]:
        found: list[dict[Period, list[HeldFigure]]] = [{} for _ in self.history]
        for place, held in enumerate(self.history):
            for one in held.figures:
                found[place].setdefault((one.indicator, one.period_start, one.period_end), []).append(one)
        return found

    @cached_property
    def _others(self) -> list[dict[tuple[str, str], list[HeldRow]]]:
        found: list[dict[tuple[str, str], list[HeldRow]]] = [{} for _ in self.history]
        for place, held in enumerate(self.history):
            for one in held.others:
                found[place].setdefault((one.kind, one.key), []).append(one)
        return found


def _as_then(entry: LogEntry, then: HeldTest, salt: str) -> bool:
    """Whether an entry was held as it is: what it predicts of which measure, and its start where that was stated.

    One that was tried has to predict something.
    """
    start = then.started_on or then.tested_on
    if start is not None and start != began(entry):
        return False
    return (then.predicted or not entry.tried) and says_the_same(entry, then, salt, SAME)
