"""The name of a test case was made by a machine, and tells nothing.

What:
    A name such as `case 12`, `test_3`, `tried 1`, an id of a rule and a number, or one that only repeats what is expected.

Why:
    A case is read when it fails, by somebody who has to know whether the rule or the case is wrong. That takes a name that
    says what happened, in words of the work.

Bad:
    rules: [{id: tried}]
    cases: [{name: tried-1, expect: {findings: [tried]}}]

Good:
    rules: [{id: tried}]
    cases: [{name: a crew tried a new way to greet callers, expect: {findings: [tried]}}]

Waive:
    Where cases come from a table kept elsewhere: say where.
"""

import re
from collections.abc import Iterable

from inspector.lints._texts import short
from inspector.lints._walk import Vocabulary, remark
from inspector.model.cases import Case
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework
from inspector.model.spellings import folded

ID = "generated-case-name"
FAMILY = "tests"
LEVEL: Level = "query"

_MADE = re.compile(
    r"^(?:\W*(?:test|case|example|scenario|rule|sample|check|row|fixture|tc|auto(?:matic)?|generated|mutant|survivor|positive|"
    r"negative|pass|fail|fires?|silent|ok|foo|bar|new|untitled)"
    r"[\s_#-]*)+[\d\w]?\d*\W*$|^[\W\d_]*$|^[0-9a-f]{8,}(?:-[0-9a-f]{4,})*$",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"\b(?:test|tests|case|rule|fires?|fired|does|not|no|silent|mutant|survivor|kills?|catches|true|false|positive|negative|"
    r"boundary|edge|\d+)\b",
    re.IGNORECASE,
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """Nothing: without the cases there is nothing to say."""
    return ()


def examine_cases(framework: Framework, cases: Iterable[Case], vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each such name."""
    ids = {rule.id for rule in framework.rules}
    return tuple(
        remark(
            ID,
            case.where,
            f"the name {short(case.name)} does not say what happens",
            "what happened, in a few words",
            "say it",
            LEVEL,
        )
        for case in cases
        if _MADE.match(case.name) or _only_an_id(case.name, ids)
    )


def _only_an_id(name: str, ids: set[str]) -> bool:
    """Whether a name is the id of a rule, with nothing beside it that tells what happens."""
    words = folded(name)
    if re.search(r":\s*\w+\s+\w", words):
        return False
    for id in ids:
        found = re.search(rf"(?<![\w-]){re.escape(id)}(?![\w])", words.replace("_", "-"))
        if found and ("-" in id or words != id):
            return not _AROUND.sub("", words.replace("_", "-").replace(id, "")).strip(" -_:#.,()")
    return False
