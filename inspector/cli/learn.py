"""`inspector learn`: small tests that were followed by gains that held, in other places that agreed to be asked."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from inspector.cli._watching import shown

if TYPE_CHECKING:
    from inspector.learning.library import Library
    from inspector.model.register import Entry
    from inspector.register.book import Register


@click.command()
@click.argument("register", metavar="REGISTER", envvar="INSPECTOR_REGISTER")
@click.option(
    "--measure", default="", metavar="ID", help="Of this measure alone, by its name in the framework or in a log."
)
@click.option("--leave-out", metavar="AUTHORITY", help="Say nothing of this authority: what others did is wanted.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
@shown
def learn(register: str, measure: str, leave_out: str | None, form: str, output: Path | None) -> int:
    """Say which small tests of others were followed by gains that held, how sure that is, and whom to ask.

    REGISTER holds their results. Only authorities whose last submission agrees (`learning` in the manifest) are read and named.
    Listed by measure and by what was tried.
    """
    from inspector.cli._output import ready, write
    from inspector.learning.library import library
    from inspector.register.book import opened

    ready(output, register if "://" not in register else None)
    with opened(register) as book, book.snapshot():
        agreed, others = _agreed(book, leave_out)
        found = library(_documents(book, agreed), others, measure)
    if measure and not found.tried:
        raise click.UsageError(_unknown(found))
    write(_rendered(found, form), output, form)
    return 0


def _agreed(book: "Register", leave_out: str | None) -> "tuple[dict[str, Entry], int]":
    """The last result of each authority that agrees now, and how many authorities have none or do not agree."""
    from inspector.register.entries import known_as

    submissions = book.entries(kind="submission")
    last = {known_as(one.authority): one for one in submissions}
    if leave_out is not None:
        last.pop(known_as(leave_out), None)
    # The last word counts, and a result of a submission that did not agree yet stays unread.
    agree = {name for name, one in last.items() if _agrees(one)}
    of = {one.index for one in submissions if _agrees(one)}
    results = {known_as(one.authority): one for one in book.entries(kind="result") if of & {*one.about}}
    found = {name: results[name] for name in sorted(agree) if name in results}
    return found, len(last) - len(found)


def _agrees(submission: "Entry") -> bool:
    return getattr(submission.body, "learning", False) is True


def _documents(book: "Register", results: "dict[str, Entry]") -> Iterator[Any]:
    """The results one after the other, each held to its schema."""
    import json

    for entry in results.values():
        data = book.content_of(entry, "result.json")
        if data is not None:
            yield json.loads(data)


def _unknown(found: "Library") -> str:
    import difflib

    from inspector.model.words import short

    said = f"no authority that agreed has tests that name {short(found.measure)!r}."
    near = difflib.get_close_matches(found.measure, found.known, n=1)
    if near:
        return f"{said} Did you mean {near[0]!r}?"
    return f"{said} There is: {', '.join(map(short, found.known[:40]))}" if found.known else said


def _rendered(found: "Library", form: str) -> str:
    from inspector.learning.document import document, paragraphs
    from inspector.report.harmless import json_safe
    from inspector.report.lines import wrapped

    if form == "json":
        import json

        return json_safe(json.dumps(document(found), indent=2, sort_keys=True, ensure_ascii=False)) + "\n"
    lines = [line for start, text in paragraphs(found) for line in (wrapped(text, start) if text else [""])]
    return "\n".join(lines).rstrip("\n") + "\n"
