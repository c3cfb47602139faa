"""`inspector bundle new --from FOLDER`: how each file is read is shown, what is open is asked, and the bundle is made."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli._by import by
from inspector.cli.bundles import telling
from inspector.cli.bundles.asking import ask, on_a_terminal
from inspector.cli.bundles.options import complain, files, hide_by, quoted, say
from inspector.cli.bundles.sealing import counted
from inspector.model.words import plain, short

if TYPE_CHECKING:
    from inspector.model.derivations import KnownIndicator
    from inspector.packing.gathering import Gathering
    from inspector.packing.intake import Item, Seen
    from inspector.packing.questions import Answers, Question

MOST_SHOWN = 12
"""At most so many open questions are named where nobody can be asked."""


def gather(
    folder: Path,
    source: Path,
    authority: str | None,
    start: date | None,
    end: date | None,
    answers: Path | None,
    *,
    yes: bool,
    name: str,
    framework: str | None = None,
) -> int:
    """Make the bundle; the exit code. Raises what click shows, and CannotComplete."""
    from inspector.packing.gathering import Gathering, Open, making
    from inspector.packing.intake import items, seen

    _refuse_answers(answers, folder)
    command = _command(folder, source, authority, start, end, answers, name, framework)
    with files():
        found = seen(source, folder, *([answers] if answers else []))
        _refuse_nothing(found, source)
        given = _given(answers, authority, start, end)
        _refuse_others(given, [path.name for path in found.files], str(answers))
        try:
            with making(folder, name) as manifest:
                made = Gathering(manifest, items(found.files), _named(), unsure_too=yes, by=cache(by(framework)))
                _answered(made, given, answers, command, yes=yes)
                _refuse_empty(made)
                made.finish(name)
        except Open:
            return 2
    return _report(made, found, folder, source, framework)


def _answered(made: "Gathering", given: "Answers", answers: Path | None, command: str, *, yes: bool) -> None:
    """Look, and ask, until nothing that has to be answered is open. Raises Open where nobody answers."""
    from inspector.packing.gathering import Open, required
    from inspector.packing.questions import open_ones, settled

    source = str(answers) if answers else "the answers"
    while True:
        made.look()
        hide_by(*made.gates)
        questions = made.questions()
        before = dict(made.answers)
        made.answers |= settled(questions, given, source)
        if yes:
            made.answers |= {one.key: one.proposed for one in questions if one.proposed and one.key not in made.answers}
        if made.answers != before:
            continue
        if answers is not None and answers.exists():
            # Whoever answered may have left the period to what the files show, once they can be read.
            made.answers |= {
                one.key: one.proposed for one in required(questions, made.answers) if one.day and one.proposed
            }
        left = required(questions, made.answers)
        if on_a_terminal() and not answers:
            asked = [one for one in questions if one in left] if yes else open_ones(questions, made.answers)
            if not asked:
                return
            _show(made.items)
            made.answers |= {one.key: ask(one) for one in asked}
            continue
        if yes and (answers or not on_a_terminal()) and made.keep():
            continue
        stays = left and not (yes and all(one.key[0] in ("files", "register") for one in left))
        first_time = answers is not None and not answers.exists() and open_ones(questions, made.answers) and not yes
        if not stays and not first_time:
            return
        _ask_in_writing(
            made.items,
            list(made.ever.values()),
            left or open_ones(questions, made.answers),
            made.answers,
            answers,
            command,
        )
        raise Open


def _ask_in_writing(
    items: "Sequence[Item]",
    questions: "Sequence[Question]",
    left: "Sequence[Question]",
    said: "Answers",
    answers: Path | None,
    command: str,
) -> None:
    from inspector.packing.questions import as_yaml
    from inspector.writing import whole

    if answers is not None:
        shown = {**{one.key: one.proposed for one in questions if one.day and one.proposed}, **said}
        left = [one for one in left if one.key not in shown]
        whole.write(answers, as_yaml(questions, shown, command).encode(), through_links=True)
        _show(items)
        opened = f"{counted(len(left), 'question')} {'is' if len(left) == 1 else 'are'} open"
        if not any(one.required for one in left):
            opened = "Nothing has to be answered, but the period can be looked over, and more be said"
        click.echo(
            f"{opened}; nothing was made yet. Answer in {plain(str(answers))}, and run the same again: {plain(command)}",
            err=True,
        )
        return
    _show(items)
    for one in left[:MOST_SHOWN]:
        choices = f" One of: {', '.join(one.choices)}." if one.choices else ""
        proposed = f" Proposed: {one.proposed}." if one.proposed else ""
        complain(f"{plain(': '.join(one.key))}: {plain(one.text)}{plain(choices)}{plain(proposed)}")
    more = f" and {len(left) - MOST_SHOWN} more" if len(left) > MOST_SHOWN else ""
    click.echo(
        f"{counted(len(left), 'question')} open{more}, and nobody to ask; nothing was made. Have them written to a file: "
        f"{plain(command)} --answers answers.yaml",
        err=True,
    )


def _show(items: "Sequence[Item]") -> None:
    """How each file is read, as far as it is known."""
    for item in items:
        if item.added is None and item.left_out and not item.left_out.startswith("you said"):
            say(f"{plain(item.said)}: {item.left_out} ({_why(item)})")
        read = item.added or (item.tried if not item.left_out else None)
        if read is None:
            continue
        kind = f"{read.resource['kind']}, {read.resource['part']}" if "part" in read.resource else read.resource["kind"]
        say("")
        open_ones = sum(one.required for one in item.questions)
        left = f"{counted(open_ones, 'question')} open" if open_ones else "it cannot be read yet"
        say(
            f"{plain(item.said)}: {kind}; {counted(read.back.readable, 'row')} can be read"
            if item.added
            else f"{plain(item.said)}: {kind}; {left}"
        )
        telling.table(read, read.back.gate)


def _report(made: "Gathering", found: "Seen", folder: Path, source: Path, framework: str | None) -> int:
    by_it = telling.by_it(framework)
    _show(made.items)
    for item in made.items:
        if item.added is not None:
            gate = item.added.back.gate
            if item.added.back.readable < item.added.back.rows:
                say(f"{plain(item.said)}: {telling.read_line(item.added, folder, framework)}")
                telling.codes(item.added.back.codes)
            for doubt in item.added.draft.proposed.doubts if item.added.draft.proposed else ():
                if "indicator-register" not in doubt and "which direction is better" not in doubt:
                    say(f"Mind, {plain(item.said)}: {plain(gate.text(doubt))}")
    say("")
    for name, why in found.passed:
        say(f"Not looked at: {plain(name)} ({plain(why)})")
    lost = [item for item in made.items if item.added is None]
    for item in lost:
        say(f"Left out: {plain(item.said)} ({_why(item)})")
        if any(one.rule in ("unknown-kind", "not-added") for one in item.problems) or _codes(item):
            add = quoted(["inspector", "bundle", "add", str(item.file), "--bundle", str(folder), *by_it])
            say(f"  to add it: {plain(add)}, which says what is missing")
    if made.own_register:
        say("indicator-register.csv was made of what was proposed and answered: look at it.")
    count = len({one["path"] for one in made.manifest.document["resources"]})
    period = made.manifest.document["period"]
    say(f"The evidence is about {period['start']} to {period['end']}.")
    say(f"Made {plain(str(folder))} from {plain(str(source))} with {counted(count, 'file')}.")
    check, assess = (quoted(["inspector", word, str(folder), *by_it]) for word in ("check", "assess"))
    say(f"Next: {check}, then {assess}")
    not_understood = any(item.added and item.added.back.codes for item in made.items)
    return int(not_understood or any(not item.left_out.startswith("you said") for item in lost))


def _why(item: "Item") -> str:
    if item.left_out.startswith("you said"):
        return item.left_out
    first = item.problems[-1] if item.problems else None
    if first:
        return short(first.message, 160)
    back, codes = item.tried.back if item.tried else None, _codes(item)
    if not back or not codes:
        return "it was not answered"
    return f"{back.readable} of {counted(back.rows, 'row')} can be read; not understood: {short(', '.join(codes), 120)}"


def _codes(item: "Item") -> list[str]:
    """The codes that stayed open, each with its field."""
    return [f"{one.key[-1]!r} as {one.key[-2]}" for one in item.questions if "codes" in one.key[len(item.key) :]]


def _refuse_nothing(found: "Seen", source: Path) -> None:
    from inspector.model.problems import CannotComplete, Where
    from inspector.model.remarks import error

    if not found.files:
        for name, why in found.passed:
            click.echo(f"Not looked at: {plain(name)} ({plain(why)})", err=True)
        message = "no file in the folder can hold a table; nothing was made"
        raise CannotComplete([error("empty-bundle", Where(file=str(source)), message)])


def _refuse_empty(made: "Gathering") -> None:
    from inspector.model.problems import CannotComplete, Where
    from inspector.model.remarks import error

    if not made.manifest.document["resources"]:
        for item in made.items:
            click.echo(f"Left out: {plain(item.said)} ({_why(item)})", err=True)
        message = "none of the files can be read as evidence; nothing was made"
        raise CannotComplete([error("empty-bundle", Where(file="datapackage.json"), message)])


def _refuse_answers(answers: Path | None, folder: Path) -> None:
    """Refuse a file of answers that lies where the bundle will, or that cannot be written."""
    from inspector.cli._output import ready

    if answers is None:
        return
    if answers.resolve().is_relative_to(folder.resolve()):
        raise click.BadParameter(
            "it would lie in the bundle that is made: name another place.", param_hint="'--answers'"
        )
    ready(answers)


def _given(answers: Path | None, authority: str | None, start: date | None, end: date | None) -> "Answers":
    """The answers of the command line, and of the file where there is one."""
    from inspector import files as from_outside
    from inspector.packing.questions import from_yaml

    found: Answers = {}
    if answers is not None and answers.exists():
        found = from_yaml(from_outside.data(answers, "yaml-bytes"), str(answers))
    said = {("authority",): authority, ("period", "start"): start, ("period", "end"): end}
    return found | {key: str(value) for key, value in said.items() if value is not None}


def _refuse_others(given: "Answers", names: list[str], answers: str) -> None:
    """Raise CannotComplete for answers about files that are not in the folder: they would be of no use, and not be seen."""
    from inspector.model.problems import CannotComplete, Where, shown
    from inspector.model.remarks import did_you_mean, error

    strange = dict.fromkeys(key[1] for key in given if key[0] == "files" and len(key) > 1 and key[1] not in names)
    if strange:
        raise CannotComplete([
            error("answers", Where(file=answers), f"{shown(name)} is no file of the folder", fix=did_you_mean(name, names))
            for name in strange
        ])  # fmt: skip


def _named() -> "tuple[KnownIndicator, ...]":
    """The indicators that the default framework knows by name."""
    from inspector.framework.read_by import DEFAULT
    from inspector.judging.rulebooks import load

    return tuple(load(DEFAULT).framework.indicators)


def _command(
    folder: Path,
    source: Path,
    authority: str | None,
    start: date | None,
    end: date | None,
    answers: Path | None,
    name: str,
    framework: str | None,
) -> str:
    words = ["inspector", "bundle", "new", str(folder), "--from", str(source)]
    said = (("--authority", authority), ("--from", start), ("--to", end), ("--answers", answers))
    for option, value in said:
        words += [option, str(value)] if value is not None else []
    words += ["--name", name] if name != "evidence" else []
    return quoted([*words, *telling.by_it(framework)])
