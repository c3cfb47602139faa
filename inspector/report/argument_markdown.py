"""The argument about a verdict as Markdown."""

from collections.abc import Iterable, Sequence

from inspector.report.argument_shown import (
    CaseAgainst,
    Enquiry,
    Field,
    Fieldwork,
    NotPerformance,
    Sample,
    WouldChange,
)
from inspector.report.argument_view import each, examples_of, shown_beside, view
from inspector.report.document.shape import Document
from inspector.report.harmless import code
from inspector.report.harmless import markdown as text
from inspector.report.markdown_cells import table
from inspector.report.wording import Words


def argument_markdown(document: Document, t: Words) -> dict[str, str]:
    """The sections of a result's argument by name, in order; none for a result without one. The document is harmless."""
    said = each(
        view(document, t),
        t,
        case_against=_case_against,
        would_change=_would_change,
        not_performance=_not_performance,
        fields=_fields,
        fieldwork=_fieldwork,
    )
    return {name: _section(t["sections"][name], blocks) for name, blocks in said.items()}


def _section(title: str, blocks: Iterable[str]) -> str:
    return "\n\n".join([f"## {title}", *(block for block in blocks if block)])


def _case_against(part: CaseAgainst, words: Words) -> list[str]:
    blocks = [part["intro"]]
    for group in part["groups"]:
        lines = [
            f"- {text(one['says'])}{_names(words['about'], one['about'], one['more'])}" for one in group["entries"]
        ]
        blocks += [f"### {group['title']}", "\n".join(lines)]
    return blocks


def _would_change(part: WouldChange, words: Words) -> list[str]:
    blocks = [text(part["margin"])] if part["margin"] else []
    if part["flips"]:
        rows = [[words["joined"].join(one["removed"]), one["verdict"], one["row"]] for one in part["flips"]]
        blocks += [f"### {words['flips']}", words["flips_intro"], table(words["flips_columns"], rows)]
    blocks.append(text(part["settled"]))
    if part["steps"]:
        lines = [
            f"- **{text(theme['title'])}**, {text(one['move'])}: {text(one['says'])} ({text(one['rule'])})"
            for theme in part["steps"]
            for one in theme["entries"]
        ]
        blocks += [f"### {words['steps']}", words["steps_intro"], "\n".join(lines)]
    return blocks


def _not_performance(part: NotPerformance, _: Words) -> list[str]:
    lines = [
        f"- **{one['mark']}: {one['title']}.** {text(one['says'])}{_names('', one['about'], one['more'])}"
        for one in part["reasons"]
    ]
    return [part["intro"], part["count"], "\n".join(lines)]


def _fields(fields: Sequence[Field], words: Words) -> list[str]:
    blocks = [words["intro"]]
    for field in fields:
        rows = [
            [part["title"], shown_beside(part, words), ", ".join(examples_of(part, words))] for part in field["parts"]
        ]
        blocks += [f"### {text(field['title'])}", text(field["says"]), table(words["columns"], rows) if rows else ""]
    return blocks


def _fieldwork(plan: Fieldwork, words: Words) -> list[str]:
    blocks = [words["intro"]]
    if plan["enquiries"]:
        blocks.append(f"### {words['enquiries']}")
    for group in plan["enquiries"]:
        blocks += [text(group["head"]), "\n".join(_enquiry(one, words) for one in group["entries"])]
    if plan["samples"]:
        lines = [_sample(one, words) for one in plan["samples"]]
        blocks += [f"### {words['samples']}", "\n".join(lines)]
    return [*blocks, text(plan["seed"])]


def _enquiry(one: Enquiry, words: Words) -> str:
    return f"{one['number']}. {text(one['question'])}{_names(words['asked_by'], one['because'], one['more'])}"


def _sample(one: Sample, words: Words) -> str:
    ids = f" {words['ids']}: {', '.join(map(code, one['ids']))}." if one["ids"] else ""
    return f"- **{text(one['head'])}.** {text(one['says'])}{ids}"


def _names(before: str, names: Sequence[str], more: str) -> str:
    said = " ".join(part for part in (before, ", ".join(map(code, names)), more) if part)
    return f" ({said})" if names else ""
