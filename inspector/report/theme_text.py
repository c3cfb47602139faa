"""One theme as text for a terminal: where it stands and why, its findings down to the rows, what to ask, what would raise it."""

from collections.abc import Iterator

from inspector.model.spellings import folded
from inspector.report.argument_view import view
from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import Theme
from inspector.report.lines import wrapped
from inspector.report.standing_words import could_be, standing_word
from inspector.report.text import findings_of, heading
from inspector.report.wording import Words, fill, phrases


def named(document: Document, name: str) -> list[Theme]:
    """The theme of that id; without one, the themes in whose title the words stand, whatever their case."""
    exact = [one for one in document["themes"] if one["theme"] == name]
    words = folded(name)
    return exact or [one for one in document["themes"] if words and words in one["title"].casefold()]


def render(document: Document, name: str, language: str | None = None) -> str:
    """The theme of that id, which the document has, ending in a newline."""
    t = phrases(language)
    (theme,) = (one for one in document["themes"] if one["theme"] == name)
    parts = [[*heading(document), "", *_stands(theme, t)]]
    parts += [findings_of(document, theme)] if theme["findings"] else []
    parts += [lines for lines in _after(document, theme, t) if lines]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _stands(theme: Theme, t: Words) -> list[str]:
    word, range_ = standing_word(theme), could_be(theme, t)
    head = "standing_range" if range_ != word else "standing"
    aside = theme["set_aside"]["says"] if "set_aside" in theme else ""
    says = [one for one in (theme["says"], aside) if one and (one is not aside or one not in theme["says"])]
    return [
        *wrapped(fill(t["text"][head], theme=theme["title"], word=word, range=range_), ""),
        *(line for words in (theme["asks"], *says) for line in wrapped(words, "  ")),
        *(line for one in theme["wanted"] for line in wrapped(f"- {one}", "    ", "      ")),
    ]


def _after(document: Document, theme: Theme, t: Words) -> Iterator[list[str]]:
    """What is asked because of its findings, and what would raise it, each under its heading."""
    asked = {*theme["findings"], f"standing/{theme['theme']}"}
    plan = document.get("fieldwork")
    put = [one for one in plan["enquiries"] if asked & set(one["because"])] if plan else []
    lines: list[str] = []
    for number, one in enumerate(put, 1):
        lines += wrapped(f"{number}. {one['question']} [{', '.join(one['because'])}]", "  ", "     ")
    title = t["sections"]["on_site"].upper()
    yield [title, *lines] if lines else []
    title = t["sections"]["would_change"].upper()
    shown = view(document, t).get("would_change")
    steps = [group for group in shown["steps"] if group["theme"] == theme["theme"]] if shown else []
    told = [
        line
        for group in steps
        for one in group["entries"]
        for line in wrapped(f"- {one['move']} ({one['rule']}): {one['says']}", "  ", "    ")
    ]
    yield [title, *told] if told else []
