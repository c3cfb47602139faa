"""`inspector bundle map`: how a file of a bundle is read, changed and shown."""

from collections.abc import Mapping
from pathlib import Path

import click

from inspector.cli._by import by
from inspector.cli._pseudonyms import pseudonym_options, pseudonyms
from inspector.cli.bundles.options import files, hide_by, in_bundle, loudness, mapping_options, names, say


@click.command("map")
@click.argument("name", shell_complete=names)
@in_bundle
@mapping_options
@click.option("--yes", is_flag=True, help="Write the unsure part of what is proposed too.")
@click.option("--new-mapping", is_flag=True, help="Let the mapping go that there is, and have all proposed anew.")
@click.option("--dry-run", is_flag=True, help="Write nothing: show what would be another.")
@pseudonym_options
@loudness
def remap(
    name: str,
    folder: Path,
    fields: Mapping[str, str],
    codes: Mapping[str, Mapping[str, str]],
    constants: Mapping[str, str],
    sheet: str | None,
    yes: bool,
    new_mapping: bool,
    dry_run: bool,
    pseudonymise: bool | None,
    key_file: Path | None,
) -> int:
    """Change how the resource NAME is read: its headings, codes, constants or sheet. Without any, show how it is.

    Exit codes: 0 it is read so now; 2 it could not be read so, and nothing was changed.
    """
    from inspector.cli.bundles import telling
    from inspector.packing.adding import NotAdded
    from inspector.packing.given import Given
    from inspector.packing.looking import gate_of
    from inspector.packing.remapping import remap as change
    from inspector.report.lines import problem_lines

    given = Given(
        sheet=sheet, fields=fields, codes=codes, constants=constants, unsure_too=yes, new_mapping=new_mapping, by=by()
    )
    asked = bool(fields or codes or constants or sheet or new_mapping or yes)
    words = ["inspector", "bundle", "map", name, *(["--bundle", str(folder)] if folder != Path() else [])]
    names_of = pseudonyms(pseudonymise, key_file)
    with files():
        try:
            done, found = change(folder, name, given, dry_run=dry_run or not asked, pseudonyms=names_of)
        except NotAdded as failure:
            hide_by(gate_of(folder, names_of), failure.added.back.gate)
            telling.refused(failure.added, problem_lines(failure.problems), words)
            return 2
    gate = done.back.gate
    hide_by(gate_of(folder, names_of), gate)
    for one in found if asked else ():
        say(f"{gate.text(one.what)}: {gate.text(one.before) or '(nothing)'} -> {gate.text(one.after) or '(nothing)'}")
    if asked and not found:
        say("Nothing is another than it was.")
    telling.table(done, gate)
    say(f"{'Nothing was written. ' if not done.written and found and asked else ''}{telling.read_line(done, folder)}")
    telling.rest(done, gate, words)
    if done.unsealed and done.written:
        say("The bundle was sealed, and is no longer.")
    return 0
