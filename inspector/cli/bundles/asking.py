"""Questions on a terminal, and whether there is one."""

import sys
from typing import TYPE_CHECKING

import click

from inspector.model.words import plain

if TYPE_CHECKING:
    from inspector.packing.questions import Question


def on_a_terminal() -> bool:
    """Whether somebody sits there who can be asked."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: "Question") -> str:
    """The answer to a question: a choice by its number or its words, or for an optional one nothing."""
    click.echo("")
    click.echo(plain(question.text) + (f" ({plain(question.why)})" if question.why else ""))
    for number, choice in enumerate(question.choices, 1):
        click.echo(f"  {number:>2}  {plain(choice)}")
    if question.free:
        click.echo("   =  one value for all rows, as: = North")
    default = question.proposed or (None if question.required else "none")
    return str(click.prompt("  answer", default=default, value_proc=lambda said: _read(question, said)))


def _read(question: "Question", said: str) -> str:
    text = str(said).strip()
    if text.isdecimal() and 0 < int(text) <= len(question.choices) and text not in question.choices:
        return question.choices[int(text) - 1]
    if not question.required and text == "none":
        return text
    found = question.read(text)
    if not found:
        raise click.UsageError("a day as 2025-03-31" if question.day else "one of the numbers, or the words behind one")
    return found
