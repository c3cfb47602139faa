"""`inspector framework facts`: what rules may speak of, for who writes them."""

from pathlib import Path

import click


@click.command("facts")
@click.argument("names", metavar="[SIGNAL|PROBE]…", nargs=-1)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--schemas",
    type=click.Path(path_type=Path),
    metavar="FRAMEWORK",
    help="Write the schemas by which an editor completes and checks the files of the framework in this folder.",
)
def command(names: tuple[str, ...], form: str, schemas: Path | None) -> int:
    """List what rules may speak of; of a SIGNAL or PROBE each field: meaning, unit, range, what may be concluded from it.

    `finding`, `theme`, `verdict-basis` and `tally` are what comes from rules.

    Exit codes: 0 done; 2 there is no signal or probe of that name.
    """
    from inspector.cli._output import write
    from inspector.cli._schemas import write_schemas
    from inspector.report.workbench import facts as report
    from inspector.workbench.authoring import kinds

    if schemas is not None:
        if names:
            raise click.UsageError("--schemas writes of all that there is: name no signal or probe beside it.")
        write(report.schemas_text(write_schemas(schemas)), None, "text")
        return 0
    found = kinds.named(names) if names else kinds.kinds()
    write(report.render(found, form, one_by_one=bool(names), heard=kinds.heard()), None, form)
    return 0
