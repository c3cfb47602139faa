"""What a name means: signal, probe, rule, theme, lint or problem, in words."""

import inspect
from pathlib import Path
from types import ModuleType

from inspector import lints, probes, signals
from inspector.model.assurance import said
from inspector.model.facts import Field
from inspector.model.problems import Where
from inspector.model.rules import Condition, Framework, Pattern, Rule, Tally
from inspector.report.harmless import plain
from inspector.rules.words import in_general, say


def signal(name: str) -> str:
    """The text of a signal: its docstring and the fields that a rule may read."""
    module = signals.load(name)
    return _with_fields(f"signal{_by(module)}", name, inspect.getdoc(module) or "", module.ABOUT.fields)


def probe(name: str) -> str:
    """The text of a probe: its docstring and the fields that a rule may read."""
    module = probes.load(name)
    return _with_fields(f"probe{_by(module)}", name, inspect.getdoc(module) or "", probes.FIELDS)


def lint(name: str) -> str:
    """The text of a lint: its docstring."""
    module = lints.load(name)
    return f"{name} (lint{_by(module)})\n\n{inspect.getdoc(module) or ''}"


def theme(framework: Framework, name: str) -> str:
    """A theme of a framework: what it asks, what evidence lets it speak, the rules that judge it."""
    found = next(theme for theme in framework.themes if theme.id == name)
    rules = [rule for rule in framework.rules if rule.theme == name]
    lines = [f"{found.id} (theme of {framework.id}): {found.title}", "", found.asks, "", "Evidence that lets it speak:"]
    lines += [f"  - {evidence}" for evidence in found.evidence]
    lines += ["", "Rules:" if rules else "No rule judges this theme yet."]
    lines += [f"  - {rule.id}: {in_general(rule.says)}" for rule in rules]
    return "\n".join(map(plain, lines))


def rule(framework: Framework, name: str) -> str:
    """A rule in words: when it fires, when it does not, what it concludes, what it rests on."""
    found = next(rule for rule in framework.rules if rule.id == name)
    lines = [
        f"{found.id} (rule of {framework.id}, theme {found.theme})",
        "",
        in_general(found.says),
        "",
        "It fires when",
    ]
    lines += [f"  - {_part(part)}" for part in found.when]
    if found.unless:
        lines += ["unless", *(f"  - {_part(part)}" for part in found.unless)]
    lines += ["", f"It concludes: {_conclusion(found)}."]
    if found.ask:
        people = framework.words.titles("whom")
        lines += [
            "",
            f"It asks on site ({', '.join(people.get(who, who) for who in found.whom)}):",
            *(f"  - {in_general(question)}" for question in found.ask),
        ]
    if found.practice:
        lines += ["", f"What can be done in practice: {in_general(found.practice)}"]
    titles = {source.id: source for source in framework.sources}
    lines += [
        "",
        "It rests on:",
        *(f"  - {titles[c].title} ({titles[c].where_found})" for c in found.cites if c in titles),
    ]
    lines += ["", f"Written at {_within(framework, found.where)}."]
    return "\n".join(map(plain, lines))


def row(framework: Framework, name: str) -> str:
    """A row of the decision table: the verdict it gives, and when it is the one that does."""
    found = next(row for row in framework.verdicts if row.id == name)
    lines = [f"{found.id} (row of the decision table of {framework.id})", "", in_general(found.says), ""]
    lines += [
        f"It gives the verdict {said(found.verdict)}, where no row above it holds" + (" and" if found.when else ".")
    ]
    lines += [f"  - {_part(part)}" for part in found.when]
    if found.unless:
        lines += ["unless", *(f"  - {_part(part)}" for part in found.unless)]
    return "\n".join(map(plain, lines))


def indicator(framework: Framework, name: str) -> str:
    """An indicator: what the framework knows of it by that name, or that it is one of the bundle's own."""
    known = next((one for one in framework.indicators if one.id == name), None)
    if known is None:
        return (
            f"{name} (indicator)\n\nAn indicator of the bundle, by its id in the indicator register. {framework.title} does not "
            "know one of that name; `same_as` in the register says which of those it knows it is."
        )
    sort = f" Its sort of measure is {known.measure}." if known.measure else ""
    return f"{known.id} (indicator that {framework.id} knows)\n\n{known.title}.{sort}"


def _within(framework: Framework, where: Where) -> str:
    """The place as seen from the framework's folder: `rules/effect.yaml:12:7 of munro`."""
    folder = Path(framework.path).as_posix()
    file = where.file.removeprefix(f"{folder}/") if folder != "." else where.file
    return f"{where.model_copy(update={'file': file})} of {framework.id}"


def _by(module: ModuleType) -> str:
    """The plugin that brings it; nothing for ours."""
    plugin = getattr(module, "PLUGIN", None)
    return f" of the plugin {plugin.named}" if plugin else ""


def _with_fields(group: str, name: str, doc: str, fields: tuple[Field, ...]) -> str:
    lines = [f"{name} ({group})", "", doc, "", "Fields a rule may read:"]
    for field in fields:
        choices = f" One of {', '.join(field.choices)}." if field.choices else ""
        lines.append(f"  - {field.name} ({field.type}): {field.says}.{choices}".replace("..", "."))
    return "\n".join(lines)


def _part(part: Pattern | Tally) -> str:
    if isinstance(part, Pattern):
        return f"{part.alias}: {_pattern(part)}"
    counted = f"the number of facts where {_pattern(part.count)}"
    if part.of is not None:
        counted = f"the share of facts where {_pattern(part.of)} for which also {_pattern(part.count)}"
    return f"{part.alias}: {counted}, is {' and '.join(map(_test, part.tests))}"


def _pattern(pattern: Pattern) -> str:
    group, _, name = pattern.kind.partition("/")
    conditions = [f"{c.field} {_test(c)}" for c in pattern.conditions]
    return f"there is a {group} {name}".rstrip() + (f" with {', '.join(conditions)}" if conditions else "")


def _test(condition: Condition) -> str:
    if condition.ref is not None:
        return f"{condition.operator} {condition.ref.field} of {condition.ref.alias}"
    return f"{condition.operator} {' or '.join(say(value) for value in condition.values)}"


def _conclusion(rule: Rule) -> str:
    parts = []
    if rule.conclude.standing:
        parts.append(f"the theme has reached {rule.conclude.standing}")
    if rule.conclude.limit:
        parts.append(f"the theme goes no higher than {rule.conclude.limit}")
    if rule.conclude.direction != "neither":
        parts.append(
            "it speaks for improvement" if rule.conclude.direction == "better" else "it speaks against improvement"
        )
    return "; ".join(parts) or "only a remark"
