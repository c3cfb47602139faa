"""`inspector visit`: plan what is looked at on site, draw it, record what was found, and say what that proves.

One command a file of this folder, each with a click command called `command`; a file is imported only when it is run.
"""

import importlib
from importlib.util import find_spec

import click

COMMANDS = {
    "plan": "Plan a visit: which rows settle the verdict, sealed before anything is drawn.",
    "next": "Draw the rows of the next round from a seed that nobody knew.",
    "sheets": "Write the sheets of a round, which say what to look for and never what the rows say.",
    "record": "Take in filled sheets, or ask row by row what was found.",
    "status": "Say what was found so far, and what that proves.",
    "judge": "Write down your own judgement of a theme, beside the engine's.",
    "answer": "Write down what was answered to a question of the plan.",
    "merge": "Take in what another inspector recorded on the same visit.",
}


class VisitGroup(click.Group):
    """A group that knows its commands by their files, and imports one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of the commands, in the order of a visit."""
        return [name for name in COMMANDS if find_spec(f"{__name__}.{name}")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None when there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"{__name__}.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands in `--help`, without importing any of them."""
        names = self.list_commands(ctx)
        if names:
            with formatter.section("Commands"):
                formatter.write_dl([(name, COMMANDS[name]) for name in names])


@click.group(cls=VisitGroup)
def visit() -> None:
    """Plan a visit, draw its rows, record what was found on site, and say what that proves."""
