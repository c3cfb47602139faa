"""`inspector framework check`: what is wrong with a framework, for its author and for CI."""

from pathlib import Path

import click

FORMATS = ("text", "json", "github", "sarif", "junit")


@click.command("check")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--fail-on", type=click.Choice(["error", "query"]), default="error", show_default=True)
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved, until Ctrl-C ends it.")
def command(paths: tuple[Path, ...], form: str, fail_on: str, watch: bool) -> int:
    """Check the frameworks at PATH…, folders or files within one: structure, names, types, lints, their own test cases.

    Exit codes: 0 nothing at or above --fail-on; 1 something is; 2 a path is not there.
    """
    if watch:
        from inspector.cli.framework._watching import watching

        return watching(paths, form)
    from inspector.cli._output import write, write_bytes
    from inspector.report import framework as report
    from inspector.report import problems as shared
    from inspector.workbench.check import check as check_frameworks
    from inspector.workbench.check import heard

    problems = check_frameworks(paths)
    if form in shared.FORMATS and form not in ("text", "json"):
        write_bytes(shared.render(form, problems, None), None)
    else:
        write(report.remarks(problems, form, heard()), None, form)
    return int(any(fail_on == "query" or problem.level == "error" for problem in problems))
