"""A page for each framework that ships with Inspector, and one for each of its rules."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from inspector import framework as frameworks
from inspector.model.rules import Framework, Rule, VerdictRow
from making.markdown import block, bullets, code, link, page, section, table, text
from making.patterns import in_words, reads

_WORTH = {"better": "It speaks for improvement.", "worse": "It speaks against improvement."}


@cache
def shipped() -> tuple[Framework, ...]:
    """The frameworks that ship with Inspector, read."""
    return tuple(frameworks.read(frameworks.find(name)) for name in frameworks.listing())


def pages() -> Iterator[tuple[str, str]]:
    """The path and the Markdown of every page on frameworks and rules."""
    rows = [
        [
            link(f.title, _path(f, "index"), "frameworks/index.md"),
            code(f.id),
            f.version,
            text(f.question),
            str(len(f.rules)),
        ]
        for f in shipped()
    ]
    told = "A framework is a versioned set of rules. These ship with Inspector; anybody may write another."
    yield (
        "frameworks/index.md",
        page("Frameworks", told, table(["framework", "id", "version", "it asks", "rules"], rows)),
    )
    for framework in shipped():
        yield _path(framework, "index"), _overview(framework)
        for rule in framework.rules:
            yield _path(framework, rule.id), _rule(framework, rule)


def _path(framework: Framework, name: str) -> str:
    return f"frameworks/{framework.id}/{name}.md"


def _overview(framework: Framework) -> str:
    here = _path(framework, "index")
    facts = f"{code(framework.id)} {framework.version}, digest {code(framework.digest[:16] + '…')}. "
    shown = f"{code(f'inspector framework show {framework.id}')} prints it."
    return page(
        text(framework.title),
        f"*{text(framework.question)}*",
        facts + shown,
        *(_theme(framework, place, here) for place in range(len(framework.themes))),
        section("Verdicts", _verdicts(framework, here)),
        section(
            "Sources", bullets(f"{code(s.id)}: {text(_source(s.title, s.where_found))}" for s in framework.sources)
        ),
    )


def _theme(framework: Framework, place: int, here: str) -> str:
    theme = framework.themes[place]
    rows = [
        [link(rule.id, _path(framework, rule.id), here), _concludes(rule), text(rule.says)]
        for rule in framework.rules
        if rule.theme == theme.id
    ]
    evidence = "What lets it speak:\n\n" + bullets(text(one) for one in theme.evidence)
    # The heading keeps the theme's id as its anchor, whatever its title becomes.
    heading = f"{text(theme.title)} {{ #{theme.id} }}"
    told = f"*{text(theme.asks)}* Theme {code(theme.id)}, weight {theme.weight:g}."
    rules = table(["rule", "concludes", "says"], rows) if rows else "No rule judges this theme yet."
    return section(heading, "\n\n".join([told, evidence, rules]))


def _verdicts(framework: Framework, here: str) -> str:
    rows = [
        [str(place), code(row.verdict), code(row.id), _holds(row, framework, here), text(row.says)]
        for place, row in enumerate(framework.verdicts, 1)
    ]
    return "The first row that holds gives the verdict.\n\n" + table(["", "verdict", "row", "holds when", "says"], rows)


def _holds(row: VerdictRow, framework: Framework, here: str) -> str:
    when = "; ".join(in_words(part, framework.id, here) for part in row.when)
    unless = "; ".join(in_words(part, framework.id, here) for part in row.unless)
    return (when or "always") + (f"; **unless** {unless}" if unless else "")


def _rule(framework: Framework, rule: Rule) -> str:
    here = _path(framework, rule.id)
    theme = next(theme for theme in framework.themes if theme.id == rule.theme)
    index = f"{_path(framework, 'index')}#{theme.id}"
    whom = ", ".join(one.replace("-", " ") for one in rule.whom)
    sources = {source.id: source for source in framework.sources}
    cited = bullets(text(_source(sources[c].title, sources[c].where_found)) for c in rule.cites)
    needed_by = [link(other.id, _path(framework, other.id), here) for other in framework.rules if _reads(other, rule)]
    rows = [f"row {link(row.id, _path(framework, 'index') + '#verdicts', here)} of the decision table"
            for row in framework.verdicts if _reads(row, rule)]  # fmt: skip
    return page(
        rule.id,
        f"A rule of {link(framework.id, _path(framework, 'index'), here)}, theme {link(text(theme.title), index, here)}.",
        f"> {text(rule.says)}",
        section("It fires when", bullets(in_words(part, framework.id, here) for part in rule.when)),
        section("Unless", bullets(in_words(part, framework.id, here) for part in rule.unless)),
        section("It concludes", f"{_conclusion(rule)} {_WORTH.get(rule.conclude.direction, '')}".strip()),
        section(f"It asks on site: {whom}", bullets(text(question) for question in rule.ask)),
        section("What can be done in practice", text(rule.practice)),
        section("Read by", bullets([*needed_by, *rows])),
        section("Its cases", _cases(framework, rule)),
        section("It rests on", cited),
        section("As it is written", block(_written(rule), "yaml", _file(framework, rule))),
    )


def _reads(entry: Rule | VerdictRow, rule: Rule) -> bool:
    return any(pattern.kind == f"finding/{rule.id}" for pattern in reads(entry))


def _source(title: str, where: str) -> str:
    return f"{title} ({where})" if where else title


def _concludes(rule: Rule) -> str:
    end = rule.conclude
    parts = [code(end.standing) if end.standing else "", f"at most {code(end.limit)}" if end.limit else ""]
    return ", ".join(part for part in parts if part) or "a remark"


def _conclusion(rule: Rule) -> str:
    end = rule.conclude
    parts = [f"The theme has reached {code(end.standing)}." if end.standing else ""]
    parts += [f"The theme goes no higher than {code(end.limit)}." if end.limit else ""]
    carried = ", ".join(f"{code(name)} (the {code(ref.field)} of {code(ref.alias)})" for name, ref in end.carry)
    parts += [f"Later rules may read from it {carried}." if carried else ""]
    return " ".join(part for part in parts if part) or "Nothing about the standing of the theme: it is a remark."


@cache
def _named(framework: Path) -> Mapping[str, tuple[list[str], list[str]]]:
    """For each rule the names of the cases in which it must fire, and of those in which it must not."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for path in sorted((framework / "tests").glob("*.yaml")):
        cases: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
        for case in cases:
            for place, key in enumerate(("findings", "not_findings")):
                for rule in case["expect"].get(key, ()):
                    found.setdefault(rule, ([], []))[place].append(case["name"])
    return found


def _cases(framework: Framework, rule: Rule) -> str:
    fires, silent = _named(Path(framework.path)).get(rule.id, ([], []))
    parts = ["It fires in:\n\n" + bullets(text(name) for name in fires)] if fires else []
    parts += ["It does not fire in:\n\n" + bullets(text(name) for name in silent)] if silent else []
    return "\n\n".join(parts)


def _file(framework: Framework, rule: Rule) -> str:
    return f"frameworks/{framework.id}/{Path(rule.where.file).relative_to(framework.path).as_posix()}"


def _written(rule: Rule) -> str:
    """The rule's own lines of its file, up to the next rule or the comment before it."""
    start = (rule.where.line or 1) - 1
    lines = Path(rule.where.file).read_text(encoding="utf-8").splitlines()
    taken = [lines[start]]
    for line in lines[start + 1 :]:
        if line and not line.startswith(" "):
            break
        taken.append(line)
    return "\n".join(taken).rstrip()
