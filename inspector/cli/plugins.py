"""`inspector plugins`: the plugins that are installed, each held to what is asked of it."""

import click


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def plugins(form: str) -> int:
    """List the plugins that are installed: signals, probes, lints and frameworks of other packages.

    Each is loaded and held to what is asked of one of its kind. INSPECTOR_PLUGINS=none leaves all of them out, here and
    everywhere.

    Exit codes: 0 done; 2 something is wrong with a plugin.
    """
    import json

    from inspector.cli._output import write
    from inspector.plugins.parts import parts
    from inspector.report.harmless import plain
    from inspector.report.lines import problem_lines
    from inspector.report.plugin_parts import plugins_part
    from inspector.workbench.plugins import examine

    found = examine()
    brought = parts(found.plugins)
    if form == "json":
        document = {"format": "inspector-plugins", "version": 1, "plugins": [], **plugins_part(brought)}
        write(f"{json.dumps(document, indent=2, ensure_ascii=False, sort_keys=True)}\n", None, form)
    elif not brought and not found.problems:
        click.echo(
            "No plugins are installed." if not found.left_out else "All plugins are left out: INSPECTOR_PLUGINS=none."
        )
    else:
        for one in brought:
            click.echo(plain(f"{one.name} {one.version}: {', '.join(one.provides)}"))
    for line in problem_lines(found.problems):
        click.echo(line, err=True)
    return 2 if found.problems else 0
