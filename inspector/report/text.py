"""An inspection as text for a terminal: the verdict first, then everything it rests on, down to the rows."""

from collections.abc import Iterable, Mapping

from tabulate import tabulate

from inspector.model.facts import Fact
from inspector.model.inspection import Finding, Inspection, ThemeResult
from inspector.model.traces import Trace
from inspector.report.argument_text import argument_text
from inspector.report.json import questions
from inspector.report.lines import plain, problem_lines, rows_words, wrapped
from inspector.report.plugin_parts import plugins_line

_WORDS = {
    "improving": "IMPROVING",
    "emerging": "EMERGING",
    "static": "STATIC",
    "slipping": "SLIPPING",
    "deteriorating": "DETERIORATING",
    "not-evidenced": "NOT EVIDENCED",
    "not-trusted": "NOT TRUSTED",
}


def render(inspection: Inspection) -> str:
    """The whole report as text, ending in a newline."""
    facts = {fact.id: fact for fact in inspection.facts}
    argument = argument_text(inspection)
    parts = [
        _head(inspection),
        _themes(inspection.themes),
        _findings(inspection, facts),
        # A fieldwork plan has these questions in it, and stands with the rest of the argument.
        "" if "fieldwork" in argument else _asked(inspection),
        _integrity(inspection.traces),
        _trust(inspection),
        _unjudged(inspection),
        *argument.values(),
        _problems(inspection),
        _foot(inspection),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(inspection: Inspection) -> str:
    invented = " (an invented authority)" if inspection.invented else ""
    score = inspection.verdict.score
    return "\n".join(
        [
            f"{plain(inspection.authority)}{invented}, {inspection.period_start} to {inspection.period_end}",
            plain(f"{inspection.framework_title}: {inspection.framework_question}"),
            "",
            f"VERDICT: {_WORDS[inspection.verdict.verdict]}",
            *wrapped(inspection.verdict.says, "  "),
            *wrapped(
                f"Improvement score {score.value:g} of 100; doubt in its parts leaves {score.low:g} to {score.high:g}. "
                "It follows this authority over time and ranks nobody. The verdict does not come from it.",
                "  ",
            ),
        ]
    )


def _themes(themes: Iterable[ThemeResult]) -> str:
    rows = [[plain(t.title), t.standing, _range(t), len(t.findings) or "", plain(t.asks)] for t in themes]
    headers = ["theme", "standing", "could be", "findings", "what it asks"]
    table = tabulate(rows, headers=headers, tablefmt="simple", maxcolwidths=[24, None, 18, None, 44])
    return f"THEMES (silent < stated < doing < showing < lasting)\n{_trimmed(table)}"


def _range(theme: ThemeResult) -> str:
    return theme.standing if theme.low == theme.high else f"{theme.low} to {theme.high}"


def _findings(inspection: Inspection, facts: Mapping[str, Fact]) -> str:
    lines = ["FINDINGS"]
    told: set[str] = set()
    for theme in inspection.themes:
        found = [f for f in inspection.findings if f.theme == theme.theme]
        if found:
            lines += ["", f"{plain(theme.title)}: {theme.standing}"]
        for finding in found:
            lines += _finding(finding, facts, told)
    return "\n".join(lines) if inspection.findings else "FINDINGS\n  None."


def _finding(finding: Finding, facts: Mapping[str, Fact], told: set[str]) -> list[str]:
    lines = [f"  [{finding.id}] {_conclusion(finding)}", *wrapped(finding.says, "    ")]
    for name in finding.facts:
        if name in told:
            lines += wrapped(f"- as above [{name}]", "      ", "        ")
            continue
        told.add(name)
        fact = facts[name]
        rows = f" ({rows_words(fact.rows)})" if fact.rows else ""
        lines += wrapped(f"- {fact.says}{rows} [{fact.id}]{_by(fact.plugin)}", "      ", "        ")
    if finding.builds_on:
        lines += wrapped(f"Builds on {', '.join(finding.builds_on)}.", "      ")
    return lines


def _conclusion(finding: Finding) -> str:
    if finding.withdrawn:
        return "withdrawn: its evidence cannot be relied on until questions about it are answered"
    words = {"better": "speaks for improvement", "worse": "speaks against improvement", "neither": "to be weighed"}
    parts = [words[finding.direction]]
    if finding.standing is not None:
        parts.append(f"supports {finding.standing}")
    if finding.reached is not None and finding.standing != finding.reached:
        parts.append(f"would be {finding.reached} if its evidence were checked by somebody else")
    if finding.limit is not None:
        parts.append(f"nothing above {finding.limit} while this stands")
    return "; ".join(parts)


def _asked(inspection: Inspection) -> str:
    asked = questions(inspection)
    if not asked:
        return ""
    lines = ["QUESTIONS TO ASK ON SITE"]
    for number, entry in enumerate(asked, 1):
        lines += wrapped(f"{number}. {entry['question']} [{', '.join(entry['because'])}]", "  ", "     ")
    return "\n".join(lines)


def _integrity(traces: Iterable[Trace]) -> str:
    put = [t for t in traces if t.outcome in ("question", "strong-question")]
    if not put:
        return ""
    lines = ["QUESTIONS ABOUT THE EVIDENCE (none is an accusation: each has innocent explanations)"]
    for trace in put:
        said = f"[{trace.probe}] {trace.subject}, {trace.outcome}: {trace.says}{_by(trace.plugin)}"
        lines += wrapped(said, "  ", "    ")
        if trace.rows:
            lines += wrapped(f"Rows: {rows_words(trace.rows)}.", "    ")
        lines += (
            wrapped(f"It may well be that: {'; '.join(one.rstrip('.') for one in trace.innocent)}.", "    ")
            if trace.innocent
            else []
        )
    return "\n".join(lines)


def _trust(inspection: Inspection) -> str:
    lowered = [t for t in inspection.trust if t.trust in ("exposed", "compromised")]
    if not lowered:
        return ""
    lines = ["EVIDENCE THAT SUPPORTS LESS THAN IT SHOWS"]
    for entry in lowered:
        lines += wrapped(f"{entry.evidence}: {entry.trust}, because {'; '.join(entry.reasons)}.", "  ", "    ")
    return "\n".join(lines)


def _unjudged(inspection: Inspection) -> str:
    if not inspection.unjudged:
        return ""
    lines = ["WHAT COULD NOT BE JUDGED"]
    together: dict[str, list[str]] = {}
    for entry in inspection.unjudged:
        together.setdefault(entry.wanted, []).append(f"{entry.what}: {entry.why}")
    for wanted, entries in together.items():
        for words in entries:
            lines += wrapped(f"- {words}", "  ", "    ")
        lines += wrapped(f"It would take: {wanted}.", "      ") if wanted else []
    return "\n".join(lines)


def _problems(inspection: Inspection) -> str:
    if not inspection.problems:
        return ""
    return "\n".join(["REMARKS ON THE BUNDLE", *(f"  {line}" for line in problem_lines(inspection.problems))])


def _foot(inspection: Inspection) -> str:
    return "\n".join(
        [
            f"Inspector {inspection.engine}, framework {inspection.framework_id} {inspection.framework_version} "
            f"({inspection.framework_digest[:12]}), bundle {inspection.bundle_digest[:12]}.",
            *(wrapped(line, "") if (line := plugins_line(inspection.plugins)) else []),
            "`inspector explain NAME` tells what a name in brackets means; with --bundle, why it fired or did not.",
        ]
    )


def _by(plugin: str) -> str:
    """The plugin that a fact or question comes from; nothing for ours."""
    return f" (plugin {plugin})" if plugin else ""


def _trimmed(table: str) -> str:
    return "\n".join(line.rstrip() for line in table.splitlines())
