"""`inspector bundle add`: one file put into a bundle, and read back before that is said."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli._by import by, words_of
from inspector.cli._pseudonyms import pseudonym_options, pseudonyms
from inspector.cli.bundles import options
from inspector.cli.bundles.options import files, hide_by, in_bundle, loudness, mapping_options, quoted, say

if TYPE_CHECKING:
    from inspector.packing.adding import Added


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@click.option("--kind", callback=options.kind, shell_complete=options.kinds, help="What a row is; else it is proposed.")
@click.option(
    "--part",
    shell_complete=options.parts,
    help="Which part of a kind: actions, statuses, factors, questions, claims.",
)
@in_bundle
@click.option("--name", help="A short name for the resource; with --replace, the one whose place it takes.")
@mapping_options
@click.option(
    "--schema", "schema", type=click.Path(path_type=Path, dir_okay=False), help="The row schema of an own table."
)
@click.option("--yes", is_flag=True, help="Write the unsure part of the mapping too.")
@click.option("--replace", is_flag=True, help="Put it in the place of the file of that name. Its mapping is kept.")
@click.option("--new-mapping", is_flag=True, help="With --replace: let the mapping go, and have all proposed anew.")
@click.option("--names-may-travel", is_flag=True, help="Add it though a column looks as if it held names of people.")
@click.option("--dry-run", is_flag=True, help="Write nothing: show how it would be read.")
@click.option("--recorded-by", help="Who wrote the rows: a role or team.")
@click.option("--source-system", help="The system they came from.")
@click.option("--extracted-at", help="When they were taken from it.")
@click.option("--submitted-by", help="The role that submits them.")
@words_of
@pseudonym_options
@loudness
def add(
    file: Path,
    kind: str | None,
    part: str | None,
    folder: Path,
    name: str | None,
    fields: Mapping[str, str],
    codes: Mapping[str, Mapping[str, str]],
    constants: Mapping[str, str],
    sheet: str | None,
    schema: Path | None,
    yes: bool,
    replace: bool,
    new_mapping: bool,
    names_may_travel: bool,
    dry_run: bool,
    framework: str | None,
    pseudonymise: bool | None,
    key_file: Path | None,
    **provenance: str | None,
) -> int:
    """Add FILE to a bundle, with a mapping proposed from its headings and codes. `-` reads standard input.

    It is read back before anything is written: what cannot be read is not added, and what is missing is said.

    Exit codes: 0 added, or with --dry-run it would be; 2 not, and nothing was changed.
    """
    from inspector.cli.bundles import telling
    from inspector.cli.bundles.piped import standing
    from inspector.packing.adding import NotAdded
    from inspector.packing.adding import add as put
    from inspector.packing.given import Given
    from inspector.packing.looking import gate_of
    from inspector.report.lines import problem_lines

    if schema is not None and kind != "table":
        raise click.UsageError("--schema goes with --kind table: every other kind has a row schema of ours.")
    if new_mapping and not replace:
        raise click.UsageError("--new-mapping goes with --replace: a file that is new has no mapping yet.")
    stated = {key: value for key, value in provenance.items() if value}
    given = Given(
        kind,
        part,
        name,
        sheet,
        fields,
        codes,
        constants,
        stated,
        schema,
        yes,
        replace,
        new_mapping,
        names_may_travel,
        by(framework),
    )
    words = telling.command(file, folder, given, framework)
    names_of = pseudonyms(pseudonymise, key_file)
    with files(), standing(file, name) as (lies, path):
        try:
            added = put(lies, folder, given, path=path, dry_run=dry_run, pseudonyms=names_of)
        except NotAdded as failure:
            hide_by(gate_of(folder, names_of), failure.added.back.gate)
            telling.refused(failure.added, problem_lines(failure.problems), words)
            return 2
    hide_by(gate_of(folder, names_of), added.back.gate)
    _report(added, folder, words, framework, said=kind is not None)
    return 0


def _report(added: "Added", folder: Path, words: list[str], framework: str | None, *, said: bool) -> None:
    from inspector.cli.bundles import telling
    from inspector.report.harmless import plain

    resource, gate, found = added.resource, added.back.gate, added.draft.proposed
    part = f", part {resource['part']}" if "part" in resource else ""
    sheet = f", sheet {plain(resource['sheet'])}" if "sheet" in resource else ""
    what = "Added" if added.written else "Nothing was written. It would be added:"
    place = f", in the place of {plain(str(added.replaced.get('name')))}" if added.replaced is not None else ""
    say(
        f"{what} {plain(resource['path'])} as {resource['kind']}{part}{sheet}{place}. "
        f"{telling.read_line(added, folder, framework)}"
    )
    if found and found.why and not said and added.replaced is None:
        why = found.why if found.why.startswith("taken for") else f"taken for {resource['kind']}{part}: {found.why}"
        say(f"The kind was {plain(gate.text(why)).rstrip('.')}.")
    if added.draft.kept:
        say(f"The mapping that {plain(resource['name'])} had was kept.")
    telling.table(added, gate)
    again = [*words, *(["--replace"] if added.written and "--replace" not in words else [])]
    telling.rest(added, gate, again)
    telling.verbose_problems(added)
    if added.unsealed and added.written:
        say("The bundle was sealed, and is no longer.")
    check, seal = (
        quoted(["inspector", *words, *telling.by_it(framework)]) for words in (["check"], ["bundle", "seal"])
    )
    say(f"Next: {check}, then {seal}" if added.written else "Next: the same without --dry-run")
