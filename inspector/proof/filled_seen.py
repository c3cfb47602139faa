"""What was seen of a row of a filled sheet, by one column of answers or by a column for each; never *seen* by guess."""

from collections.abc import Sequence
from typing import Literal

from inspector.model.problems import Problem
from inspector.model.remarks import error
from inspector.model.visits import Seen
from inspector.proof.filled_nouns import ANSWERS, quoted
from inspector.proof.filled_table import Table, at
from inspector.proof.filled_values import nothing
from inspector.proof.seen_words import answer_and_note, plainly, seen_of, why_not

Answer = Seen | Literal[""] | None


class Answers:
    """How the answers of one table are read."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._coded = any(text.isdecimal() and text not in ("0", "1") for text in table.texts("seen"))
        """Whether numbers stand for answers that only whoever wrote them knows."""

    def read(self, cells: Sequence[str]) -> tuple[Answer, str]:
        """What was seen, empty where nothing is recorded, None where it cannot be known; and the note behind it."""
        ticks = self._table.heads.ticks
        if not ticks:
            text = self._table.cell(cells, "seen")
            return (None, "") if self._coded and text in ("0", "1") else answer_and_note(text)
        if any("?" in at(cells, place) for place in ticks.values()):
            return None, ""
        ticked = [seen for seen, place in ticks.items() if _ticked(at(cells, place))]
        if len(ticked) == 1:
            return ticked[0], ""
        return (None if ticked else ""), ""

    def unclear(self, number: int, cells: Sequence[str], key: str) -> Problem:
        """That an answer is not taken, and why."""
        table = self._table
        if table.heads.ticks:
            message, fix = "not exactly one answer is ticked", "tick one of them"
            return error("sheet-answer", table.where(number, None, key), message, ANSWERS, fix)
        text = table.cell(cells, "seen")
        message = f"{quoted(text)} is not taken for an answer: {why_not(text)}"
        fix = "write one of the four, and the rest in the note"
        return error("sheet-answer", table.where(number, "seen", key), message, ANSWERS, fix)


def _ticked(text: str) -> bool:
    """Whether a box of one answer is ticked: by whatever stands in it but *no*."""
    return not nothing(text) and plainly(text) not in ("false", "0") and seen_of(text) not in ("not-seen", "")
