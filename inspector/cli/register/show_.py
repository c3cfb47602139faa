"""`inspector register show`: one entry, whole, and what was entered about it."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli.register._options import register_option

if TYPE_CHECKING:
    from inspector.model.register import Entry
    from inspector.register.book import Register


@click.command()
@click.argument("entry")
@register_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--content", metavar="NAME", help="Write what is kept under this name, as it was entered.")
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
def command(entry: str, register: str | None, form: str, content: str | None, output: Path | None) -> int:
    """Show ENTRY: its number, or the first 8 digits, or more, of the root of a submission."""
    from inspector.cli._output import ready, write, write_bytes
    from inspector.cli.register._options import apart
    from inspector.model.words import plain
    from inspector.register import telling
    from inspector.register.book import opened
    from inspector.register.named import where

    place = where(register)
    ready(output, place if "://" not in place else None)
    apart(place, output)
    with opened(place) as book:
        found = book.find(entry)
        about_it = book.entries(about=found.index)
        kept = _content(book, found, content) if content is not None else None
    if kept is not None:
        write_bytes(kept, output)
    elif form == "json":
        write(_json(found, about_it), output, "json")
    else:
        write("".join(f"{plain(one)}\n" for one in telling.whole(found, about_it)), output)
    return 0


def _content(book: "Register", entry: "Entry", name: str) -> bytes:
    from inspector.register.wrong import refused

    found = book.content_of(entry, name)
    if found is None:
        names = ", ".join(one.name for one in entry.contents) or "nothing"
        raise refused("no-such-content", f"entry {entry.index} keeps nothing of that name, but {names}", book.place)
    return found


def _json(entry: "Entry", about_it: "list[Entry]") -> str:
    from inspector.register.entries import canonical

    said = {"entry": json.loads(canonical(entry)), "about_it": [json.loads(canonical(one)) for one in about_it]}
    return json.dumps(said, indent=1, ensure_ascii=False) + "\n"
