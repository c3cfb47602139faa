"""`inspector framework mutate`: which changes of a framework its cases do not notice."""

from functools import partial
from pathlib import Path

import click

from inspector.cli._watching import timed


@click.command("mutate")
@click.argument("names", metavar="ID|PATH…", nargs=-1, required=True)
@click.option("--only", metavar="RULE", help="Change only the rule, or the row of the decision table, of this id.")
@click.option("--suggest", is_flag=True, help="For each change that no case notices, look for a case that would.")
@click.option(
    "--prove",
    type=click.FloatRange(min=1, max=36_000),
    metavar="SECONDS",
    help="Ask a solver of each change that no case notices whether any facts could tell it, for so many seconds in all.",
)
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
    names: tuple[str, ...],
    only: str | None,
    suggest: bool,
    prove: float | None,
    least: float | None,
    form: str,
    output: Path | None,
) -> int:
    """Change one thing of a framework at a time, and say which changes none of its cases notices.

    Conditions, bounds, lists, directions, standings, limits, exceptions, and the rows of the decision table with
    their order. A suggested case is a beginning: read it, name it, and keep it where it is right.
    With --prove a change that no facts can tell is counted as none, and facts that tell one are suggested as a case. It needs
    z3: pip install 'inspector[prove]'.

    Exit codes: 0 done; 1 fewer are noticed than --least asks for; 2 it could not be completed.
    """
    from inspector import framework as frameworks
    from inspector.cli._output import ready, write
    from inspector.report.workbench.mutation import enough, render
    from inspector.workbench.judging.mutate import mutated
    from inspector.workbench.proving import Proving

    ready(output, *names)
    try:
        found = [
            mutated(name, only, suggest=suggest, prove=partial(Proving, seconds=prove) if prove else None)
            for name in dict.fromkeys(str(frameworks.around(name)) for name in names)
        ]
    except ModuleNotFoundError as missing:
        if missing.name != "z3":
            raise
        raise click.ClickException("--prove needs z3-solver: pip install 'inspector[prove]'") from None
    write(render(found, form, least), output, form)
    return int(not enough(found, least))
