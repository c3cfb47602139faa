"""No test case shows that a rule is silent where it could speak.

What:
    A rule that cases expect to fire, and of which no case with facts of the kinds it reads expects that it does not.

Why:
    A rule that fires whatever is submitted passes every case that expects it to. Only a case in which it is silent says where
    it ends.

Bad:
    rules: [{id: tried, when: {pace: {signal: improvement-pace, scale: any, count: ">= 4"}}}]
    cases:
      - {name: four were tried, facts: [{signal: improvement-pace, scale: any, count: 4}], expect: {findings: [tried]}}

Good:
    rules: [{id: tried, when: {pace: {signal: improvement-pace, scale: any, count: ">= 4"}}}]
    cases:
      - {name: four were tried, facts: [{signal: improvement-pace, scale: any, count: 4}], expect: {findings: [tried]}}
      - {name: three were tried, facts: [{signal: improvement-pace, scale: any, count: 3}], expect: {findings: []}}

Waive:
    Where the rule has no condition, and fires for every such fact on purpose.
"""

from collections.abc import Iterable

from inspector.lints._walk import Vocabulary, remark
from inspector.model.cases import Case
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework, Pattern, Rule

ID = "no-case-against"
FAMILY = "tests"
LEVEL: Level = "query"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """Nothing: without the cases there is nothing to say."""
    return ()


def examine_cases(framework: Framework, cases: Iterable[Case], vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each rule that is expected and never expected to be silent."""
    given = tuple(cases)
    return tuple(
        remark(
            ID,
            rule.where,
            f"no test case shows {rule.id} silent",
            "a case beside its bound",
            "add one to tests/",
            LEVEL,
        )
        for rule in framework.rules
        if any(rule.id in case.fire for case in given) and not any(_silent(rule, case) for case in given)
    )


def _silent(rule: Rule, case: Case) -> bool:
    """Whether a case expects the rule not to fire and has something that it reads; of a bundle nobody knows what it has."""
    expected = rule.id in case.not_findings or (case.findings is not None and rule.id not in case.findings)
    kinds = {part.kind if isinstance(part, Pattern) else part.count.kind for part in rule.when}
    read = {kind for kind in kinds if not kind.startswith(("finding/", "standing/"))}
    return expected and (case.facts is None or not read or bool(read & {fact.kind for fact in case.facts}))
