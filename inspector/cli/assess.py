"""`inspector assess`: the verdict on a bundle."""

from pathlib import Path

import click


@click.command()
@click.argument("bundle", type=click.Path(path_type=Path))
@click.option(
    "--framework", metavar="ID|PATH", envvar="INSPECTOR_FRAMEWORK", help="Default: what the bundle names, else munro."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
@click.option(
    "--despite-problems",
    is_flag=True,
    help="Assess although rows have errors: they are left out, and what they belong to is trusted less.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["never", "static", "slipping", "deteriorating"]),
    default="never",
    show_default=True,
    help="Exit with 1 when the verdict is this or worse; not-evidenced and not-trusted count as worse.",
)
@click.option(
    "--matcher",
    type=click.Choice(["auto", "durable", "reference"]),
    default="auto",
    envvar="INSPECTOR_MATCHER",
    help="What matches rules with facts. The answer is the same.",
)
def assess(
    bundle: Path,
    framework: str | None,
    form: str,
    output: Path | None,
    despite_problems: bool,
    fail_on: str,
    matcher: str,
) -> int:
    """Give the verdict on BUNDLE (a folder or a .zip) with everything it rests on."""
    from inspector import inspection

    try:
        workings = inspection.work(
            bundle,
            framework,
            matcher=matcher,  # type: ignore[arg-type]
            despite_problems=despite_problems,
        )
    except inspection.ProblemsInEvidence as error:
        return _refuse(error)
    if workings.note:
        click.echo(workings.note, err=True)
    if form == "json":
        from inspector.report.json import render
    else:
        from inspector.report.text import render
    text = render(workings.inspection)
    if output is None:
        click.echo(text, nl=False)
    else:
        _write(output, text)
    return int(_failed(workings.inspection.verdict.verdict, fail_on))


def _write(output: Path, text: str) -> None:
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as failure:
        raise click.FileError(str(output), hint=failure.strerror or "it cannot be written") from None


def _refuse(error: Exception) -> int:
    from inspector.model.problems import CannotComplete
    from inspector.report.lines import problem_lines

    assert isinstance(error, CannotComplete)
    for line in problem_lines(error.problems):
        click.echo(line, err=True)
    click.echo(
        "Not assessed: some rows cannot be read as meant. Mend them, or use --despite-problems to leave them out.",
        err=True,
    )
    return 1


def _failed(verdict: str, fail_on: str) -> bool:
    order = ["improving", "emerging", "static", "slipping", "deteriorating", "not-evidenced", "not-trusted"]
    return fail_on != "never" and order.index(verdict) >= order.index(fail_on)
