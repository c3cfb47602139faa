"""`inspector framework test`: a framework's own cases run, and what of its rules they cover."""

from pathlib import Path

import click


@click.command("test")
@click.argument("names", metavar="ID|PATH…", nargs=-1, required=True)
@click.option("--only", metavar="TEXT", help="Run only the cases that have this in their name.")
@click.option("--why", is_flag=True, help="Of each case that fails, say what came nearest to what it states.")
@click.option(
    "--coverage", is_flag=True, help="Say which rules, conditions and rows of the decision table the cases touch."
)
@click.option("--format", "form", type=click.Choice(["text", "json", "junit"]), default="text", show_default=True)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
def command(names: tuple[str, ...], only: str | None, why: bool, coverage: bool, form: str, output: Path | None) -> int:
    """Run the cases in `tests/` of each framework: what they state is held against what its rules conclude.

    Exit codes: 0 all cases pass; 1 one does not, cannot be read, or there are none; 2 it could not be completed.
    """
    from inspector import framework as frameworks
    from inspector.cli._output import ready, write
    from inspector.report.workbench.tests import render
    from inspector.workbench.judging.tested import examined

    ready(output, *names)
    found = [
        examined(name, only, explained=why, covered=coverage)
        for name in dict.fromkeys(str(frameworks.around(name)) for name in names)
    ]
    write(render(found, form), output, form)
    return int(not all(one.passed for one in found))
