"""The cases that a framework is held to: its own, and of a variant those of its base.

A case of the base is to come out as it does there, but for what the variant names: a rule that is dropped is not expected, nor
where a theme stands that is dropped, and what is added is not in its way. Where it comes out otherwise, the variant has a case
of the same name that says how, or drops it with a reason: nothing that the base promises is lost in silence.
"""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from inspector.framework import read
from inspector.framework.cases import read_cases
from inspector.framework.vocabulary import Vocabulary, extend
from inspector.model.bases import Base, Change
from inspector.model.cases import Case
from inspector.model.problems import Problem
from inspector.model.problems import shown as quoted
from inspector.model.remarks import did_you_mean, error
from inspector.model.rules import Framework

BY_RULE = ("times", "directions", "limits", "supports", "carried", "says", "asks")
FIX = "write a case of that name that says how it comes out here, or drop it with a reason (`drops: - {case: …}`)"


def all_cases(framework: Framework, vocabulary: Vocabulary) -> tuple[tuple[Case, ...], list[Problem]]:
    """The cases of a framework, those of its base after its own, and what is wrong with those that cannot be read."""
    own, problems = read_cases(Path(framework.path), vocabulary, framework.words)
    if not framework.extends:
        return own, problems
    base, *_ = framework.extends
    whole = read(Path(base.path))
    theirs, mistakes = all_cases(whole, extend(whole, vocabulary))
    problems += _unread(framework, base, mistakes)
    dropped = [change for change in base.changes if change.sort == "case"]
    problems += _unknown(base, dropped, [case.name for case in theirs])
    instead = {*(case.name for case in own), *(change.id for change in dropped)}
    kept = (case for case in theirs if case.name not in instead)
    return (*own, *(_adapted(case, base, [rule.id for rule in whole.rules]) for case in kept)), problems


def told_here(framework: Framework, case: Case, problem: Problem) -> Problem:
    """What is wrong with a case, where the author of this framework can mend it: one of the base at `extends`."""
    if not case.of:
        return problem
    message = f"a case of its base {case.of} comes out otherwise here ({case.where}): {problem.message}"
    return problem.model_copy(update={"where": framework.place("extends"), "message": message, "fix": FIX})


def _adapted(case: Case, base: Base, rules: Sequence[str]) -> Case:
    gone, rows, themes = (_dropped(base, sort) for sort in ("rule", "verdict-row", "theme"))
    update: dict[str, Any] = {name: tuple(one for one in getattr(case, name) if one[0] not in gone) for name in BY_RULE}
    update |= {
        "of": case.of or base.id,
        "bundle": None if case.bundle is None else str((Path(base.path) / case.bundle).absolute()),
        "findings": None,
        "findings_include": _without(case.findings_include if case.findings is None else case.findings, gone),
        "not_findings": _without(case.not_findings, gone),
        "withdrawn": _without(case.withdrawn, gone),
        "row": None if case.row in rows else case.row,
        "standings": tuple(one for one in case.standings if one[0] not in themes),
    }
    if case.findings is not None:
        # What it expects is all that fires of the rules of the base; what others do is their own affair.
        expected = {*case.findings, *case.withdrawn, *gone}
        update["not_findings"] = tuple(rule for rule in rules if rule not in expected)
    return case.model_copy(update=update)


def _dropped(base: Base, sort: str) -> set[str]:
    return {change.id for change in base.changes if (change.sort, change.how) == (sort, "dropped")}


def _without(names: Sequence[str], gone: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in gone)


def _unread(framework: Framework, base: Base, mistakes: Sequence[Problem]) -> Iterator[Problem]:
    if mistakes:
        first = mistakes[0]
        message = f"cases of its base {base.id} cannot be read: {first.where}: {first.message}"
        where = framework.place("extends")
        yield error("extends-base", where, message, fix=f"`inspector framework check {Path(base.path).as_posix()}`")


def _unknown(base: Base, dropped: Sequence[Change], known: Sequence[str]) -> Iterator[Problem]:
    for change in dropped:
        if change.id not in known:
            message = f"{base.id} {base.version} has no case {quoted(change.id)}"
            yield error(
                "extends-unknown",
                change.where,
                message,
                "the name of one in its tests/",
                did_you_mean(change.id, known),
            )
