"""A first row schema for a table, from what stands in it; the table that it came from has no error by it."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, islice
from pathlib import Path
from typing import Any

from inspector.bundle.reading import read_bundle
from inspector.bundle.tables.table import Table
from inspector.model.headings import bare
from inspector.model.problems import CannotComplete, Faults, Problem, Where
from inspector.model.remarks import Unreadable, error
from inspector.packing import looking
from inspector.packing.first_schema import private
from inspector.packing.first_schema.cells import ISO, Seen, cell, form_of, seen

ROWS = 500_000
"""So many rows are looked at; the check goes through all of them."""
MOST_TEXTS = 200_000
"""Of a column with more different texts no more are kept: it is none of codes."""
_LATER_WORDS = "end ended ends close closed closure ceased cease completed left finish finished dec to authorisation"
_LATER = frozenset(_LATER_WORDS.split())
_EARLIER_WORDS = "start started starts open opened began begun referral referred received decom from"
_EARLIER = frozenset(_EARLIER_WORDS.split())


@dataclass(frozen=True)
class Proposed:
    """A row schema, and in words what should be looked at before it is used."""

    schema: dict[str, Any]
    notes: tuple[str, ...]


def propose(file: Path) -> Proposed:
    """A row schema for the first table of a file. Raises CannotComplete where the file cannot be read as a table."""
    trial = {"properties": {heading: {"type": "string"} for heading in _headings(file)}}
    reading = read_bundle(file, schema=trial)
    if not reading.tables:
        raise CannotComplete([one for one in reading.problems if isinstance(one, Problem)])
    columns = _columns(reading.tables[0])
    made = _first(file, columns)
    notes = list(_notes(made, columns))
    loosened = _accepting(file, made, {one.rule for one in reading.problems})
    notes += [
        f"{name}: not all of it can be read as what it seemed to be, so that it is left open" for name in loosened
    ]
    return Proposed(made, tuple(notes))


def _headings(file: Path) -> list[str]:
    try:
        found = [one for one in looking.looked(file) if any(one.headings)]
    except Unreadable as failure:
        raise CannotComplete([failure.problem]) from None
    if not found:
        raise CannotComplete([error("no-header", Where(file=file.name), "no table with headings is found in the file")])
    headings = [one for one in found[0].headings if one]
    twice = [name for name, count in Counter(map(bare, headings)).items() if count > 1]
    if twice:
        both = [one for one in headings if bare(one) == twice[0]]
        message = f"the headings {' and '.join(map(repr, both))} would be read as one field"
        raise CannotComplete([error("duplicate-heading", Where(file=file.name), message, fix="rename one")])
    return headings


def _columns(table: Table) -> list[Seen]:
    texts: dict[str, Counter[str]] = {name: Counter() for name in table.fields}
    rows, blanks = 0, Counter[str]()
    for batch in table.batches():
        rows += batch.height
        for name in table.fields:
            column = batch[name].str.strip_chars()
            filled = column.filter((column != "").fill_null(False))
            blanks[name] += batch.height - len(filled)
            if len(texts[name]) < MOST_TEXTS:
                counts = filled.value_counts()
                texts[name].update(dict(counts.iter_rows()))
        if rows >= ROWS:
            break
    return [seen(name, texts[name], blanks[name]) for name in table.fields]


def _first(file: Path, columns: list[Seen]) -> dict[str, Any]:
    form = form_of(columns)
    why = {one.heading: private.private(one.heading, _some(one)) for one in columns}
    hidden = {one.heading for one in columns if why[one.heading] or private.long_texts(list(one.texts)[:2000])}
    ids = [one.heading for one in columns if private.identifying(one.heading) and one.heading not in hidden]
    cells = {one.heading: cell(one, form, one.heading in hidden or one.heading in ids) for one in columns}
    dated = any(made.get("format") == "date" for made in cells.values())
    key = _key(columns, cells, ids, hidden)
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": file.stem[:200],
        "type": "object",
        "properties": cells,
        "required": [one.heading for one in columns if one.blanks == 0 and one.texts],
        "x-date-format": form if dated and form != ISO else None,
        "x-record": next(iter([name for name in key if name in ids] or ids), None),
        "x-primary-key": key,
        "x-not-before": list(_orders(cells)),
        "x-private": sorted(hidden),
        "x-identifiers": sorted(ids),
    }
    return {word: said for word, said in made.items() if said}


def _some(one: Seen) -> dict[str, int]:
    return dict(islice(one.texts.items(), 2000))


def _key(columns: list[Seen], cells: Mapping[str, Any], ids: list[str], hidden: Collection[str]) -> list[str]:
    """The column, else an id and a day, by which no two rows are alike, as far as single columns tell."""
    for one in columns:
        plain = cells[one.heading].get("format") or cells[one.heading]["type"] in ("number", "boolean")
        if one.distinct and not plain and (one.heading in ids or private.like_an_id(one.heading)):
            return [one.heading]
    full = [one.heading for one in columns if one.blanks == 0 and one.texts]
    days = [name for name in full if cells[name].get("format") == "date" and name not in hidden]
    return [ids[0], days[0]] if ids and days and ids[0] in full else []


def _orders(cells: Mapping[str, Any]) -> Iterator[list[str]]:
    """Pairs of days of which the headings say that one is the end of what the other begins."""
    days = [name for name, made in cells.items() if made.get("format") == "date"]
    for one, other in combinations(days, 2):
        for later, earlier in ((one, other), (other, one)):
            ends, begins = set(bare(later).split("_")), set(bare(earlier).split("_"))
            if ends & _LATER and begins & _EARLIER and ends - _LATER - _EARLIER == begins - _LATER - _EARLIER:
                yield [later, earlier]


def _accepting(file: Path, made: dict[str, Any], before: set[str]) -> list[str]:
    """Take out of a schema what the file breaks, until it breaks nothing; the fields that were loosened."""
    loosened: list[str] = []
    for _ in range(len(made["properties"]) + 4):
        told = read_bundle(file, schema=made).problems
        broken = [one for one in told if isinstance(one, Faults) and one.rule not in before and _is_rule(one)]
        if not broken:
            break
        for one in broken:
            loosened += _loosen(made, one)
    return list(dict.fromkeys(loosened))


def _is_rule(one: Faults) -> bool:
    return one.level == "error" or one.rule in ("date-order", "missing-value", "duplicate-key")


def _loosen(made: dict[str, Any], fault: Faults) -> Iterator[str]:
    name = fault.field or ""
    if fault.rule == "duplicate-key":
        made.pop("x-primary-key", None)
    elif fault.rule == "date-order":
        made["x-not-before"] = [pair for pair in made.get("x-not-before", []) if pair[0] != name]
        if not made["x-not-before"]:
            del made["x-not-before"]
    elif fault.rule == "missing-value":
        made["required"] = [one for one in made["required"] if one != name]
    elif name in made["properties"]:
        made["properties"][name] = {"type": "string"}
        made["x-not-before"] = [pair for pair in made.get("x-not-before", []) if name not in pair]
        if not made["x-not-before"]:
            del made["x-not-before"]
        yield name


def _notes(made: Mapping[str, Any], columns: list[Seen]) -> Iterator[str]:
    for one in columns:
        found = made["properties"][one.heading]
        if not one.texts:
            yield f"{one.heading}: the column is empty, so that nothing can be said of it"
        elif one.heading in made.get("x-private", ()):
            why = private.private(one.heading, _some(one)) or "it holds running text"
            yield f"{one.heading}: marked as private, because {why}; it is never repeated"
        elif one.heading in made.get("x-identifiers", ()):
            yield f"{one.heading}: marked as naming somebody; `--pseudonymise` replaces it"
        if {"%d/%m/%Y", "%m/%d/%Y"} <= set(one.forms) and found.get("format") == "date":
            yield f"{one.heading}: nothing shows whether the day or the month stands first; the day is taken to"
        if one.forms and found.get("format") != "date":
            yield f"{one.heading}: its days are written in another way than those of other columns, and are left as texts"
        if "enum" in found:
            yield f"{one.heading}: taken for codes, {len(found['enum'])} of them; see that the list is whole"
    key = made.get("x-primary-key")
    yield f"no two rows agree in {', '.join(key)}" if key else "no key is found: see what names a row"
