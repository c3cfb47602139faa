"""The sheets of a visit: for each person or team what to look for and what to ask, and nothing of what the rows say.

A sheet is plain data; what lays it out as a page, a workbook or a table is elsewhere.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from inspector.model.visits import Claim, Framed, Question, Round, VisitPlan
from inspector.proof.asked_rows import asked_of
from inspector.proof.asks import Ask, Kind, kind_of
from inspector.proof.names import file_names

SHORT = 12
"""Characters of a seal as it stands on a sheet: enough to tell one visit from another."""
GROUP = 4
"""So many of them together: a spreadsheet takes twelve digits for a number, and never what hyphens part so."""
FINDS = {
    "id": "Id", "child": "Child", "case": "Case", "leader": "Leader", "aim": "What it was for", "commitment": "What was promised",
    "recommendation": "Recommendation", "statement": "Statement", "team": "Team", "role": "Role", "group": "Who",
    "title": "Measure", "indicator": "Measure", "period": "Period", "month": "Month", "days": "Took so many days",
    "list": "List",
    "begins": "The count begins with", "ends": "It ends with", "counted": "Counted in", "theme": "About", "area": "Area",
    "question": "Question", "owners": "Owners", "from_agency": "Promised by", "to_agency": "Promised to", "resource": "File",
}  # fmt: skip
"""What leads to a row: its headings on sheets, in the order in which they stand there."""


class Line(NamedTuple):
    """One row to look at. `number` is its place in the order drawn, from 1; `find` runs beside the headings of its part.

    `fields` are those asked of it, among all that are asked on its part.
    """

    number: int
    key: str
    find: tuple[str, ...]
    fields: frozenset[str]


class Part(NamedTuple):
    """The rows of one kind on a sheet: the headings of what leads to them, what is asked of each, and the rows themselves."""

    kind: Kind
    finds: tuple[tuple[str, str], ...]
    asks: tuple[Ask, ...]
    lines: tuple[Line, ...]


class Sheet(NamedTuple):
    """What one person or team is asked in one round. `name` is that of its files, `number` of `of` sheets, `rows` of all parts.

    `drawn` is how many rows the whole round has.
    """

    name: str
    visit: str
    authority: str
    period: tuple[str, str]
    round: int
    whom: str
    number: int
    of: int
    rows: int
    drawn: int
    parts: tuple[Part, ...]


class QuestionSheet(NamedTuple):
    """The questions of one day, the most important first."""

    name: str
    visit: str
    authority: str
    period: tuple[str, str]
    day: int
    days: int
    questions: tuple[Question, ...]


def short_seal(seal: str) -> str:
    """The seal of a plan as it stands on a sheet."""
    bare = seal.removeprefix("sha256:")[:SHORT]
    return "-".join(bare[at : at + GROUP] for at in range(0, len(bare), GROUP))


def sheets(plan: VisitPlan, frame: Iterable[Framed], drawn: Round) -> tuple[Sheet, ...]:
    """One sheet for each person or team, in the order of their names; the rows of each in the order drawn.

    Raises KeyError for a round whose rows are not in the frame.
    """
    claims = {claim.id: claim for claim in plan.claims}
    every = tuple(frame)
    rows = {row.key: row for row in every}
    asks = asked_of(plan, every)
    order = {key: number for number, key in enumerate(drawn.rows, 1)}
    by_whom: dict[str, list[Framed]] = {}
    for key in order:
        by_whom.setdefault(_whom(rows[key]), []).append(rows[key])
    whose = sorted(by_whom)
    names = file_names(whose)
    return tuple(
        Sheet(
            names[whom], short_seal(plan.seal), plan.authority, (plan.period_start, plan.period_end), drawn.number, whom,
            number, len(whose), len(by_whom[whom]), len(order), _parts(by_whom[whom], claims, asks, order),
        )
        for number, whom in enumerate(whose, 1)
    )  # fmt: skip


def question_sheets(plan: VisitPlan) -> tuple[QuestionSheet, ...]:
    """One sheet for each day that has questions."""
    days = sorted({question.day for question in plan.questions})
    return tuple(
        QuestionSheet(
            f"questions-day-{day}", short_seal(plan.seal), plan.authority, (plan.period_start, plan.period_end), day, len(days),
            tuple(question for question in plan.questions if question.day == day),
        )
        for day in days
    )  # fmt: skip


def _whom(row: Framed) -> str:
    return " ".join(row.whom.split()) or "everybody"


def _parts(
    rows: Sequence[Framed], claims: Mapping[str, Claim], asks: Mapping[str, tuple[Ask, ...]], order: Mapping[str, int]
) -> tuple[Part, ...]:
    kinds: dict[str, list[Framed]] = {}
    for row in rows:
        claim = claims[row.claim]
        kinds.setdefault(kind_of(claim.evidence, claim.unit).id, []).append(row)
    return tuple(_part(some, claims[some[0].claim], asks, order) for some in kinds.values())


def _part(rows: Sequence[Framed], claim: Claim, asks: Mapping[str, tuple[Ask, ...]], order: Mapping[str, int]) -> Part:
    kind, finds = kind_of(claim.evidence, claim.unit), _finds(rows)
    every = {ask.field: ask for row in rows for ask in asks[row.key]}
    places = {field: place for place, field in enumerate(kind.fields)}
    joined = sorted(every.values(), key=lambda ask: (places.get(ask.field, len(places)), ask.field))
    lines = tuple(
        Line(
            order[row.key],
            row.key,
            tuple(row.find.get(name, "") for name, _ in finds),
            frozenset(ask.field for ask in asks[row.key]),
        )
        for row in rows
    )
    return Part(kind, finds, tuple(joined), lines)


def _finds(rows: Sequence[Framed]) -> tuple[tuple[str, str], ...]:
    """What leads to the rows, each with its heading; a measure's id is left out where its title says which it is."""
    order = {name: place for place, name in enumerate(FINDS)}
    names = sorted({name for row in rows for name in row.find}, key=lambda name: (order.get(name, len(order)), name))
    if "title" in names and all(row.find.get("title") for row in rows):
        names = [name for name in names if name != "indicator"]
    labels = {name: FINDS.get(name) or name.replace("_", " ").capitalize() for name in names}
    times = Counter(labels.values())
    return tuple((name, label if times[label] == 1 else f"{label} ({name})") for name, label in labels.items())
