"""`inspector register history`: the submissions and inspections of one authority over time."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli.register._options import apart, register_option

if TYPE_CHECKING:
    from inspector.model.history import History
    from inspector.model.register import Entry
    from inspector.register.book import Register


@click.command("history")
@click.argument("authority")
@click.option(
    "--format", "form", type=click.Choice(["text", "html", "docx", "pdf", "json"]), default="text", show_default=True,
    help="html is one file to print or mail; docx and pdf are for case files.",
)  # fmt: skip
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw with plain ASCII characters.")
@click.option(
    "--language",
    default="en-GB",
    show_default=True,
    envvar="INSPECTOR_LANGUAGE",
    help="Of the page's own phrases (html, docx, pdf).",
)
@register_option
def command(
    authority: str, form: str, output: Path | None, ascii_only: bool, language: str, register: str | None
) -> int:
    """Show what a register has of AUTHORITY: submissions, inspections, visits, replies, and where every theme stood over time.

    The name is looked up blind to case and spaces. Nothing here ranks anybody.
    """
    from inspector.cli import _paper
    from inspector.cli._output import ready
    from inspector.register.named import where
    from inspector.report.history import render

    place = where(register)
    ready(output, None if "://" in place else place)
    apart(place, output)
    _paper.ready(form, output)
    found = _history(place, authority)
    plain = ascii_only or (output is None and not _unicode())
    _paper.put(render(found, _paper.laid_out(form), ascii_only=plain, language=language), output, form, language)
    return 0


def _history(place: str, authority: str) -> "History":
    from inspector.register.book import opened
    from inspector.register.histories import history
    from inspector.register.wrong import refused

    with opened(place) as book, book.snapshot():
        entries = book.entries(authority=authority)
        close = _close(book, authority)
        if not entries:
            fix = (
                f"did you mean {' or '.join(repr(name) for name, _ in close)}?"
                if close
                else "`inspector register list`"
            )
            raise refused("no-such-authority", f"there is nothing of {authority[:200]!r} in it", book.place, fix)
        checkpoint = book.checkpoint()
        name = entries[-1].authority
        return history(name, entries, _titles(book, entries), close, checkpoint.origin if checkpoint else "")


def _close(book: "Register", authority: str) -> list[tuple[str, int]]:
    """The names that are spelt nearly so, as the last entry of each has them, with how many entries there are."""
    from inspector.register.entries import known_as
    from inspector.register.near import near

    names = {name: (many, last) for name, many, last in book.names()}
    found = near(known_as(authority), names)
    return [(book.entry(names[name][1]).authority, names[name][0]) for name in found]


def _titles(book: "Register", entries: "list[Entry]") -> dict[tuple[str, str], str]:
    """The titles of the themes, from the last result by each framework; a theme that is gone since is called by its id."""
    import json

    from inspector.register.results import RESULT

    last = {one.body.framework: one for one in entries if one.kind == "result"}  # type: ignore[union-attr]
    titles = {}
    for framework, one in last.items():
        found = book.content_of(one, RESULT)
        themes = json.loads(found)["themes"] if found else ()
        titles.update({(framework, theme["theme"]): theme["title"] for theme in themes})
    return titles


def _unicode() -> bool:
    return (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "") in ("utf8", "utf8sig", "cp65001")
