"""A framework's folder as a `Framework`: every file read, every mistake reported in one go."""

import re
from pathlib import Path
from typing import Any

from inspector.framework import bases, engine, variants
from inspector.framework.core import core
from inspector.framework.derivations import derivations, known
from inspector.framework.fields import areas
from inspector.framework.files import DERIVED, FIELDS, MAIN, digest, files, shown
from inspector.framework.patterns import Patterns
from inspector.framework.regular import LIMIT
from inspector.framework.structure import violations
from inspector.framework.waivers import waivers
from inspector.framework.ways import too_many
from inspector.framework.yaml_source import Document, load
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.problems import shown as quoted
from inspector.model.remarks import did_you_mean, one_of
from inspector.model.rules import Conclusion, Framework, Ref, Rule, Source, Theme, VerdictRow
from inspector.model.words import short

_SCHEMAS = {MAIN: "framework", DERIVED: "derivations", FIELDS: "fields"}
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_ALIAS_FIELD = re.compile(r"^([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)(\|[^|]*\|[^|]*)?$")


def read(folder: Path, above: tuple[Path, ...] = ()) -> Framework:
    """Read the framework in `folder`. Raises CannotComplete with every mistake, each with file, line and column.

    `above` are the folders of the variants that are built on it.
    """
    problems: list[Problem] = []
    if wrong := engine.misfit(folder):
        raise CannotComplete([wrong])
    documents = _documents(folder, problems)
    problems += _too_many_rules(documents)
    main = documents.pop(MAIN, None)
    derived, fields = documents.pop(DERIVED, None), documents.pop(FIELDS, None)
    if main is None or problems:
        raise CannotComplete(_sorted(problems))
    of = bases.of(folder, main, above, read)
    indicators = known(derived, problems) if derived else ()
    rules = [rule for name in sorted(documents) for rule in _rules(documents[name], problems)]
    verdicts = tuple(_verdict(main, place, row, problems) for place, row in enumerate(main.value.get("verdicts", ())))
    value = main.value
    framework = Framework(
        id=value["id"],
        version=value["version"],
        title=value["title"],
        question=value.get("question", ""),
        digest=digest(folder),
        sources=tuple(
            Source(id=s["id"], title=s["title"], where_found=s.get("where", "")) for s in value.get("sources", [])
        ),
        themes=tuple(_theme(main, place, theme) for place, theme in enumerate(value.get("themes", ()))),
        rules=tuple(rules),
        verdicts=verdicts,
        derivations=derivations(derived, problems) if derived else (),
        indicators=indicators,
        fields=areas(fields, problems) if fields else (),
        core=core(main, (*indicators, *(of[0].indicators if of else ())), problems),
        path=str(folder),
        engine=value.get("engine", ""),
        places=tuple((name, main.where(name)) for name in value),
        waive=waivers(main, value),
    )
    replacing = _replacing(documents, of is not None, problems)
    if of:
        framework = variants.over(*of, variants.Own(framework, main, replacing), problems)
    problems += _names(framework, main) or too_many((*framework.rules, *framework.verdicts))
    if problems:
        raise CannotComplete(_sorted(problems))
    return framework


def _documents(folder: Path, problems: list[Problem]) -> dict[str, Document]:
    documents = {}
    size = 0
    for name in files(folder):
        try:
            document = load(folder / name, shown(folder, name))
        except CannotComplete as failure:
            problems += failure.problems
            continue
        size += document.size
        if size > most(LIMIT):
            problems.append(too_large(document))
            break
        schema = _SCHEMAS.get(name, "rules")
        if name == MAIN and isinstance(document.value, dict) and bases.KEY in document.value:
            schema = "framework-variant"
        wrong = violations(document, schema)
        problems += wrong
        if not wrong:
            documents[name] = document
    return documents


def too_large(document: Document) -> Problem:
    """That the files so far are more than is read, at the one with which they are."""
    where = Where(file=document.file, line=1, column=1)
    return _error("unreadable-file", where, f"with this file there are more than {words(LIMIT)}", fix=raise_it(LIMIT))


def _too_many_rules(documents: dict[str, Document]) -> list[Problem]:
    limit, count = "framework-rules", 0
    for name in sorted(documents):
        count += len(documents[name].value) if name not in _SCHEMAS else 0
        if count > most(limit):
            message = f"with this file there are more than {words(limit)}"
            return [_error("too-many-rules", documents[name].where(), message, fix=raise_it(limit))]
    return []


def _replacing(documents: dict[str, Document], extends: bool, problems: list[Problem]) -> dict[str, str]:
    """The reason of each rule that takes the place of one of the base, by id; a problem where there is no base."""
    found = {}
    for name in sorted(documents):
        for place, body in enumerate(documents[name].value):
            if "replaces" in body:
                found[body["id"]] = body["replaces"]
                if not extends:
                    where = documents[name].where_key(place, "replaces")
                    message = "it takes the place of a rule of another framework, and this one extends none"
                    problems.append(_error("extends-missing", where, message, f"`extends` in {MAIN}, or no `replaces`"))
    return found


def _rules(document: Document, problems: list[Problem]) -> list[Rule]:
    return [_rule(document, place, body, problems) for place, body in enumerate(document.value)]


