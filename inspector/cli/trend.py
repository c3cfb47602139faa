"""`inspector trend`: what the series of any file did, how surely, since when, and whether it held."""

import gc
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli._pseudonyms import pseudonym_options, pseudonyms
from inspector.cli._watching import timed

if TYPE_CHECKING:
    from inspector.report.screen.look import Look


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--better",
    type=click.Choice(["up", "down"]),
    help="For series whose column `better` is empty. Default: up, and said so.",
)
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", show_default=True)
@click.option(
    "--full", is_flag=True, help="Text with the chart of every series and the reasons, where the default is one screen."
)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw with plain ASCII characters.")
@click.option(
    "--rebase",
    type=click.DateTime(["%Y-%m-%d"]),
    multiple=True,
    metavar="DATE",
    help="Start new XmR limits at this date: a claim that wants a reason. May be given more than once.",
)
@click.option(
    "--baseline", type=click.IntRange(min=12), metavar="N", help="Take the XmR mean and limits from the first N points."
)
@click.option(
    "--two-in-three",
    type=click.Choice(["package", "making-data-count"]),
    default="package",
    show_default=True,
    help="Whether points beyond a limit count for the two-in-three rule: not in the R package, since 2023 in Making Data Count.",
)
@click.option(
    "--no-screen", is_flag=True, help="Keep outlying moving ranges in the XmR limits, as the NHS workbook does."
)
@pseudonym_options
@timed
def trend(
    file: Path,
    better: str | None,
    form: str,
    full: bool,
    output: Path | None,
    ascii_only: bool,
    rebase: tuple[datetime, ...],
    baseline: int | None,
    two_in_three: str,
    no_screen: bool,
    pseudonymise: bool | None,
    key_file: Path | None,
) -> int:
    """Say what each series of FILE (CSV or workbook) did, how surely, since when, and whether it held.

    Of more than one series the text is a table on one screen; --full, or --format html, has the chart of each.

    Columns: series, period, value or series, period, numerator, denominator; optionally better (up or down). Other
    headings, a column a series and scorecards are read too; docs/series-files.md says how periods and figures may be written.
    A baseline, a rebase and the other XmR options change the chart, never the judgement in words.

    Exit codes: 0 done; 1 something in the file cannot be read as meant; 2 the file itself cannot be read.
    """
    from inspector import clock
    from inspector.cli._output import ready, write, write_long
    from inspector.trends.facts import Drawing, trends
    from inspector.trends.series_file import read_series

    ready(output, file, key_file)
    # Millions of small values that stay: looking among them again and again for circles takes a quarter of the time.
    gc.set_threshold(1_000_000, 50, 50)
    with clock.phase("reading the file"):
        reading = read_series(file, pseudonyms(pseudonymise, key_file))
    days = tuple(sorted(moment.date() for moment in rebase))
    drawing = Drawing(not no_screen, baseline, days, two_in_three)  # type: ignore[arg-type]
    found = trends(reading.series, better, drawing)  # type: ignore[arg-type]
    long = full or len(reading.series) < 2
    with clock.phase("writing what they did"):
        if form == "json":
            from inspector.trends import as_json

            text = as_json.render(found, reading.problems, drawing)
        elif form == "html":
            from inspector.trends import as_html

            text = as_html.render(found, reading.problems, file.name)
        elif long:
            from inspector.trends import as_text as trend_text

            text = trend_text.render(found, reading.problems, not _look(output, ascii_only).unicode)
        else:
            from inspector.trends import summary

            text = summary.render(map(summary.row, found), reading.problems, _look(output, ascii_only))
    if form == "text" and long:
        write_long(text, output)
    else:
        write(text, output, form)
    return int(any(problem.level == "error" for problem in reading.problems))


def _look(output: Path | None, ascii_only: bool) -> "Look":
    """What can be shown: plain characters alone where they are asked for, or where a stream has no others."""
    from inspector.cli._terminal import look, unicode
    from inspector.trends.chart import UNICODE

    seen = look(output)
    has = output is not None or (seen.unicode and unicode("".join(UNICODE.values())))
    return seen._replace(unicode=has and not ascii_only)
