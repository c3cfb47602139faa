"""What waivers keep silent, and waivers that are refused.

A waiver speaks for the thing it stands in: a rule, a row, a theme or, at the top of `framework.yaml`, the framework itself, which
is all that stands in none of these. What it is about is known by the place of the remark.
"""

import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import PurePath
from typing import NamedTuple

from inspector.model.problems import Problem, Where, shown
from inspector.model.remarks import did_you_mean
from inspector.model.rules import Framework, Placed, Rule
from inspector.model.waivers import Waiver

ID = "waiver"
"""Of remarks on waivers; nothing can waive it."""
LONGEST = timedelta(days=3 * 366)
"""A waiver holds for three years at most; then somebody looks again."""
FEWEST_WORDS = 3
"""In fewer words nobody says why."""
Place = tuple[int, int]
Owner = str


class Speaker(NamedTuple):
    """A lint as waivers see it: whether it can be waived, and whether it looked at all it looks at."""

    waivable: bool
    looked: bool


class Heard(NamedTuple):
    """Remarks that stand, and those that a waiver keeps silent, each with the waiver."""

    problems: tuple[Problem, ...]
    waived: tuple[tuple[Waiver, Problem], ...] = ()


def day_of_this_run() -> date:
    """Today in UTC, or the day that `SOURCE_DATE_EPOCH` names."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if re.fullmatch(r"[0-9]{1,11}", seconds):
        return datetime.fromtimestamp(int(seconds), UTC).date()
    return datetime.now(UTC).date()


def expired(framework: Framework, today: date | None = None) -> tuple[Waiver, ...]:
    """The waivers whose last day is past, today or on the day of this run."""
    day = today or day_of_this_run()
    return tuple(one for one in framework.waivers if (until := _day(one.until)) is not None and until < day)


def silenced(
    framework: Framework, found: Iterable[Problem], lints: Mapping[str, Speaker], today: date, *, late: bool = False
) -> Heard:
    """The remarks that no good waiver keeps silent, with a remark for each waiver that is refused.

    `late`: one that has expired keeps silent what it did. Evidence is judged all the same; who looks at the framework is told.
    """
    if not framework.waivers:
        return Heard(tuple(found))
    owners = _owners(framework)
    of = {waiver.where: owner for owner, thing in _things(framework) for waiver in thing.waive}
    refused = {
        waiver.where: reason
        for waiver in framework.waivers
        if (reason := _refused(waiver, lints, date.min if late else today, today))
    }
    good = {(waiver.lint, of[waiver.where]): waiver for waiver in framework.waivers if waiver.where not in refused}
    problems, waived = [], []
    for problem in found:
        waiver = good.get((problem.rule, _owner(problem.where, owners)))
        if waiver is None:
            problems.append(problem)
        else:
            waived.append((waiver, problem))
    problems += refused.values()
    own = [waiver for waiver in framework.waivers if not _of_base(framework, waiver)]
    problems += _idle(own, waived, refused, lints)
    return Heard(tuple(problems), tuple(waived))


def _of_base(framework: Framework, waiver: Waiver) -> bool:
    """Whether it stands in what a variant is built on. There it may be idle: what it is for may be what the variant dropped."""
    folder = PurePath(waiver.where.file).parent
    folder = folder.parent if folder.name == "rules" else folder
    return any(folder == PurePath(base.path) for base in framework.extends)


def _refused(waiver: Waiver, lints: Mapping[str, Speaker], least: date, today: date) -> Problem | None:
    """Why it is refused, where it is; `least` is the earliest day until which it may hold."""
    if waiver.lint not in lints:
        message = f"there is no lint {shown(waiver.lint)} that could be waived"
        return _wrong(waiver, message, "the id of a lint", did_you_mean(waiver.lint, list(lints)))
    if not lints[waiver.lint].waivable:
        message = f"{waiver.lint} cannot be waived: what it finds could not be applied as it is meant"
        return _wrong(waiver, message, fix="mend what it finds")
    if len(re.findall(r"\w+", waiver.because)) < FEWEST_WORDS or not waiver.by.strip():
        return _wrong(waiver, "nobody can tell why this is waived, or by whom", "`because` as a sentence, and `by`")
    until = _day(waiver.until)
    if until is None:
        return _wrong(waiver, f"{shown(waiver.until)} is no day", "a day as 2027-03-31")
    if until < least:
        fix = "mend what was waived, or say anew why it is right and until when"
        return _wrong(waiver, f"the waiver of {waiver.lint} held until {waiver.until} and has expired", fix=fix)
    if until > today + LONGEST:
        return _wrong(waiver, f"{waiver.until} is more than three years away", "a day on which somebody looks again")
    return None


def _idle(
    waivers: Iterable[Waiver],
    waived: Iterable[tuple[Waiver, Problem]],
    refused: Mapping[Where, Problem],
    lints: Mapping[str, Speaker],
) -> Iterator[Problem]:
    """Waivers that keep nothing silent: what they were for is mended, or they stand in the wrong place."""
    used = {waiver.where for waiver, _ in waived}
    for waiver in waivers:
        if waiver.where not in used and waiver.where not in refused and lints[waiver.lint].looked:
            message = f"nothing is waived here: {waiver.lint} finds nothing in {waiver.of}"
            yield _wrong(waiver, message, fix="take the waiver out, or put it where the remark is")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _wrong(waiver: Waiver, message: str, expected: str = "", fix: str = "") -> Problem:
    return Problem(rule=ID, level="error", where=waiver.where, message=message, expected=expected, fix=fix)


def _things(framework: Framework) -> Iterator[tuple[Owner, Framework | Placed]]:
    """Everything that can hold waivers, under a name that no other has."""
    yield "framework", framework
    for sort, things in (("theme", framework.themes), ("rule", framework.rules), ("row", framework.verdicts)):
        for place, thing in enumerate(things):
            yield f"{sort}/{place}", thing


def _owners(framework: Framework) -> dict[str, list[tuple[Place, Owner]]]:
    """By file the places at which something begins, in order: what lies from there to the next belongs to it."""
    found: dict[str, list[tuple[Place, Owner]]] = {}
    for owner, thing in _things(framework):
        for where in _begins(thing):
            found.setdefault(where.file, []).append(((where.line or 0, where.column or 0), owner))
    return {file: sorted(places) for file, places in found.items()}


def _begins(thing: Framework | Placed) -> list[Where]:
    if isinstance(thing, Framework):
        return [where for _, where in thing.places]
    own = [thing.where, *(where for _, where in thing.places)]
    whole = [part.where for part in (*thing.when, *thing.unless)] if isinstance(thing, Rule) else []
    return [min(own + whole, key=lambda where: (where.line or 0, where.column or 0))]


def _owner(where: Where, owners: Mapping[str, list[tuple[Place, Owner]]]) -> Owner:
    begins = owners.get(where.file, [])
    place = bisect_right([at for at, _ in begins], (where.line or 0, where.column or 0))
    return begins[place - 1][1] if place else "framework"
