"""`inspector framework`: what authors of frameworks run, from the first file to what a change would do.

One command a file of this folder, each with a click command called `command`; a file is imported only when it is run.
"""

import click

from inspector.cli._folder import FolderGroup

COMMANDS = {
    "list": "List the frameworks that ship with Inspector, and those that plugins bring.",
    "show": "Show a framework in words: its question, themes, rules and decision table.",
    "facts": "List what rules may speak of: every signal and probe, each field with its role, unit and range.",
    "new": "Begin a framework: files with a first rule, its cases and what an editor needs to complete fields.",
    "fmt": "Lay out the files of a framework in one way, comments kept.",
    "check": "Check frameworks: structure, names, types, lints, their own test cases.",
    "test": "Run a framework's own cases, and say what of its rules they cover.",
    "mutate": "Change one thing of a framework at a time and say which changes its cases do not notice.",
    "prove": "Ask of the rules and the decision table what holds of all evidence, with a witness where it does not.",
    "diff": "Say in words what differs between two frameworks, with a witness for each difference.",
    "replay": "Judge stored results anew by another framework: who is judged otherwise, and by which edit.",
    "calibrate": "Say how often each rule and verdict comes about for honest, still, declining and gamed services.",
}


@click.group(cls=FolderGroup, folder=__name__, commands=COMMANDS, suffix="_")
def framework() -> None:
    """Write, check, test and compare frameworks of rules."""
