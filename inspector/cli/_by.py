"""By which framework a command reads a bundle: rows may have words of a framework's own beside ours."""

import os
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from inspector.model.own_words import Asked

VARIABLE = "INSPECTOR_FRAMEWORK"
words_of = click.option(
    "--framework",
    metavar="ID|PATH",
    envvar=VARIABLE,
    help="Rows may have words of this framework's own. Default: what the bundle names, else munro.",
)
"""The option of commands that read rows and judge nothing."""


def by(framework: str | None = None) -> "Asked":
    """That framework, else the one that the environment names, else the one of the bundle."""
    from inspector.framework.read_by import read_by

    return read_by(framework or os.environ.get(VARIABLE) or None)
