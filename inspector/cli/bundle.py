"""`inspector bundle`: make an empty bundle, add files, seal it, verify the seal, compare it with an earlier one."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli._pseudonyms import pseudonym_options, pseudonyms

if TYPE_CHECKING:
    from inspector.privacy.gate import Gate

FOLDER = click.Path(path_type=Path, file_okay=False)
PATH = click.Path(path_type=Path)
MOST_NAMED = 5
"""At most so many files and folders that no seal covers are named."""


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
@pseudonym_options
def add(
    file: Path,
    kind: str | None,
    part: str | None,
    folder: Path,
    name: str | None,
    yes: bool,
    replace: bool,
    pseudonymise: bool | None,
    key_file: Path | None,
    **provenance: str | None,
) -> None:
    """Add FILE to a bundle, with a mapping proposed from its headings and codes."""
    from inspector.bundle.kinds import KINDS
    from inspector.model.remarks import did_you_mean
    from inspector.packing.adding import add as put
    from inspector.packing.looking import gate_of

    if kind is not None and kind not in KINDS:
        near = did_you_mean(kind, KINDS)
        raise click.UsageError(f"{kind!r} is no kind of evidence. {near} One of: {', '.join(sorted(KINDS))}.")
    given = {key: value for key, value in provenance.items() if value}
    names = pseudonyms(pseudonymise, key_file)
    with _files():
        added = put(file, folder, kind, part=part, name=name, unsure_too=yes, replace=replace, provenance=given)
    _report(added, gate_of(folder, names))


def _report(added: "object", gate: "Gate") -> None:
    from tabulate import tabulate

    from inspector.packing.adding import Added
    from inspector.packing.proposed import Proposal
    from inspector.report.harmless import plain

    assert isinstance(added, Added)

    def said(one: Proposal) -> str:
        return gate.text(one.theirs if one.field else added.told(one.theirs))

    resource = added.resource
    part = f", part {resource['part']}" if "part" in resource else ""
    click.echo(f"Added {plain(resource['path'])} as {resource['kind']}{part}.")
    if added.guessed:
        click.echo(f"The kind was {added.guessed}.")
    rows = [(plain(said(one)), f"{one.field}: {one.ours}" if one.field else one.ours, one.sure) for one in added.used]
    if rows:
        click.echo(tabulate(rows, headers=("in your file", "read as", "how sure"), tablefmt="simple"))
    for one in added.left_out:
        click.echo(f"Not written, being unsure: {plain(said(one))!r} as {one.ours!r} (--yes writes it)")
    if added.unread:
        click.echo(f"Not read: {', '.join(plain(gate.text(added.told(head))) for head in added.unread)}")
    click.echo("Next: inspector check, then inspector bundle seal")


@bundle.command()
@click.argument("folder", type=FOLDER, default=Path())
def seal(folder: Path) -> None:
    """Write hash, size and the root over the rows of every file into the manifest of FOLDER, and one root over all of it.

    Keep that root elsewhere: whoever has it can prove that nothing was changed since.
    """
    from inspector.packing.sealing import seal as close
    from inspector.report.harmless import plain

    with _files():
        made = close(folder)
    for one in made.resources:
        rows = (
            f", {one['rows_count']} {'row' if one['rows_count'] == 1 else 'rows'}, root {one['rows_root'][7:19]}…"
            if "rows_root" in one
            else ""
        )
        click.echo(f"{plain(one['path'])}: {one['bytes']} bytes, {one['hash'][:19]}…{rows}")
    _uncovered(made.uncovered)
    click.echo(f"Sealed {_counted(len(made.resources), 'file')}. Root: {made.root}")
    click.echo("Keep the root elsewhere, with who relies on the bundle: only it shows that nothing was sealed anew.")


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


@bundle.command()
@click.argument("path", metavar="BUNDLE", type=PATH)
@click.option("--expect", callback=_root, metavar="ROOT", help="The root that was kept when the bundle was sealed.")
@pseudonym_options
def verify(path: Path, expect: str | None, pseudonymise: bool | None, key_file: Path | None) -> int:
    """Say whether BUNDLE is consistent with its own manifest and, with --expect, whether it is the one that was sealed.

    Exit codes: 0 it is; 1 it is not; 2 it cannot be read, or was never sealed.
    """
    from inspector.packing.verifying import verify as look
    from inspector.report.lines import problem_lines

    with _files():
        found = look(path, pseudonyms(pseudonymise, key_file))
    for line in problem_lines(found.problems):
        click.echo(line)
    _uncovered(found.uncovered)
    if found.read_otherwise:
        click.echo(f"Read by other schemas than when it was sealed: {', '.join(found.read_otherwise)}.")
    if found.root:
        click.echo(f"Root: {found.root}")
    if expect not in (None, found.root):
        click.echo(f"It is another bundle than the one with the root {expect}, or was changed and sealed anew.")
    elif not found.problems:
        what = _counted(found.files, "file") + (f" and {_counted(found.schemas, 'schema')}" if found.schemas else "")
        click.echo(_holds(what, expect))
    return int(bool(found.problems) or expect not in (None, found.root))


def _holds(what: str, expect: str | None) -> str:
    if expect is not None:
        return f"The seal holds: this is the bundle that was sealed with that root, {what}."
    return (
        f"The seal holds, as far as the bundle itself can tell: {what}, consistent with its own manifest.\n"
        "Whoever changed it could have sealed it anew. A root that was kept elsewhere shows that: --expect ROOT."
    )


def _uncovered(names: "list[str]") -> None:
    from inspector.report.harmless import plain

    folders: dict[str, int] = {}
    for name in names:
        top, within, _ = name.partition("/")
        folders[top + within] = folders.get(top + within, 0) + 1
    told = [
        f"{plain(at)} ({_counted(count, 'file')})" if at.endswith("/") else plain(at) for at, count in folders.items()
    ]
    if told:
        more = f" and {len(told) - MOST_NAMED} more" if len(told) > MOST_NAMED else ""
        click.echo(f"Not sealed, as the manifest does not lead there: {', '.join(told[:MOST_NAMED])}{more}.")


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}"


@bundle.command()
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

    with _files():
        found = compare(old, new, pseudonyms(pseudonymise, key_file))
    if form == "json":
        write(json_safe(json.dumps(values(found), indent=2, ensure_ascii=False)) + "\n", None, form)
    else:
        write(text(found, everything=everything), None)
    return int(any(one.removed or one.rewritten or one.state in ("gone", "unread") for one in found))
