"""Filled sheets read back: what was seen of each row, what was found, who looked and when; and what is wrong, with its place.

A blank is never taken for an answer, and a row that cannot be read as meant is not taken at all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, error, query
from inspector.model.visits import Framed, Round, VisitPlan
from inspector.proof.asked_rows import asked_of
from inspector.proof.filled_answers import FilledAnswer, answers
from inspector.proof.filled_files import Grid, files_in, grids
from inspector.proof.filled_heads import NAMES, plainly, tables
from inspector.proof.filled_nouns import Blank, FilledRow, Known
from inspector.proof.filled_rows import Rows
from inspector.proof.sheets import FINDS, short_seal
from inspector.values import ids

__all__ = ["Filled", "FilledAnswer", "FilledRow", "read_filled"]


@dataclass(frozen=True)
class Filled:
    """What stands in filled sheets. `blank` are keys whose rows say nothing yet; `files` those in which something was read.

    No row and no answer is here that an error is about.
    """

    rows: tuple[FilledRow, ...]
    answers: tuple[FilledAnswer, ...]
    blank: tuple[str, ...]
    problems: tuple[Problem, ...]
    files: tuple[str, ...]


def read_filled(paths: Sequence[Path], plan: VisitPlan, frame: Iterable[Framed], rounds: Iterable[Round]) -> Filled:
    """What stands in the sheets at those places, files or folders. Raises CannotComplete where there are far too many."""
    known, fields, given = _known(plan, tuple(frame), rounds)
    rows: list[FilledRow] = []
    said: list[FilledAnswer] = []
    blank: list[str] = []
    problems: list[Problem] = []
    read: list[str] = []
    for path, told in files_in(paths):
        try:
            sheets = grids(path, told)
        except Unreadable as failure:
            problems.append(failure.problem)
            continue
        found = [one for grid in sheets for one in tables(grid, fields, given)]
        if not found:
            problems += _no_sheet(told, sheets)
            continue
        read.append(told)
        for grid, heads in found:
            if heads.questions:
                _put(answers(grid, heads, plan), said, blank, problems)
            else:
                _put(Rows(grid, heads, known).each(), rows, blank, problems)
    kept, twice = _once(rows)
    told_once, conflicts = _answers_once(said)
    recorded = {row.key for row in rows} | {one.question for one in said}
    left = tuple(sorted({key for key in blank if key not in recorded}))
    return Filled(kept, told_once, left, (*problems, *twice, *conflicts), tuple(read))


def _known(
    plan: VisitPlan, frame: Sequence[Framed], rounds: Iterable[Round]
) -> tuple[Known, Mapping[str, str], tuple[str, ...]]:
    """What rows are held against, the fields by the headings they may have, and the headings of what is given."""
    asks = asked_of(plan, frame)
    every = {ask.field: ask for some in asks.values() for ask in some}
    fields = {plainly(heading): name for name, ask in every.items() for heading in (name, ask.label, ask.question)}
    finds = {name for row in frame for name in row.find}
    given = [FINDS.get(name) or name.replace("_", " ") for name in finds] + [*finds]
    given += [word for name in ("number", "round", "whom", "rows") for word in NAMES[name]]
    drawn = frozenset(key for one in rounds for key in one.rows)
    known = Known(short_seal(plan.seal), _keys(frame), drawn, asks)
    return known, fields, tuple(plainly(text) for text in given)


def _keys(frame: Sequence[Framed]) -> dict[str, str]:
    """Keys by how people may write them: as they stand, and by the row's own id where no other row has it."""
    named: dict[str, list[str]] = {}
    for row in frame:
        if own := row.find.get("id"):
            named.setdefault(ids.key(own), []).append(row.key)
    return {own: keys[0] for own, keys in named.items() if len(keys) == 1} | {
        ids.key(row.key): row.key for row in frame
    }


def _put(found: Iterable[object], kept: list, blank: list[str], problems: list[Problem]) -> None:  # type: ignore[type-arg]
    for one in found:
        if isinstance(one, Problem):
            problems.append(one)
        elif isinstance(one, Blank):
            blank.append(one.key)
        else:
            kept.append(one)


def _once(rows: Sequence[FilledRow]) -> tuple[tuple[FilledRow, ...], list[Problem]]:
    """Each key once for whoever looked, in the order they came; where two rows of one differ, neither, and that is told.

    Two inspectors may see different things of one row, and both are kept; not where one row does not say whose it is.
    """
    by_key: dict[str, list[FilledRow]] = {}
    for row in rows:
        by_key.setdefault(row.key, []).append(row)
    kept, problems = [], []
    for some in by_key.values():
        for same in _by_whom(some):
            if len({(row.seen, row.found) for row in same}) == 1:
                kept.append(_joined(same))
                continue
            other = next(row for row in same if (row.seen, row.found) != (same[0].seen, same[0].found))
            message = f"it says another thing than {same[0].where}; neither was taken"
            fix = "keep the one that is right; where two inspectors saw different things, say on each row who looked"
            problems.append(error("sheet-twice", other.where, message, "each key once", fix))
    return tuple(kept), problems


def _by_whom(some: Sequence[FilledRow]) -> list[list[FilledRow]]:
    """Rows of one key by who looked; all together where one of them names nobody."""
    whose: dict[str, list[FilledRow]] = {}
    for row in some:
        whose.setdefault(ids.key(row.who), []).append(row)
    return [list(some)] if "" in whose else list(whose.values())


def _joined(some: Sequence[FilledRow]) -> FilledRow:
    """Rows that say the same as one: all notes, and whoever is named first."""
    notes = "; ".join(dict.fromkeys(row.note for row in some if row.note))
    who = next((row.who for row in some if row.who), "")
    when = next((row.when for row in some if row.when), "")
    return replace(some[0], note=notes, who=who, when=when)


def _answers_once(said: Sequence[FilledAnswer]) -> tuple[tuple[FilledAnswer, ...], list[Problem]]:
    """Each answer once; several people may answer a question differently, and all of them are kept."""
    return tuple({(one.question, one.says, one.who): one for one in said}.values()), []


def _no_sheet(told: str, sheets: Sequence[Grid]) -> list[Problem]:
    if not any(any(map(str.strip, cells)) for grid in sheets for _, cells in grid.rows):
        return [query("sheet-blank", Where(file=told), "nothing stands in the file")]
    fix = "keep the row of headings as it was written, with Key and Seen?"
    return [
        error("sheet-unread", Where(file=told), "no row near the top has the headings of a sheet", "Key and Seen?", fix)
    ]
