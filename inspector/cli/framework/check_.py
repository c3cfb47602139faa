"""`inspector framework check`: what is wrong with a framework, for its author and for CI."""

from pathlib import Path

import click

FORMATS = ("text", "json", "github", "sarif", "junit")


@click.command("check")
@click.argument("names", metavar="ID|PATH…", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--fail-on", type=click.Choice(["error", "query"]), default="error", show_default=True)
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved, until Ctrl-C ends it.")
def command(names: tuple[str, ...], form: str, fail_on: str, watch: bool) -> int:
    """Check frameworks, each an ID or the PATH of a folder or of a file within one.

    Structure, names, types, lints and their own test cases: a fault does not hide others, all are told in one run.

    Exit codes: 0 nothing at or above --fail-on; 1 something is; 2 there is no such framework.
    """
    if watch:
        from inspector.cli.framework._watching import watching

        return watching(tuple(map(Path, names)), form)
    from inspector.cli._output import write, write_bytes
    from inspector.report import framework as report
    from inspector.report.workbench import junit, sarif
    from inspector.workbench.check import checked, heard, of_all

    found = checked(names)
    problems = of_all(found)
    waived = tuple(waiver for one in found for waiver in one.waived)
    if form == "sarif":
        write_bytes(sarif.render(problems, sarif.root_of(Path.cwd())), None)
    elif form == "junit":
        write_bytes(junit.render(found), None)
    else:
        write(report.remarks(problems, form, heard(), waived), None, form)
    return int(any(fail_on == "query" or problem.level == "error" for problem in problems))
