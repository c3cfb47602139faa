"""What a submission promises: tests begun with a prediction, recommendations, commitments, what is said to come next."""

from typing import Literal

from inspector.model.base import Noun
from inspector.model.evidence import Rows

PromiseSort = Literal["test", "recommendation", "commitment", "next-step"]
PromiseState = Literal["open", "overdue", "done", "not-done", "cannot-tell"]
"""`overdue`: the day passed, or of what names none nothing was done for half a year. `not-done`: given up, or disputed by whom
it was promised to. `cannot-tell`: nothing in a submission could say."""


class Promise(Noun):
    """One promise as it stands in one submission, by the last day that counts. `id` is that of its record.

    `says` is what was promised, `became` what its rows say came of it; `due` is None where no day is stated.
    """

    sort: PromiseSort
    id: str
    says: str
    due: str | None
    state: PromiseState
    became: str
    rows: tuple[Rows, ...]
