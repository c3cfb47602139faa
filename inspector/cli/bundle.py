"""`inspector bundle`: make an empty bundle, add files, seal it, verify the seal, compare it with an earlier one."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

FOLDER = click.Path(path_type=Path, file_okay=False)
PATH = click.Path(path_type=Path)


@contextmanager
def _files() -> Iterator[None]:
    """A file that cannot be read or written is said so, not shown as a fault of ours."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as failure:
        raise click.FileError(str(failure.filename or "file"), hint=failure.strerror or "unusable") from None


@click.group()
def bundle() -> None:
    """Make, seal and compare evidence bundles."""


@bundle.command()
@click.argument("folder", type=FOLDER)
@click.option("--authority", required=True, help="The body that submits the evidence.")
@click.option("--from", "start", required=True, type=click.DateTime(["%Y-%m-%d"]), help="First day of the period.")
@click.option("--to", "end", required=True, type=click.DateTime(["%Y-%m-%d"]), help="Last day of the period.")
@click.option("--name", default="evidence", show_default=True, help="A short name for the bundle.")
def new(folder: Path, authority: str, start: datetime, end: datetime, name: str) -> None:
    """Make an empty bundle in FOLDER: a manifest, a template for each kind, a data dictionary."""
    from inspector.packing.new import new as make

    with _files():
        made = make(folder, authority, start.date(), end.date(), name)
    templates = sum("data-dictionary" not in path for path in made) - 1
    click.echo(
        f"Made {folder} with {made[0]} and {templates} templates (templates/data-dictionary.md says what goes in)."
    )
    click.echo(f"Next: inspector bundle add FILE --bundle {folder}")


@bundle.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--kind", help="What a row is; without it the headings are asked.")
@click.option("--part", help="Which part of a kind: actions, statuses, factors, questions, claims.")
@click.option("--bundle", "folder", type=FOLDER, default=Path(), help="The bundle; else the folder you are in.")
@click.option("--name", help="A short name for the resource.")
@click.option("--yes", is_flag=True, help="Write the unsure part of the mapping too.")
@click.option("--replace", is_flag=True, help="Put it in the place of the file of the same name.")
@click.option("--recorded-by", help="Who wrote the rows: a role or team.")
@click.option("--source-system", help="The system they came from.")
@click.option("--extracted-at", help="When they were taken from it.")
@click.option("--submitted-by", help="The role that submits them.")
def add(
    file: Path,
    kind: str | None,
    part: str | None,
    folder: Path,
    name: str | None,
    yes: bool,
    replace: bool,
    **provenance: str | None,
) -> None:
    """Add FILE to a bundle, with a mapping proposed from its headings and codes."""
    from inspector.bundle.kinds import KINDS
    from inspector.model.remarks import did_you_mean
    from inspector.packing.adding import add as put

    if kind is not None and kind not in KINDS:
        near = did_you_mean(kind, KINDS)
        raise click.UsageError(f"{kind!r} is no kind of evidence. {near} One of: {', '.join(sorted(KINDS))}.")
    given = {key: value for key, value in provenance.items() if value}
    with _files():
        added = put(file, folder, kind, part=part, name=name, unsure_too=yes, replace=replace, provenance=given)
    _report(added)


def _report(added: "object") -> None:
    from tabulate import tabulate

    from inspector.packing.adding import Added
    from inspector.report.harmless import plain

    assert isinstance(added, Added)
    resource = added.resource
    part = f", part {resource['part']}" if "part" in resource else ""
    click.echo(f"Added {plain(resource['path'])} as {resource['kind']}{part}.")
    if added.guessed:
        click.echo(f"The kind was {added.guessed}.")
    rows = [(plain(one.theirs), f"{one.field}: {one.ours}" if one.field else one.ours, one.sure) for one in added.used]
    if rows:
        click.echo(tabulate(rows, headers=("in your file", "read as", "how sure"), tablefmt="simple"))
    for one in added.left_out:
        click.echo(f"Not written, being unsure: {plain(one.theirs)!r} as {one.ours!r} (--yes writes it)")
    if added.unread:
        click.echo(f"Not read: {', '.join(plain(head) for head in added.unread)}")
    click.echo("Next: inspector check, then inspector bundle seal")


@bundle.command()
@click.argument("folder", type=FOLDER, default=Path())
def seal(folder: Path) -> None:
    """Write hash, size and the root over the rows of every file into the manifest of FOLDER."""
    from inspector.packing.sealing import seal as close
    from inspector.report.harmless import plain

    with _files():
        resources = close(folder)
    for one in resources:
        rows = f", {one['rows_count']} rows, root {one['rows_root'][7:19]}…" if "rows_root" in one else ""
        click.echo(f"{plain(one['path'])}: {one['bytes']} bytes, {one['hash'][:19]}…{rows}")
    click.echo(f"Sealed {len(resources)} {'file' if len(resources) == 1 else 'files'}.")


@bundle.command()
@click.argument("path", metavar="BUNDLE", type=PATH)
def verify(path: Path) -> int:
    """Say whether the files and rows of BUNDLE are those that were sealed. Exit code 1: they are not."""
    from inspector.packing.sealing import verify as look
    from inspector.report.lines import problem_lines

    with _files():
        problems, count = look(path)
    for line in problem_lines(problems):
        click.echo(line)
    if not problems:
        click.echo(f"The seal holds: {count} {'file is' if count == 1 else 'files are'} as sealed.")
    return int(bool(problems))


@bundle.command()
@click.argument("old", type=PATH)
@click.argument("new", type=PATH)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--all", "everything", is_flag=True, help="Show every rewritten row, not the first five of each file.")
def diff(old: Path, new: Path, form: str, everything: bool) -> int:
    """Say which rows were added, removed or rewritten between OLD and NEW. Exit code 1: some were removed or rewritten."""
    from inspector.cli._output import write
    from inspector.packing.comparing import compare
    from inspector.report.differences import text, values
    from inspector.report.harmless import json_safe

    with _files():
        found = compare(old, new)
    if form == "json":
        write(json_safe(json.dumps(values(found), indent=2, ensure_ascii=False)) + "\n", None, form)
    else:
        write(text(found, everything=everything), None)
    return int(any(one.removed or one.rewritten or one.state in ("gone", "unread") for one in found))
