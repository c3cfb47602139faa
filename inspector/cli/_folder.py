"""A group of commands that are the files of a folder: known by name, and imported only to be run."""

import importlib
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

import click

from inspector.cli._examples import with_examples


class FolderGroup(click.Group):
    """The commands of a folder. Each is a file with a click command called `command`, named as the command and `suffix`.

    `commands` are their names, in the order of their use, with what the list in `--help` says of each.
    """

    def __init__(self, *args: Any, folder: str, commands: Mapping[str, str], suffix: str = "", **others: Any) -> None:
        super().__init__(*args, **others)
        self._folder, self._said, self._suffix = folder, commands, suffix

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of the commands, in the order of their use."""
        return [name for name in self._said if find_spec(self._module(name))]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None when there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(self._module(cmd_name)).command
        return with_examples(command, f"{self.name} {cmd_name}")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands in `--help`, without importing any of them."""
        names = self.list_commands(ctx)
        if names:
            with formatter.section("Commands"):
                formatter.write_dl([(name, self._said[name]) for name in names])

    def _module(self, name: str) -> str:
        return f"{self._folder}.{name}{self._suffix}"
