"""What a verdict was drawn from, so that other rules can judge the same evidence again, exactly and without it."""

from collections.abc import Mapping
from typing import Literal

from inspector.model.base import Noun
from inspector.model.facts import Fact
from inspector.model.ladder import Trust

Why = Literal["unfilled", "aside", "earlier", "otherwise", "thin", "taken-back", "stopped"]


class Asked(Noun):
    """A piece of evidence of which rows are asked about; `falls` where so much of it is that it is trusted less as a whole."""

    evidence: str
    falls: bool


class Trusted(Noun):
    """How far a piece of evidence is trusted; `asked`: a probe asks about it, and that weighs."""

    evidence: str
    trust: Trust
    asked: bool = False


class Lacks(Noun):
    """A measure that was there before and is missing: `why` as the gaps of what was expected have it."""

    indicator: str
    why: Why


class AsIf(Noun):
    """What is observed where the rows asked about in the pieces `struck` are set aside.

    `trust` is that in every piece where none falls, and `fallen` that in each that is asked about where it falls. `dropped` are
    the measures that were there before and are missing then.
    """

    struck: tuple[str, ...]
    facts: tuple[Fact, ...]
    trust: tuple[Trusted, ...]
    fallen: tuple[Trusted, ...] = ()
    dropped: tuple[Lacks, ...] = ()


class Under(Noun):
    """That nothing may stand higher than by what was judged before; `falls` are the pieces trusted less as a whole since.

    `where_higher`: what was judged before is a bound only where this comes out higher.
    """

    falls: tuple[str, ...] = ()
    where_higher: bool = False


class JudgedFrom(Noun):
    """The evidence of one judgement, with and without the rows that questions are about, as rules see it.

    `known` has of each registered indicator the measures that the framework knows it as, `computed` are those worked out of
    records. `questions` is how many probes ask.
    """

    known: Mapping[str, tuple[str, ...]]
    computed: tuple[str, ...]
    questions: int
    asked: tuple[Asked, ...]
    as_if: tuple[AsIf, ...]
    under: Under | None = None
