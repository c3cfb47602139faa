"""What is told beside the judgement, as text: stories of measures, voices, claims, recommendations."""

from collections.abc import Iterable

from inspector.report.document.shape import Document
from inspector.report.lines import wrapped
from inspector.report.told_view import ClaimView, RecommendationView, StoryView, VoiceView, told_view
from inspector.report.wording import Words, fill, phrases

SECTIONS = ("stories", "voices", "claims", "recommendations")
WHOLE = 1
"""So many tests of a story are told line by line; the others by what they were for and what was decided."""


def told_text(document: Document) -> dict[str, str]:
    """Each of the `SECTIONS` under its heading; none for results stored before anything was told."""
    t = phrases()
    seen = told_view(document, t)
    if seen is None:
        return {}
    words = t["told"]
    shown = {
        "stories": [line for one in seen["stories"] for line in _story(one, words)],
        "voices": [line for one in seen["voices"] for line in _voice(one, words)],
        "claims": [line for one in seen["claims"] for line in _claim(one, words)],
        "recommendations": [line for one in seen["recommendations"] for line in _recommendation(one, words)],
    }
    return {
        name: "\n".join([words["sections"][name].upper(), *lines]) if lines else "" for name, lines in shown.items()
    }


def _said(lines: Iterable[str], indent: str = "    ") -> list[str]:
    return [part for line in lines if line for part in wrapped(line, indent, f"{indent}  ")]


def _rows(rows: str, words: Words) -> list[str]:
    return _said([fill(words["rows"], rows=rows)]) if rows else []


def _story(one: StoryView, words: Words) -> list[str]:
    lines = ["", *wrapped(f"{one['title']} ({one['indicator']}): {one['call']}", "  "), *_said([one["says"]])]
    for test in one["tests"][:WHOLE]:
        lines += [*_said([test["head"]]), *_said(test["lines"], "      ")]
    lines += _said(f"{test['head']}. {test['lines'][0]}. {test['decided']}" for test in one["tests"][WHOLE:])
    against = [*(f"{says} [{id}]" for id, says in one["against"]), *one["doubts"]]
    lines += _said([one["counts"], one["recommended"], *([f"{words['against']}:"] if against else [])])
    return [*lines, *_said((f"- {line}" for line in against), "      "), *_rows(one["rows"], words)]


def _voice(one: VoiceView, words: Words) -> list[str]:
    head = wrapped(f"{one['voice']}: {one['who']}", "  ", "    ")
    return [*head, *_said([one["said"], *one["came"]]), *_rows(one["rows"], words)]


def _claim(one: ClaimView, words: Words) -> list[str]:
    head = wrapped(f"{one['claim']}: {one['says']}", "  ", "    ")
    named = f" [{', '.join(one['findings'])}]" if one["findings"] else ""
    return [*head, *_said([f"{one['found']}{named}"]), *_rows(one["rows"], words)]


def _recommendation(one: RecommendationView, words: Words) -> list[str]:
    lines = wrapped(f"{one['recommendation']}: {one['says']}", "  ", "    ")
    lines += _said([one["head"], one["became"]])
    lines += _said(f"- {action}" for action in one["actions"])
    lines += _said([f"{words['statuses']}: {'; '.join(one['statuses'])}."]) if one["statuses"] else []
    return [*lines, *_rows(one["rows"], words)]
