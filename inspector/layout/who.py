"""Who takes part, laid out wide: a row a team and role (or one for each thing counted), a column a period."""

import re
from collections.abc import Sequence

from inspector.layout.axis import Axis, axis
from inspector.layout.rows import body
from inspector.layout.wide_table import Grid, LeftOut, NameLine, Wide
from inspector.layout.words import is_total
from inspector.model.headings import bare

_FIELDS: dict[str, re.Pattern[str]] = {
    "headcount": re.compile(
        r"(?:staff_)?in_post|head_?count|(?:number_of_)?(?:staff|people|posts)|establishment|staff_numbers?"
    ),
    "contributors": re.compile(
        r"(?:number_)?(?:took|taking|takes?)_part|contributors|contributed|participants|participated|involved|active"
    ),
    "ideas_raised": re.compile(r"(?:number_of_)?ideas(?:_raised|_put_forward|_suggested)?|suggestions|raised"),
    "ideas_tested": re.compile(r"(?:ideas_)?(?:tested|tried)|tests"),
    "ideas_adopted": re.compile(r"(?:ideas_)?(?:adopted|kept|taken_up)"),
    "days_to_hear_back": re.compile(r"(?:median_)?days_to_(?:hear_back|reply|answer)|days_until_(?:reply|answer)"),
}  # fmt: skip
_TEAM = re.compile(
    r"teams?(?:_name)?|services?(?:_area)?|locality|area|department|directorate|division|unit|office|hub|project|programme|ward|site"
    r"|school|home|station|branch|base|district|region|neighbourhood|cluster|care_group|business_unit|where"
)
_ROLE = re.compile(
    r"roles?(?:_group)?|(?:staff|role|job|occupational)_(?:groups?|types?|categor(?:y|ies))|job_(?:role|family|title)|professions?|grades?"
    r"|who|occupation|post|discipline|ranks?|bands?"
)
LONGEST = 80


def field_of(text: str) -> str | None:
    """What of participation a heading counts; None where it is none of these."""
    plain = bare(text[:LONGEST])
    return next((name for name, pattern in _FIELDS.items() if plain and pattern.fullmatch(plain)), None)


def seen(grid: Grid, hints: Sequence[str] = ()) -> Wide | None:
    """The wide table of who takes part that a grid is, None where it is none: it needs a team, a role and what is counted."""
    width = max(map(len, grid), default=0)
    whole = [[*(" ".join(text.split()) for text in row), *[""] * (width - len(row))] for row in grid]
    found = axis(whole, hints, field_of) if len(whole) > 1 and width > 2 else None
    rows = body(whole, found).figures if found else ()
    if found is None or not rows:
        return None
    team, role = (_column(whole, found, pattern) for pattern in (_TEAM, _ROLE))
    counted = _counted(whole, found, rows)
    if team is None or role is None or (counted is None and any(one.role == "value" for one in found.columns)):
        return None
    lines = _lines(whole, rows, team, role, counted)
    held = {team, role, counted, *found.places}
    left = tuple(
        LeftOut(at, True, whole[found.row][at], "it is not among the periods") for at in range(width) if at not in held
    )
    beside = {"group": role, **({} if counted is None else {"role": counted})}
    return (
        Wide("periods-across", found.columns, lines, found.head, team, left, "likely", beside=beside) if lines else None
    )


def _column(grid: Grid, found: Axis, pattern: re.Pattern[str]) -> int | None:
    free = (at for at in range(len(grid[found.row])) if at not in found.places)
    return next(
        (at for at in free if any(pattern.fullmatch(bare(grid[row][at][:LONGEST])) for row in found.head)), None
    )


def _counted(grid: Grid, found: Axis, rows: Sequence[int]) -> int | None:
    """The column that says in each row what is counted there."""
    free = (at for at in range(len(grid[found.row])) if at not in found.places)
    return next((at for at in free if all(field_of(grid[row][at]) for row in rows)), None)


def _lines(grid: Grid, rows: Sequence[int], team: int, role: int, counted: int | None) -> tuple[NameLine, ...]:
    made: list[NameLine] = []
    whose, who = "", ""
    for row in rows:
        whose, who = grid[row][team] or whose, grid[row][role] or who
        if whose and who and not is_total(whose) and not is_total(who):
            what = field_of(grid[row][counted]) if counted is not None else None
            made.append(NameLine(at=row, heading=grid[row][team], title=whose, role=what or "value", group=who))
    return tuple(made)
