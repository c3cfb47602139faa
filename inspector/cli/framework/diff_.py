"""`inspector framework diff`: in words what differs between two frameworks, with evidence of which they make something else."""

import click


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--timeout",
    type=click.FloatRange(min=1, max=3600),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="Stop looking for evidence after so many seconds of processor time; what has none for that is named.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--exit-code", is_flag=True, help="Exit with 1 where more than words differs.")
def command(old: str, new: str, timeout: float, form: str, *, exit_code: bool) -> int:
    """Say in words what differs between the frameworks OLD and NEW, ids or paths.

    Which rule became stricter and by which condition, which theme lost its way to lasting, which row moved. Each comes with a
    case of which the two make something else, found among their own cases, or by z3 where it is installed
    (pip install 'inspector[prove]'). In words everything is told, however little time there is.

    Exit codes: 0 it is said what differs; 1 with --exit-code, more than words does; 2 one of them cannot be read.
    """
    from inspector.cli._output import write
    from inspector.report.workbench.diff import render
    from inspector.workbench.differing.diff import diff
    from inspector.workbench.sound import readied
    from inspector.workbench.theory.clock import Clock

    # Reading the frameworks counts as well, as in `prove`.
    clock = Clock(timeout)
    found = diff(readied(old), readied(new), clock)
    write(render(found, form), None, form)
    return int(exit_code and any(change.differs not in ("words", "same") for change in found.changes))
