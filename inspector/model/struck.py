"""Rows that questions are about, struck, and what the verdict is with and without them."""

from typing import Literal

from inspector.model.base import Noun
from inspector.model.evidence import Rows
from inspector.model.ladder import VerdictWord

Became = Literal["struck", "falls"]
"""`struck`: the rows are set aside and the rest stands. `falls`: what the rows are part of is trusted less as a whole."""
Why = Literal["", "verdict-hangs", "most-of-it", "much-of-it"]
"""Why the whole falls; empty where it does not. `much-of-it`: a strong question is about a quarter or more."""


class StruckPart(Noun):
    """The rows of one piece of evidence that one probe asks about: `count` of `of`, and what became of them.

    `set_aside`: these rows do not count in what is shown. They do where what they are part of falls for their number, or would
    stand higher without them.
    """

    evidence: str
    probe: str
    count: int
    of: int
    rows: tuple[Rows, ...]
    became: Became
    why: Why = ""
    set_aside: bool = True


class Struck(Noun):
    """Both verdicts: `as_submitted`, with nothing struck, and `struck`, without the rows asked about. `stands` is the one given.

    Of the questions about whole pieces of evidence both know alike.
    """

    as_submitted: VerdictWord
    struck: VerdictWord
    stands: VerdictWord
    says: str
    parts: tuple[StruckPart, ...]
