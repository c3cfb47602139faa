"""The answers to questions in a filled sheet of questions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inspector.model.letters import letter
from inspector.model.problems import Problem, Where, shown
from inspector.model.remarks import did_you_mean, error
from inspector.model.visits import VisitPlan
from inspector.proof.answers import day_of
from inspector.proof.filled_files import Grid
from inspector.proof.filled_heads import Heads
from inspector.proof.filled_nouns import DAY, LONGEST_NOTE, QUOTED, Blank, bare_seal
from inspector.proof.filled_values import nothing
from inspector.proof.sheets import short_seal
from inspector.values import ids
from inspector.values.dates import DAY_FIRST, Dates


@dataclass(frozen=True)
class FilledAnswer:
    """What was answered to one question. `who` and `when` (a day as ISO 8601 has it) are empty where unknown."""

    question: str
    says: str
    who: str
    when: str
    where: Where


def answers(grid: Grid, heads: Heads, plan: VisitPlan) -> Iterator[FilledAnswer | Blank | Problem]:
    """What each row of a sheet of questions says; a question without an answer is blank."""
    seal = short_seal(plan.seal)
    below = [(number, cells) for number, cells in grid.rows if number > heads.row and any(map(str.strip, cells))]
    seals = [found for _, cells in below if (found := _cell(cells, heads, "visit") or heads.visit)]
    if below and all(bare_seal(one) != bare_seal(seal) for one in seals):
        told = f"is of another visit ({shown(seals[0], QUOTED)})" if seals else "does not say which visit it is of"
        where = Where(file=grid.file, sheet=grid.sheet, row=heads.row)
        yield error("sheet-of-another", where, f"the sheet {told}", seal, "record it with the visit that it is of")
        return
    known = {ids.key(question.id): question.id for question in plan.questions}
    days = Dates.of([_cell(cells, heads, "when") for _, cells in below], DAY_FIRST, grid.epoch)
    for number, cells in below:
        written, says = ids.clean(_cell(cells, heads, "key"))[0], _cell(cells, heads, "says")
        question = known.get(ids.key(written)) if written else None
        at = Where(file=grid.file, sheet=grid.sheet, row=number, letter=letter(heads.places["key"]), key=question)
        visit = _cell(cells, heads, "visit") or heads.visit or seals[0]
        if says and bare_seal(visit) != bare_seal(seal):
            message = f"the row is of another visit ({shown(visit, QUOTED)})"
            yield error("sheet-of-another", at, message, seal, "record it with the visit that it is of")
        elif says and question is None:
            fix = did_you_mean(written, known.values()) or "copy the id from the sheet as it was written"
            message = f"the plan has no question {shown(written, QUOTED)}"
            yield error("sheet-question", at, message, "an id of the sheet", fix)
        elif question is not None:
            yield _answer(question, cells, heads, days, at)


def _answer(question: str, cells: Sequence[str], heads: Heads, days: Dates, at: Where) -> FilledAnswer | Blank:
    says, note = _cell(cells, heads, "says"), _cell(cells, heads, "note")
    text = "; ".join(part for part in ("" if nothing(says) else says, note) if part)[:LONGEST_NOTE]
    if not text:
        return Blank(question)
    when = day_of(days, " ".join(_cell(cells, heads, "when").split())) or ""
    return FilledAnswer(question, text, _cell(cells, heads, "by"), when if len(when) == DAY else "", at)


def _cell(cells: Sequence[str], heads: Heads, name: str) -> str:
    place = heads.places.get(name)
    return cells[place].strip() if place is not None and place < len(cells) else ""
