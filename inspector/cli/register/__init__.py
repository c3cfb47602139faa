"""`inspector register`: what was submitted, found and answered when, in a log that nobody can alter unseen.

One command a file of this folder, each with a click command called `command`; a file is imported only when it is run.
"""

import click

from inspector.cli._folder import FolderGroup

COMMANDS = {
    "key": "Make the key that a register's checkpoints are signed with, or show its public part.",
    "add": "Enter a sealed bundle, and write the receipt for whoever submitted it.",
    "list": "List the entries: when, what, of whom.",
    "show": "Show one entry, whole, and what was entered about it.",
    "history": "Show the submissions and inspections of one authority over time.",
    "result": "Enter an inspection of a submission.",
    "visit": "Enter what a visit found.",
    "reply": "Enter what the authority says of a finding, and what the inspector decided.",
    "correct": "Say what is wrong in an entry; the entry stays.",
    "judge": "Judge earlier submissions again by another framework or this version, and say what changes and by which rule.",
    "receipt": "Write the receipt of an entry again, with what was co-signed and stamped since.",
    "check": "Check that everything in a register still fits: entries, tree, signatures, contents.",
    "checkpoint": "Write the signed checkpoint; sign another's beside them; attach a time stamp.",
    "export": "Write the whole register as one file that an archive can open.",
    "import": "Make a register from such a file, checked as it is read.",
}


@click.group(cls=FolderGroup, folder=__name__, commands=COMMANDS, suffix="_")
def register() -> None:
    """What was submitted, found and answered when, in a log that nobody can alter unseen.

    The first `add` makes the register, and the key that signs for it. From then on a submission costs one command.

    \b
    inspector bundle seal county
    inspector register add county --register submissions.db
    inspector assess county --register submissions.db
    """
