"""`inspector register result`: inspections of submissions, entered as `inspector assess --format json` wrote them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli.register._options import key_option, register_option

if TYPE_CHECKING:
    from inspector.register.book import Register
    from inspector.register.entries import Draft
    from inspector.report.document.shape import Document


@click.group()
def command() -> None:
    """Enter an inspection of a submission."""


@command.command("add", short_help="Enter what `inspector assess --format json` wrote of a bundle in the register.")
@click.argument("result", type=click.Path(path_type=Path))
@click.option(
    "--framework",
    metavar="ID|PATH",
    help="The framework that it was judged by, where that is none of those shipped: the result is held to its rules.",
)
@register_option
@key_option
def add(result: Path, framework: str | None, register: str | None, key: Path | None) -> int:
    """Enter RESULT, a file that `inspector assess --format json` wrote of a bundle whose root is in the register.

    It is held to its schema, to what the submission says, and, where its framework is at hand, to its own facts: findings,
    standings and verdict that do not follow from them are refused. Nothing is entered then.
    """
    from inspector import files
    from inspector.cli.register._entering import enter, say
    from inspector.model.assurance import said
    from inspector.report.stored import read

    document = read(result)
    data = files.data(result, "result-bytes")
    held = hold_to_rules(document, framework, result)
    entry, place = enter(register, key, draft(document, data, held=held))
    body = entry.body
    told = said(body.verdict, body.assurance)  # type: ignore[union-attr]
    say(entry, place, f"{told}, an inspection of submission {entry.about[0]} of {entry.authority}.")
    return 0


def draft(document: "Document", data: bytes, *, held: bool = False) -> "Callable[[Register], Draft]":
    """What makes the entry of a result from a register. `held`: it follows from its own facts."""

    def made(book: "Register") -> "Draft":
        from inspector.register.results import draft_of

        root, authority = document["bundle"].get("root"), document["bundle"]["authority"]
        of_root = book.entries(kind="submission", root=root) if root else []
        submissions = of_root or book.entries(kind="submission", authority=authority)
        results = book.entries(kind="result", about=of_root[0].index) if of_root else []
        return draft_of(document, data, submissions, results, held=held)

    return made


def hold_to_rules(document: "Document", framework: str | None, result: Path) -> bool:
    """Whether a result follows from its own facts; where nobody can tell, that is said. Raises where it does not."""
    from inspector.judging import rulebooks
    from inspector.model.problems import CannotComplete, Problem, Where
    from inspector.report.by_its_rules import faults
    from inspector.version import __version__

    named, digest = document["framework"]["id"], document["framework"]["digest"]
    try:
        rulebook = rulebooks.load(framework or named)
    except CannotComplete:
        if framework is not None:
            raise
        rulebook = None
    if framework is not None and rulebook is not None and rulebook.framework.digest != digest:
        raise _another_framework(framework, digest, rulebook.framework.digest)
    if rulebook is None or rulebook.framework.digest != digest or document["engine"]["version"] != __version__:
        _not_held(
            named, digest, document["engine"]["version"], rulebook is not None and rulebook.framework.digest == digest
        )
        return False
    where = Where(file=str(result))
    if wrong := faults(document, rulebook):
        fix = "assess the bundle again, and give what that writes"
        raise CannotComplete(
            [Problem(rule="result-altered", level="error", where=where, message=one, fix=fix) for one in wrong[:5]]
        )
    return True


def _another_framework(framework: str, wanted: str, found: str) -> Exception:
    from inspector.register.wrong import refused

    message = f"the result was judged by the rules {wanted[:12]}…, and this framework has {found[:12]}…"
    return refused("another-framework", message, framework, "give the framework as it was then")


def _not_held(named: str, digest: str, engine: str, same_rules: bool) -> None:
    from inspector.model.words import plain

    why = (
        f"it was judged by Inspector {engine}, and this is another version"
        if same_rules
        else f"the framework {named} with the digest {digest[:12]}… is not at hand (--framework PATH names it)"
    )
    click.echo(plain(f"The result is not held to its own rules: {why}."), err=True)
