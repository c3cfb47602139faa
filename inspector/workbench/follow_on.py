"""Of all remarks on a framework those that are worth telling: one for a fault, none for what only follows from another.

A rule that cannot be read as meant, or that names what is not there, cannot be held to anything else but its own words. What
reads its finding, and a theme or row that hangs on it, may be right: nothing is said of them that could be its doing.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from inspector.framework.partly import Attempt
from inspector.lints._walk import holders, patterns
from inspector.model.problems import Problem, Where
from inspector.model.rules import Framework, Placed, Rule, Theme, VerdictRow

NAMES = ("unknown-name", "type-mismatch", "rule-cycle", "unknown-indicator", "one-fact-twice")
"""Lints that find what cannot be applied as it is meant; what others find of the same rule may only follow from it."""
FIRST = ("compliance-question", "decimals-of-a-count")
"""What they find says more than that a name or value is not there: who spells it right has asked the wrong question, and 0.5 held
against a count is mostly meant for a share."""
GENERAL = ("loss-called-better", "gain-called-worse")
"""What they find others say better: that a rule rewards silence, or a trace, says why a conclusion is the wrong way round."""
CONSEQUENCES = ("never-fires", "always-fires", "waiver")
OF_WHEN = ("unnamed-subject", "number-not-told", "question-without-referent", "words-against-conclusion")
"""What is found in words because of what a rule asks for or concludes: of one that could not be read nobody can say so."""
_WORDS = re.compile(r"says|brief|practice|title|question|asks|(ask|evidence)/[0-9]+")
_FINDING = "finding/"


class Doubt(NamedTuple):
    """Which rules cannot be held to anything: `unread` those not read as meant, `unsound` those that name what is not there."""

    unread: frozenset[str]
    unsound: frozenset[str]

    @property
    def rules(self) -> frozenset[str]:
        """All of them."""
        return self.unread | self.unsound


def told(tried: Attempt, heard: Iterable[Problem]) -> tuple[list[Problem], Doubt]:
    """What of the remarks of lints does not follow from another fault, and the rules in doubt."""
    found = tuple(heard)
    framework = tried.framework
    if framework is None:
        return list(found), Doubt(frozenset(), frozenset())
    owners = _Owners(framework)
    named = {owner.id for p in found if p.rule in NAMES and isinstance(owner := owners.of(p.where), Rule)}
    doubt = Doubt(tried.shaky, frozenset(named) - tried.shaky)
    if not tried.problems and not named and tried.rules:
        return _once(framework, found), doubt
    faults = [*tried.problems, *(p for p in found if p.rule in NAMES)]
    judge = _Judge(tried, framework, owners, doubt, frozenset(p.where for p in faults))
    return _once(framework, [p for p in found if judge.keeps(p)]), doubt


def readers(framework: Framework, of: Collection[str]) -> frozenset[str]:
    """The rules that read a finding of these, or of rules that do, or of rules that are not there; these included."""
    there = {rule.id for rule in framework.rules}
    found = set(of)
    while True:
        more = {
            rule.id
            for rule in framework.rules
            if rule.id not in found and any(name in found or name not in there for name in _reads(rule))
        }
        if not more:
            return frozenset(found)
        found |= more


class _Owners:
    """Which rule, row or theme a place lies in."""

    def __init__(self, framework: Framework) -> None:
        self._spans: dict[str, list[tuple[tuple[int, int], tuple[int, int], Placed]]] = {}
        for thing in (*framework.rules, *framework.verdicts, *framework.themes):
            places = [where for _, where in thing.places] or [thing.where]
            begin = min((where.line or 0, 0) for where in places)
            end = max((where.end_line or where.line or 0, where.end_column or 0) for where in places)
            self._spans.setdefault(thing.where.file, []).append((begin, end, thing))

    def of(self, where: Where) -> Placed | None:
        """The rule, row or theme; None for what lies in none."""
        at = (where.line or 0, where.column or 0)
        return next((thing for begin, end, thing in self._spans.get(where.file, ()) if begin <= at <= end), None)


class _Judge(NamedTuple):
    tried: Attempt
    framework: Framework
    owners: _Owners
    doubt: Doubt
    faults: frozenset[Where]

    def keeps(self, problem: Problem) -> bool:
        """Whether a remark of a lint says something that no other fault can be the reason of."""
        if problem.rule in FIRST:
            return True
        if problem.where in self.faults and problem.rule not in NAMES:
            return False
        owner = self.owners.of(problem.where)
        if self._in_words(problem, owner):
            return True
        if isinstance(owner, Rule):
            return self._of_rule(problem, owner)
        return self._of_rest(problem, owner)

    def _in_words(self, problem: Problem, owner: Placed | None) -> bool:
        """Whether it is about words alone: those are what they are, whatever else is wrong."""
        places = self.framework.places if owner is None else owner.places
        own = any(where == problem.where and _WORDS.fullmatch(name) for name, where in places)
        unread = isinstance(owner, Rule) and owner.id in self.doubt.unread and problem.rule in OF_WHEN
        return own and not unread and problem.rule not in (*NAMES, *CONSEQUENCES)

    def _of_rule(self, problem: Problem, rule: Rule) -> bool:
        if rule.id in self.doubt.unread:
            return False
        if rule.id in self.doubt.unsound or not self.tried.indicators:
            return problem.rule in NAMES and self._sure(problem, rule)
        return self._sure(problem, rule) and not self._speaks_of_doubtful(problem)

    def _sure(self, problem: Problem, rule: Rule) -> bool:
        """Whether the rule reads nothing that could not be read: then a name that is not there may be there after all."""
        unread = readers(self.framework, self.doubt.unread)
        if not self.tried.indicators and problem.rule == "unknown-indicator":
            return False
        if rule.id not in unread:
            return True
        # A finding that no rule draws is a fault of this rule, unless the rule that draws it could not be read.
        reads = set(_reads(rule))
        there = {one.id for one in self.framework.rules}
        return problem.rule in NAMES and self.tried.rules and not reads & self.doubt.unread and bool(reads - there)

    def _of_rest(self, problem: Problem, owner: Placed | None) -> bool:
        if not (self.tried.main and self.tried.rules) or self._speaks_of_doubtful(problem):
            return False
        if isinstance(owner, VerdictRow):
            if problem.rule in NAMES:
                return not self.doubt.unread & set(_reads(owner))
            kinds = {pattern.kind for pattern in patterns(owner)}
            doubtful = [rule for rule in self.framework.rules if rule.id in self.doubt.rules]
            return not any({f"finding/{one.id}", f"standing/{one.theme}", "basis"} & kinds for one in doubtful)
        if isinstance(owner, Theme):
            if any(p.rule == "unknown-theme" for p in self.tried.problems):
                # The rule may have been meant for this theme.
                return False
            return not any(rule.theme == owner.id for rule in self.framework.rules if rule.id in self.doubt.rules)
        return not self.doubt.rules

    def _speaks_of_doubtful(self, problem: Problem) -> bool:
        words = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", problem.message))
        return bool(words & self.doubt.rules)


def _reads(holder: Rule | VerdictRow) -> Iterator[str]:
    return (p.kind.removeprefix(_FINDING) for p in patterns(holder) if p.kind.startswith(_FINDING))


def _once(framework: Framework, problems: Iterable[Problem]) -> list[Problem]:
    """One error at each condition, that which is the reason of the others; and nothing said twice."""
    conditions = {c.where for holder in holders(framework) for p in patterns(holder) for c in p.conditions}
    conditions |= {part.where for holder in holders(framework) for part in patterns(holder)}
    found = list(dict.fromkeys(problems))
    best: dict[Where, Problem] = {}
    for problem in found:
        if problem.where in conditions and problem.level == "error":
            first = best.setdefault(problem.where, problem)
            best[problem.where] = min(first, problem, key=_rank)
    return [
        p for p in found if p.where not in best or best[p.where] is p or _rank(p)[0] == 0 == _rank(best[p.where])[0]
    ]


def _rank(problem: Problem) -> tuple[int, int]:
    if problem.rule in FIRST:
        return (-1, 0)
    if problem.rule in NAMES:
        return (0, NAMES.index(problem.rule))
    return (2, 0) if problem.rule in CONSEQUENCES else (1, int(problem.rule in GENERAL))
