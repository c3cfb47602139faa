"""The argument about a verdict as text for a terminal."""

from collections.abc import Callable, Mapping
from typing import Any

from inspector.model.inspection import Inspection
from inspector.report.argument import argued
from inspector.report.argument_view import PARTS, ended, view
from inspector.report.lines import wrapped
from inspector.report.wording import LANGUAGE, fill, phrases

Part = Mapping[str, Any]
Words = Mapping[str, Any]


def argument_text(inspection: Inspection, language: str = LANGUAGE) -> dict[str, str]:
    """The sections of the argument by name, in order, each under its heading; none where nothing was argued."""
    if inspection.argument is None:
        return {}
    t = phrases(language)
    themes = [{"theme": theme.theme, "title": theme.title} for theme in inspection.themes]
    shown = view({"themes": themes, **argued(inspection.argument)}, t)
    return {
        name: "\n".join([t["sections"][name].upper(), *_LINES[name](shown[name], t[name])])
        for name in PARTS
        if name in shown
    }


def _case_against(part: Part, _: Words) -> list[str]:
    lines = wrapped(part["intro"], "  ")
    for group in part["groups"]:
        lines += ["", f"  {group['title']}:"]
        for one in group["entries"]:
            lines += wrapped(f"- {one['says']}{_names(one['about'])}", "    ", "      ")
    return lines


def _would_change(part: Part, words: Words) -> list[str]:
    lines = wrapped(part["settled"], "  ") if part["settled"] else []
    if part["flips"]:
        lines += ["", f"  {words['flips']}:", *wrapped(words["flips_intro"], "  ")]
    for flip in part["flips"]:
        lines += wrapped(f"- {flip['without']}: {flip['verdict']}, {flip['row']}. {flip['says']}", "    ", "      ")
    if part["steps"]:
        lines += ["", f"  {words['steps']}:", *wrapped(words["steps_intro"], "  ")]
    for theme in part["steps"]:
        for one in theme["entries"]:
            lines += wrapped(f"- {theme['title']}, {one['move']}, {one['rule']}: {one['says']}", "    ", "      ")
    return lines if lines[0] else lines[1:]


def _not_performance(part: Part, _: Words) -> list[str]:
    lines = wrapped(f"{part['intro']} {part['count']}", "  ")
    for one in part["reasons"]:
        head = f"{one['mark'].upper()}: {one['title']}. {one['says']}"
        lines += wrapped(f"- {head}{_names(one['about'])}", "    ", "      ")
    return lines


def _fields(fields: Any, words: Words) -> list[str]:
    lines = wrapped(words["intro"], "  ")
    for field in fields:
        lines += ["", *wrapped(field["title"], "  "), *wrapped(field["says"], "    ")]
        some = [_part(part, words) for part in field["some"]]
        for head, parts in ((words["some_head"], some), (words["none_head"], field["none"])):
            lines += wrapped(f"{head}: {'; '.join(parts)}.", "    ", "      ") if parts else []
    return lines


def _part(part: Part, words: Words) -> str:
    examples = ", ".join(part["examples"])
    return fill(
        words["among" if examples else "alone"], title=part["title"], count=part["activities"], examples=examples
    )


def _fieldwork(plan: Part, words: Words) -> list[str]:
    lines = wrapped(words["intro"], "  ")
    for number, one in enumerate(plan["enquiries"], 1):
        lines += wrapped(f"{number}. {one['question']}{_names(one['because'])}", "  ", "     ")
        moves = f" {words['moves']}: {ended(one['moves'])}" if one["moves"] else ""
        lines += wrapped(f"{one['ask']}{moves}".strip(), "     ") if one["ask"] or moves else []
    if plan["samples"]:
        lines += ["", f"  {words['samples']}:"]
    for one in plan["samples"]:
        lines += wrapped(f"- {one['head']}. {one['says']}", "    ", "      ")
        lines += wrapped(f"{words['ids']}: {', '.join(one['ids'])}.", "      ") if one["ids"] else []
    return lines + (wrapped(plan["seed"], "    ") if plan["seed"] else [])


def _names(names: list[str]) -> str:
    return f" [{', '.join(names)}]" if names else ""


_LINES: Mapping[str, Callable[[Any, Words], list[str]]] = {
    "case_against": _case_against,
    "would_change": _would_change,
    "not_performance": _not_performance,
    "fields": _fields,
    "fieldwork": _fieldwork,
}
