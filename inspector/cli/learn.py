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
    if not found.agreed or (measure and not found.tried):
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


AGREEING = (
    'An authority agrees by `"learning": {"ask": "whom others can ask"}` in the manifest of its last submission; '
    "a result of that has to be entered as well."
)


def _unknown(found: "Library") -> str:
    """Why nothing can be said of a measure, and of which it could be."""
    import difflib

    from inspector.model.words import agree, short

    if not found.agreed:
        return f"Nothing can be learned from this register: no result in it is of an authority that agrees. {AGREEING}"
    one = agree(
        found.agreed, "The one authority that agreed has", f"None of the {found.agreed} authorities that agreed has"
    )
    no = agree(found.agreed, "no tests", "tests")
    near = difflib.get_close_matches(found.measure, found.known, n=1)
    meant = f" Did you mean {near[0]!r}?" if near else ""
    there = f" There are tests for: {', '.join(map(short, found.known[:60]))}." if found.known else ""
    return f"{one} {no} that name {short(found.measure)!r}.{meant}{there}"


def _rendered(found: "Library", form: str) -> str:
    from inspector.learning.document import document, paragraphs
    from inspector.report.harmless import json_safe
    from inspector.report.lines import wrapped

    if form == "json":
        import json

        return json_safe(json.dumps(document(found), indent=2, sort_keys=True, ensure_ascii=False)) + "\n"
    lines = [line for start, text in paragraphs(found) for line in (wrapped(text, start) if text else [""])]
    return "\n".join(lines).rstrip("\n") + "\n"
