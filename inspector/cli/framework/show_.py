"""`inspector framework show`: a framework in words, or as JSON."""

import click


@click.command("show")
@click.argument("name", metavar="ID|PATH")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(name: str, form: str) -> None:
    """Show the framework ID in words: its question, themes, rules and decision table."""
    from inspector import framework as frameworks
    from inspector.cli._output import write
    from inspector.report import framework as report
    from inspector.report.workbench import shown

    found = frameworks.named(name)
    write(shown.to_json(found) if form == "json" else report.text(found), None, form)
