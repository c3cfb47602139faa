"""Hold every installed plugin to what is asked of one of its kind, and say all that is wrong at once."""

import contextlib
from collections.abc import Callable, Iterable
from typing import NamedTuple

from inspector import framework as frameworks
from inspector import lints, probes, signals
from inspector.judging.rulebooks import names_taken
from inspector.model.problems import CannotComplete, Problem
from inspector.plugins import Plugin, none_wanted
from inspector.workbench.check import check_one


class Examined(NamedTuple):
    """The plugins that are as they should be, what is wrong with the others, and whether all of them are left out."""

    plugins: tuple[Plugin, ...]
    problems: tuple[Problem, ...]
    left_out: bool


def examine() -> Examined:
    """Loads every plugin; a framework is read and checked as `inspector framework check` does. Nothing is raised."""
    found: list[Plugin] = []
    problems: list[Problem] = []
    rooms: tuple[tuple[Callable[[], Iterable[Plugin]], Callable[[str], object]], ...] = (
        (signals.others, signals.load),
        (probes.others, probes.load),
        (lints.others, lints.load),
        (frameworks.others, _framework),
    )
    for others, load in rooms:
        try:
            brought = tuple(others())
        except CannotComplete as failure:
            problems += failure.problems
            continue
        for plugin in brought:
            try:
                load(plugin.id)
                found.append(plugin)
            except CannotComplete as failure:
                problems += failure.problems
    with contextlib.suppress(CannotComplete):  # An id that is none is among the problems already.
        taken = names_taken()
        problems += taken
        found = [one for one in found if (one.named, one.place) not in {(p.where.file, p.where.path) for p in taken}]
    # What is wrong with all of them, an unreadable list of entry points, would be said once for each room.
    return Examined(tuple(found), tuple(dict.fromkeys(problems)), none_wanted())


def _framework(id: str) -> None:
    frameworks.named(id)
    problems = [problem for problem in check_one(frameworks.find(id)) if problem.level == "error"]
    if problems:
        raise CannotComplete(problems)
