"""A verdict told in text: on one screen, in full, one theme of it, or one part."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli._shown import Shown
from inspector.cli._terminal import as_shown, look

if TYPE_CHECKING:
    from inspector.judging.settling import Workings
    from inspector.report.document.shape import Document
    from inspector.report.screen.lines import Line
    from inspector.report.screen.look import Look
    from inspector.report.wording import Words


def tell(
    workings: "Workings", shown: Shown, seed: str, register: str | None, language: str, output: Path | None
) -> None:
    """Print it, or write it to a file. Raises `click.BadParameter` for a theme that the framework has not."""
    from inspector import arguing, clock
    from inspector.cli._output import write_lines, write_long
    from inspector.replying import with_replies_from
    from inspector.report import in_language
    from inspector.report.document.make import document
    from inspector.report.lines import problem_lines
    from inspector.report.wording import phrases, speaking

    found = arguing.with_argument(workings, seed)
    seen = look(output)
    with clock.phase("writing the report"):
        made = with_replies_from(register, document(found), workings.hide)
        made = in_language(made, language, workings.rulebook.framework)
        with speaking(language):
            if shown == Shown():
                lines = _screen(as_shown(made, output), seen, as_shown(phrases(language), output))
            else:
                text = _told(made, problem_lines(found.problems), shown, seen, language)
    if shown == Shown():
        write_lines(lines, output, seen)
    else:
        write_long(text, output)


def _screen(document: "Document", seen: "Look", t: "Words") -> "list[Line]":
    from inspector.report.screen.render import screen

    return screen(document, seen, t)


def _told(document: "Document", remarks: list[str], shown: Shown, seen: "Look", language: str) -> str:
    from inspector.report.lines import WIDTH, folded_at
    from inspector.report.text import one_part, render

    with folded_at(seen.full(WIDTH)):
        if shown.section is not None:
            return one_part(document, remarks, shown.section)
        if shown.theme is not None:
            return _theme(document, shown.theme, language)
        return render(document, remarks)


def _theme(document: "Document", name: str, language: str) -> str:
    from inspector.report.theme_text import named, render

    found = named(document, name)
    if len(found) != 1:
        from inspector.model.words import short

        known = ", ".join(one["theme"] for one in found or document["themes"])
        said = "names more than one theme" if found else "is no theme here"
        raise click.BadParameter(f"'{short(name)}' {said}. There are: {known}.", param_hint="'--theme'")
    return render(document, found[0]["theme"], language)
