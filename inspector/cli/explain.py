"""`inspector explain`: what a name means and, with a bundle, why it fired or did not."""

from pathlib import Path

import click

from inspector.cli._pseudonyms import pseudonym_options, pseudonyms


@click.command()
@click.argument("name", metavar="FINDING|RULE|THEME|PROBE|SIGNAL|LINT|PROBLEM")
@click.option("--bundle", type=click.Path(path_type=Path), help="Say why it fired in this bundle, or did not.")
@click.option(
    "--framework", metavar="ID|PATH", envvar="INSPECTOR_FRAMEWORK", help="Where to look for rules; default munro."
)
@click.option("--despite-problems", is_flag=True, help="As for assess.")
@pseudonym_options
def explain(
    name: str,
    bundle: Path | None,
    framework: str | None,
    despite_problems: bool,
    pseudonymise: bool | None,
    key_file: Path | None,
) -> None:
    """Say what NAME means. NAME is any word that Inspector prints in square brackets; `limits` lists what is read at most."""
    from inspector import inspection
    from inspector.report.explained import NothingCalled, explained, of_plugins
    from inspector.report.harmless import plain

    if name == "limits":
        from inspector.model.limits import table

        click.echo(table())
        return
    if said := of_plugins(name):
        click.echo(said)
        return
    names = pseudonyms(pseudonymise, key_file)
    workings = None
    if bundle is not None:
        workings = inspection.work(bundle, framework, despite_problems=despite_problems, pseudonyms=names)
        if workings.note:
            click.echo(workings.note, err=True)
    rulebook = workings.rulebook if workings else inspection.load(framework or inspection.DEFAULT_FRAMEWORK)
    try:
        said = explained(name, rulebook.framework, workings)
    except NothingCalled as unknown:
        raise click.UsageError(str(unknown)) from None
    for line in said.splitlines():
        click.echo(plain(line))
