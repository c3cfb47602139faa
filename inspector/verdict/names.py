"""What a finding is called: its rule, the indicator and the record that fired it, and nothing else that is in the bundle."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, get_args

from inspector.model.evidence import Kind
from inspector.model.facts import Fact
from inspector.model.rules import Framework, Pattern
from inspector.rules.engine import Firing

WHOLE = ("all", "any", "bundle", "log", "register", *get_args(Kind))
"""What a fact about the whole of something is called: it tells no finding of a rule from another."""
INDICATOR = "indicator/"
Pinned = Mapping[tuple[str, str], frozenset[str]]


class Subject(NamedTuple):
    """What a fact or a finding is about: indicators, and records (or scales, groups, conditions), as they are called."""

    indicators: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def name(framework: Framework, firings: Sequence[Firing], facts: Mapping[str, Fact]) -> dict[str, str]:
    """A name for the finding of each firing, by the id of its fact: `RULE`, `RULE/INDICATOR`, `RULE/RECORD` or
    `RULE/INDICATOR/RECORD`.

    Indicators come first, then all else that the rule has bound, each in the order of the rule's aliases and once. What is
    left out: facts about the whole of something, and what the rule itself names (`scale: small`). So a name hangs on the
    rule and on what fired it alone: more evidence adds names and changes none. Only where two firings of one rule would
    still have the same name does the later one end in a number.
    """
    pinned = _pinned(framework, {fired.rule for fired in firings})
    by_fact = {fired.finding.id: fired for fired in firings}
    about: dict[str, Subject] = {}
    names: dict[str, str] = {}
    taken: dict[str, int] = {}
    for fired in firings:
        subject = _of_firing(fired, facts, by_fact, pinned, about)
        wanted = "/".join([fired.rule, *subject.indicators, *subject.others])
        taken[wanted] = taken.get(wanted, 0) + 1
        names[fired.finding.id] = wanted if taken[wanted] == 1 else f"{wanted}/{taken[wanted]}"
    return names


def _of_firing(
    fired: Firing, facts: Mapping[str, Fact], by_fact: Mapping[str, Firing], pinned: Pinned, about: dict[str, Subject]
) -> Subject:
    id = fired.finding.id
    if id not in about:
        parts = []
        for alias, bound in fired.bindings:
            if bound in by_fact:
                parts.append(_of_firing(by_fact[bound], facts, by_fact, pinned, about))
            elif bound in facts:
                parts.append(_of_fact(facts[bound], pinned.get((fired.rule, alias), frozenset())))
        indicators = dict.fromkeys(one for part in parts for one in part.indicators)
        others = dict.fromkeys(one for part in parts for one in part.others if one not in indicators)
        about[id] = Subject(tuple(indicators), tuple(others))
    return about[id]


def _of_fact(fact: Fact, named: frozenset[str]) -> Subject:
    """What a fact is about, by its id: `signal/trajectory/re-referrals`, `signal/self-claims/k05`."""
    sort, _, rest = fact.id.partition("/")
    key = rest.partition("/")[2]
    if sort not in ("signal", "probe") or not key:
        return Subject()
    if sort == "probe" and key.startswith(INDICATOR):
        return Subject((key.removeprefix(INDICATOR),))
    indicator = str(fact.fields.get("indicator", ""))
    if key == indicator:
        return Subject((indicator,))
    if indicator and key.startswith(f"{indicator}/"):
        return Subject((indicator,), (key.removeprefix(f"{indicator}/"),))
    return Subject() if key in WHOLE or key in named else Subject((), (key,))


def _pinned(framework: Framework, fired: set[str]) -> Pinned:
    """What each pattern of the rules that fired wants one thing to be, by rule and alias."""
    return {
        (rule.id, entry.alias): frozenset(
            str(one.values[0]) for one in entry.conditions if one.operator == "==" and len(one.values) == 1
        )
        for rule in framework.rules
        if rule.id in fired
        for entry in rule.when
        if isinstance(entry, Pattern)
    }
