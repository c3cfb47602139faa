"""What is shown, as Markdown: the same parts as on the page, its tables as tables."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from inspector.report.harmless import code, markdown
from inspector.report.markdown_cells import table
from inspector.report.wording import LANGUAGE, counted, fill, phrases
from inspector.showing.as_html import view


def render(document: Mapping[str, Any], language: str = LANGUAGE) -> str:
    """The document of `inspector.showing.values.values` as Markdown, ending in a newline."""
    shown, t = view(document, language), phrases(language)
    words = t["show_page"]
    parts = [
        f"# {markdown(shown['name'])}",
        markdown(f"{shown['authority']}: {shown['sort']}"),
        markdown(shown["title"]),
    ]
    if shown["finding"]:
        parts += [markdown(shown["finding"]["says"]), _list(map(markdown, shown["finding"]["quotes"]))]
        parts += [f"{words['builds_on']} {', '.join(map(code, shown['finding']['builds_on']))}."] * bool(
            shown["finding"]["builds_on"]
        )
    parts += _section(words["rows"], [*_records(shown, words), *_tables(shown["tables"], shown["more"], words)])
    for one in shown["near"]:
        parts += _section(one["relation"], _tables(one["tables"], one["more"], words))
    facts = [f"{markdown(one['says'])} ({markdown(one['cited'])}) {code(one['id'])}" for one in shown["facts"]]
    asks = [
        f"{markdown(one['says'])} {code(one['id'])}: {markdown(t['outcomes'][one['outcome']])}"
        for one in shown["questions"]
    ]
    quiet = counted(words["quiet"], shown["quiet"]) if shown["quiet"] else ""
    trust = [
        markdown(f"{one['evidence']}: {t['trust'][one['trust']]}" + "".join(f"; {why}" for why in one["reasons"]))
        for one in shown["trust"]
    ]
    problems = [
        markdown(f"{t['check']['levels'][one['level']]} [{one['rule']}] {one['message']}") for one in shown["problems"]
    ]
    parts += _section(words["facts"], [_list(facts)]) + _section(words["questions"], [_list(asks), markdown(quiet)])
    parts += _section(words["trust"], [_list(trust)]) + _section(
        words["set_aside"], [_list(map(markdown, shown["set_aside"]))]
    )
    parts += _section(words["problems"], [_list(problems)])
    findings = [f"{markdown(one['says'])} {code(one['id'])}" for one in shown["findings"]]
    parts += _section(words["findings"], [_list(findings) or markdown(words["none"])])
    parts += _section(words["unread"], [_list(markdown(f"{one['file']}: {one['says']}") for one in shown["unread"])])
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(title: str, parts: Sequence[str]) -> list[str]:
    said = [part for part in parts if part]
    return [f"## {markdown(title)}", *said] if said else []


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _records(shown: Mapping[str, Any], words: Mapping[str, Any]) -> list[str]:
    parts = []
    for one in shown["records"]:
        cells = [f"{markdown(cell['heading'])}: {markdown(_said(cell, words))}" for cell in one["cells"]]
        parts += [f"### {markdown(one['what'])}", _list(cells)]
    return parts


def _tables(tables: Sequence[Mapping[str, Any]], more: Mapping[str, Any] | None, words: Mapping[str, Any]) -> list[str]:
    parts = []
    for one in tables:
        rows = [[row["label"], *(_said(cell, words) for cell in row["cells"])] for row in one["rows"]]
        parts += [markdown(f"{one['place']} ({one['kind']})"), table([words["row"], *one["headings"]], rows)]
    return [*parts, *([markdown(counted(words["more"], more["count"]) + "; ".join(more["whats"]))] if more else [])]


def _said(cell: Mapping[str, Any] | None, words: Mapping[str, Any]) -> str:
    if cell is None:
        return ""
    text = words["hidden"] if cell["text"] is None else cell["text"]
    return str(text) if cell["read"] is None else f"{text} ({fill(words['read_as'], read=cell['read'])})"
