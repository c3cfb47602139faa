"""`inspector framework`: list, show and check frameworks of rules."""

from pathlib import Path

import click

CHECK_FORMATS = ("text", "json", "github", "sarif", "junit")


@click.group()
def framework() -> None:
    """List, show and check frameworks of rules."""


@framework.command("list")
def list_frameworks() -> None:
    """List the frameworks that ship with Inspector, and those that plugins bring."""
    from inspector import framework as frameworks
    from inspector.report.harmless import plain

    for name in frameworks.listing():
        found = frameworks.named(name)
        brought = frameworks.plugin_of(found)
        by = f" (plugin {brought.named})" if brought else ""
        click.echo(plain(f"{found.id} {found.version}: {found.title}. {found.question}{by}"))


@framework.command()
@click.argument("name", metavar="ID|PATH")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def show(name: str, form: str) -> None:
    """Show the framework ID in words: its question, themes, rules and decision table."""
    from inspector import framework as frameworks
    from inspector.cli._output import write
    from inspector.report import framework as report

    found = frameworks.named(name)
    write(report.to_json(found) if form == "json" else report.text(found), None, form)


@framework.command()
@click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(CHECK_FORMATS), default="text", show_default=True)
@click.option("--fail-on", type=click.Choice(["error", "query"]), default="error", show_default=True)
def check(paths: tuple[Path, ...], form: str, fail_on: str) -> int:
    """Check the frameworks at PATH…, folders or files within one: structure, names, types, lints, their own test cases.

    Exit codes: 0 nothing at or above --fail-on; 1 something is; 2 a path is not there.
    """
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
