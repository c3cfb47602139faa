"""How a framework computes an indicator from case records, and what came of it."""

from datetime import date
from typing import Literal

from inspector.model.base import Noun
from inspector.model.problems import Where

Operator = Literal["==", "!=", "<", "<=", ">", ">="]


class Days(Noun):
    """Days from one date column to another; `working`: Monday to Friday but for the bank holidays of England.

    `end` is a column, or None for the day the lists were submitted.
    """

    start: str
    end: str | None
    working: bool = False


class Test(Noun):
    """A condition on a column (or on days between two): any of `values` for `==`, else a comparison with the first."""

    column: str | Days
    operator: Operator
    values: tuple[str | float, ...]


class Counted(Noun):
    """A column worked out: how many rows agree with a row in `same` and began within `months`.

    The months end with the day that the lists speak of, or, with `until`, before the day of that column of the row. With `ends`
    one row that was open when the months began counts too, whatever `where` says of it.
    """

    name: str
    same: str
    begins: str
    ends: str | None = None
    until: str | None = None
    months: int
    where: tuple[Test, ...] = ()


class KnownIndicator(Noun):
    """An indicator that a framework's rules know by name. A register says in `same_as` which of its own is meant."""

    id: str
    title: str
    measure: Literal["outcome", "process", "structure", "balancing", "experience"] | None = None
    better: Literal["up", "down"] | None = None
    unit: Literal["share", "days", "number"] | None = None
    deadline: int | None = None
    deadline_unit: Literal["days", "working-days"] | None = None
    also_called: tuple[str, ...] = ()
    """Words that titles of it have; from a title with all of them it is proposed, and never taken."""
    where: Where | None = None


class Derivation(Noun):
    """An indicator computed from one list of case records or one table of a return. Of several for one id the first whose
    list was submitted is used. `counted` are columns that are worked out first.

    `month_of` is the date column whose month a case counts in; None for a count of what is open on the day the lists
    were submitted. `of` chooses the cases. `kind` says what is made of them: their count, the share that meets `share`,
    or the median or mean of `value` (a number column or days). `grace` is the age in days that the latest case of a month
    must have before the month is taken for complete.
    """

    id: str
    title: str
    list: str
    month_of: str | None
    counted: tuple[Counted, ...] = ()
    of: tuple[Test, ...] = ()
    kind: Literal["count", "share", "median", "mean"]
    share: tuple[Test, ...] = ()
    value: str | Days | None = None
    where: Where


class Recomputed(Noun):
    """A figure of an indicator for one period, recomputed from case records.

    `numerator` and `denominator` for shares and counts, `value` for medians and means (then `denominator` counts cases).
    """

    indicator: str
    derivation: str
    resource: str
    rows: tuple[int, ...]
    period_start: date
    period_end: date
    numerator: float | None = None
    denominator: float | None = None
    value: float | None = None
