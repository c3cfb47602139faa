"""What of a submission is committed: rows that an earlier one held before anybody could know what they would be good for."""

from inspector.model.base import Noun
from inspector.model.evidence import Better, Rows
from inspector.model.held import Received
from inspector.model.ladder import VerdictWord


class RowsCommitted(Noun):
    """Of one kind of rows how many are committed, and the first that are not. `figures` go by the kind `indicators`."""

    evidence: str
    committed: int
    of: int
    first_not: tuple[Rows, ...] = ()


class DatedBy(Noun):
    """Who says when submissions were received: how many of them, and the id of the key behind it where there is one."""

    by: Received
    submissions: int
    key: str = ""


class Foretold(Noun):
    """A gain that a committed test names, in the direction in which it came, before any figure that was held showed it.

    `began` are the words for when the gain began; `tests` all such tests by their ids, the first begun first, those that were
    given up after all others. The rest is of the first of them: the submission that held it, received on a day that `by`
    says, and the entry of the register.
    """

    indicator: str
    title: str
    better: Better
    began: str
    onset: str
    tests: tuple[str, ...]
    rows: tuple[Rows, ...]
    started_on: str
    received_on: str
    by: Received
    key: str = ""
    entry: int | None = None
    says: str


class Commitment(Noun):
    """What of a verdict is committed: by how many submissions, whose dates who vouches for, which rows, which gains foretold.

    The one that is judged counts among the submissions. `rows` are by kind, `indicators` the figures of each by itself.
    `without` is the verdict judged anew without all rows that are not committed. `says` sums it up.
    """

    submissions: int
    first_received: str
    last_received: str
    dated: tuple[DatedBy, ...]
    rows: tuple[RowsCommitted, ...]
    indicators: tuple[RowsCommitted, ...] = ()
    without: VerdictWord
    foretold: tuple[Foretold, ...] = ()
    says: str
