"""A framework's own test cases: facts or a bundle in; findings, standings and the verdict out."""

from inspector.model.base import Noun
from inspector.model.facts import Fact, Scalar
from inspector.model.inspection import TrustIn
from inspector.model.ladder import Standing, VerdictWord
from inspector.model.problems import Where

ByRule = tuple[tuple[str, str], ...]
"""What is expected of rules, one entry a thing: the rule's id, and a word or a text."""
NONE = "none"
"""The word for a limit or a standing that a finding does not have."""


class Case(Noun):
    """One case. Of `facts` and `bundle` one is given; an expectation that is None or empty is not compared.

    `trust` is that in facts of which the case says how far they can be trusted, `stated` what it says of the verdict's basis.
    `of` is the id of the base whose case it is; empty for one of the framework's own.
    What is expected of a rule (`times`, `directions`, `limits`, `supports`, `carried`, `says`, `asks`) is expected to fire, too;
    `times` 0 says that it does not.
    """

    name: str
    where: Where
    tabled: bool = False
    """Whether it is written as a row of a table, beside others that differ in a value."""
    of: str = ""
    facts: tuple[Fact, ...] | None = None
    bundle: str | None = None
    trust: tuple[TrustIn, ...] = ()
    stated: tuple[tuple[str, Scalar], ...] = ()
    findings: tuple[str, ...] | None = None
    findings_include: tuple[str, ...] = ()
    not_findings: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    times: tuple[tuple[str, int], ...] = ()
    directions: ByRule = ()
    limits: ByRule = ()
    supports: ByRule = ()
    carried: tuple[tuple[str, tuple[tuple[str, Scalar], ...]], ...] = ()
    says: ByRule = ()
    asks: ByRule = ()
    standings: tuple[tuple[str, Standing], ...] = ()
    verdict: VerdictWord | None = None
    row: str | None = None
    verdict_says: tuple[str, ...] = ()

    @property
    def fire(self) -> tuple[str, ...]:
        """The rules that the case expects to fire, sorted, each once."""
        often = tuple(one for one in self.times if one[1])
        of_rules = (*often, *self.directions, *self.limits, *self.supports, *self.carried, *self.says, *self.asks)
        named = {name for name, _ in of_rules}
        return tuple(sorted({*(self.findings or ()), *self.findings_include, *self.withdrawn, *named}))

    @property
    def reads_words(self) -> bool:
        """Whether it compares sentences, which cost time to write."""
        return bool(self.says or self.asks or self.verdict_says)
