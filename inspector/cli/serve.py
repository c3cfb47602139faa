"""`inspector serve`: a bundle or a register in a browser on this machine."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from inspector.cli._earlier import Earlier, earlier_options
from inspector.cli._pseudonyms import pseudonym_options, pseudonyms
from inspector.cli._watching import shown
from inspector.cli.assess import refuse

if TYPE_CHECKING:
    from inspector.serve.app import Site
    from inspector.serve.keys import Keys

MISSING = "`inspector serve` needs what `pip install 'inspector[web]'` adds: {name} is not installed. Nothing was done."


@click.command()
@click.argument("what", metavar="BUNDLE|REGISTER")
@click.option(
    "--framework", metavar="ID|PATH", envvar="INSPECTOR_FRAMEWORK", help="Default: what the bundle names, else munro."
)
@click.option(
    "--visit",
    "visit_folder",
    type=click.Path(path_type=Path),
    help="The folder of a visit to the bundle: what is found there is written down in forms, as `visit record` does.",
)
@click.option("--by", envvar="INSPECTOR_BY", default="", metavar="NAME", help="Who fills in the forms, to begin with.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Default: any that is free.")
@click.option(
    "--despite-problems", is_flag=True, help="Go on although rows of the bundle have errors: they are left out."
)
@click.option(
    "--language", default="en-GB", show_default=True, envvar="INSPECTOR_LANGUAGE", help="Of the pages' own phrases."
)
@earlier_options
@pseudonym_options
def serve(
    what: str,
    framework: str | None,
    visit_folder: Path | None,
    by: str,
    port: int,
    despite_problems: bool,
    language: str,
    earlier: Earlier,
    pseudonymise: bool | None,
    key_file: Path | None,
) -> int:
    """Look at BUNDLE (a folder or a .zip), or at REGISTER (a file, or postgresql://…), in a browser on this machine.

    It prints an address: open it. Report, findings, every row by a click, search; with --visit the forms of a visit, and the
    verdict before and since. Nothing leaves the machine, nobody else on it gets in without the address, and
    pages need no scripts. Ctrl-C ends it.

    Exit codes: 0 ended; 1 rows of the bundle have errors; 2 it cannot be read or served.
    """
    try:
        from inspector.serve import listening
        from inspector.serve.app import app
        from inspector.serve.keys import Keys
    except ModuleNotFoundError as missing:
        raise click.UsageError(MISSING.format(name=missing.name)) from None
    from inspector.inspection import ProblemsInEvidence

    try:
        found = listening.bound(port)
    except listening.Taken as why:
        raise click.BadParameter(str(why), param_hint="--port") from None
    keys, host = Keys(), listening.host_of(found)
    with found:
        try:
            site = _site(
                what,
                keys,
                framework,
                visit_folder,
                by,
                despite_problems,
                language,
                earlier,
                pseudonyms(pseudonymise, key_file),
            )
        except ProblemsInEvidence as error:
            return refuse(error, "served")
        tell = _teller(bool(click.get_current_context().find_root().params.get("debug")))
        listening.run(app(site, keys, host, tell), found, lambda: _say(f"http://{host}{keys.base}?token={keys.token}"))
    click.echo("Ended.", err=True)
    return 0


def _teller(debug: bool) -> Callable[[Exception], None]:
    def tell(why: Exception) -> None:
        click.echo(f"A fault of Inspector's own: {type(why).__name__}: {why}", err=True)
        if debug:
            import traceback

            traceback.print_exception(why)

    return tell


def _say(address: str) -> None:
    click.echo(
        f"Open this address in a browser on this machine, and keep it to yourself:\n\n    {address}\n\nCtrl-C ends it."
    )
    sys.stdout.flush()


@shown
def _site(
    what: str,
    keys: "Keys",
    framework: str | None,
    visit: Path | None,
    by: str,
    despite: bool,
    language: str,
    earlier: Earlier,
    names: Any,
) -> "Site":
    """What is served, read and judged."""
    from inspector.report.wording import phrases
    from inspector.serve.sorts import is_register

    phrases(language)
    if is_register(what):
        from inspector.serve.of_register import RegisterSite

        if visit is not None:
            raise click.UsageError("--visit is of a bundle: give that, and not a register.")
        return RegisterSite(what, keys, language)
    from inspector import inspection
    from inspector.bundle.reading import read_bundle
    from inspector.framework.read_by import read_by
    from inspector.replying import with_replies_from
    from inspector.serve.of_bundle import BundleSite
    from inspector.serve.submission import Submission

    reading = read_bundle(Path(what), names, as_written=True, by=read_by(framework))
    workings = inspection.work_through(
        reading,
        framework,
        despite_problems=despite,
        earlier=earlier.bundles,
        pseudonyms=names,
        remembered=earlier.recall(),
    )
    workings = earlier.committed(workings)
    made = Submission(
        reading, workings, visit, lambda found: with_replies_from(earlier.register, found, workings.hide), language
    )
    return BundleSite(made, keys, by)
