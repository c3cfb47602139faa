"""Rows of a file of series that are no figures of one: totals, notes and sources below, headings once more."""

import re
from collections.abc import Iterable, Sequence

from inspector.model.problems import Problem, Where
from inspector.model.remarks import query

TOTAL, NOTE, AGAIN = "a total", "a note", "the headings once more"
NAMED = 12
"""So many rows are named in one remark."""
_TOTAL = re.compile(
    r"\W*(?:(?:grand|sub|overall|all|year|annual|ytd|12 month|column|running)[ -]*)?"
    r"(?:totals?|sum|averages?|mean|median|ytd|overall)\b.{0,40}",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\W*(?:source|notes?|footnotes?|caveats?|key|legend|n\.?b\b|data (?:as at|from|source|extracted)|as at|extract(?:ed)?|"
    r"report(?:ed)? (?:run|date|generated|printed|by)|run (?:on|at|by|date)|generated|produced|printed|prepared|"
    r"created (?:on|by)|"
    r"(?:last )?updated|exported|downloaded|page \d|end of|filters?|applied filters|©|copyright|contact|please|this |these |the |"
    r"figures? |data |[a-z*:.\[\]] ?= ?|\*+ ?\w|\(?\d\) ?\w|\[\w\] ?\w)",
    re.IGNORECASE,
)


def leftover(cells: Sequence[str], headings: Sequence[str], period: int) -> str:
    """What a row is that has no period: a total, a note, the headings again; empty where it may be a row that is wrong.

    `cells` are stripped; `period` is where the period should stand.
    """
    filled = [place for place, cell in enumerate(cells) if cell]
    if not filled:
        return ""
    told = [heading.lower() for heading in headings]
    if len(filled) > 1 and all(place < len(told) and cells[place].lower() == told[place] for place in filled):
        return AGAIN
    first = cells[filled[0]]
    at = cells[period] if period < len(cells) else ""
    if _TOTAL.fullmatch(at) or (not at and _TOTAL.fullmatch(first) and len(filled) > 1):
        return TOTAL
    if _NOTE.match(first) and not any(map(_amount, (cells[place] for place in filled[1:] if place < len(headings)))):
        return NOTE
    if len(filled) == 1 and (filled[0] != period or not any(c.isdigit() for c in first) or len(first) > 20):
        return NOTE
    return ""


def _amount(text: str) -> bool:
    return bool(re.fullmatch(r"[-+£$€(]*\d[\d.,]*%?\)?", text))


def told(left: Iterable[tuple[int, str]], file: str, sheet: str | None) -> list[Problem]:
    """One query for each sort of rows that were left out, with the rows."""
    rows: dict[str, list[int]] = {}
    for number, what in left:
        rows.setdefault(what, []).append(number)
    found = []
    for what, numbers in rows.items():
        where = Where(file=file, sheet=sheet, row=numbers[0])
        one = len(numbers) == 1
        verb = f"{'the row was' if one else f'{rows_words(numbers)} were'} taken for {what}"
        found.append(query("rows-left-out", where, f"{verb}, and left out"))
    return found


def rows_words(numbers: Sequence[int]) -> str:
    """`rows 5, 7 to 9 and 12`, of numbers in their order; of many the first, and how many more."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number, number])
    said = [str(a) if a == b else f"{a} to {b}" if b > a + 1 else f"{a}, {b}" for a, b in runs]
    if len(said) > NAMED:
        more = sum(b - a + 1 for a, b in runs[NAMED:])
        return f"rows {', '.join(said[:NAMED])} and {more} more"
    if len(said) > 1:
        return f"rows {', '.join(said[:-1])} and {said[-1]}"
    return f"row {said[0]}" if len(numbers) == 1 else f"rows {said[0]}"
