"""A framework's own test cases: facts or a bundle in; findings, standings and the verdict out."""

from inspector.model.base import Noun
from inspector.model.facts import Fact
from inspector.model.ladder import Standing, VerdictWord
from inspector.model.problems import Where


class Case(Noun):
    """One case. Of `facts` and `bundle` one is given; an expectation that is None is not compared."""

    name: str
    where: Where
    facts: tuple[Fact, ...] | None = None
    bundle: str | None = None
    findings: tuple[str, ...] | None = None
    not_findings: tuple[str, ...] = ()
    standings: tuple[tuple[str, Standing], ...] = ()
    verdict: VerdictWord | None = None
