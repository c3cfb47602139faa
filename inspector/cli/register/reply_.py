"""`inspector register reply`: what the authority says of a finding, and what the inspector decided."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from inspector.cli.register._options import key_option, register_option

if TYPE_CHECKING:
    from inspector.cli.register._hiding import Hide
    from inspector.model.history import Decision
    from inspector.model.register import Entry
    from inspector.register.book import Register
    from inspector.register.entries import Draft


@click.group()
def command() -> None:
    """Enter what the authority says of a finding, and what the inspector decided."""


Command = TypeVar("Command", bound=Callable[..., Any])


def _text_options(says: str, by: str) -> Callable[[Command], Command]:
    options = [
        click.option("--says", metavar="TEXT", help=f"{says} Or --from a file."),
        click.option("--from", "file", type=click.Path(path_type=Path), help="A text file in UTF-8 that says it."),
        click.option("--by", required=True, metavar="NAME", help=by),
        click.option(
            "--bundle",
            type=click.Path(path_type=Path),
            help="The bundle: what it has in private columns is hidden in the text.",
        ),
        click.option("--as-written", is_flag=True, help="You have read the text, and it names no child and no worker."),
    ]

    def with_options(function: Command) -> Command:
        for option in reversed(options):
            function = option(function)
        return function

    return with_options


@command.command("add", short_help="Enter what the authority says of a finding, or of an inspection as a whole.")
@click.argument("inspection", metavar="ENTRY")
@click.option("--finding", metavar="ID", help="Of which finding. Without one it is of the inspection as a whole.")
@_text_options("What the authority says: is the finding right as to the facts?", "Who says so for the authority.")
@register_option
@key_option
def add(
    inspection: str,
    finding: str | None,
    says: str | None,
    file: Path | None,
    by: str,
    bundle: Path | None,
    as_written: bool,
    register: str | None,
    key: Path | None,
) -> int:
    """Enter what the authority says of the inspection in ENTRY (a number; of a submission its last inspection is meant)."""
    from inspector.cli.register._entering import enter, say

    text, hiding = _text(says, file), Hiding(bundle, as_written)

    def draft(book: "Register") -> "Draft":
        from inspector.register.replies import reply_to

        result = result_meant(book, inspection)
        return hiding.hidden(book, result, reply_to(result, findings_of(book, result), finding, text, by))

    entry, place = enter(register, key, draft)
    of = f"of {finding}" if finding else "of the whole"
    say(
        entry,
        place,
        f"what {entry.authority} says {of}, to the inspection in entry {entry.about[0]}.{_told(entry, text)}",
    )
    return 0


@command.command("decide", short_help="Enter what the inspector decided on a reply, and why.")
@click.argument("reply", metavar="ENTRY")
@click.option(
    "--decision",
    required=True,
    type=click.Choice(["upheld", "partly-upheld", "not-upheld"]),
    help="Whether what the authority says is upheld: it is right, in part, or the finding stands as it is.",
)
@_text_options("Why it was decided so.", "The inspector who decided.")
@register_option
@key_option
def decide(
    reply: str,
    decision: str,
    says: str | None,
    file: Path | None,
    by: str,
    bundle: Path | None,
    as_written: bool,
    register: str | None,
    key: Path | None,
) -> int:
    """Enter what the inspector decided on the reply in ENTRY, its number. Of several decisions the last stands."""
    from inspector.cli.register._entering import enter, say

    text, hiding = _text(says, file), Hiding(bundle, as_written)

    def draft(book: "Register") -> "Draft":
        from inspector.register.replies import decided_on

        found = book.find(reply)
        others = book.entries(kind="reply", about=found.index)
        checked = decided_on(found, cast("Decision", decision), text, by, others)
        return hiding.hidden(book, book.entry(found.about[0]), checked)

    entry, place = enter(register, key, draft)
    say(entry, place, f"the reply in entry {entry.about[0]} is {decision.replace('-', ' ')}.{_told(entry, text)}")
    return 0


def result_meant(book: "Register", text: str) -> "Entry":
    """The entry of that number or root; of a submission its last inspection. Raises CannotComplete where there is none."""
    from inspector.register.wrong import refused

    found = book.find(text)
    if found.kind != "submission":
        return found
    results = book.entries(kind="result", about=found.index)
    if not results:
        message = f"submission {found.index} has no inspection in the register"
        raise refused("reply-to-no-result", message, book.place, "enter it first: `inspector register result add`")
    return results[-1]


def findings_of(book: "Register", result: "Entry") -> list[str]:
    """The ids of the findings that an inspection makes; none where the entry is no inspection."""
    import json

    from inspector.register.results import RESULT

    found = book.content_of(result, RESULT)
    return [one["id"] for one in json.loads(found)["findings"]] if found else []


class Hiding:
    """What hides private values in a text; the bundle is read once, however often it is asked."""

    def __init__(self, bundle: Path | None, as_written: bool) -> None:
        self._bundle, self._as_written = bundle, as_written
        self._hide: Hide | None = None

    def hidden(self, book: "Register", result: "Entry", draft: "Draft") -> "Draft":
        """The draft of a reply to a result, or of a decision on one, as it may be entered. Raises CannotComplete."""
        from dataclasses import replace

        from inspector.cli.register._hiding import hide_for

        if self._hide is None:
            self._hide = hide_for(book, book.entry(result.about[0]), self._bundle, as_written=self._as_written)
        body: Any = draft.body
        told = {"says": self._hide(body.says), "by": self._hide(body.by)}
        return replace(draft, body=body.model_copy(update=told))


def _told(entry: "Entry", text: str) -> str:
    """A sentence where something of the text was hidden."""
    body: Any = entry.body
    return " What stands in a private column of the bundle is not repeated in it." if body.says != text.strip() else ""


def _text(says: str | None, file: Path | None) -> str:
    if (says is None) == (file is None):
        raise click.UsageError("Give --says TEXT, or --from FILE.")
    if says is not None:
        return says
    from inspector import files
    from inspector.register.wrong import refused

    assert file is not None
    try:
        return files.data(file, "record-bytes").decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refused("reply-text", "it is no text in UTF-8", str(file)) from None
    except OSError as failure:
        raise refused("reply-text", failure.strerror or "it cannot be read", str(file)) from None
