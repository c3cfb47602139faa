"""How often each rule fires and each verdict comes about on simulated services of which the truth is known."""

from typing import NamedTuple

from inspector.model.base import Noun
from inspector.model.ladder import Standing, VerdictWord


class Rate(NamedTuple):
    """So many of so many, as a share with the ends of its 95 % interval."""

    hits: int
    of: int
    share: float
    low: float
    high: float


class Shift(NamedTuple):
    """A share less that of the honest twins, with the ends of its 95 % interval."""

    by: float
    low: float
    high: float


class Witness(NamedTuple):
    """A simulated service in which it was so: `number` is its place among those of the conduct that a seed gives."""

    conduct: str
    seed: str
    number: int
    months: int
    move: str


class OfRule(Noun):
    """A rule: what it concludes, and how often it fires in each group of services, in the order of the groups."""

    rule: str
    theme: str
    standing: Standing | None
    limit: Standing | None
    direction: str
    rates: tuple[Rate, ...]


class OfVerdict(Noun):
    """A verdict: how often it is given in each group of services."""

    verdict: VerdictWord
    rates: tuple[Rate, ...]


class Bought(Noun):
    """What a move makes of services that are otherwise the same: a rule that fires or no longer does, a better verdict.

    `what` is the id of the rule, or the verdict of the honest twin and the better one. `honest` and `gamed` are of the same
    pairs; `turned` in how many of them it came about, and `back` in how many the other way round.
    """

    sort: str
    what: str
    move: str
    honest: Rate
    gamed: Rate
    shift: Shift
    turned: int
    back: int
    witness: Witness


class Remark(Noun):
    """Something an author should look at: which rule, what is seen, in a sentence."""

    rule: str
    sort: str
    says: str


class Group(Noun):
    """Services that go about it alike: what they are called, the conducts among them, and how many there are."""

    name: str
    says: str
    conducts: tuple[str, ...]
    services: int


class Characteristics(Noun):
    """All of it. `pairs` is how many pairs of twins each move was played on; `cannot_tell` are sentences.

    `together` is what two moves do that neither does alone, of so many `combined`; `uncombined` pairs of moves were not played.
    """

    framework: str
    version: str
    digest: str
    seed: str
    months: int
    groups: tuple[Group, ...]
    rules: tuple[OfRule, ...]
    verdicts: tuple[OfVerdict, ...]
    bought: tuple[Bought, ...]
    silenced: tuple[Bought, ...]
    better: tuple[Bought, ...]
    remarks: tuple[Remark, ...]
    moves: int
    pairs: int
    failed: tuple[str, ...]
    cannot_tell: tuple[str, ...]
    together: tuple[Bought, ...] = ()
    combined: int = 0
    uncombined: int = 0
