"""An example of every command, as its help prints it: a story in this order, which a test runs from its begin to its end."""

import click

EXAMPLES: dict[str, tuple[str, ...]] = {
    "bundle new": ('inspector bundle new new-bundle --authority "Our Council" --from 2023-04-01 --to 2026-03-31',),
    "bundle add": ("inspector bundle add log.csv --bundle new-bundle --kind improvement-log --yes",),
    "bundle list": ("inspector bundle list new-bundle",),
    "bundle map": ("inspector bundle map log --bundle new-bundle",),
    "bundle remove": ("inspector bundle remove log --bundle new-bundle --yes",),
    "bundle undo": ("inspector bundle undo new-bundle",),
    "bundle seal": ("inspector bundle seal our-bundle",),
    "bundle verify": ("inspector bundle verify our-bundle",),
    "bundle diff": ("inspector bundle diff earlier-bundle our-bundle",),
    "check": ("inspector check our-bundle", "inspector check our-bundle --format html -o problems.html"),
    "assess": ("inspector assess our-bundle", "inspector assess our-bundle --format html -o report.html"),
    "report": (
        "inspector assess our-bundle --format json -o result.json",
        "inspector report result.json --format html -o report.html",
    ),
    "show": ("inspector show our-bundle t001", "inspector show our-bundle t001 --format html -o t001.html"),
    "explain": (
        "inspector explain improving",
        "inspector explain small-steps-never-stop",
        "inspector explain small-steps-never-stop --bundle our-bundle",
    ),
    "trend": (
        "inspector trend figures.csv",
        "inspector trend figures.csv --full",
        "inspector trend figures.csv --better down --format json",
    ),
    "manipulability": ("inspector manipulability our-bundle",),
    "margin": ("inspector margin our-bundle",),
    "contrast": ("inspector contrast our-bundle",),
    "compare": ("inspector compare earlier-bundle our-bundle",),
    "visit plan": ("inspector visit plan our-bundle -o our-visit",),
    "visit next": ('inspector visit next our-visit --seed "dice: 4 1 6 2 3 3 5 1 2 6 4 4 1 5 2 6 3 1 5 2"',),
    "visit sheets": ("inspector visit sheets our-visit --format csv",),
    "visit record": ('inspector visit record our-visit filled --by "A. Inspector" --at 2026-05-12',),
    "visit judge": (
        'inspector visit judge our-visit effect showing --because "Half of the families had noticed." --by "A. Inspector"',
    ),
    "visit answer": ('inspector visit answer our-visit q1 --says "They showed us the board." --by "A. Inspector"',),
    "visit merge": ("inspector visit merge our-visit copy-of-our-visit",),
    "visit status": ("inspector visit status our-visit",),
    "register key new": ("inspector register key new --register memory.db --name council.example/register",),
    "register add": ("inspector register add our-bundle --register memory.db --keep -o receipt.json",),
    "register key show": ("inspector register key show --register memory.db",),
    "register result add": ("inspector register result add result.json --register memory.db",),
    "register visit add": ("inspector register visit add our-visit --register memory.db",),
    "register reply add": (
        'inspector register reply add 1 --finding FINDING --says "Two teams were merged." --by "Head of practice" '
        "--register memory.db",
    ),
    "register reply decide": (
        'inspector register reply decide 3 --decision upheld --says "So it is." --by "Lead inspector" --register memory.db',
    ),
    "register correct": (
        'inspector register correct 0 --says "It is that of April." --by "Data team" --register memory.db',
    ),
    "register list": ("inspector register list --register memory.db",),
    "register show": ("inspector register show 1 --register memory.db",),
    "register history": (
        'inspector register history "Harrowmere Hospitals NHS Foundation Trust" --register memory.db',
    ),
    "register judge": ("inspector register judge --bundle our-bundle --register memory.db",),
    "register receipt": ("inspector register receipt 1 --register memory.db",),
    "register check": ("inspector register check --register memory.db",),
    "register checkpoint": ("inspector register checkpoint --register memory.db",),
    "register export": ("inspector register export --register memory.db -o memory.zip",),
    "register import": ("inspector register import memory.zip --register copy.db",),
    "receipt verify": ("inspector receipt verify receipt.json our-bundle --public memory.pub",),
    "batch": ("inspector batch our-bundle earlier-bundle -o results",),
    "serve": (
        "inspector serve our-bundle",
        "inspector serve our-bundle --visit our-visit",
        "inspector serve memory.db",
    ),
    "learn": ("inspector learn memory.db",),
    "simulate": (
        "inspector simulate made-up --authorities 2 --months 12",
        "inspector simulate everything --all-kinds --months 12 --conduct still --game promises-closed",
    ),
    "schema propose": ("inspector schema propose log.csv",),
    "framework list": ("inspector framework list",),
    "framework show": ("inspector framework show munro",),
    "framework facts": ("inspector framework facts", "inspector framework facts trajectory"),
    "framework prove": ("inspector framework prove our-framework",),
    "framework diff": ("inspector framework diff earlier-framework our-framework",),
    "framework new": ("inspector framework new fire-and-rescue", "inspector framework new ours --from munro"),
    "framework fmt": ("inspector framework fmt fire-and-rescue", "inspector framework fmt fire-and-rescue --check"),
    "framework check": ("inspector framework check our-framework",),
    "framework test": (
        "inspector framework test our-framework",
        "inspector framework test our-framework --only tried --why",
        "inspector framework test our-framework --coverage",
    ),
    "framework mutate": (
        "inspector framework mutate our-framework",
        "inspector framework mutate our-framework --suggest",
    ),
    "framework replay": ("inspector framework replay our-framework our-framework --results results",),
    "framework calibrate": (
        "inspector framework calibrate our-framework --authorities 1 --months 12 --move promises-closed",
    ),
    "plugins": ("inspector plugins",),
    "completion install": ("inspector completion install", "inspector completion install --shell zsh"),
    "completion uninstall": ("inspector completion uninstall",),
    "completion show": ("inspector completion show --shell bash",),
}
"""By the words of the command."""


def with_examples(command: click.Command, path: str) -> click.Command:
    """The command with its examples at the end of its help, and those of commands that it holds."""
    if shown := EXAMPLES.get(path):
        command.epilog = "\n".join(["\b", f"Example{'s' * (len(shown) > 1)}:", *(f"  {one}" for one in shown)])
    for name, one in getattr(command, "commands", {}).items():
        with_examples(one, f"{path} {name}")
    return command
