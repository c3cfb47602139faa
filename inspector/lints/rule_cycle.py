"""Rules wait for one another's findings.

What:
    A rule that reads a finding comes after the rule that draws it. Here two or more wait for each other, and none can be first.

Why:
    Nothing can be judged by such rules in any order.

Bad:
    rules:
      - {id: first, when: {other: {finding: second}}}
      - {id: second, when: {other: {finding: first}}}

Good:
    rules:
      - {id: first, when: {pace: {signal: improvement-pace, scale: any, count: ">= 1"}}}
      - {id: second, when: {other: {finding: first}}}

Waive:
    It cannot be waived: rules in a circle cannot be applied.
"""

from inspector.lints._walk import Vocabulary, patterns, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "rule-cycle"
FAMILY = "names"
LEVEL = "error"
WAIVABLE = False
_PREFIX = "finding/"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One remark for each rule that, by way of others, waits for itself."""
    reads = {
        rule.id: sorted({p.kind.removeprefix(_PREFIX) for p in patterns(rule) if p.kind.startswith(_PREFIX)})
        for rule in framework.rules
    }
    found = []
    for rule in framework.rules:
        circle = _circle(rule.id, reads)
        if circle:
            message = f"rules wait for one another: {' needs '.join(circle)}"
            found.append(remark(ID, rule.where, message, fix="let one of them read the signal itself"))
    return tuple(found)


def _circle(start: str, reads: dict[str, list[str]]) -> list[str]:
    """The shortest way from a rule back to itself; empty where there is none."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for name in reads.get(way[-1], ()):
            if name == start:
                return [*way, start]
            if name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return []
