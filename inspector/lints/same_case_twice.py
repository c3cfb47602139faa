"""Two test cases are the same.

What:
    Two cases with the same facts that expect the same, or two with the same name. Rows of tables, which try one value after
    the other, are let be.

Why:
    The second tests nothing that the first does not. Where they have one name, nobody knows which of them failed.

Bad:
    rules: [{id: tried}]
    cases:
      - {name: one was tried, facts: [{signal: improvement-pace, scale: any, count: 1}], expect: {findings: [tried]}}
      - {name: once again, facts: [{signal: improvement-pace, scale: any, count: 1}], expect: {findings: [tried]}}

Good:
    rules: [{id: tried}]
    cases:
      - {name: one was tried, facts: [{signal: improvement-pace, scale: any, count: 1}], expect: {findings: [tried]}}
      - {name: none was tried, facts: [{signal: improvement-pace, scale: any, count: 0}], expect: {findings: []}}

Waive:
    Where two stories lead to the same facts, and both are worth reading.
"""

from collections.abc import Iterable

from inspector.lints._texts import short
from inspector.lints._walk import Vocabulary, remark
from inspector.model.cases import Case
from inspector.model.problems import Level, Problem, Where
from inspector.model.rules import Framework

ID = "same-case-twice"
FAMILY = "tests"
LEVEL: Level = "query"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """Nothing: without the cases there is nothing to say."""
    return ()


def examine_cases(framework: Framework, cases: Iterable[Case], vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each case that is one before it."""
    seen: dict[object, str] = {}
    found = []
    for case in (one for one in cases if not one.tabled):
        facts = _told(case) if case.facts else None
        named: object = ("name", case.name.casefold())
        if named in seen:
            found.append(
                remark(
                    ID,
                    case.where,
                    f"two cases are called {short(case.name)}",
                    "a name of its own",
                    "say how they differ",
                    LEVEL,
                )
            )
        elif facts is not None and facts in seen:
            message = f"{short(case.name)} has the same facts and expects the same as {short(seen[facts])}"
            found.append(remark(ID, case.where, message, "other facts", "let one of them go", LEVEL))
        seen.setdefault(named, case.name)
        seen.setdefault(facts, case.name)
    return tuple(found)


def _told(case: Case) -> object:
    """What a case gives and expects, without its name and place."""
    facts = frozenset((fact.kind, tuple(sorted(fact.fields.items()))) for fact in case.facts or ())
    return facts, repr(case.model_copy(update={"name": "", "where": Where(file=""), "facts": None}).model_dump())
