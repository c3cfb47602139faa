"""A framework in words and as JSON, and remarks on it as text, JSON or GitHub annotations."""

from collections.abc import Sequence

from tabulate import tabulate

from inspector.model.own_words import OwnWord, OwnWords, WordSort
from inspector.model.plugins import PluginPart
from inspector.model.problems import Problem
from inspector.model.rules import Framework
from inspector.model.waivers import Waiver
from inspector.report.document.extended import extended_words
from inspector.report.document.problems import problem_values
from inspector.report.document.waived import waived_values, waived_words
from inspector.report.document.written import written
from inspector.report.harmless import annotation, plain
from inspector.report.lines import problem_lines
from inspector.report.plugin_parts import plugins_line, plugins_part
from inspector.rules.words import in_general

_WORDS: dict[WordSort, str] = {
    "whom": "Its questions are also put to",
    "group": "It also hears of",
    "change_type": "What a test changes may also be",
    "conditions": "It also looks for the conditions",
}


def text(framework: Framework) -> str:
    """The question, the themes, the rules with what they say, and the decision table."""
    themes = tabulate(
        [
            [t.id, plain(t.asks), f"{t.weight:g}", sum(r.theme == t.id for r in framework.rules)]
            for t in framework.themes
        ],
        headers=["theme", "what it asks", "weight", "rules"],
        maxcolwidths=[None, 70, None, None],
    )
    head = [f"{framework.id} {framework.version}: {framework.title}", framework.question]
    head += map(extended_words, framework.extends)
    head += _words(framework.words)
    lines = [*map(plain, head), "", themes, "", "RULES"]
    for theme in framework.themes:
        for rule in (r for r in framework.rules if r.theme == theme.id):
            end = rule.conclude
            concluded = [end.standing or "", f"limit {end.limit}" if end.limit else ""]
            said = ", ".join(part for part in concluded if part) or "a remark"
            lines.append(plain(f"  [{rule.id}] {theme.id}, {said}: {in_general(rule.says)}"))
    lines += ["", "VERDICTS, the first that holds"]
    lines += [plain(f"  {row.verdict} [{row.id}]: {in_general(row.says)}") for row in framework.verdicts]
    return "\n".join(line.rstrip() for line in "\n".join(lines).splitlines()) + "\n"


def remarks(
    problems: Sequence[Problem], form: str, parts: Sequence[PluginPart] = (), waived: Sequence[Waiver] = ()
) -> str:
    """Remarks on frameworks in one of the forms `text`, `json` and `github`.

    `parts` are the plugins that were heard, `waived` what the frameworks waive.
    """
    if form == "github":
        return "".join(f"{_annotation(problem)}\n" for problem in problems)
    if form == "json":
        document = {"format": "inspector-framework-check", "version": 1, "problems": problem_values(problems)}
        kept_silent = {"waived": waived_values(waived)} if waived else {}
        return written({**document, **kept_silent, **plugins_part(parts)})
    errors = sum(problem.level == "error" for problem in problems)
    rest = len(problems) - errors
    counted = f"{errors} error{'s' * (errors != 1)}, {rest} remark{'s' * (rest != 1)} to consider."
    with_plugins = [plain(line)] if (line := plugins_line(parts)) else []
    found = [*problem_lines(problems), counted if problems else "Nothing wrong was found."]
    return "\n".join([*found, *(plain(waived_words(one)) for one in waived), *with_plugins]) + "\n"


def _annotation(problem: Problem) -> str:
    where = problem.where
    command = "error" if problem.level == "error" else "warning"
    properties = {"file": where.file, "line": where.line, "col": where.column, "title": problem.rule}
    given = ",".join(f"{key}={annotation(str(value), ',:')}" for key, value in properties.items() if value is not None)
    parts = [problem.message, f"Expected: {problem.expected}" if problem.expected else "", problem.fix]
    return f"::{command} {given}::{annotation('. '.join(part for part in parts if part))}"


def _words(words: OwnWords) -> list[str]:
    """A sentence a sort of words of the framework's own."""
    return [f"{says} {', '.join(map(_word, words.of(sort)))}." for sort, says in _WORDS.items() if words.of(sort)]


def _word(one: OwnWord) -> str:
    return f"{one.title} [{one.id}]{f' (counts as {one.counts_as})' if one.counts_as else ''}"
