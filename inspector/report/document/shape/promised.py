"""What the next inspection asks of this one: what was promised, and what was attested by others."""

from typing import Annotated, Literal, TypedDict

from inspector.report.document.shape.units import Day, RowsBehind


class Promise(TypedDict):
    """One promise as it stands in this submission, by the last day that counts. `id` is that of its record.

    `says` is what was promised, `became` what its rows say came of it.
    """

    sort: Literal["test", "recommendation", "commitment", "next-step"]
    id: str
    says: str
    due: Annotated[Day | None, "Null where no day is stated."]
    state: Annotated[
        Literal["open", "overdue", "done", "not-done", "cannot-tell"],
        "`overdue`: the day passed or, of what names none, nothing was done for half a year. `not-done`: given up, or disputed "
        "by whom it was promised to.",
    ]
    became: str
    rows: RowsBehind


class Attestation(TypedDict):
    """What another body looked at, on which day, and whether it counts; `why` says why not, and is empty else."""

    id: str
    by: str
    about: Annotated[str, "`indicator/ID`, `recommendation/ID` or the name of a resource."]
    looked_on: Day
    counts: bool
    why: str
    expires_on: Annotated[
        Day | None,
        "The last day of the period by which more than half of the figures would be such as it did not look at, if they go on "
        "as they do. Null where it does not age, or counts for nothing.",
    ]
    says: str
    rows: RowsBehind
