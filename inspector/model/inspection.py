"""The answer: findings, standings, the verdict, and everything they rest on."""

from typing import Literal

from inspector.model.ageing import Attestation
from inspector.model.argument import Argument
from inspector.model.assurance import ON_PAPER, SAID, Assured, said
from inspector.model.base import Noun
from inspector.model.bases import Base
from inspector.model.calibration import Calibration
from inspector.model.evidence import Resource, Rows
from inspector.model.facts import Fact
from inspector.model.judged_from import JudgedFrom
from inspector.model.ladder import Standing, State, Trust, VerdictWord
from inspector.model.own_words import OwnWords
from inspector.model.pictures import Pictures
from inspector.model.plugins import PluginPart
from inspector.model.problems import Problem
from inspector.model.promises import Promise
from inspector.model.quotes import Quote
from inspector.model.rules import Source
from inspector.model.stories import Told
from inspector.model.struck import Struck
from inspector.model.traces import Trace
from inspector.model.visited import Visited
from inspector.model.visits import Assurance
from inspector.model.waivers import Waiver
from inspector.model.words import short


class Finding(Noun):
    """A rule's conclusion once drawn. `standing` is what it supports after trust was taken into account.

    `reached` is the standing the rule names; trust may lower it (`exposed`) or withdraw the finding (`compromised`).
    `brief` says it in few words, where the rule has them. `facts` are the ids of all facts behind it, those of the findings it
    `builds_on` included. `quotes` are words of the records that these name.
    """

    id: str
    rule: str
    theme: str
    says: str
    brief: str = ""
    direction: Literal["better", "worse", "neither"]
    reached: Standing | None
    standing: Standing | None
    limit: Standing | None
    trust: Trust
    withdrawn: bool
    ask: tuple[str, ...]
    whom: tuple[str, ...] = ("front-line",)
    cites: tuple[str, ...]
    facts: tuple[str, ...]
    builds_on: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()

    def __repr__(self) -> str:
        supports = "withdrawn" if self.withdrawn else self.standing or "a remark"
        return f"<Finding {self.id} ({self.theme}, {self.direction}, {supports}): {short(self.says)}>"


class ThemeResult(Noun):
    """A theme's standing, the range doubt leaves it, the findings behind it and, where silent, what would speak.

    `aside` counts rows that its rules would have read and that are set aside, `aside_says` says why. `state` tells
    the silence of who submitted nothing from evidence that is set aside, or was heard and shows no improvement at work.
    """

    theme: str
    title: str
    brief: str = ""
    asks: str
    weight: float
    standing: Standing
    low: Standing
    high: Standing
    says: str
    findings: tuple[str, ...]
    wanted: tuple[str, ...]
    aside: int = 0
    aside_says: str = ""
    state: State = "silent"


class Score(Noun):
    """The improvement score, 0 to 100, and the range it could take: for one authority over time, never a ranking.

    All three are None where there is none; `why` then says why, and is empty else.
    """

    value: float | None
    low: float | None
    high: float | None
    why: str = ""


class Missing(Noun):
    """Something that one would expect and that is not there: what, why it is expected, how many, and what would close it.

    `core` is a measure that everybody has, by the framework; `dropped` one that was there before, or whose figures stop early;
    `records` are months, teams or kinds of records. `indicators` are those of the register that are meant, if any.
    """

    what: str
    sort: Literal["core", "dropped", "records"]
    why: str
    count: int
    wanted: str
    indicators: tuple[str, ...] = ()
    rows: tuple[Rows, ...] = ()


class Verdict(Noun):
    """The overall trajectory: the row of the decision table that was hit first, what it says, and why it was hit.

    `because` names themes (`standing/THEME`), findings (`finding/ID`), other facts, and `basis`. What is `missing` could be
    good or bad: `as_it_stands` is the verdict were nothing missing, `low` and `high` what it could be were all of it lost, or
    gained. All three are None where nothing that could move is missing. `assurance` says who vouches for it, `assured` why.
    """

    verdict: VerdictWord
    row: str
    says: str
    brief: str = ""
    because: tuple[str, ...]
    score: Score
    as_it_stands: VerdictWord | None = None
    low: VerdictWord | None = None
    high: VerdictWord | None = None
    missing: tuple[Missing, ...] = ()
    assurance: Assurance = "on-paper"
    assured: Assured = ON_PAPER

    @property
    def said(self) -> str:
        """`IMPROVING, on paper`."""
        return said(self.verdict, self.assurance)


