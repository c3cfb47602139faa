"""What weighing a declared event comes to: the types that all who weigh and ask share."""

from typing import Literal, NamedTuple

from inspector.model.declared import Declared
from inspector.model.rows import Located

Outcome = Literal["borne-out", "not-borne-out", "cannot-tell"]
Key = tuple[str, int]
LOG = "improvement-log"


class Weighed(NamedTuple):
    """A declared event held against the data of one thing: the log, or `indicator/ID`.

    `rows` are those that it accounts for where the data bear it out, else those looked at. `counted` are entries of the log
    that count as written down in time for it.
    """

    event: Declared
    about: str
    outcome: Outcome
    says: str
    rows: tuple[Located, ...] = ()
    counted: tuple[Located, ...] = ()

    @property
    def keys(self) -> frozenset[Key]:
        """The rows it accounts for."""
        return frozenset((one.resource, one.row) for one in self.rows) if self.outcome == "borne-out" else frozenset()
