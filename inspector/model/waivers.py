"""A lint told to be silent about one thing, by somebody, for a reason, until a day."""

from inspector.model.base import Noun
from inspector.model.problems import Where


class Waiver(Noun):
    """`lint` is not to speak of `of` (a rule, a row, a theme, or the framework itself by its id).

    `because` is the reason in words, `by` who answers for it, `until` the last day on which it holds, as 2027-03-31.
    `expired` is said of one in a result, where that day was past when the evidence was judged.
    """

    lint: str
    of: str
    because: str
    by: str
    until: str
    where: Where
    expired: bool = False
