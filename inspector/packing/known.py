"""What a framework knows of the indicators of a register: that counts, and a register that says otherwise is asked about.

By name (`same_as`, else its id) an indicator is known for certain: direction, sort of measure, deadline and sort of unit are the
framework's. By its title alone it is known likely: a direction that its title contradicts is asked about, and until it is known
which is meant it is judged as the framework has it, so that a loss stays one, and a gain counts for nothing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from inspector.model.derivations import KnownIndicator
from inspector.model.directions import Direction, Otherwise, Vouched
from inspector.model.evidence import Indicator
from inspector.model.problems import Problem, Where
from inspector.model.remarks import query, shown
from inspector.packing.register import MOST_TITLES, named_by

RULE = "register-differs"
BOTH = "it is registered twice, with up better and with down; until it is known which is meant, no gain counts"
_NOT = re.compile(
    r"\b(?:not|no|never|without|un\w+|in(?:complete|adequate)\w*|late|over|overdue|outside|beyond|missed|missing|fail\w*"
    r"|out of|more than|longer|exceed\w*|non|nor|fewer|lack\w*|delay\w*|breach\w*|refus\w*|avoid\w*|prevent\w*|free)\b|n't\b",
    re.IGNORECASE,
)
"""Words with which a title says the contrary of what a name in it says."""
_TIME = re.compile(r"\b(?:days?|weeks?|months?|hours?|minutes?|years?)\b", re.IGNORECASE)
_PART = re.compile(
    r"%|\bper ?cent\b|\bpercentages?\b|\bpct\b|\bshares?\b|\bproportions?\b|\brates?\b|\bratio\b", re.IGNORECASE
)
_NUMBER = re.compile(
    r"^(?:counts?|numbers?|no\.?|total|cases|children|people|families|assessments|referrals|plans)$", re.IGNORECASE
)


def settled(
    register: Sequence[Indicator], known: Sequence[KnownIndicator], looked: Mapping[str, Iterable[str]] | None = None
) -> tuple[tuple[Indicator, ...], tuple[Direction, ...]]:
    """The register as it counts, and who vouches for each direction.

    `looked` are the directions that bodies which looked themselves give, by indicator.
    """
    names = {one.id: one for one in known}
    ways: dict[str, set[str]] = {}
    for one in register:
        ways.setdefault(one.indicator, set()).add(one.better)
    rows, directions = [], []
    for place, one in enumerate(register):
        found = names.get(one.same_as or "") or names.get(one.indicator)
        titled = None if place >= MOST_TITLES or _NOT.search(one.title) else named_by(one.title, one.indicator, known)
        row, otherwise = _by_name(one, found) if found else (one, [])
        otherwise += _by_title(row, found, titled)
        if len(ways[one.indicator]) > 1 and not (found and found.better):
            otherwise.append(Otherwise(field="title", theirs=one.better, ours="", says=BOTH))
        seen = set((looked or {}).get(one.indicator, ()))
        directions.append(_direction(row, found, titled, otherwise, seen))
        rows.append(_cautious(row, titled, directions[-1], seen))
    return tuple(rows), tuple(directions)


def asked(directions: Sequence[Direction]) -> list[Problem]:
    """One query for each thing that the register says otherwise than the framework, in its row."""
    return [_query(one, other) for one in directions for other in one.otherwise]


def _direction(
    one: Indicator,
    found: KnownIndicator | None,
    titled: KnownIndicator | None,
    otherwise: list[Otherwise],
    looked: set[str],
) -> Direction:
    known = found or titled
    vouched: Vouched = "nobody"
    if any(other.field == "title" for other in otherwise) or looked - {one.better}:
        vouched = "contradicted"
    elif known and known.better:
        vouched = "framework"
    elif looked:
        vouched = "giver"
    return Direction(
        resource=one.resource, row=one.row, path=one.path, indicator=one.indicator, title=one.title,
        known_as=known.id if known else None, by_title=found is None and titled is not None, vouched=vouched,
        timed=known is not None and known.deadline is not None, otherwise=tuple(otherwise),
    )  # fmt: skip


def _cautious(one: Indicator, titled: KnownIndicator | None, way: Direction, looked: set[str]) -> Indicator:
    """The row judged in the direction that somebody outside gives, where that contradicts it: so a loss stays one."""
    if way.vouched != "contradicted":
        return one
    by_title: str | None = titled.better if titled and any(other.field == "title" for other in way.otherwise) else None
    better = by_title or min(looked - {one.better}, default=None)
    return one.model_copy(update={"better": better}) if better else one


def _by_name(one: Indicator, known: KnownIndicator) -> tuple[Indicator, list[Otherwise]]:
    """The row with what the framework says of a measure that it knows by name, and where the two differ."""
    update: dict[str, object] = {}
    otherwise: list[Otherwise] = []

    def differs(field: Literal["better", "measure", "deadline", "unit"], theirs: object, ours: object) -> None:
        says = (
            f"the register says {field} {theirs}; the framework knows {known.id} by name and says {ours}, which counts"
        )
        otherwise.append(Otherwise(field=field, theirs=str(theirs), ours=str(ours), says=says))

    if known.better and one.better != known.better:
        differs("better", one.better, known.better)
        update["better"] = known.better
    if known.measure and one.measure != known.measure:
        if one.measure is not None:
            differs("measure", one.measure, known.measure)
        update["measure"] = known.measure
    theirs, ours = ((x.deadline, x.deadline_unit or "days") for x in (one, known))
    if known.deadline is not None and theirs != ours:
        if one.deadline is not None:
            differs("deadline", *(f"{days} {unit}" for days, unit in (theirs, ours)))
        update |= {"deadline": known.deadline, "deadline_unit": known.deadline_unit or "days"}
    if known.unit and one.unit and _other_unit(one.unit, known.unit):
        differs("unit", shown(one.unit), known.unit)
        update["unit"] = known.unit
    return (one.model_copy(update=update) if update else one), otherwise


def _other_unit(theirs: str, ours: str) -> bool:
    """Whether a unit is clearly of another sort: a part of a whole, a length of time, or a number of things."""
    part, time = bool(_PART.search(theirs)), bool(_TIME.search(theirs))
    if ours == "share":
        return (time or bool(_NUMBER.match(theirs.strip()))) and not part
    return ours == "days" and part and not time


def _by_title(one: Indicator, found: KnownIndicator | None, titled: KnownIndicator | None) -> list[Otherwise]:
    """What the title says otherwise of the direction than the row does, whatever the row is called."""
    if titled is None or titled is found or titled.better in (None, one.better):
        return []
    says = (
        f"the title names {titled.id}, of which {titled.better} is better, and the row says {one.better}; until it is known "
        f"which is meant, it is judged by {titled.better}, and no gain counts"
    )
    return [Otherwise(field="title", theirs=one.better, ours=str(titled.better), says=says)]


def _query(one: Direction, other: Otherwise) -> Problem:
    file, _, sheet = one.resource.partition(" > ")
    field = "better" if other.field == "title" else other.field
    where = Where(
        file=file, sheet=sheet or None, row=None if one.path else one.row, field=field, path=one.path, key=one.indicator
    )
    fix = (
        "say in same_as what frameworks call it, or in the title what is counted"
        if other.field == "title"
        else f"write {other.ours}, or take another name for it if it is another measure"
    )
    return query(RULE, where, f"{shown(one.title)}: {other.says}", fix=fix)
