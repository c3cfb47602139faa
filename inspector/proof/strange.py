"""Entries that are none of a visit: of rows that were not drawn, questions and themes that its plan does not have."""

from collections.abc import Iterable

from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import did_you_mean, error, one_of
from inspector.model.visits import Entry
from inspector.model.words import short
from inspector.proof.folder import PLAN, Visit


def refuse_strange(visit: Visit, entries: Iterable[Entry]) -> None:
    """Raise CannotComplete with every entry that is none of this visit, each said once."""
    found = dict.fromkeys(one for entry in entries for one in strange(visit, entry))
    if found:
        raise CannotComplete(tuple(found))


def strange(visit: Visit, entry: Entry) -> tuple[Problem, ...]:
    """Why an entry is none of this visit; empty where it is."""
    if entry.visit != visit.plan.seal:
        message = "an entry was made on another visit, or by another plan of it"
        return (error("record-of-another-visit", Where(file=PLAN), message, fix="give the records of this visit"),)
    if entry.kind == "found":
        return row_problems(visit, entry.about)
    return theme_problems(visit, entry.about) if entry.kind == "judged" else question_problems(visit, entry.about)


def row_problems(visit: Visit, key: str) -> tuple[Problem, ...]:
    """Why nothing can be recorded of a row; empty where it was drawn."""
    try:
        visit.row(key)
    except CannotComplete as failure:
        return failure.problems
    return ()


def theme_problems(visit: Visit, theme: str) -> tuple[Problem, ...]:
    """Why a theme cannot be judged; empty where the framework has it."""
    known = [name for name, _ in visit.plan.standings]
    return () if theme in known else (_error("visit-theme", "the framework has no theme", theme, known),)


def question_problems(visit: Visit, question: str) -> tuple[Problem, ...]:
    """Why a question cannot be answered; empty where the plan asks it."""
    known = [one.id for one in visit.plan.questions]
    return () if question in known else (_error("visit-question", "the plan has no question", question, known),)


def _error(rule: str, message: str, name: str, known: list[str]) -> Problem:
    fix = did_you_mean(name, known) or (one_of(known) if known else "the plan has none")
    return error(rule, Where(file=PLAN), f"{message} {short(name, 60)!r}", fix=fix)
