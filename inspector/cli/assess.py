"""`inspector assess`: the verdict on a bundle."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli import _paper
from inspector.cli._earlier import Earlier, earlier_options
from inspector.cli._output import ready
from inspector.cli._pseudonyms import pseudonym_options, pseudonyms
from inspector.cli._shown import Shown, shown_options
from inspector.cli._watching import timed

if TYPE_CHECKING:
    from inspector.judging.settling import Workings


@click.command()
@click.argument("bundle", type=click.Path(path_type=Path))
@click.option(
    "--framework", metavar="ID|PATH", envvar="INSPECTOR_FRAMEWORK", help="Default: what the bundle names, else munro."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "docx", "pdf", "json", "markdown", "oscal", "gsn"]),
    default="text",
    show_default=True,
    help="html is one file to print or mail, docx and pdf are for case files; json is what `inspector report` reads.",
)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
@click.option(
    "--language",
    default="en-GB",
    show_default=True,
    envvar="INSPECTOR_LANGUAGE",
    help="Of everything that is said; what the language's files lack is said in English.",
)
@click.option(
    "--despite-problems",
    is_flag=True,
    help="Assess although rows have errors: they are left out, and what they belong to is trusted less.",
)
@shown_options
@earlier_options
@click.option(
    "--visit",
    "visit_folder",
    type=click.Path(path_type=Path),
    help="The folder of a visit: what was found there comes back into the verdict.",
)
@pseudonym_options
@click.option(
    "--seed",
    default="",
    metavar="TEXT",
    help="Draws the fieldwork's samples. Without it the bundle's digest does, which whoever made the bundle can work out.",
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
@timed
def assess(
    bundle: Path,
    framework: str | None,
    form: str,
    output: Path | None,
    language: str,
    despite_problems: bool,
    shown: Shown,
    earlier: Earlier,
    visit_folder: Path | None,
    pseudonymise: bool | None,
    key_file: Path | None,
    seed: str,
    fail_on: str,
    matcher: str,
) -> int:
    """Give the verdict on BUNDLE (a folder or a .zip) on one screen; --full gives everything it rests on."""
    from inspector import clock, inspection

    shown.fits(form)
    ready(output, bundle, framework, *earlier.files, key_file, visit_folder)
    _paper.ready(form, output)

    try:
        workings = inspection.work(
            bundle,
            framework,
            matcher=matcher,  # type: ignore[arg-type]
            despite_problems=despite_problems,
            earlier=earlier.bundles,
            pseudonyms=pseudonyms(pseudonymise, key_file),
            remembered=earlier.recall(),
        )
    except inspection.ProblemsInEvidence as error:
        return refuse(error)
    if visit_folder is not None:
        from inspector.visiting import visited

        workings = visited(workings, visit_folder)
        _tell_torn(visit_folder)
    workings = earlier.committed(workings)
    if workings.note:
        clock.finish()
        click.echo(workings.note, err=True)
    if form == "text":
        from inspector.cli._verdict_told import tell

        tell(workings, shown, seed, earlier.register, language, output)
    else:
        made = _rendered(workings, _paper.laid_out(form), language, seed, earlier.register)
        _paper.put(made, output, form, language)
    return int(_failed(workings.inspection.verdict.verdict, fail_on))


def _tell_torn(visit: Path) -> None:
    """Say which records of a visit end in a line that was cut off: what it said does not count."""
    from inspector.model.words import plain
    from inspector.proof import chain, folder

    for one in chain.of_folder(visit, folder.load(visit).plan.seal):
        if one.torn:
            click.echo(f"The last line of {plain(str(one.path))} is cut off; what it said does not count.", err=True)


def _rendered(workings: "Workings", form: str, language: str, seed: str, register: str | None) -> str:
    from inspector import arguing, clock, report
    from inspector.replying import with_replies_from
    from inspector.report.document.make import document

    found = arguing.with_pictures(workings, seed)
    with clock.phase("writing the report"):
        made = with_replies_from(register, document(found), workings.hide)
        return report.render(report.in_language(made, language, workings.rulebook.framework), form, language)


def refuse(error: Exception, done: str = "assessed") -> int:
    """Say what is wrong in the rows, and that nothing was `done`; the exit code."""
    from inspector.model.problems import CannotComplete
    from inspector.report.lines import problem_lines

    assert isinstance(error, CannotComplete)
    for line in problem_lines(error.problems):
        click.echo(line, err=True)
    click.echo(
        f"Not {done}: see the errors above. Mend them, or use --despite-problems: rows that cannot be read are then left out.",
        err=True,
    )
    return 1


def _failed(verdict: str, fail_on: str) -> bool:
    from inspector.model.ladder import VERDICTS

    order: tuple[str, ...] = VERDICTS
    return fail_on != "never" and order.index(verdict) >= order.index(fail_on)
