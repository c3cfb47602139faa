"""Rows written down from filled sheets, or asked for one by one; and what is said of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli.visit import _records
from inspector.model.words import agree, plain, plural

if TYPE_CHECKING:
    from inspector.model.visits import Entry
    from inspector.proof.filled import Filled
    from inspector.proof.folder import Visit
    from inspector.proof.recording import Draft


def from_sheets(
    visit: "Visit", sheets: Sequence[Path], by: str | None, at: str | None, correct: tuple[str, ...]
) -> int:
    from inspector.proof.filled import read_filled
    from inspector.proof.recording import record

    filled = read_filled(sheets, visit.plan, visit.frame, visit.rounds)
    drafts = _drafts(filled, by, at)
    refused = False
    for name, own in drafts.items():
        with _records.writing(visit, name) as file:
            done = record(file, visit, own, correct)
        _tell_rows(visit, done.written)
        refused = _records.tell(done, name, "row") or refused
    for problem in filled.problems:
        click.echo(str(problem), err=True)
    if filled.blank:
        click.echo(f"{plural(len(filled.blank), 'row')} of the sheets {agree(len(filled.blank), 'is', 'are')} blank.")
    _tell_left(visit)
    return int(refused or any(problem.level == "error" for problem in filled.problems))


def _drafts(filled: "Filled", by: str | None, at: str | None) -> "dict[str, list[Draft]]":
    """What the sheets say, by who found it: who is named on the command line, else on the sheet."""
    from inspector.proof.appending import name_of
    from inspector.proof.recording import Draft

    drafts: dict[str, list[Draft]] = {}
    now = at or _records.now()
    for row in filled.rows:
        draft = Draft("found", row.key, row.when or now, row.seen, row.found, says=row.note)
        drafts.setdefault(by or (name_of(row.who) if row.who.strip() else _records.named(by)), []).append(draft)
    for one in filled.answers:
        draft = Draft("answered", one.question, one.when or now, says=one.says)
        drafts.setdefault(by or (name_of(one.who) if one.who.strip() else _records.named(by)), []).append(draft)
    return drafts


def row_by_row(visit: "Visit", by: str, at: str | None, correct: tuple[str, ...], whom: str | None) -> int:
    from inspector.cli.visit._asking import Stopped, ask
    from inspector.proof.asked_rows import asked_of
    from inspector.proof.recording import Draft, record

    keys = correct or _open(visit, whom)
    half = _half(visit, by)
    asks = asked_of(visit.plan, visit.frame)
    refused = False
    click.echo(f"{plural(len(keys), 'row')} to ask for; what is answered is kept at once.")
    try:
        for number, key in enumerate(keys):
            row = visit.rows[key]
            said = ask(row, visit.claims[row.claim], asks[key])
            if said.seen is None:
                continue
            draft = Draft("found", key, at or _records.now(), said.seen, said.found, says=said.note)
            with _records.writing(visit, by) as file:
                done = record(file, visit, [draft], [key] if key in correct or key in half else [])
            for problem in done.refused:
                refused = True
                click.echo(str(problem), err=True)
            _tell_rows(visit, done.written)
            if done.written:
                click.echo(f"  Recorded. {plural(len(keys) - number - 1, 'row')} to go.")
    except Stopped:
        click.echo("\nStopped here; what was answered is recorded.")
    _tell_left(visit)
    return int(refused)


def _open(visit: "Visit", whom: str | None) -> tuple[str, ...]:
    """The rows that were drawn and are not answered yet, in the order drawn; of one sheet alone where `whom` says so."""
    from inspector.model.remarks import did_you_mean, one_of
    from inspector.proof.standing import of_folder

    left = of_folder(visit).left
    if whom is None:
        return left
    known = {visit.rows[key].whom for key in visit.drawn}
    if whom not in known:
        hint = did_you_mean(whom, sorted(known)) or one_of(sorted(known))
        raise click.BadParameter(f"there is no sheet of {plain(whom)[:80]!r}: {plain(hint)}", param_hint="--whom")
    return tuple(key for key in left if visit.rows[key].whom == whom)


def _half(visit: "Visit", by: str) -> frozenset[str]:
    """The rows that this inspector saw and did not fill in: to answer them again is to complete them."""
    from inspector.proof.standing import of_folder

    return frozenset(row.key for row in of_folder(visit).rows if row.missing and by in row.by)


def _tell_rows(visit: "Visit", written: "Sequence[Entry]") -> None:
    """Say of each row that was just recorded what is not as written, and what is still to be filled in."""
    from inspector.proof.asks import ask_of
    from inspector.proof.row_standing import fields

    for entry in written:
        how = fields(visit, entry.about, entry) if entry.kind == "found" else {}
        told = {
            word: ", ".join(ask_of(one).label for one, is_so in how.items() if is_so == word)
            for word in ("differs", "not-read")
        }
        if told["differs"]:
            click.echo(f"{entry.about}: not as written: {told['differs']}.")
        if told["not-read"] and entry.seen == "seen" and not told["differs"]:
            click.echo(
                f"{entry.about}: no answer until this is filled in: {told['not-read']} (--correct {entry.about})."
            )


def _tell_left(visit: "Visit") -> None:
    from inspector.proof.standing import of_folder

    left = of_folder(visit).left
    drawn = plural(len(visit.drawn), "row")
    if left:
        first = ", ".join(left[:5]) + (", …" if len(left) > 5 else "")
        click.echo(f"Of {drawn} drawn {len(left)} {'is' if len(left) == 1 else 'are'} not answered yet: {first}")
    else:
        click.echo(f"All {drawn} drawn are answered.")
    click.echo(f"What that proves: inspector visit status {plain(str(visit.folder))}")
