"""What a notebook shows of a result: a fragment of HTML that stands by itself, without scripts, in the notebook's own
colours.

Everything that comes from data is taken for text: it is made harmless and escaped, as in the reports.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from inspector.model.inspection import Finding, Inspection, Score
from inspector.model.ladder import rank
from inspector.model.problems import Faults, Problem
from inspector.report.assurance_words import spoken
from inspector.report.document.attention import attention
from inspector.report.document.shape.judged import Score as ScoreShown
from inspector.report.harmless import harmless
from inspector.report.plugin_parts import plugins_part, plugins_words
from inspector.report.problems.flat import Line, levels, lines
from inspector.report.score_words import score_words
from inspector.report.wording import counted, fill, phrases

if TYPE_CHECKING:
    from inspector.trends.facts import Trend

MOST_FINDINGS, MOST_ROWS, OF_EACH = 5, 20, 5
_TEMPLATES = Path(__file__).parent / "templates"
_TRUST = ("corroborated", "plain", "exposed", "compromised")


def of_result(found: Inspection) -> str:
    """Verdict, themes with their standings and ranges, and the findings that say most."""
    t = phrases()
    groups = [
        {"title": t["directions"][direction], "findings": _strongest(found.findings, direction)}
        for direction in ("better", "worse")
    ]
    values = {
        "authority": found.authority,
        "invented": found.invented,
        "period": fill(t["period"], start=found.period_start, end=found.period_end),
        "verdict": found.verdict.verdict,
        "said": spoken(found.verdict.verdict, found.verdict.assurance, t),
        "assured": found.verdict.assured.says,
        "lay": t["lay"][found.verdict.verdict],
        "says": found.verdict.says,
        "struck": found.struck.says if found.struck else "",
        "themes": [_theme(theme.model_dump(), t) for theme in found.themes],
        "columns": [column for place, column in enumerate(t["ladder"]["columns"]) if place != 1],
        "groups": [group for group in groups if group["findings"]],
        "score": score_words(_score(found.verdict.score), t),
        "framework": _framework(found),
        "plugins": plugins_words(plugins_part(found.plugins).get("plugins", ())),
    }
    return _laid_out("result.html.j2", values, t)


def _framework(found: Inspection) -> str:
    return ". ".join([f"{found.framework_title} ({found.framework_id} {found.framework_version})", *attention(found)])


def _score(score: Score) -> ScoreShown:
    shown: ScoreShown = {"value": score.value, "low": score.low, "high": score.high}
    if score.why:
        shown["why"] = score.why
    return shown


def of_problems(name: str, remarks: Sequence[Problem | Faults], count: int) -> str:
    """How many errors and queries, and the first five of each kind in each file; at most twenty."""
    t = phrases()
    errors, queries = levels(remarks)
    heads = [counted(t["check"]["errors"], errors)] if errors else []
    heads += [counted(t["check"]["queries"], queries)] if queries else []
    shown = _first_of_each(lines(remarks))
    rows = [[line.level, line.rule, _where(line), line.message, line.fix or line.expected] for line in shown]
    values = {
        "title": name,
        "says": " ".join(heads) or t["check"]["nothing"],
        "columns": ["Level", "Problem", "Where", "What", "Fix"],
        "rows": rows,
        "more": count - len(rows),
    }
    return _laid_out("table.html.j2", values, t)


def of_trends(source: str, series: "Sequence[Trend]", problems: int) -> str:
    """A row for each of the first twenty series: what it did, in the words of the command line."""
    from inspector.trends.as_text import call_words

    rows = [[one.name, len(one.values), call_words(one)] for one in series[:MOST_ROWS]]
    wrong = f"{problems} remarks on what was read: see .problems." if problems else ""
    values = {
        "title": source,
        "says": wrong,
        "columns": ["Series", "Points", "What it did"],
        "rows": rows,
        "more": max(0, len(series) - MOST_ROWS),
    }
    return _laid_out("table.html.j2", values, phrases())


def _strongest(findings: Iterable[Finding], direction: str) -> list[dict[str, str]]:
    """The findings of a direction that support most, on the evidence that bears most; at most five, and one of each rule."""
    mine = [one for one in findings if one.direction == direction and not one.withdrawn]
    mine.sort(key=lambda one: (-rank(one.standing or "silent"), _TRUST.index(one.trust), one.id))
    first = {one.rule: one for one in reversed(mine)}
    shown = [one for one in mine if first[one.rule] is one]
    return [{"id": one.id, "says": one.says} for one in shown[:MOST_FINDINGS]]


def _theme(theme: dict[str, Any], t: Any) -> list[Any]:
    low, high = theme["low"], theme["high"]
    word = theme["standing"] if theme["state"] == "stands" else theme["state"].replace("-", " ")
    could = word if low == high == theme["standing"] else fill(t["ladder"]["to"], low=low, high=high)
    return [theme["title"], word, could, len(theme["findings"])]


def _first_of_each(problems: Iterable[Line]) -> list[Line]:
    counts: Counter[tuple[str, str | None, str]] = Counter()
    shown: list[Line] = []
    for line in problems:
        group = line.file, line.sheet, line.rule
        counts[group] += 1
        if counts[group] <= OF_EACH:
            shown.append(line)
    return shown[:MOST_ROWS]


def _where(line: Line) -> str:
    file = f"{line.file}, {line.sheet}" if line.sheet else line.file
    column = " ".join(part for part in (line.column, line.header) if part)
    row = f"row {line.row}" if line.row else f"line {line.line}" if line.line else ""
    return ", ".join(part for part in (file, row, f"column {column}" if column else "", line.path or "") if part)


def _laid_out(template: str, values: dict[str, Any], t: Any) -> str:
    text = _environment().get_template(template).render(harmless(_listed(values)), t=t)
    return "\n".join(row.strip() for row in text.splitlines() if row.strip()) + "\n"


def _listed(value: Any) -> Any:
    """Tuples as lists, which is what is made harmless."""
    if isinstance(value, dict):
        return {name: _listed(part) for name, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_listed(part) for part in value]
    return value


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["fill"] = fill
    return made
