"""Remarks on a variant that are remarks on its base are told to whoever keeps the base, and not to everybody who builds on it."""

from collections.abc import Iterable
from pathlib import Path, PurePath

from inspector import framework as frameworks
from inspector import lints
from inspector.framework.variant_cases import all_cases
from inspector.framework.vocabulary import extend
from inspector.model.problems import Problem
from inspector.model.rules import Framework
from inspector.rules import vocabulary


def not_of_base(framework: Framework, found: Iterable[Problem]) -> list[Problem]:
    """The remarks without queries that the base has by itself, at the same place. Errors stay: with them nothing is judged.

    The base was looked at when the variant was. Only lints that had something to say at a place of the base are asked of it once
    more, by itself: what they say may come from the variant alone.
    """
    problems = list(found)
    folders = [PurePath(base.path) for base in framework.extends]
    there = [one for one in problems if one.level != "error" and _within(one, folders)]
    asked = sorted({one.rule for one in there} & set(lints.ids()))
    if not asked:
        return problems
    base = frameworks.read(Path(framework.extends[0].path))
    known = extend(base, vocabulary.base())
    cases, mistakes = all_cases(base, known)
    theirs = {(one.rule, one.where) for one in lints.found_by(asked, base, known, None if mistakes else cases)}
    return [one for one in problems if one.level == "error" or (one.rule, one.where) not in theirs]


def _within(problem: Problem, folders: Iterable[PurePath]) -> bool:
    return any(folder in PurePath(problem.where.file).parents for folder in folders)
