"""What is told beside the judgement as Markdown: stories of measures, voices, claims, recommendations."""

from collections.abc import Iterable

from inspector.report.document.shape import Document
from inspector.report.harmless import code
from inspector.report.harmless import markdown as text
from inspector.report.markdown_cells import table
from inspector.report.told_view import ClaimView, RecommendationView, StoryView, VoiceView, told_view
from inspector.report.wording import Words, fill


def told(d: Document, t: Words) -> list[str]:
    """The sections of what is told; none for results stored before anything was. The document is harmless."""
    seen = told_view(d, t)
    if seen is None:
        return []
    words, parts = t["told"], []
    for name, shown in (
        ("stories", [_story(one, words) for one in seen["stories"]]),
        ("voices", [_voice(one, words) for one in seen["voices"]]),
        ("claims", [_claims(seen["claims"], words)] if seen["claims"] else []),
        ("recommendations", [_recommendation(one, words) for one in seen["recommendations"]]),
    ):
        parts += [f"## {words['sections'][name]}", *(shown or [words["none"]])]
    return parts


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {text(line)}" for line in lines)


def _rows(rows: str, words: Words) -> str:
    return text(fill(words["rows"], rows=rows)) if rows else ""


def _together(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part)


def _story(one: StoryView, words: Words) -> str:
    tests = [f"{text(test['head'])}\n\n{_list(test['lines'])}" for test in one["tests"]]
    against = [f"- {text(says)} \\[{code(id)}\\]" for id, says in one["against"]]
    against += [f"- {text(line)}" for line in one["doubts"]]
    return _together(
        [
            f"### {text(one['title'])}: {text(one['call'])}",
            f"{text(one['says'])} \\[{code(one['indicator'])}\\]",
            *([f"#### {words['tried']}"] if tests else []),
            *tests,
            text(one["counts"]),
            text(one["recommended"]),
            *([f"#### {words['against']}", "\n".join(against)] if against else []),
            _rows(one["rows"], words),
        ]
    )


def _voice(one: VoiceView, words: Words) -> str:
    head = f"**{text(one['who'])}** \\[{code(one['voice'])}\\]"
    return _together([head, f"> {text(one['said'])}", _list(one["came"]), _rows(one["rows"], words)])


def _claims(claims: Iterable[ClaimView], words: Words) -> str:
    rows = [
        [one["claim"], one["says"], f"{one['outcome']}. {one['found']}", ", ".join(one["findings"])] for one in claims
    ]
    return table(words["columns"], rows)


def _recommendation(one: RecommendationView, words: Words) -> str:
    return _together(
        [
            f"### {text(one['says'])} \\[{code(one['recommendation'])}\\]",
            text(f"{one['head']} {one['became']}"),
            *([f"#### {words['actions']}", _list(one["actions"])] if one["actions"] else []),
            *([f"#### {words['statuses']}", _list(one["statuses"])] if one["statuses"] else []),
            _rows(one["rows"], words),
        ]
    )
