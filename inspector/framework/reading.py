"""A framework's folder as a `Framework`: every file read, every mistake reported in one go."""

from pathlib import Path
from typing import Any, NamedTuple

from inspector.framework.core import core
from inspector.framework.derivations import derivations, known
from inspector.framework.documents import Documents, documents
from inspector.framework.fields import areas
from inspector.framework.files import DERIVED, FIELDS, MAIN, digest
from inspector.framework.names import names
from inspector.framework.partly import Attempt, bodies, fitted, main_value, once
from inspector.framework.parts import rule, theme, verdict
from inspector.framework.waivers import waivers
from inspector.framework.ways import too_many
from inspector.framework.yaml_source import Document
from inspector.model.problems import CannotComplete, Problem
from inspector.model.rules import Core, Framework, Rule, Source

TOO_MUCH = frozenset(("too-many-rules", "too-many-ways", "pattern-count", "unreadable-file"))
"""Of a framework with one of these nothing more is asked: there is no end to it, or nobody can tell what belongs to it."""


class _Rules(NamedTuple):
    """The rules of all files, those of them that could not be read as meant, and whether the id of each is known."""

    rules: tuple[Rule, ...]
    shaky: frozenset[str]
    all: bool


def read(folder: Path) -> Framework:
    """Read the framework in `folder`. Raises CannotComplete with every mistake, each with file, line and column."""
    found = attempt(folder)
    if found.problems or found.framework is None:
        raise CannotComplete(found.problems)
    return found.framework


def attempt(folder: Path) -> Attempt:
    """What of the framework in `folder` can be read, and every mistake in it. Nothing is raised."""
    problems: list[Problem] = []
    files = documents(folder, problems)
    rules = _rules(files, problems)
    main = files.documents.get(MAIN)
    if main is None or not isinstance(main.value, dict):
        return Attempt(None, _sorted(problems), main=False)
    before = len(problems)
    framework = _framework(folder, main, files, rules.rules, problems)
    whole = MAIN not in files.broken and len(problems) == before
    problems += names(framework, main, themes=whole) or (
        [] if problems else too_many((*framework.rules, *framework.verdicts))
    )
    if not problems:
        try:
            return Attempt(framework.model_copy(update={"digest": digest(folder)}), ())
        except CannotComplete as failure:
            return Attempt(None, failure.problems)
    made = None if TOO_MUCH.intersection(problem.rule for problem in problems) else _fitted(framework, rules.shaky)
    indicators = not {DERIVED} & (files.broken | files.lost)
    return Attempt(made, _sorted(problems), rules.shaky, whole, rules.all, indicators)


def _rules(files: Documents, problems: list[Problem]) -> _Rules:
    found: list[Rule] = []
    shaky: set[str] = set()
    every = not any(name.startswith("rules/") for name in files.lost)
    for name, document in files.of_rules():
        broken = name in files.broken
        read = list(bodies(document, "rules", broken=broken))
        every &= isinstance(document.value, list) and len(read) == len(document.value)
        for place, body, whole in read:
            # Of what is filled in where something lacks, nobody wants to hear.
            mine: list[Problem] = []
            found.append(rule(document, place, body, mine))
            problems += mine if whole else ()
            shaky |= {found[-1].id} if mine or not whole else set()
    return _Rules(tuple(found), frozenset(shaky), every)


def _framework(
    folder: Path, main: Document, files: Documents, rules: tuple[Rule, ...], problems: list[Problem]
) -> Framework:
    broken = MAIN in files.broken
    value = main_value(main, broken=broken)
    derived, fields = files.whole(DERIVED), files.whole(FIELDS)
    indicators = known(derived, problems) if derived else ()
    lists: dict[str, list[tuple[int, dict[str, Any]]]] = {
        sort: [(one.place, one.body) for one in bodies(main, sort, broken=broken)]
        for sort in ("themes", "verdicts", "sources")
    }
    return Framework(
        id=value["id"],
        version=value["version"],
        title=value["title"],
        question=value["question"],
        digest="",
        sources=tuple(
            Source(id=s["id"], title=s["title"], where_found=s.get("where", "")) for _, s in lists["sources"]
        ),
        themes=tuple(theme(main, place, body) for place, body in lists["themes"]),
        rules=rules,
        verdicts=tuple(verdict(main, place, body, problems) for place, body in lists["verdicts"]),
        derivations=derivations(derived, problems) if derived else (),
        indicators=indicators,
        fields=areas(fields, problems) if fields else (),
        core=Core() if broken or files.documents.get(DERIVED) is not derived else core(main, indicators, problems),
        path=str(folder),
        places=tuple((name, main.where(name)) for name in value),
        waive=waivers(main, value),
    )


def _fitted(framework: Framework, shaky: frozenset[str]) -> Framework:
    """The framework as lints can look at it."""
    themes = {one.id for one in framework.themes}
    rules = tuple(
        fitted(one, framework.themes) if one.id in shaky or one.theme not in themes else one for one in framework.rules
    )
    return once(framework.model_copy(update={"rules": rules}))


def _sorted(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda p: (p.where.file, p.where.line or 0, p.where.column or 0, p.message)))
