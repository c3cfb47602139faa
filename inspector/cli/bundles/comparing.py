"""`inspector bundle verify` and `diff`: whether a bundle is the one that was sealed, and what was rewritten since."""

import json
from pathlib import Path

import click

from inspector.cli._by import by
from inspector.cli._pseudonyms import pseudonym_options, pseudonyms
from inspector.cli.bundles.options import PATH, files
from inspector.cli.bundles.sealing import counted, told_uncovered


def _root(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """A root as `seal` prints it, with `sha256:` or without, in letters of either case, in its one form."""
    if value is None:
        return None
    found = value.strip().lower().removeprefix("sha256:")
    if len(found) != 64 or not set(found) <= set("0123456789abcdef"):
        raise click.BadParameter(
            f"{value[:80]!r} is no root: sha256: and 64 of 0 to 9 and a to f, as `bundle seal` prints it"
        )
    return f"sha256:{found}"


@click.command()
@click.argument("path", metavar="BUNDLE", type=PATH)
@click.option("--expect", callback=_root, metavar="ROOT", help="The root that was kept when the bundle was sealed.")
@pseudonym_options
def verify(path: Path, expect: str | None, pseudonymise: bool | None, key_file: Path | None) -> int:
    """Say whether BUNDLE is consistent with its own manifest and, with --expect, whether it is the one that was sealed.

    Exit codes: 0 it is; 1 it is not; 2 it cannot be read, or was never sealed.
    """
    from inspector.packing.verifying import verify as look
    from inspector.report.lines import problem_lines

    with files():
        found = look(path, pseudonyms(pseudonymise, key_file))
    for line in problem_lines(found.problems):
        click.echo(line)
    told_uncovered(found.uncovered)
    if found.read_otherwise:
        click.echo(f"Read by other schemas than when it was sealed: {', '.join(found.read_otherwise)}.")
    if found.root:
        click.echo(f"Root: {found.root}")
    if expect not in (None, found.root):
        click.echo(f"It is another bundle than the one with the root {expect}, or was changed and sealed anew.")
    elif not found.problems:
        what = counted(found.files, "file") + (f" and {counted(found.schemas, 'schema')}" if found.schemas else "")
        click.echo(_holds(what, expect))
    return int(bool(found.problems) or expect not in (None, found.root))


def _holds(what: str, expect: str | None) -> str:
    if expect is not None:
        return f"The seal holds: this is the bundle that was sealed with that root, {what}."
    return (
        f"The seal holds, as far as the bundle itself can tell: {what}, consistent with its own manifest.\n"
        "Whoever changed it could have sealed it anew. A root that was kept elsewhere shows that: --expect ROOT."
    )


@click.command()
@click.argument("old", type=PATH)
@click.argument("new", type=PATH)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--all", "everything", is_flag=True, help="Show every rewritten row, not the first five of each file.")
@pseudonym_options
def diff(old: Path, new: Path, form: str, everything: bool, pseudonymise: bool | None, key_file: Path | None) -> int:
    """Say which rows were added, removed or rewritten between OLD and NEW. Exit code 1: some were removed or rewritten."""
    from inspector.cli._output import write
    from inspector.packing.comparing import compare
    from inspector.report.differences import text, values
    from inspector.report.harmless import json_safe

    with files():
        found = compare(old, new, pseudonyms(pseudonymise, key_file), by())
    if form == "json":
        write(json_safe(json.dumps(values(found), indent=2, ensure_ascii=False)) + "\n", None, form)
    else:
        write(text(found, everything=everything), None)
    return int(any(one.removed or one.rewritten or one.state in ("gone", "unread") for one in found))
