"""Earlier submissions of the same authority, held against one that was read already: refused, told of, and what each held."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from inspector.bundle.pseudonyms import Pseudonyms
from inspector.bundle.reading import BundleReading
from inspector.evidence.held import held
from inspector.model.differences import Difference
from inspector.model.evidence import Before, Evidence
from inspector.model.held import Held
from inspector.model.problems import CannotComplete, Problem, Where, listed
from inspector.model.remarks import error, query
from inspector.model.spellings import words_alone
from inspector.packing.comparing import before_of, compared, read


class Earlier(NamedTuple):
    """Earlier submissions: `differences` and `before` of the last of them, what each held, and what is to be told of them."""

    differences: list[Difference]
    before: Before
    history: tuple[Held, ...]
    problems: list[Problem]


def held_against(paths: Sequence[Path], after: BundleReading, pseudonyms: Pseudonyms | None = None) -> Earlier:
    """What became of every table of the last earlier submission in one that was read already, and what each of them held.

    The very same bundle is no part of the history. Raises CannotComplete where one cannot be read, or is not an earlier
    submission of the same authority.
    """
    histories, problems = [], []
    last: tuple[date, Evidence, BundleReading] | None = None
    now = after.evidence
    for path in dict.fromkeys(paths):
        reading, then = _read(path, after, pseudonyms)
        as_sealed = not any(one.rule in ("wrong-root", "rows-changed") for one in reading.problems)
        problems += remarks(path, as_sealed=as_sealed)
        one = held(then, "").model_copy(update={"as_sealed": as_sealed})
        if now is not None and then.digest != now.digest:
            histories.append(one)
        if last is None or one.received_on >= last[0]:
            last = one.received_on, then, reading
    assert last is not None
    assert now is not None
    before = before_of(last[1], now)
    sealed = not any(one.rule in ("wrong-root", "rows-changed") for one in last[2].problems)
    differences = compared(last[2], after)
    return Earlier(differences, before.model_copy(update={"as_sealed": sealed}), tuple(histories), problems)


def remarks(old: Path, *, as_sealed: bool) -> list[Problem]:
    """What is to be told of an earlier submission that could be read: that it is not as it was sealed."""
    if as_sealed:
        return []
    message = (
        "the bundle given as the earlier submission is not as it was sealed, so what it said then nobody can prove"
    )
    return [query("not-an-earlier-submission", Where(file=old.name), message, fix="give it as it was handed in")]


def _read(old: Path, after: BundleReading, pseudonyms: Pseudonyms | None) -> tuple[BundleReading, Evidence]:
    try:
        before = read(old, pseudonyms, lambda _: after.by)
    except CannotComplete as failure:
        raise CannotComplete([_of_earlier(old, one) for one in failure.problems]) from None
    then, now = before.evidence, after.evidence
    if then is None or now is None:
        raise CannotComplete([_of_earlier(old, one) for one in listed(before.problems)])
    if why := _not_earlier(then, now):
        raise CannotComplete([error("not-an-earlier-submission", Where(file=old.name), why[0], fix=why[1])])
    return before, then


def _of_earlier(old: Path, problem: Problem) -> Problem:
    """A problem of an earlier submission, told as one of it: both have files of the same names."""
    where = problem.where
    told = (
        where if where.file == str(old) else where.model_copy(update={"file": (Path(old.name) / where.file).as_posix()})
    )
    return problem.model_copy(update={"where": told, "message": f"of what --earlier names: {problem.message}"})


def _not_earlier(then: Evidence, now: Evidence) -> tuple[str, str] | None:
    """Why a bundle is no earlier submission of another, and what to do; None where it may be one."""
    if words_alone(then.authority) != words_alone(now.authority):
        return "the bundle given as the earlier submission is of another authority", "give one of the same authority"
    if then.period_end > now.period_end or (then.submitted_at or date.min) > (now.submitted_at or date.max):
        return "the bundle given as the earlier submission is later than this one", "give the two the other way round"
    return None
