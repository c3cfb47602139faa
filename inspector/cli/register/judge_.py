"""`inspector register judge`: earlier submissions judged again, and which rule changes what."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from inspector.cli._watching import timed
from inspector.cli.register._options import apart, key_option, register_option

if TYPE_CHECKING:
    from inspector.judging.settling import Workings
    from inspector.model.again import Again, NotAgain, Part
    from inspector.model.register import Entry
    from inspector.register.book import Register
    from inspector.register.entries import Draft
    from inspector.register.proven import Known
    from inspector.workbench.again import Both


@click.command("judge")
@click.argument("authorities", nargs=-1, metavar="[AUTHORITY]...")
@click.option(
    "--framework",
    metavar="ID|PATH",
    envvar="INSPECTOR_FRAMEWORK",
    help="Judge by this one. Default: as before, so that only the engine can be another.",
)
@click.option(
    "--instead-of",
    metavar="ID|PATH",
    help="Hold it against this framework. Default: the last inspection in the register, else the framework of the bundle.",
)
@click.option(
    "--bundle",
    "bundles",
    multiple=True,
    type=click.Path(path_type=Path),
    help="The bundle of a submission whose files were not kept; repeatable.",
)
@click.option("--enter", is_flag=True, help="Enter what it is judged to be now. Without this nothing is entered.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output."
)
@register_option
@key_option
@timed
def command(
    authorities: tuple[str, ...],
    framework: str | None,
    instead_of: str | None,
    bundles: tuple[Path, ...],
    enter: bool,
    form: str,
    output: Path | None,
    register: str | None,
    key: Path | None,
) -> int:
    """Judge the submissions of AUTHORITY again (of all, where none is named), and say who is judged otherwise, and by which rule.

    Where both frameworks are at hand every part in which they differ is tried on the same evidence: nothing is guessed.
    It takes the files: kept ones (`inspector register add --keep`), or bundles given here.

    Exit codes: 0 judged again; 1 none could be; 2 it could not be completed.
    """
    from inspector.cli._output import ready, write
    from inspector.model.again import JudgedAgain
    from inspector.register.book import opened
    from inspector.register.named import where
    from inspector.report.again import render

    place = where(register)
    ready(output, None if "://" in place else place, framework, instead_of, *bundles)
    apart(place, output)
    _refuse_unknown(framework, instead_of)
    with opened(place) as book:
        asked = Asked(framework, instead_of, _given(bundles), enter, place)
        found = _all(book, _meant(book, authorities, asked.bundles), asked)
        told = JudgedAgain(judged=tuple(found.judged), not_judged=tuple(found.not_judged), parts=found.parts)
        entered = _entered(book, found.drafts, place, key) if enter else []
    write(render(told, form), output, form)
    if enter:
        click.echo(_told(entered), err=True)
    return int(not found.judged)


def _refuse_unknown(*frameworks: str | None) -> None:
    """Raise CannotComplete for a framework that is not there, or has errors."""
    from inspector.judging import rulebooks

    for one in frameworks:
        if one is not None:
            rulebooks.load(one)


class Asked(NamedTuple):
    """By which frameworks, and which bundles are given, by their roots."""

    framework: str | None
    instead_of: str | None
    bundles: dict[str, Path]
    enter: bool
    place: str


class Found(NamedTuple):
    """What was judged again, what was not, in what the frameworks differ, and the entries that it could be."""

    judged: "list[Again]"
    not_judged: "list[NotAgain]"
    parts: "tuple[Part, ...] | None"
    drafts: "list[Draft]"


def _given(bundles: tuple[Path, ...]) -> dict[str, Path]:
    """The bundles given, by their roots. Raises CannotComplete for one that was never sealed."""
    from inspector.bundle import read_bundle
    from inspector.model.problems import CannotComplete, listed
    from inspector.register.wrong import refused

    found: dict[str, Path] = {}
    for path in bundles:
        reading = read_bundle(path)
        if reading.evidence is None:
            raise CannotComplete(listed(reading.problems))
        if reading.evidence.root is None:
            raise refused("another-bundle", "this bundle was never sealed, so that it is of no submission", str(path))
        found[reading.evidence.root] = path
    return found


def _meant(book: "Register", authorities: tuple[str, ...], bundles: dict[str, Path]) -> "list[Entry]":
    """The submissions meant, in the order of their entries. Raises CannotComplete for a name, or a bundle, that is not there."""
    from inspector.register.wrong import refused

    found: dict[int, Entry] = {}
    for name in authorities or (None,):
        mine = book.entries(kind="submission", authority=name)
        if name is not None and not mine:
            fix = "`inspector register list`"
            raise refused("no-such-authority", f"no submission of {name[:200]!r} is in it", book.place, fix)
        found |= {one.index: one for one in mine}
    roots: set[Any] = {one.body.root for one in found.values()}  # type: ignore[union-attr]
    for root, path in bundles.items():
        if root not in roots:
            message = f"the bundle with the root {root[:19]}… is none of the submissions that are judged again"
            raise refused("another-bundle", message, str(path))
    return [found[number] for number in sorted(found)]


def _all(book: "Register", submissions: "list[Entry]", asked: Asked) -> Found:
    from inspector import clock

    found = Found([], [], None, [])
    differ: dict[tuple[str, str], tuple[Part, ...]] = {}
    unknown = False
    with clock.phase("judging again"):
        for submission in clock.each(submissions, len(submissions)):
            both = _one(book, submission, asked, found)
            if both is None:
                continue
            if both.then is None:
                unknown = True
                continue
            old, new = both.then.rulebook.framework, both.now.rulebook.framework
            if old.id == new.id and (old.digest, new.digest) not in differ:
                from inspector.workbench.other_rules import differences

                differ[old.digest, new.digest] = differences(old, new)
    parts = next(iter(differ.values())) if len(differ) == 1 and not unknown else None
    return found._replace(parts=parts)


def _one(book: "Register", submission: "Entry", asked: Asked, found: Found) -> "Both | None":
    """Judge one submission again, and put it with those that were, or with those that could not be; None then."""
    from inspector.model.again import NotAgain
    from inspector.model.problems import CannotComplete
    from inspector.workbench.again import again, judged
    from inspector.workbench.told import of_document

    body: Any = submission.body
    who: dict[str, Any] = {"submission": submission.index, "authority": submission.authority}
    stored, result = _stored(book, submission, asked.framework)
    try:
        with _bundle(book, submission, asked.bundles) as path:
            if path is None:
                why = "its files were not kept, and no bundle with its root is given (--bundle PATH)"
                found.not_judged.append(NotAgain(**who, period_end=body.period_end, why=why))
                return None
            names = _frameworks(book, submission, asked, stored)
            both = judged(_work(asked, path, stored), *names)
            told = of_document(stored, result.index) if stored and result and asked.instead_of is None else None
            notes = _notes(asked, stored, others=_has_earlier(book, submission))
            found.judged.append(again(**who, root=body.root, both=both, stored=told, notes=notes))
            if asked.enter and (draft := _draft(book, both, submission)):
                found.drafts.append(draft)
            return both
    except CannotComplete as failure:
        why = str(failure.problems[0].message) if failure.problems else "it cannot be read"
        found.not_judged.append(NotAgain(**who, period_end=body.period_end, why=why))
        return None


@contextmanager
def _bundle(book: "Register", submission: "Entry", bundles: dict[str, Path]) -> Iterator[Path | None]:
    """Where the bundle of a submission is to be read, as long as this lasts."""
    from tempfile import TemporaryDirectory

    from inspector.register.keeping import restored

    body: Any = submission.body
    if body.root in bundles:
        yield bundles[body.root]
        return
    with TemporaryDirectory() as folder:
        yield restored(book, submission, Path(folder))


def _work(asked: Asked, bundle: Path, stored: dict[str, Any] | None) -> "Callable[[str], Workings]":
    """What judges a bundle by a framework: with the earlier submissions of the register, unless then none were counted."""

    known: Known = {}

    def work(framework: str) -> "Workings":
        from inspector import inspection
        from inspector.committing import committed
        from inspector.register.recalled import recalled

        if stored is not None and not _counted_earlier(stored):
            return inspection.work(bundle, framework, despite_problems=True)
        remembered = recalled(asked.place, known=known)
        return committed(inspection.work(bundle, framework, despite_problems=True, remembered=remembered))

    return work


def _counted_earlier(stored: dict[str, Any] | None) -> bool:
    return stored is not None and "commitment" in stored["verdict"].get("assured", {})


def _stored(
    book: "Register", submission: "Entry", framework: str | None
) -> "tuple[dict[str, Any] | None, Entry | None]":
    """The last result of a submission, by the framework of that id where there is one by it."""
    import json

    from inspector.register.results import RESULT

    results = book.entries(kind="result", about=submission.index)
    same = [one for one in results if one.body.framework == framework]  # type: ignore[union-attr]
    found_by = same or results
    last = found_by[-1] if found_by else None
    found = book.content_of(last, RESULT) if last else None
    return (json.loads(found) if found else None), last


def _frameworks(
    book: "Register", submission: "Entry", asked: Asked, stored: dict[str, Any] | None
) -> tuple[str | None, str]:
    """The framework of then, None where that is not at hand, and the one to judge by now."""
    named = stored["framework"]["id"] if stored else _named(book, submission)
    now = asked.framework or named
    if asked.instead_of is not None:
        return asked.instead_of, now
    digest = stored["framework"]["digest"] if stored else None
    return (named if _at_hand(named, digest) else None), now


def _named(book: "Register", submission: "Entry") -> str:
    """The framework that the manifest of a submission names, else the default."""
    import json

    from inspector.framework.read_by import DEFAULT

    found = book.content_of(submission, "datapackage.json")
    named = json.loads(found).get("framework") if found else None
    return named if isinstance(named, str) and named else DEFAULT


def _at_hand(named: str, digest: str | None) -> bool:
    """Whether the framework of that id is here, and with that digest."""
    from inspector.judging import rulebooks
    from inspector.model.problems import CannotComplete

    try:
        found = rulebooks.load(named).framework
    except CannotComplete:
        return False
    return digest is None or found.digest == digest


def _has_earlier(book: "Register", submission: "Entry") -> bool:
    every = book.entries(kind="submission", authority=submission.authority)
    return any(one.index < submission.index for one in every)


def _notes(asked: Asked, stored: dict[str, Any] | None, *, others: bool) -> tuple[str, ...]:
    """In what else then and now are not alike; `others`: whether the register has earlier submissions."""
    if asked.instead_of is not None:
        return ()
    if stored is None:
        return (
            "No inspection of it is in the register: then is what this engine makes of it by the framework that it names"
            + ", with the earlier submissions that the register has." * others
            + "." * (not others),
        )
    notes = []
    if "visit" in stored:
        notes.append("Then it was judged with what a visit brought back, and now as it was submitted.")
    if _counted_earlier(stored):
        notes.append("Then earlier submissions were counted, and now those that the register has.")
    elif others:
        notes.append("Then no earlier submissions were counted, and none are now: `assess --register` counts them.")
    return tuple(notes)


def _draft(book: "Register", both: "Both", submission: "Entry") -> "Draft | None":
    """The entry of what it is judged to be now; None where that very result is entered already."""
    from inspector import arguing
    from inspector.register.entries import hash_of
    from inspector.register.results import draft_of
    from inspector.report.document.make import document
    from inspector.report.document.written import written

    made = document(arguing.with_pictures(both.now))
    data = written(made).encode()
    results = book.entries(kind="result", about=submission.index)
    if any(one.sha256 == hash_of(data) for entry in results for one in entry.contents):
        return None
    return draft_of(made, data, [submission], held=True)


def _entered(book: "Register", drafts: "list[Draft]", place: str, key: Path | None) -> "list[Entry]":
    from inspector.register import keys

    return book.append(drafts, keys.load(key, place)) if drafts else []


def _told(entered: "list[Entry]") -> str:
    from inspector.model.words import plural

    if not entered:
        return "Nothing was entered: the register has these very results."
    first, last = entered[0].index, entered[-1].index
    return (
        f"Entered {plural(len(entered), 'result')}: entry {first}."
        if first == last
        else f"Entered {plural(len(entered), 'result')}: entries {first} to {last}."
    )
