"""The argument about a verdict as text for a terminal."""

from collections.abc import Sequence

from inspector.report.argument_shown import CaseAgainst, Field, Fieldwork, NotPerformance, WouldChange
from inspector.report.argument_view import each, shown_beside, view
from inspector.report.document.shape import Document
from inspector.report.document.shape.argument import FieldPart
from inspector.report.lines import wrapped
from inspector.report.wording import Words, counted, fill, phrases


def argument_text(document: Document, language: str | None = None) -> dict[str, str]:
    """The sections of the argument by name, in order, each under its heading; none where nothing was argued."""
    t = phrases(language)
    said = each(
        view(document, t),
        t,
        case_against=_case_against,
        would_change=_would_change,
        not_performance=_not_performance,
        fields=_fields,
        fieldwork=_fieldwork,
    )
    return {name: "\n".join([t["sections"][name].upper(), *lines]) for name, lines in said.items()}


def _case_against(part: CaseAgainst, _: Words) -> list[str]:
    lines = wrapped(part["intro"], "  ")
    for group in part["groups"]:
        lines += ["", f"  {group['title']}:"]
        for one in group["entries"]:
            lines += wrapped(f"- {one['says']}{_names(one['about'], one['more'])}", "    ", "      ")
    return lines


def _would_change(part: WouldChange, words: Words) -> list[str]:
    lines = wrapped(part["margin"], "  ") if part["margin"] else []
    lines += ["", f"  {words['flips']}:", *wrapped(words["flips_intro"], "  ")] if part["flips"] else []
    for flip in part["flips"]:
        lines += wrapped(f"- {flip['without']}: {flip['verdict']}, {flip['by']}.", "    ", "      ")
    lines += wrapped(part["settled"], "  ") if part["settled"] else []
    if part["steps"]:
        lines += ["", f"  {words['steps']}:", *wrapped(words["steps_intro"], "  ")]
    for theme in part["steps"]:
        for one in theme["entries"]:
            lines += wrapped(f"- {theme['title']}, {one['move']} ({one['rule']}): {one['says']}", "    ", "      ")
    return lines if lines[0] else lines[1:]


def _not_performance(part: NotPerformance, _: Words) -> list[str]:
    lines = wrapped(f"{part['intro']} {part['count']}", "  ")
    for one in part["reasons"]:
        head = f"{one['mark'].upper()}: {one['title']}. {one['says']}"
        lines += wrapped(f"- {head}{_names(one['about'], one['more'])}", "    ", "      ")
    return lines


def _fields(fields: Sequence[Field], words: Words) -> list[str]:
    lines = wrapped(words["intro"], "  ")
    for field in fields:
        lines += ["", *wrapped(field["title"], "  "), *wrapped(field["says"], "    ")]
        for part in field["parts"]:
            lines += wrapped(_part(part, words), f"    {shown_beside(part, words):>15}  ", " " * 21)
    return lines


def _part(part: FieldPart, words: Words) -> str:
    examples = fill(words["among"], examples=", ".join(part["examples"])) if part["examples"] else ""
    aside = counted(words["aside"], part["aside"]) if part.get("aside") else ""
    more = "; ".join(one for one in (examples, aside) if one)
    return f"{part['title']} ({more})" if more else part["title"]


def _fieldwork(plan: Fieldwork, words: Words) -> list[str]:
    lines = wrapped(words["intro"], "  ")
    for group in plan["enquiries"]:
        lines += ["", *(wrapped(group["head"], "  ") if group["head"] else [])]
        for one in group["entries"]:
            asked = f"{one['number']}. {one['question']}{_names(one['because'], one['more'])}"
            lines += wrapped(asked, "    ", "       ")
    if plan["samples"]:
        lines += ["", f"  {words['samples']}:"]
    for sample in plan["samples"]:
        lines += wrapped(f"- {sample['head']}. {sample['says']}", "    ", "      ")
        lines += wrapped(f"{words['ids']}: {', '.join(sample['ids'])}.", "      ") if sample["ids"] else []
    return lines + (wrapped(plan["seed"], "    ") if plan["seed"] else [])


def _names(names: Sequence[str], more: str) -> str:
    return f" [{', '.join(names)}{' ' if more else ''}{more}]" if names else ""
