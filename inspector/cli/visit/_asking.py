"""A row asked for on a terminal or through a pipe: what to look for, what was seen, what was found, a note."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from inspector.model.visits import Claim, Framed, Seen
from inspector.model.words import plain

if TYPE_CHECKING:
    from inspector.proof.asks import Ask

STOP, LATER = ("q", "quit", "stop"), ("", "l", "later", "skip")


class Stopped(Exception):
    """Somebody wants to stop, or nothing more comes through the pipe: what was answered of the row is left out."""


class Said(NamedTuple):
    """What was said of a row; `seen` is None where it is to be looked at later."""

    seen: Seen | None
    found: tuple[tuple[str, str], ...] = ()
    note: str = ""


def ask(row: Framed, claim: Claim, asks: "Sequence[Ask]") -> Said:
    """Ask for one row. Raises Stopped, and a usage error for an answer through a pipe that cannot be understood."""
    from inspector.proof.asks import kind_of
    from inspector.proof.sheets import FINDS

    click.echo(f"\n{row.key}  ({plain(row.whom)})")
    for name, text in row.find.items():
        if (name == "indicator" and row.find.get("title")) or (name == "team" and text == row.whom):
            continue
        click.echo(f"  {FINDS.get(name, name.replace('_', ' '))}: {plain(text)}")
    click.echo(f"  {kind_of(claim.evidence, claim.unit).do}")
    seen, note = _seen(row.key)
    if seen is None:
        return Said(None)
    looked = seen in ("seen", "partly")
    found = tuple((one.field, text) for one in asks if looked and (text := _found(row.key, one)))
    return Said(seen, found, "; ".join(part for part in (note, _line("  note: ")) if part))


def _seen(key: str) -> tuple[Seen | None, str]:
    from inspector.proof.seen_words import answer_and_note, why_not

    while True:
        text = _line("  seen, partly, not seen, could not look (Enter: later, q: stop): ")
        if text.casefold() in LATER:
            return None, ""
        seen, note = answer_and_note(text)
        if seen:
            return seen, note
        if seen == "":
            return None, ""
        _again(key, f"that is not taken for an answer: {why_not(text)}")


def _found(key: str, one: "Ask") -> str:
    """What was found of a field; empty where nothing was."""
    from inspector.proof.answers import normal, sort_of

    choices = f" ({', '.join(word for word, _ in one.choices)})" if one.choices else ""
    while True:
        text = _line(f"  {one.label}{choices}: ")
        if not text or not one.compared or normal(one.field, text) is not None:
            return text
        _again(key, f"that is no {sort_of(one.field)} that can be read")


def _again(key: str, why: str) -> None:
    """Ask once more; through a pipe the answers that follow would be taken for others, and nothing more is read."""
    if not sys.stdin.isatty():
        raise click.UsageError(f"{key}: {why}. What came before it is recorded.")
    click.echo(f"  {why[0].upper()}{why[1:]}.")


def _line(prompt: str) -> str:
    if sys.stdin is None:
        raise Stopped
    click.echo(prompt, nl=False)
    sys.stdout.flush()
    text = sys.stdin.readline()
    if not sys.stdin.isatty():
        click.echo("")
    if not text or text.strip().casefold() in STOP:
        raise Stopped
    return text.strip()