class TrustIn(Noun):
    """The trust in one piece of evidence, with the reasons for it. `asked`: a probe asks about it, and that weighs."""

    evidence: str
    trust: Trust
    reasons: tuple[str, ...]
    asked: bool = False


class Unjudged(Noun):
    """Something that could not be judged, why, and what evidence would let it be."""

    what: str
    why: str
    wanted: str


class DeclaredPart(Noun):
    """A declared event held against the data, for all that it concerns of which the same can be said.

    `resource` with `row` or `path` is where it is declared; `about` is what it concerns, and `rows` those that bear it out, or
    else those looked at. `in_time` are entries of the log that count as written down in time because of it.
    """

    event: str
    on: str
    to: str | None
    resource: str
    row: int
    path: str | None
    outcome: Literal["borne-out", "not-borne-out", "cannot-tell"]
    about: tuple[str, ...]
    says: str
    rows: tuple[Rows, ...]
    in_time: tuple[Rows, ...] = ()


class Inspection(Noun):
    """Bundle plus framework: the whole answer.

    `argument` is what is argued about the verdict, `pictures` what a report draws, `told` what a reader is told beside: no part
    of the verdict reads any.
    `plugins` are the installed packages that had a part in it: which they were belongs to the answer. `struck` has both verdicts
    where questions are about rows; None where none is. `visit` is
    what a visit brought back, None where none did. `until` is the last day that counts, which every finding is of; `promised`
    what the submission promises and how far that is, `attestations` what other bodies looked at, `calibration` how well the team
    foretold: all of them come with the argument, and no part of the verdict reads them. `sources` are those of the framework
    that a finding rests on. `framework_shipped`: the framework is, byte for byte, one of those that Inspector ships.
    `framework_extends`: what it is built on, the nearest first, with what it has otherwise. `waivers`: what the framework asks
    its own review to be silent about. `words`: words of its own. `judged_from`: what judging it by other rules takes, then
    what was judged before and bounds it; it comes with the argument as well.
    """

    engine: str
    framework_id: str
    framework_version: str
    framework_title: str
    framework_question: str
    framework_digest: str
    framework_shipped: bool = True
    framework_extends: tuple[Base, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    words: OwnWords = OwnWords()
    bundle_digest: str
    authority: str
    invented: bool
    period_start: str
    period_end: str
    verdict: Verdict
    themes: tuple[ThemeResult, ...]
    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...]
    traces: tuple[Trace, ...]
    trust: tuple[TrustIn, ...]
    unjudged: tuple[Unjudged, ...]
    problems: tuple[Problem, ...]
    resources: tuple[Resource, ...]
    notified_on: str | None = None
    bundle_root: str | None = None
    learning: str | None = None
    argument: Argument | None = None
    pictures: Pictures | None = None
    told: Told | None = None
    plugins: tuple[PluginPart, ...] = ()
    declared: tuple[DeclaredPart, ...] = ()
    struck: Struck | None = None
    visit: Visited | None = None
    until: str | None = None
    promised: tuple[Promise, ...] | None = None
    attestations: tuple[Attestation, ...] = ()
    calibration: Calibration | None = None
    sources: tuple[Source, ...] = ()
    judged_from: tuple[JudgedFrom, ...] = ()

    def __repr__(self) -> str:
        return (
            f"<Inspection of {short(self.authority)}, {self.period_start} to {self.period_end}: {self.verdict.verdict}, "
            f"{SAID[self.verdict.assurance]} "
            f"({self.framework_id} {self.framework_version})>"
        )

    def __str__(self) -> str:
        return repr(self)
