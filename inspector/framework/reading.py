"""A framework's folder as a `Framework`: every file read, every mistake reported in one go."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from inspector.framework import bases, engine, variants
from inspector.framework.core import core
from inspector.framework.derivations import derivations, known
from inspector.framework.documents import Documents, documents, extends
from inspector.framework.fields import areas
from inspector.framework.files import DERIVED, FIELDS, MAIN, digest
from inspector.framework.names import names
from inspector.framework.own_words import own_words, words_of_broken
from inspector.framework.partly import Attempt, bodies, fitted, main_value, nothing, once
from inspector.framework.parts import rule, theme, verdict
from inspector.framework.variant_changes import Own
from inspector.framework.waivers import waivers
from inspector.framework.ways import too_many
from inspector.framework.yaml_source import Document
from inspector.model.derivations import KnownIndicator
from inspector.model.own_words import WORD_SORTS, OwnWords
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import error, in_order
from inspector.model.rules import Core, Framework, Rule, Source

TOO_MUCH = frozenset(("too-many-rules", "too-many-ways", "pattern-count", "unreadable-file"))
"""Of a framework with one of these nothing more is asked: there is no end to it, or nobody can tell what belongs to it."""


Of = tuple[Framework, bases.Asked]
"""The framework that a variant is built on, and what it asked for."""


Replacing = tuple[dict[str, str], list[Problem]]


class _Rules(NamedTuple):
    """The rules of all files, those of them that could not be read as meant, and whether the id of each is known."""

    rules: tuple[Rule, ...]
    shaky: frozenset[str]
    all: bool


def read(folder: Path, above: tuple[Path, ...] = ()) -> Framework:
    """Read the framework in `folder`. Raises CannotComplete with every mistake, each with file, line and column.

    `above` are the folders of the variants that are built on it.
    """
    found = attempt(folder, above)
    if found.problems or found.framework is None:
        raise CannotComplete(found.problems)
    return found.framework


def attempt(folder: Path, above: tuple[Path, ...] = ()) -> Attempt:
    """What of the framework in `folder` can be read, and every mistake in it. Nothing is raised."""
    if wrong := engine.misfit(folder):
        return nothing([wrong])
    problems: list[Problem] = []
    files = documents(folder, problems)
    rules = _rules(files, problems)
    main = files.documents.get(MAIN)
    if main is None or not isinstance(main.value, dict) or (extends(main) and MAIN in files.broken):
        return nothing(problems)
    try:
        return _attempt(folder, files, main, rules, bases.of(folder, main, above, read), problems)
    except CannotComplete as failure:
        return nothing([*problems, *failure.problems])


def _attempt(
    folder: Path, files: Documents, main: Document, rules: _Rules, of: Of | None, problems: list[Problem]
) -> Attempt:
    before = len(problems)
    framework = _framework(folder, main, files, rules.rules, of, problems)
    own = _own(framework, main, files, of is not None, problems)
    if of:
        framework = variants.over(*of, own, problems)
    whole = MAIN not in files.broken and len(problems) == before
    problems += names(framework, main, themes=whole) or (
        [] if problems else too_many((*framework.rules, *framework.verdicts))
    )
    if not problems:
        return Attempt(framework, ())
    shaky = rules.shaky | _astray(framework)
    made = None if TOO_MUCH.intersection(problem.rule for problem in problems) else _fitted(framework, shaky)
    indicators = DERIVED not in files.broken | files.lost
    return Attempt(made, in_order(problems), shaky, whole, rules.all, indicators)


def _astray(framework: Framework) -> frozenset[str]:
    """Rules of which nobody can tell which is meant, or for what theme."""
    themes, many = {theme.id for theme in framework.themes}, Counter(rule.id for rule in framework.rules)
    return frozenset(rule.id for rule in framework.rules if many[rule.id] > 1 or rule.theme not in themes)


def _replacing(document: Document, items: Iterable[tuple[int, dict[str, Any]]], sort: str, has_base: bool) -> Replacing:
    """The reason of each rule or indicator that takes the place of one of the base, by id; problems where there is no base."""
    reasons: dict[str, str] = {}
    problems = []
    for place, body in items:
        if "replaces" in body:
            reasons[body["id"]] = body["replaces"]
            if not has_base:
                where = document.where_key(place, "replaces")
                message = f"it takes the place of {sort} of another framework, and this one extends none"
                problems.append(error("extends-missing", where, message, f"`extends` in {MAIN}, or no `replaces`"))
    return reasons, problems


def _own(framework: Framework, main: Document, files: Documents, has_base: bool, problems: list[Problem]) -> Own:
    """What the framework has of its own, with the reason of each thing that takes the place of one of the base."""
    rules: dict[str, str] = {}
    for name, document in files.of_rules():
        items = ((place, body) for place, body, _ in bodies(document, "rules", broken=name in files.broken))
        found, wrong = _replacing(document, items, "a rule", has_base)
        rules.update(found)
        problems += wrong
    derived = files.whole(DERIVED)
    indicators, wrong = _replacing(derived, enumerate(derived.value), "an indicator", has_base) if derived else ({}, [])
    problems += wrong
    return Own(framework, main, rules, indicators)


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
    folder: Path,
    main: Document,
    files: Documents,
    rules: tuple[Rule, ...],
    of: Of | None,
    problems: list[Problem],
) -> Framework:
    broken = MAIN in files.broken
    value = main_value(main, broken=broken)
    derived, fields = files.whole(DERIVED), files.whole(FIELDS)
    indicators = known(derived, problems) if derived else ()
    words = words_of_broken(main) if broken else own_words(main, value, problems)
    lists: dict[str, list[tuple[int, dict[str, Any]]]] = {
        sort: [(one.place, one.body) for one in bodies(main, sort, broken=broken)]
        for sort in ("themes", "verdicts", "sources")
    }
    return Framework(
        id=value["id"],
        version=value["version"],
        title=value["title"],
        question=value.get("question", ""),
        digest="" if problems else digest(folder),
        sources=tuple(
            Source(id=s["id"], title=s["title"], where_found=s.get("where", "")) for _, s in lists["sources"]
        ),
        themes=tuple(theme(main, place, body) for place, body in lists["themes"]),
        rules=rules,
        verdicts=tuple(verdict(main, place, body, problems) for place, body in lists["verdicts"]),
        derivations=derivations(derived, problems) if derived else (),
        indicators=indicators,
        fields=areas(fields, problems, _all(words, of)) if fields else (),
        core=_core(main, files, (*indicators, *(of[0].indicators if of else ())), problems),
        path=str(folder),
        engine=value.get("engine", ""),
        places=tuple(_places(main)),
        waive=waivers(main, value),
        words=words,
    )


def _all(words: OwnWords, of: Of | None) -> OwnWords:
    """The words of a framework with those of what it is built on."""
    return OwnWords(**{sort: (*(of[0].words.of(sort) if of else ()), *words.of(sort)) for sort in WORD_SORTS})


def _core(main: Document, files: Documents, indicators: tuple[KnownIndicator, ...], problems: list[Problem]) -> Core:
    """Nothing where it cannot be told from the files which indicators there are."""
    return Core() if {MAIN, DERIVED} & (files.broken | files.lost) else core(main, indicators, problems)


def _places(main: Document) -> Iterator[tuple[str, Where]]:
    """Where the parts of `framework.yaml` stand that are no theme and no row: `title`, `sources/0`, `core/measures/0`."""
    parts = {("sources",), ("core", "measures"), ("core", "records")}
    for path in main.values:
        if len(path) == 1 or path[:-1] in parts:
            yield "/".join(map(str, path)), main.where(*path)


def _fitted(framework: Framework, shaky: frozenset[str]) -> Framework:
    """The framework as lints can look at it."""
    themes = {one.id for one in framework.themes}
    rules = tuple(
        fitted(one, framework.themes) if one.id in shaky or one.theme not in themes else one for one in framework.rules
    )
    return once(framework.model_copy(update={"rules": rules}))
