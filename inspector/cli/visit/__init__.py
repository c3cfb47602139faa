"""`inspector visit`: plan what is looked at on site, draw it, record what was found, and say what that proves.

One command a file of this folder, each with a click command called `command`; a file is imported only when it is run.
"""

import click

from inspector.cli._folder import FolderGroup

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


@click.group(cls=FolderGroup, folder=__name__, commands=COMMANDS)
def visit() -> None:
    """Plan a visit, draw its rows, record what was found on site, and say what that proves."""
