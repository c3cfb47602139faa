"""What stands near rows: those before and after, the tests a test follows, the parts of a record, what names an indicator."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspector.bundle.kinds import OWNER, PARTS
from inspector.bundle.told_rows import Key, Shown
from inspector.showing.target import KEYS, At, Target

BESIDE = 2
"""So many rows before and after are shown."""
NAMES_INDICATOR = ("indicator", "balancing_indicator", "tracked_by")
NAME_IT = {
    "improvement-log": "tests of change that name it",
    "recommendation-actions": "actions that name it",
    "case-review-actions": "actions of reviews that name it",
    "case-review-factors": "conditions that it follows",
    "self-evaluation-claims": "claims about it",
}


class Near(NamedTuple):
    """Rows that stand in one relation to what is shown, in the words of the field."""

    relation: str
    rows: tuple[At, ...]


def near(target: Target, tables: Sequence[Shown]) -> list[Near]:
    """Everything that stands near, nearest first; no relation without rows."""
    if target.sort == "indicator":
        found = _of_indicator(target.name, tables)
    else:
        found = [*_tests(target.rows, tables), *_parts(target.rows, tables), *_same_measure(target, tables)]
        found += _beside(target.rows, tables)
    together: dict[str, dict[At, None]] = {}
    for relation, rows in found:
        together.setdefault(relation, {}).update(dict.fromkeys(rows))
    return [Near(relation, tuple(rows)) for relation, rows in together.items() if rows]


def figures(indicator: str, tables: Sequence[Shown]) -> tuple[At, ...]:
    """The entry of an indicator in the register, then its figures."""
    kinds = ("indicator-register", "indicators", "durations")
    return tuple(
        At(place, key)
        for kind in kinds
        for place, table in enumerate(tables)
        if table.kind == kind
        for key, said in table.column("indicator")
        if said == indicator
    )


def _of_indicator(indicator: str, tables: Sequence[Shown]) -> list[Near]:
    found = []
    for place, table in enumerate(tables):
        if table.kind in ("indicators", "durations", "indicator-register", "table"):
            continue
        keys = {key: None for field in NAMES_INDICATOR for key, said in table.column(field) if said == indicator}
        found.append(
            Near(NAME_IT.get(table.kind, f"{table.kind} that name it"), tuple(At(place, key) for key in sorted(keys)))
        )
    return found


def _tests(rows: Sequence[At], tables: Sequence[Shown]) -> Iterator[Near]:
    for place in dict.fromkeys(at.table for at in rows):
        table = tables[place]
        if table.kind != "improvement-log" or len(rows) > 1:
            continue
        names, before = dict(table.column("id")), dict(table.column("follows"))
        mine = {names.get(at.key) for at in rows}
        follows = {before.get(at.key) for at in rows} - {None}
        yield Near("it follows", tuple(At(place, key) for key, name in names.items() if name in follows))
        yield Near("followed by", tuple(At(place, key) for key, name in before.items() if name in mine))


def _parts(rows: Sequence[At], tables: Sequence[Shown]) -> Iterator[Near]:
    """The actions, statuses and the like of records, and the record that a part is in."""
    for place in dict.fromkeys(at.table for at in rows):
        kind, mine = tables[place].kind, {at.key for at in rows if at.table == place}
        ids = {said for key, said in tables[place].column(KEYS.get(kind, "id")) if key in mine}
        for part, schema in PARTS.get(kind, {}).items():
            yield Near(part, _saying(tables, schema, OWNER[schema], ids))
        if kind in OWNER:
            owners = {said for key, said in tables[place].column(OWNER[kind]) if key in mine}
            above = next(owner for owner, parts in PARTS.items() if kind in parts.values())
            yield Near("part of", _saying(tables, above, KEYS.get(above, "id"), owners))


def _saying(tables: Sequence[Shown], kind: str, field: str, said: set[str]) -> tuple[At, ...]:
    return tuple(
        At(place, key)
        for place, table in enumerate(tables)
        if table.kind == kind
        for key, text in table.column(field)
        if text in said
    )


def _same_measure(target: Target, tables: Sequence[Shown]) -> Iterator[Near]:
    """Where one record is asked for: others of its kind that name the same indicator."""
    if target.sort != "record" or len(target.rows) != 1:
        return
    ((place, key),) = target.rows
    measures = dict(tables[place].column("indicator"))
    if (indicator := measures.get(key)) is not None:
        others = tuple(At(place, other) for other, said in measures.items() if said == indicator and other != key)
        yield Near(f"others for {indicator}", others)


def _beside(rows: Sequence[At], tables: Sequence[Shown]) -> Iterator[Near]:
    for place in dict.fromkeys(at.table for at in rows):
        every: list[Key] = tables[place].every()
        at = {key: nth for nth, key in enumerate(every)}
        mine = sorted(at[one.key] for one in rows if one.table == place and one.key in at)
        if mine:
            before, after = every[max(0, mine[0] - BESIDE) : mine[0]], every[mine[-1] + 1 : mine[-1] + 1 + BESIDE]
            yield Near("before it", tuple(At(place, key) for key in before))
            yield Near("after it", tuple(At(place, key) for key in after))
