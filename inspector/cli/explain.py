"""`inspector explain`: what a name means and, with a bundle, why it fired or did not."""

from pathlib import Path

import click

from inspector.cli._pseudonyms import pseudonym_options, pseudonyms


@click.command()
@click.argument("words", nargs=-1, metavar="[NAME]")
@click.option("--bundle", type=click.Path(path_type=Path), help="Say why it fired in this bundle, or did not.")
@click.option(
    "--framework", metavar="ID|PATH", envvar="INSPECTOR_FRAMEWORK", help="Where to look for rules; default munro."
)
@click.option("--despite-problems", is_flag=True, help="As for assess.")
@pseudonym_options
def explain(
    words: tuple[str, ...],
    bundle: Path | None,
    framework: str | None,
    despite_problems: bool,
    pseudonymise: bool | None,
    key_file: Path | None,
) -> None:
    """Say what NAME means: a name in square brackets, or any word that an output prints, as `could be` or `improving`.

    Without a name it lists the words. `limits` lists what is read at most.
    """
    from inspector import inspection
    from inspector.framework.read_by import DEFAULT
    from inspector.judging import rulebooks
    from inspector.report.explained import NothingCalled, explained, of_plugins
    from inspector.report.harmless import plain

    name = " ".join(words)
    if not name:
        _listed()
        return
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
    rulebook = workings.rulebook if workings else rulebooks.load(framework or DEFAULT)
    try:
        said = explained(name, rulebook.framework, workings)
    except NothingCalled as unknown:
        raise click.UsageError(str(unknown)) from None
    for line in said.splitlines():
        click.echo(plain(line))


def _listed() -> None:
    """Print every word that can be asked about, and where names in brackets are found."""
    from inspector import probes, signals
    from inspector.report import glossary

    click.echo("Words that outputs print:\n" + glossary.listing())
    click.echo(f"\nSignals: {', '.join(signals.ids())}\n\nProbes: {', '.join(probes.ids())}")
    click.echo(
        "\nRules and themes: `inspector framework show munro`. Every name in square brackets can be asked about."
    )
