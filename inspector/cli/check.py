"""`inspector check`: what is wrong in a bundle, where, and how to mend it."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli._by import by, words_of
from inspector.cli._pseudonyms import pseudonym_options, pseudonyms
from inspector.cli._watching import timed

if TYPE_CHECKING:
    from inspector.bundle.reading import BundleReading
    from inspector.model.evidence import Evidence
    from inspector.model.problems import Faults, Problem

FORMATS = ("text", "json", "csv", "xlsx", "sarif", "junit", "html")

FOR_EDITORS = ("text", "sarif", "junit")
"""In these formats files are named as they are reached from the working folder; in the others as they are called in the
bundle."""


@click.command()
@click.argument("bundle", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
@click.option("--fail-on", type=click.Choice(["error", "query"]), default="error", show_default=True)
@click.option(
    "--all", "everything", is_flag=True, help="Show every problem, not the first five of each sort in a file."
)
@click.option(
    "--schema",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Hold BUNDLE, one table by itself, against this row schema.",
)
@words_of
@pseudonym_options
@click.option("--probes", is_flag=True, help="Also ask what a probe would ask (text, json or html).")
@click.option(
    "--notified",
    type=click.DateTime(["%Y-%m-%d"]),
    help="When the inspection was announced, where no manifest says so.",
)
@timed
def check(
    bundle: Path,
    form: str,
    output: Path | None,
    fail_on: str,
    everything: bool,
    schema: Path | None,
    framework: str | None,
    pseudonymise: bool | None,
    key_file: Path | None,
    probes: bool,
    notified: datetime | None,
) -> int:
    """Say what is wrong in BUNDLE, where, and how to mend it.

    BUNDLE is a folder or a .zip with a manifest; or Annex A lists or a statutory return alone: a file, or a folder of CSVs; or,
    with --schema, one table.

    Exit codes: 0 nothing at or above --fail-on; 1 problems in the evidence; 2 the bundle itself cannot be read.
    """
    from inspector import clock
    from inspector.bundle import read_bundle
    from inspector.cli._output import ready, write, write_bytes
    from inspector.model.problems import CannotComplete, Faults, Problem
    from inspector.report import problems as report
    from inspector.report.problems.from_here import from_here

    if form in report.BINARY and output is None:
        raise click.UsageError(f"--format {form} needs --output: a workbook is nothing for a terminal.")
    if probes and form not in ("text", "json", "html"):
        raise click.UsageError("--probes goes with --format text, json or html.")
    if schema is not None and bundle.is_dir():
        raise click.UsageError("--schema goes with one table, not with a folder.")
    ready(output, bundle, key_file, schema, framework)
    found: tuple[Problem | Faults, ...]
    evidence: Evidence | None = None
    read_as = ""
    try:
        with clock.phase("reading the bundle"):
            day = notified.date() if notified else None
            keys, asked = pseudonyms(pseudonymise, key_file), by(framework)
            reading = read_bundle(bundle, keys, notified_on=day, schema=schema, by=asked)
        found, digest = (*reading.problems, *_left_open(reading, framework)), reading.digest
        unreadable = reading.unreadable or bool(schema and not reading.tables)
        read_as = reading.read_as
        evidence = _evidence(reading, notified) if probes or form == "html" else None
    except CannotComplete as failure:
        found, digest, unreadable = failure.problems, None, True
    with clock.phase("writing the report"):
        if form in FOR_EDITORS:
            found = from_here(found, bundle)
        data = _asked(form, found, digest, evidence, framework, everything=everything)
        data = data or report.render(form, found, digest, everything=everything)
        data = _said(form, read_as) + data
    if form == "text":
        write(data.decode(), output)
    else:
        write_bytes(data, output)
    if unreadable:
        return 2
    return int(any(fail_on == "query" or problem.level == "error" for problem in found))


def _said(form: str, read_as: str) -> bytes:
    """What files without a manifest were taken for, above the problems as text."""
    return f"{read_as}\n\n".encode() if form == "text" and read_as else b""


def _left_open(reading: "BundleReading", framework: str | None) -> "tuple[Problem | Faults, ...]":
    # Late: what it needs costs more than most checks.
    from inspector.inspection import left_open

    return left_open(reading, framework)


def _evidence(reading: "BundleReading", notified: datetime | None) -> "Evidence | None":
    evidence = reading.evidence
    if evidence is None or notified is None:
        return evidence
    return evidence.model_copy(update={"notified_on": notified.date()})


def _asked(
    form: str,
    found: "Sequence[Problem | Faults]",
    digest: str | None,
    evidence: "Evidence | None",
    framework: str | None,
    *,
    everything: bool,
) -> bytes | None:
    """What is printed where probes, or who could shape an indicator, are asked for; else None."""
    if evidence is None:
        return None
    from inspector import plugins, probes
    from inspector.inspection import as_judged
    from inspector.judging.observing import questions
    from inspector.report.document.traces import trace_values
    from inspector.report.harmless import plain
    from inspector.report.manipulability import manipulability_text
    from inspector.report.plugin_parts import plugins_line, plugins_part
    from inspector.report.problems import as_html, as_json, as_text
    from inspector.report.traces import traces_text
    from inspector.verdict.manipulability import manipulability

    evidence = as_judged(evidence, framework)
    if form == "html":
        profiles, name = manipulability(evidence), evidence.authority
        return as_html.render(found, digest, everything=everything, profiles=profiles, name=name)
    traces, asked = trace_values(questions(evidence)), plugins.parts(probes.others())
    if form == "json":
        return as_json.render(found, digest, probes=traces, plugins=plugins_part(asked))
    exposed = manipulability_text(manipulability(evidence)) if evidence.indicators else ""
    parts = [as_text.render(found, digest, everything=everything).decode(), traces_text(traces), exposed]
    parts += [f"{plain(line)}\n"] if (line := plugins_line(asked)) else []
    return "\n".join(part for part in parts if part).encode()
