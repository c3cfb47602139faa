"""`inspector framework fmt`: the files of a framework laid out in one way."""

import click


@click.command("fmt")
@click.argument("names", metavar="PATH…", nargs=-1, required=True)
@click.option(
    "--check", "only", is_flag=True, help="Write nothing; exit with 1 where a file would be laid out otherwise."
)
def command(names: tuple[str, ...], only: bool) -> int:
    """Lay out the files of the frameworks at PATH: blanks and empty lines. Values and comments stay as they are.

    Exit codes: 0 done, or nothing to do; 1 with --check a file would be laid out otherwise; 2 a file cannot be read.
    """
    from inspector.model.problems import CannotComplete
    from inspector.report.harmless import plain
    from inspector.workbench.authoring.fmt import otherwise
    from inspector.workbench.check import folder_of
    from inspector.writing import whole

    looked = [otherwise(folder) for folder in dict.fromkeys(map(folder_of, names))]
    problems = [problem for _, some in looked for problem in some]
    if problems:
        raise CannotComplete(problems)
    found = [one for some, _ in looked for one in some]
    for one in found:
        if not only:
            whole.write(one.path, one.data, through_links=True)
        click.echo(plain(f"{one.name}: {'would be laid out otherwise' if only else 'laid out'}"))
    if not found:
        click.echo("Every file is laid out as it should be.")
    return int(only and bool(found))
