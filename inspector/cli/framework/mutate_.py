"""`inspector framework mutate`: which changes of a framework its cases do not notice."""

from pathlib import Path

import click

from inspector.cli._watching import timed


@click.command("mutate")
@click.argument("names", metavar="ID|PATH…", nargs=-1, required=True)
@click.option("--only", metavar="RULE", help="Change only the rule, or the row of the decision table, of this id.")
@click.option("--suggest", is_flag=True, help="For each change that no case notices, look for a case that would.")
@click.option(
    "--least",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="Exit with 1 where fewer changes of the rules, or of the decision table, are noticed.",
)
@click.option("--format", "form", type=click.Choice(["text", "json", "junit"]), default="text", show_default=True)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
@timed
def command(
    names: tuple[str, ...], only: str | None, suggest: bool, least: float | None, form: str, output: Path | None
) -> int:
    """Change one thing of a framework at a time, and say which changes none of its cases notices.

    Conditions, bounds, lists, directions, standings, limits, exceptions, and the rows of the decision table with
    their order. A suggested case is a beginning: read it, name it, and keep it where it is right.

    Exit codes: 0 done; 1 fewer are noticed than --least asks for; 2 it could not be completed.
    """
    from inspector import framework as frameworks
    from inspector.cli._output import ready, write
    from inspector.report.workbench.mutation import enough, render
    from inspector.workbench.judging.mutate import mutated

    ready(output, *names)
    found = [
        mutated(name, only, suggest=suggest) for name in dict.fromkeys(str(frameworks.around(name)) for name in names)
    ]
    write(render(found, form, least), output, form)
    return int(not enough(found, least))