def _rule(document: Document, place: int, body: dict[str, Any], problems: list[Problem]) -> Rule:
    patterns = Patterns(document, table=False)
    when = patterns.read(body["when"], (place, "when"))
    bound = list(patterns.aliases)
    unless = patterns.read(body.get("unless", {}), (place, "unless"))
    problems += patterns.problems
    for at, text in _texts(place, body):
        problems += _placeholders(document, at, text, bound)
    return Rule(
        id=body["id"],
        theme=body["theme"],
        cites=tuple(body.get("cites", ())),
        when=when,
        unless=unless,
        conclude=_conclusion(document, place, body["conclude"], bound, problems),
        says=body["says"],
        brief=body.get("brief", ""),
        ask=tuple(body.get("ask", ())),
        whom=tuple(body.get("whom", ("front-line",))),
        practice=body.get("practice", ""),
        where=document.where(place, "id"),
        places=document.parts(place),
        waive=waivers(document, body, place),
    )


def _texts(place: int, body: dict[str, Any]) -> list[tuple[tuple[str | int, ...], str]]:
    questions = [((place, "ask", number), text) for number, text in enumerate(body.get("ask", ()))]
    brief = [((place, "brief"), body["brief"])] if "brief" in body else []
    return [((place, "says"), body["says"]), *brief, *questions]


def _placeholders(document: Document, at: tuple[str | int, ...], text: str, aliases: list[str]) -> list[Problem]:
    problems = []
    for inner in _PLACEHOLDER.findall(text):
        found = _ALIAS_FIELD.fullmatch(inner)
        if found is None or found[1] not in aliases:
            known = f"{{alias.field}} or {{alias.field|one|many}} with {one_of(aliases)}"
            message = f"{{{short(inner)}}} names no field of what `when` binds"
            problems.append(_error("bad-placeholder", document.where(*at), message, known))
    return problems


def _conclusion(
    document: Document, place: int, body: dict[str, Any], aliases: list[str], problems: list[Problem]
) -> Conclusion:
    carry = []
    for name, text in body.get("carry", {}).items():
        alias, _, field = text.removeprefix("$").partition(".")
        if alias not in aliases:
            where = document.where(place, "conclude", "carry", name)
            problems.append(_error("reference", where, f"{quoted(alias)} is not an alias of `when`"))
        carry.append((name, Ref(alias=alias, field=field)))
    return Conclusion(
        standing=body.get("standing"),
        limit=body.get("limit"),
        direction=body.get("direction", "neither"),
        carry=tuple(carry),
    )


def _verdict(main: Document, place: int, row: dict[str, Any], problems: list[Problem]) -> VerdictRow:
    patterns = Patterns(main, table=True)
    when = patterns.read(row.get("when", {}), ("verdicts", place, "when"))
    bound = list(patterns.aliases)
    unless = patterns.read(row.get("unless", {}), ("verdicts", place, "unless"))
    problems += patterns.problems
    problems += _placeholders(main, ("verdicts", place, "says"), row["says"], bound)
    problems += _placeholders(main, ("verdicts", place, "brief"), row["brief"], bound) if "brief" in row else []
    where = main.where("verdicts", place, "id")
    return VerdictRow(
        id=row["id"], verdict=row["verdict"], when=when, unless=unless, says=row["says"], brief=row.get("brief", ""), where=where,
        places=main.parts("verdicts", place), waive=waivers(main, row, "verdicts", place),
    )  # fmt: skip


def _theme(main: Document, place: int, theme: dict[str, Any]) -> Theme:
    return Theme(
        id=theme["id"],
        title=theme["title"],
        brief=theme.get("brief", ""),
        asks=theme["asks"],
        evidence=tuple(theme["evidence"]),
        weight=theme.get("weight", 1),
        where=main.where("themes", place, "id"),
        places=main.parts("themes", place),
        waive=waivers(main, theme, "themes", place),
    )


def _names(framework: Framework, main: Document) -> list[Problem]:
    """Ids that stand twice, themes and sources that are not there."""
    problems: list[Problem] = []
    seen: dict[tuple[str, str], Where] = {}
    sources = [(source.id, main.where("sources", place, "id")) for place, source in enumerate(framework.sources)]
    for sort, named in (
        ("rule", [(rule.id, rule.where) for rule in framework.rules]),
        ("theme", [(theme.id, theme.where) for theme in framework.themes]),
        ("verdict row", [(row.id, row.where) for row in framework.verdicts]),
        ("source", sources),
    ):
        for name, where in named:
            if (sort, name) in seen:
                problems.append(
                    _error("duplicate-id", where, f"the {sort} {quoted(name)} is already at {seen[sort, name]}")
                )
            seen.setdefault((sort, name), where)
    for rule in framework.rules:
        problems += _unknown(rule.theme, [theme.id for theme in framework.themes], "theme", rule.where)
        for cited in rule.cites:
            problems += _unknown(cited, [source.id for source in framework.sources], "source", rule.where)
    return problems


def _unknown(name: str, known: list[str], sort: str, where: Where) -> list[Problem]:
    if name in known:
        return []
    message = f"there is no {sort} {quoted(name)} in {MAIN}"
    return [_error(f"unknown-{sort}", where, message, one_of(known), did_you_mean(name, known))]


def _sorted(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda p: (p.where.file, p.where.line or 0, p.where.column or 0, p.message))


def _error(rule: str, where: Where, message: str, expected: str = "", fix: str = "") -> Problem:
    return Problem(rule=rule, level="error", where=where, message=message, expected=expected, fix=fix)
