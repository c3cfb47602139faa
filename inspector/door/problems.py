"""What `inspector.check` gives: the problems of a bundle, as a sequence."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, overload

from inspector.inspection import left_open
from inspector.model.problems import Faults, Problem, each
from inspector.model.traces import Trace
from inspector.model.words import short

if TYPE_CHECKING:
    import polars as pl

    from inspector.bundle.reading import BundleReading


class Problems(Sequence[Problem]):
    """Every problem of a bundle, in the order of its files and rows; empty where there is none, and then false.

    It prints as the command line shows it; a notebook shows a table. `errors` and `queries` count them, `counts` does
    so by rule. `digest` names the bundle that was read, None where the bundle itself is at fault (`unreadable`).
    `traces` are what the probes answered, where they were asked.
    """

    def __init__(
        self,
        name: str,
        reading: "BundleReading",
        traces: tuple[Trace, ...] | None = None,
        framework: str | None = None,
    ) -> None:
        self.name = name
        self.remarks: tuple[Problem | Faults, ...] = (*reading.problems, *left_open(reading, framework))
        """As they are held: one for many rows of a column. Sixty thousand problems are made one by one only when asked for."""
        self.digest, self.unreadable = reading.digest, reading.unreadable
        self.traces = traces

    @property
    def errors(self) -> int:
        """How many keep something from being read as meant."""
        from inspector.report.problems.flat import levels

        return levels(self.remarks)[0]

    @property
    def queries(self) -> int:
        """How many are odd and may be explained."""
        from inspector.report.problems.flat import levels

        return levels(self.remarks)[1]

    @property
    def counts(self) -> dict[str, int]:
        """How many there are of each rule, rules sorted."""
        from inspector.report.problems.flat import counts

        return counts(self.remarks)

    def problems_frame(self) -> "pl.DataFrame":
        """One row a problem, straight from the columns.

        Columns: `level` (error, query), `rule` (`inspector.explain` says what it means), `file`, `sheet`, `row` (as a
        spreadsheet counts it, the header being row 1), `column` (its letter), `header` (the file's own heading),
        `record` (the record's own id), `line` and `path` (the place in a text or JSON document), `found`, `message`,
        `expected`, `fix`. What does not apply is null.
        """
        from inspector.door.frames import problems_frame

        return problems_frame(self.remarks)

    def __len__(self) -> int:
        return sum(len(one) if isinstance(one, Faults) else 1 for one in self.remarks)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._each)

    @overload
    def __getitem__(self, place: int) -> Problem: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Problem]: ...
    def __getitem__(self, place: int | slice) -> Problem | Sequence[Problem]:
        return self._each[place]

    @cached_property
    def _each(self) -> tuple[Problem, ...]:
        return tuple(each(self.remarks))

    def __repr__(self) -> str:
        from inspector.report.problems.as_text import tally

        unreadable = "it cannot be read, " if self.unreadable else ""
        return f"<Problems of {short(self.name)}: {unreadable}{tally(self.errors, self.queries)}>"

    def __str__(self) -> str:
        from inspector.report.problems.as_text import render

        return render(self.remarks, self.digest).decode().rstrip("\n")

    def _repr_html_(self) -> str:
        from inspector.door.summary import of_problems

        return of_problems(self.name, self.remarks, len(self))


def asked(reading: "BundleReading", notified_on: date | None) -> tuple[Trace, ...]:
    """What every probe answers on what was read; nothing where the bundle itself is at fault."""
    from inspector.judging.observing import questions

    if reading.evidence is None:
        return ()
    evidence = reading.evidence
    return questions(evidence.model_copy(update={"notified_on": notified_on}) if notified_on else evidence)
