"""`inspector framework list`: the frameworks that ship with Inspector, and those that plugins bring."""

import click


@click.command("list")
def command() -> None:
    """List the frameworks that ship with Inspector, and those that plugins bring."""
    from inspector import framework as frameworks
    from inspector.report.harmless import plain

    for name in frameworks.listing():
        found = frameworks.named(name)
        brought = frameworks.plugin_of(found)
        by = f" (plugin {brought.named})" if brought else ""
        click.echo(plain(f"{found.id} {found.version}: {found.title}. {found.question}{by}"))
