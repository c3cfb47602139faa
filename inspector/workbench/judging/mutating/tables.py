"""Changes of the decision table as a whole.

`row-dropped`: a row is not there. `rows-swapped`: two rows that follow one another change places. `verdict-changed`: a row gives
the next worse verdict, the worst the next better; one that leaves things open gives the other that does. What stands within a
row is changed as in rules (`conditions`).
"""

from collections.abc import Iterator, Sequence

from inspector.model.ladder import VERDICTS, VerdictWord
from inspector.model.rules import VerdictRow
from inspector.rules.vocabulary import BASIS, Vocabulary
from inspector.workbench.judging.mutating.conditions import of_conditions, of_parts
from inspector.workbench.judging.mutating.equivalent import exclude
from inspector.workbench.judging.mutating.mutant import Mutant
from inspector.workbench.judging.sites import TALLIED

FIELDS = {field.name: field for field in BASIS}
Rows = Sequence[VerdictRow]


def of_table(rows: Rows, known: Vocabulary) -> Iterator[Mutant]:
    """Every change of a table."""
    for place, row in enumerate(rows):
        for mutant, changed in (*of_conditions(row, known), *of_parts(row)):
            yield mutant._replace(rows=_with(rows, place, changed))
        yield _verdict(rows, place)
        if len(rows) > 1:
            kept = (*rows[:place], *rows[place + 1 :])
            yield Mutant("row-dropped", row.id, row.where, f"row {row.id}", "(nothing)", rows=kept)
        if place + 1 < len(rows):
            yield _swapped(rows, place)


def _verdict(rows: Rows, place: int) -> Mutant:
    row = rows[place]
    other = next_verdict(row.verdict)
    changed = row.model_copy(update={"verdict": other})
    was, becomes = f"verdict: {row.verdict}", f"verdict: {other}"
    return Mutant("verdict-changed", row.id, row.place("verdict"), was, becomes, rows=_with(rows, place, changed))


def _swapped(rows: Rows, place: int) -> Mutant:
    one, two = rows[place], rows[place + 1]
    changed = (*rows[:place], two, one, *rows[place + 2 :])
    was, becomes = f"{one.id}, {two.id}", f"{two.id}, {one.id}"
    why = exclude(one, two, FIELDS, TALLIED)
    return Mutant("rows-swapped", one.id, one.where, was, becomes, rows=changed, why_same=why)


def _with(rows: Rows, place: int, changed: VerdictRow) -> tuple[VerdictRow, ...]:
    return (*rows[:place], changed, *rows[place + 1 :])


def next_verdict(word: VerdictWord) -> VerdictWord:
    """The next worse verdict; of the worst and of those that leave things open their neighbour."""
    place = VERDICTS.index(word)
    last = word == "deteriorating" or place == len(VERDICTS) - 1
    return VERDICTS[place - 1 if last else place + 1]
