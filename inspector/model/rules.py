"""A framework once read: themes, rules, patterns over facts, and the ordered decision table.

A pattern names the kind of fact it wants and puts conditions on that fact's fields. Everything here is already typed
and located; how the YAML spells it is known only to `inspector.framework`.
"""

from typing import Literal

from inspector.model.base import Noun
from inspector.model.bases import Base
from inspector.model.derivations import Derivation, KnownIndicator
from inspector.model.facts import Scalar
from inspector.model.ladder import Standing, VerdictWord
from inspector.model.own_words import OwnWords
from inspector.model.problems import Where
from inspector.model.waivers import Waiver
from inspector.model.words import short

Places = tuple[tuple[str, Where], ...]
"""Where the parts of a thing stand in its file: `says`, `ask/0`, `conclude/standing`, in the order of the file."""


Operator = Literal["==", "!=", "<", "<=", ">", ">="]


class Ref(Noun):
    """A field of an earlier alias of the same rule, written `$alias.field`."""

    alias: str
    field: str


class Condition(Noun):
    """A test of one field: against literals (any of them will do) or against a field of an earlier alias."""

    field: str
    operator: Operator
    values: tuple[Scalar, ...] = ()
    ref: Ref | None = None
    where: Where


class Pattern(Noun):
    """Wants one fact of `kind` for which every condition holds."""

    alias: str
    kind: str
    conditions: tuple[Condition, ...]
    where: Where


class Tally(Noun):
    """Wants a number of facts (`count`), or a share (`count` out of `of`), for which the condition `is` holds.

    A tally over no facts at all is a count of 0; a share out of none does not hold. Where `is` is a band, `also` holds its
    further conditions.
    """

    alias: str
    count: Pattern
    of: Pattern | None = None
    test: Condition
    where: Where
    also: tuple[Condition, ...] = ()

    @property
    def tests(self) -> tuple[Condition, ...]:
        """Every condition that the number has to meet."""
        return (self.test, *self.also)


class Conclusion(Noun):
    """What a rule concludes: a standing its theme has reached, a `limit` its theme cannot pass, or only a remark.

    `direction` says whether the finding speaks for (`better`) or against (`worse`) an improving trajectory. `carry`
    names values that later rules may read from the finding: field name to the field of an alias.
    """

    standing: Standing | None = None
    limit: Standing | None = None
    direction: Literal["better", "worse", "neither"] = "neither"
    carry: tuple[tuple[str, Ref], ...] = ()


class Placed(Noun):
    """Something that stands in a file of a framework, and may ask lints to be silent about it."""

    where: Where
    places: Places = ()
    waive: tuple[Waiver, ...] = ()

    def place(self, part: str) -> Where:
        """Where a part of it stands; where itself does, if that is not known."""
        return dict(self.places).get(part, self.where)


class Rule(Placed):
    """A rule of a framework. `unless` patterns take a match away when a fact fits them and what `when` has bound.

    `brief` says the same in few words, where a screen has no room for `says`. `whom` its questions are put to; `practice` says
    what somebody who does the work can do for the rule to fire.
    """

    id: str
    theme: str
    cites: tuple[str, ...]
    when: tuple[Pattern | Tally, ...]
    unless: tuple[Pattern | Tally, ...] = ()
    conclude: Conclusion
    says: str
    brief: str = ""
    ask: tuple[str, ...] = ()
    whom: tuple[str, ...] = ("front-line",)
    practice: str = ""

    def __repr__(self) -> str:
        return f"<Rule {self.id} ({self.theme}): {short(self.says)}>"


class VerdictRow(Placed):
    """A row of the decision table; the first whose patterns hold gives the verdict. No `when` at all always holds."""

    id: str
    verdict: VerdictWord
    when: tuple[Pattern | Tally, ...] = ()
    unless: tuple[Pattern | Tally, ...] = ()
    says: str
    brief: str = ""


class Theme(Placed):
    """One part of the framework's question. `evidence` says, in words, what evidence would let it speak.

    `brief` is a short title, for where there is no room for the whole.
    """

    id: str
    title: str
    brief: str = ""
    asks: str
    evidence: tuple[str, ...]
    weight: float


class Selection(Noun):
    """Records that count as improvement activity in a part: those of `kind` whose attributes have one of the values each."""

    kind: str
    conditions: tuple[tuple[str, tuple[str | bool, ...]], ...] = ()


class AreaPart(Noun):
    """A part of a field, and what counts as activity in it; nothing where no evidence of it can be submitted."""

    id: str
    title: str
    activity: tuple[Selection, ...]
    where: Where | None = None


class Area(Noun):
    """One of the fields in which improvement can take place."""

    id: str
    title: str
    parts: tuple[AreaPart, ...]
    where: Where | None = None


class Source(Noun):
    """Something rules cite."""

    id: str
    title: str
    where_found: str = ""


class CoreMeasure(Noun):
    """Something that everybody measures, and the indicators known by name any of which shows it."""

    id: str
    title: str
    any_of: tuple[str, ...]
    where: Where


class CoreRecords(Noun):
    """Records of a kind that one would expect of everybody, and why."""

    kind: str
    why: str
    where: Where


class Core(Noun):
    """What one would expect of everybody: where it is missing, a verdict says what it could be."""

    measures: tuple[CoreMeasure, ...] = ()
    records: tuple[CoreRecords, ...] = ()


class Framework(Noun):
    """A versioned set of rules. `digest` is the sha256 over its files, names included; of a variant that of its base counts too.

    `extends` are the frameworks that a variant is built on, the nearest first; empty for one that stands by itself. `engine` is
    the range of versions of Inspector that it is written for, empty where it says none. `words` are words of its own.
    """

    id: str
    version: str
    title: str
    question: str
    digest: str
    sources: tuple[Source, ...]
    themes: tuple[Theme, ...]
    rules: tuple[Rule, ...]
    verdicts: tuple[VerdictRow, ...]
    derivations: tuple[Derivation, ...] = ()
    indicators: tuple[KnownIndicator, ...] = ()
    fields: tuple[Area, ...] = ()
    core: Core = Core()
    path: str
    extends: tuple[Base, ...] = ()
    engine: str = ""
    places: Places = ()
    waive: tuple[Waiver, ...] = ()
    words: OwnWords = OwnWords()

    def place(self, part: str) -> Where:
        """Where a part of `framework.yaml` stands: `title`, `question`, …; the head of the file, if that is not known."""
        return dict(self.places).get(part, Where(file=f"{self.path}/framework.yaml", line=1, column=1))

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """Every waiver in it: its own, then those of its themes, rules and rows."""
        things = (*self.themes, *self.rules, *self.verdicts)
        return (*self.waive, *(waiver for thing in things for waiver in thing.waive))

    def __repr__(self) -> str:
        return f"<Framework {self.id} {self.version}: {len(self.themes)} themes, {len(self.rules)} rules>"

    def __str__(self) -> str:
        return repr(self)
