"""A page for each rule of the frameworks that ship: what it asks for and concludes, who reads it, its cases, its own lines."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from inspector.model.rules import Framework, Rule, VerdictRow
from making.markdown import block, bullets, code, link, page, section, text
from making.patterns import in_words, reads
from making.shipped import cited, path, shipped

_WORTH = {"better": "It speaks for improvement.", "worse": "It speaks against improvement."}


def pages() -> Iterator[tuple[str, str]]:
    """The path and the Markdown of every page on rules."""
    for framework in shipped():
        for rule in framework.rules:
            yield path(framework, rule.id), _rule(framework, rule)


def _rule(framework: Framework, rule: Rule) -> str:
    here = path(framework, rule.id)
    theme = next(theme for theme in framework.themes if theme.id == rule.theme)
    index = f"{path(framework, 'index')}#{theme.id}"
    whom = ", ".join(one.replace("-", " ") for one in rule.whom)
    sources = {source.id: source for source in framework.sources}
    rests_on = bullets(text(cited(sources[c])) for c in rule.cites)
    needed_by = [link(other.id, path(framework, other.id), here) for other in framework.rules if _reads(other, rule)]
    rows = [f"row {link(row.id, path(framework, 'index') + '#verdicts', here)} of the decision table"
            for row in framework.verdicts if _reads(row, rule)]  # fmt: skip
    return page(
        rule.id,
        f"A rule of {link(framework.id, path(framework, 'index'), here)}, theme {link(text(theme.title), index, here)}.",
        f"> {text(rule.says)}",
        section("It fires when", bullets(in_words(part, framework.id, here) for part in rule.when)),
        section("Unless", bullets(in_words(part, framework.id, here) for part in rule.unless)),
        section("It concludes", f"{_conclusion(rule)} {_WORTH.get(rule.conclude.direction, '')}".strip()),
        section(f"It asks on site: {whom}", bullets(text(question) for question in rule.ask)),
        section("What can be done in practice", text(rule.practice)),
        section("Read by", bullets([*needed_by, *rows])),
        section("Its cases", _cases(framework, rule)),
        section("It rests on", rests_on),
        section("As it is written", block(_written(rule), "yaml", _file(framework, rule))),
    )


def _reads(entry: Rule | VerdictRow, rule: Rule) -> bool:
    return any(pattern.kind == f"finding/{rule.id}" for pattern in reads(entry))


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
    for file in sorted((framework / "tests").glob("*.yaml")):
        cases: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))
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
