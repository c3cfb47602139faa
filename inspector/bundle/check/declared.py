"""What declarations say that cannot be: of what is not there, of another time, twice, or of everything at once.

These are queries: a declaration costs nothing, and one that cannot be is not believed.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from inspector.bundle.open.declarations import KIND, RULE, said
from inspector.bundle.open.manifest import Manifest
from inspector.bundle.open.source import MANIFEST
from inspector.bundle.schema.cells import is_date
from inspector.bundle.tables.table import ROW, Table
from inspector.model.declared import EVENTS, MOST
from inspector.model.problems import Problem, Where
from inspector.model.remarks import did_you_mean, query, shown

LOG = "improvement-log"
OF_INDICATORS = ("indicators", "indicator-register", "durations")
FIRST_DAYS = {LOG: "raised_on", "indicators": "period_start"}


class _One(NamedTuple):
    at: Callable[[str], Where]
    event: str
    on: date
    last: date
    named: dict[str, tuple[str, ...]]


def of_declarations(tables: Iterable[Table], manifest: Manifest, start: date | None, end: date | None) -> list[Problem]:
    """The queries on all declarations of a bundle, by those of the manifest and then those of tables."""
    tables = list(tables)
    every = [*_of_manifest(manifest), *(one for table in tables if table.kind == KIND for one in _of_table(table))]
    if not every:
        return []
    known = _known(tables, manifest)
    found = [problem for one in every[:MOST] for problem in _wrong(one, known, start, end)]
    moved = [one for one in every[:MOST] if one.event == "carried-over"]
    first = _first_days(tables) if moved else {}
    found += [problem for one in moved for problem in _nothing_to_carry(one, first, manifest)]
    return [*found, *_twice(every[:MOST]), *_too_many(every)]


def _of_manifest(manifest: Manifest) -> Iterator[_One]:
    for path, one in said(manifest):
        yield from _made(one, lambda field, path=path: Where(file=MANIFEST, path=_under(path, field)))  # type: ignore[misc]


def _under(path: str, field: str) -> str:
    return path if path.endswith("carried_over_on") else f"{path}.{field}"


def _of_table(table: Table) -> Iterator[_One]:
    for row in table.frame.iter_rows(named=True):
        lists = {key: _parts(row.get(key), table.separator) for key in ("concerns", "indicators", "entries")}
        yield from _made({**row, **lists}, lambda field, row=row: table.where(row[ROW], field))  # type: ignore[misc]


def _parts(text: Any, separator: str) -> list[str]:
    return [part.strip() for part in str(text or "").split(separator) if part.strip()]


def _made(one: dict[str, Any], at: Callable[[str], Where]) -> Iterator[_One]:
    event, on, last = one.get("event"), str(one.get("on") or ""), str(one.get("to") or one.get("on") or "")
    if event in EVENTS and is_date(on) and is_date(last):
        lists = {
            key: tuple(text for text in one.get(key) or () if isinstance(text, str))
            for key in ("concerns", "indicators", "entries")
            if isinstance(one.get(key), list)
        }
        yield _One(at, str(event), date.fromisoformat(on), date.fromisoformat(last), lists)


def _known(tables: Iterable[Table], manifest: Manifest) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {"concerns": set(), "indicators": set(), "entries": set()}
    listed = manifest.document.get("resources")
    for resource in listed if isinstance(listed, list) else []:
        # One that cannot be read is there all the same.
        named = [resource.get(key) for key in ("name", "kind")] if isinstance(resource, dict) else []
        found["concerns"] |= {name for name in named if isinstance(name, str)}
    for table in tables:
        if table.kind in OF_INDICATORS:
            found["indicators"] |= _values(table, "indicator")
        if table.kind == LOG:
            found["entries"] |= _values(table, "id")
    read = {table.kind for table in tables}
    if found["concerns"] & set(OF_INDICATORS) - read:
        del found["indicators"]
    if LOG in found["concerns"] and LOG not in read:
        del found["entries"]
    return found


def _first_days(tables: Iterable[Table]) -> dict[tuple[str, str], str]:
    """The first day of the records of each log and of each file of figures, by its name and kind."""
    found: dict[tuple[str, str], str] = {}
    for table in tables:
        if field := FIRST_DAYS.get(table.kind):
            days = [day for day in _values(table, field) if is_date(day)]
            found |= {(table.name, table.kind): min(days)} if days else {}
    return found


def _nothing_to_carry(one: _One, first: dict[tuple[str, str], str], manifest: Manifest) -> Iterator[Problem]:
    """Of records said to have been carried over, those moved before there were any, or after they were handed in."""
    concerns = set(one.named.get("concerns", ())) or {LOG}
    days = [day for names, day in first.items() if concerns & set(names)]
    if days and one.on <= one.last < date.fromisoformat(min(days)):
        message = f"the records it concerns begin on {min(days)}, so nothing was there to be carried over on {one.on}"
        yield query(RULE, one.at("on"), message, fix="give the day of the move")
    handed_in = str(manifest.document.get("submitted_at") or "")
    if is_date(handed_in) and one.on > date.fromisoformat(handed_in):
        message = f"the day {one.on} is after the bundle was submitted, on {handed_in}"
        yield query(RULE, one.at("on"), message, fix="give the day of the move")


def _values(table: Table, field: str) -> set[str]:
    return set(table.frame[field].drop_nulls().unique().to_list()) if field in table.fields else set()


def _wrong(one: _One, known: dict[str, set[str]], start: date | None, end: date | None) -> Iterator[Problem]:
    if one.last < one.on:
        yield query(
            RULE, one.at("to"), f"the event ends on {one.last}, before it begins on {one.on}; it is not believed"
        )
    elif start and end and (one.last < start or one.on > end) and one.event != "carried-over":
        message = (
            f"the event of {one.on} to {one.last} is not within the bundle's period, so it concerns none of its data"
        )
        yield query(RULE, one.at("on"), message, f"{start} to {end}")
    for field, words in (("concerns", "resource"), ("indicators", "indicator"), ("entries", "entry of the log")):
        there = known.get(field)
        for name in sorted(set(one.named.get(field, ())) - there)[:3] if there is not None else ():
            message = f"the bundle has no {words} {shown(name)}, so nothing of it bears the event out"
            yield query(RULE, one.at(field), message, fix=did_you_mean(name, sorted(there or ())))


def _twice(every: list[_One]) -> Iterator[Problem]:
    """Two events of one sort on overlapping days about the same things."""
    seen: dict[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], _One] = {}
    told = set()
    for one in sorted(every, key=lambda one: (one.on, one.last)):
        key = one.event, tuple(sorted(one.named.items()))
        before = seen.get(key)
        if before is not None and one.on <= before.last and key not in told:
            told.add(key)
            message = f"{one.event} is declared for the same thing from {before.on} to {before.last} as well"
            yield query(RULE, one.at("on"), message, fix="say it once")
        if before is None or one.last > before.last:
            seen[key] = one


def _too_many(every: list[_One]) -> Iterator[Problem]:
    if len(every) > MOST:
        message = f"{len(every):,} events are declared, and the first {MOST} are held against the data"
        where = every[MOST].at("event")
        yield query(RULE, where, message, fix="declare what shows in the data")
