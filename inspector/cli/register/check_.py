"""`inspector register check`: whether everything in a register still fits."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli._watching import timed
from inspector.cli.register._options import entries, key_option, register_option

if TYPE_CHECKING:
    from inspector.register.checking.whole import Checked
    from inspector.register.ed25519 import Public


@click.command()
@register_option
@key_option
@click.option(
    "--public", "public_file", type=click.Path(path_type=Path, dir_okay=False),
    help="The public key of the register as you keep it. Default: the .pub beside the register.",
)  # fmt: skip
@click.option(
    "--receipt", "receipts", multiple=True, type=click.Path(path_type=Path, dir_okay=False),
    help="A receipt from this register: it has to begin with what was signed then. Several may be given.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How it is told.")
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write it to this file.")
@timed
def command(
    register: str | None,
    key: Path | None,
    public_file: Path | None,
    receipts: tuple[Path, ...],
    form: str,
    output: Path | None,
) -> int:
    """Check that everything in a register still fits.

    Every entry is held to its text, its columns, the tree and the clock; every content to its hash; every checkpoint to its
    entries and its signatures; the file to the bytes that belong there, and to what is kept beside the key. A receipt, wherever
    it was kept, finds what was changed since by whoever has the key.

    Exit codes: 0 everything fits; 1 something does not; 2 it could not be checked.
    """
    from inspector import clock
    from inspector.cli._output import ready, write
    from inspector.register import keys
    from inspector.register.book import opened
    from inspector.register.checking.whole import check
    from inspector.register.named import where

    place = where(register)
    ready(output, place if "://" not in place else None, key, public_file, *receipts)
    at = keys.where(key, place)
    outside = _outside(public_file, at)
    with clock.phase("checking the register"), opened(place) as book:
        found = check(book, outside, at, receipts)
        text = _json(found) if form == "json" else "".join(f"{line}\n" for line in _lines(found, book.place, outside))
    write(text, output, form)
    return 1 if found.findings else 0


def _outside(public_file: Path | None, key: Path | None) -> "Public | None":
    """The public key that somebody keeps: as named, else beside the private one, else that of the private one."""
    from inspector.register import keys

    if public_file is not None:
        return keys.public(public_file)
    if key is None:
        return None
    for path in (key.with_suffix(keys.PUBLIC), key):
        if path.exists():
            return keys.public(path)
    return None


def _lines(found: "Checked", place: str, outside: "Public | None") -> list[str]:
    from inspector.model.words import plain, plural
    from inspector.report.lines import problem_lines, wrapped

    seen = (
        f"{place}: {entries(found.entries)}, {plural(found.contents, 'content')}, "
        f"{plural(found.checkpoints, 'signed checkpoint')}."
    )
    lines = [plain(seen), *problem_lines(found.findings)]
    many = len(found.findings)
    lines.append(f"{plural(many, 'thing')} do{'es' * (many == 1)} not fit." if many else "Everything fits.")
    if outside is not None:
        lines.append(plain(f"Held to the key {outside.name} ({outside.key})."))
    for note in found.notes:
        lines += wrapped(f"{note[:1].upper()}{note[1:]}.", "Note: ", "  ")
    return lines


def _json(found: "Checked") -> str:
    import json

    said = {
        "fits": not found.findings,
        "entries": found.entries,
        "contents": found.contents,
        "checkpoints": found.checkpoints,
        "findings": [
            {"rule": one.rule, "place": one.where.file, "message": one.message, "fix": one.fix}
            for one in found.findings
        ],
        "notes": list(found.notes),
    }
    return json.dumps(said, indent=2, ensure_ascii=False) + "\n"
