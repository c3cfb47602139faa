"""Which field each column of a table holds and which code each of its values is, by headings and by what stands below them.

`certain`: our own name, or a known word for it over cells that fit. `likely`: a known word, or a slip in one, or cells that only
one field could hold. `unsure`: worth asking. A column whose cells do not fit a field is never proposed for it.
"""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from inspector.bundle.tables.headings import named
from inspector.layout.ids import id_of
from inspector.model.headings import bare
from inspector.packing import fitting, synonyms
from inspector.packing.content import LONGEST_CODE, Column, column
from inspector.packing.proposed import Proposal, Sure

SLIP = 0.88
"""From so many letters in common on, one heading is another with a slip of the pen."""
NO_FIT = 0.1
"""So much is left of a field whose own name stands over cells that do not fit it: it is read so all the same."""
SHORTEST = 4
LONG_WORD = 6
"""A single word of fewer letters, such as `date` or `from`, says too little within a longer heading."""
_PART = frozenset(("month", "quarter", "qtr", "week", "identifier", "period", "term"))
MOST_SLUGS = 200
"""Of more indicators than these no ids are made."""
MOST_MARKS = 12
"""More different words among days are no marks."""
WEIGHT: Mapping[Sure, float] = {"certain": 3.0, "likely": 2.0, "unsure": 1.0}


@dataclass(frozen=True)
class _Near:
    """How near a heading is to a field: 1 its own name, 0.9 a known word, 0.8 one with a slip, 0.5 its cells alone."""

    near: float
    fit: float
    place: int
    name: str
    why: str
    own: bool = False


def headings(
    theirs: Sequence[str],
    schema: dict[str, Any],
    columns: Sequence[Column] | None = None,
    schema_name: str | None = None,
    mapped: Mapping[str, str] | None = None,
) -> list[Proposal]:
    """A proposal for each heading that is, or may be, a field; no field twice, in the order of the headings.

    `columns` are what stands below the headings; without them headings alone decide, and less is sure. `mapped` is what somebody
    said, our field to their heading.
    """
    said = {heading: ours for ours, heading in (mapped or {}).items()}
    cells: Sequence[Column | None] = columns if columns is not None else [None] * len(theirs)
    words = synonyms.kind(schema_name) if schema_name else None
    near = [
        one
        for place, heading in enumerate(theirs)
        if heading and heading not in said
        for one in _near(place, heading, cells[place], schema, words)
        if one.name not in said.values()
    ]
    chosen: dict[int, _Near] = {}
    taken: set[str] = set()
    for one in sorted(near, key=lambda one: (-one.near, -one.fit, one.place, one.name)):
        if one.place not in chosen and one.name not in taken:
            chosen[one.place] = one
            taken.add(one.name)
    found = []
    for place, heading in enumerate(theirs):
        if heading in said:
            found.append(Proposal(heading, said[heading], "certain", why="as you said"))
        elif place in chosen:
            one = chosen[place]
            rivalled = any(_rivals(one, other, chosen) for other in near)
            found.append(Proposal(heading, one.name, _sure(one, rivalled), why=one.why, own=one.own))
    found += _instead(theirs, cells, schema, words, found)
    found += _first(theirs, cells, schema, found)
    found += _periods(theirs, cells, schema, words, {one.ours for one in found})
    order = {heading: place for place, heading in reversed(list(enumerate(theirs)))}
    return sorted(found, key=lambda one: order[one.theirs])


def _instead(
    theirs: Sequence[str],
    cells: Sequence[Column | None],
    schema: dict[str, Any],
    words: synonyms.Kind | None,
    found: Sequence[Proposal],
) -> list[Proposal]:
    """For a field that must be filled and is not found, a column that says something near it; never more than unsure."""
    taken, read = {one.ours for one in found}, {one.theirs for one in found}
    made: list[Proposal] = []
    wanted = {name: () for name in schema.get("required", ()) if words and name in words.fields}
    for name, texts in {**wanted, **words.instead}.items() if words else ():
        for heading, below in zip(theirs, cells, strict=True):
            known = any(form in texts for dated in (False, True) for form in synonyms.keys(heading, dated=dated))
            known = known or (name in wanted and words is not None and _holds(heading, words.fields[name], words.other))
            if (
                name in taken
                or heading in read
                or not known
                or fitting.fit(name, schema["properties"][name], below)[0] <= 0
            ):
                continue
            made.append(Proposal(heading, name, "unsure", why=f"nothing else says {name}, and this is near it"))
            taken.add(name)
            read.add(heading)
    return made


def _first(
    theirs: Sequence[str], cells: Sequence[Column | None], schema: dict[str, Any], found: Sequence[Proposal]
) -> list[Proposal]:
    """The first column as the id, where its cells look like ids and nothing else is one; never more than unsure."""
    head, below = next(zip(theirs, cells, strict=True), ("", None))
    taken, read = {one.ours for one in found}, {one.theirs for one in found}
    if not head or below is None or "id" in taken or head in read or "id" not in schema["properties"]:
        return []
    if fitting.fit("id", schema["properties"]["id"], below)[0] < fitting.GOOD:
        return []
    return [Proposal(head, "id", "unsure", why="the first column, and no two rows share one")]


def _holds(heading: str, texts: frozenset[synonyms.Key], other: frozenset[synonyms.Key]) -> bool:
    """Whether a longer heading has the words of a field in it, and none of what is no field's."""
    words = synonyms.key(heading)
    if any(one <= words for one in other):
        return False
    return any(one < words and (len(one) > 1 or len(next(iter(one))) >= LONG_WORD) for one in texts)


def _periods(
    theirs: Sequence[str],
    cells: Sequence[Column | None],
    schema: dict[str, Any],
    words: synonyms.Kind | None,
    taken: set[str],
) -> list[Proposal]:
    """One column that says the period in a cell, for its first and its last day."""
    both = ("period_start", "period_end")
    if words is None or not set(both) <= set(schema["properties"]) or taken & set(both):
        return []
    if in_two(theirs, cells):
        return []
    for heading, below in zip(theirs, cells, strict=True):
        known = any(form in words.period for dated in (False, True) for form in synonyms.keys(heading, dated=dated))
        if known and (below is None or max(below.periods, below.dates) >= 0.5):
            why = "a cell says the whole period: its first and last day are read"
            return [Proposal(heading, name, "likely", why=why) for name in both]
    return []


def in_two(theirs: Sequence[str], cells: Sequence[Column | None]) -> tuple[str, str] | None:
    """The headings of a column of years and of one that says which month, quarter or week of it, where there are both."""
    pairs = list(zip(theirs, cells, strict=True))
    years = [heading for heading, below in pairs if below is not None and below.years]
    parts = [heading for heading, below in pairs if _part_of(heading, below)]
    return (years[0], parts[0]) if years and parts else None


def _part_of(heading: str, below: Column | None) -> bool:
    """Whether a column says the month, quarter or week of a year that stands in another one."""
    return bool(_PART & {*bare(heading).split("_")}) and below is not None and below.parts


def _rivals(one: _Near, other: _Near, chosen: Mapping[int, _Near]) -> bool:
    """Whether another column for the same field, or another reading of the same column, is as good and not used elsewhere."""
    if (one.place == other.place) == (one.name == other.name):
        return False
    free = other.place not in chosen if one.name == other.name else other.name not in {c.name for c in chosen.values()}
    return free and one.near - other.near < 0.05 and one.fit - other.fit < 0.15


def _sure(one: _Near, rivalled: bool) -> Sure:
    if one.own and one.fit <= NO_FIT:
        return "unsure"
    if one.near == 1:
        return "certain"
    slip = one.near < 0.85
    if rivalled or one.near < 0.6 or one.fit < (fitting.GOOD if slip else fitting.OPEN):
        return "unsure"
    return "certain" if one.near >= 0.9 and one.fit >= fitting.GOOD else "likely"


def _near(
    place: int, heading: str, cells: Column | None, schema: dict[str, Any], words: synonyms.Kind | None
) -> list[_Near]:
    own = named([heading], schema)
    # Where the titles stand in a register, what indicators are called elsewhere is their id.
    wordy = "title" not in schema["properties"]
    if own:
        # It is read so without being asked; whether its cells will do is for the check to say.
        name = next(iter(own))
        fit, why = fitting.fit(name, schema["properties"][name], cells, wordy=wordy)
        sure = 1.0 if bare(heading) == bare(name) or fit > 0 else 0.95
        said = why or "our own name for it"
        said = said if fit > 0 else f"{said}, but its cells do not fit"
        mine = _Near(sure if fit > 0 else 0.45, max(fit, NO_FIT), place, name, said, own=True)
        return [mine] if fit > 0 else [mine, *_others(place, heading, cells, schema, words)]
    return _others(place, heading, cells, schema, words)


def _others(
    place: int, heading: str, cells: Column | None, schema: dict[str, Any], words: synonyms.Kind | None
) -> list[_Near]:
    """The fields that a heading which is no field's own name, or whose cells do not fit that one, may be."""
    found = []
    for name, cell in schema["properties"].items():
        how, said = _heading(heading, name, cell, schema, words)
        fit, why = fitting.fit(name, cell, cells, wordy="title" not in schema["properties"])
        if how and fit > 0:
            found.append(_Near(how, fit, place, name, f"{said}; {why}" if why else said))
        elif not how and fit >= fitting.SHOWN and not _elsewhere(heading, words):
            found.append(_Near(0.65 if fit >= fitting.PLAIN else 0.5, fit, place, name, why))
    return found


def _heading(
    heading: str, name: str, cell: dict[str, Any], schema: dict[str, Any], words: synonyms.Kind | None
) -> tuple[float, str]:
    """How near a heading is to a field by its words alone, and why."""
    dated = cell.get("format") in ("date", "date-time")
    known = {synonyms.key(text, dated=dated) for text in _texts(name, schema)}
    known |= words.fields.get(name, frozenset()) if words else set()
    forms = synonyms.keys(heading, dated=dated)
    if forms and forms[0] in known:
        return 0.9, "a word for it"
    if any(form in known for form in forms[1:]):
        return 0.87, "a word for it"
    parts = [synonyms.key(part, dated=dated) for part in heading.split("/")] if "/" in heading else []
    if len(parts) > 1 and all(part in known for part in parts):
        return 0.87, "both of its words are words for it"
    if name in fitting.ROLE_FIELDS and any(form in known for form in synonyms.in_brackets(heading)):
        return 0.87, "it says so in brackets"
    if _elsewhere(heading, words):
        return 0.0, ""
    if name == "id" and forms and len(forms[-1]) == 2 and "id" in forms[-1]:
        return 0.86, "it ends as ids do"
    if any(_slip(form, one) for form in forms for one in known):
        return 0.8, "nearly a word for it"
    return 0.0, ""


def _elsewhere(heading: str, words: synonyms.Kind | None) -> bool:
    """Whether the heading is known to be no field's."""
    return words is not None and any(
        form in words.other or form in words.period
        for dated in (False, True)
        for form in synonyms.keys(heading, dated=dated)
    )


def _slip(one: synonyms.Key, other: synonyms.Key) -> bool:
    if len(one) != len(other) or one == other:
        return False
    mine, theirs = "_".join(sorted(one - other)), "_".join(sorted(other - one))
    if min(len(mine), len(theirs)) < SHORTEST or mine[0] != theirs[0]:
        return False
    return difflib.SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= SLIP


def _texts(name: str, schema: dict[str, Any]) -> list[str]:
    title = schema["properties"][name].get("title", name)
    return [name, title, *schema.get("x-aliases", {}).get(name, [])]


def coded(field: str, theirs: Column, cell: dict[str, Any]) -> tuple[list[Proposal], list[tuple[str, int]]]:
    """A proposal for each value of a column of codes that is not one of ours, and the values nothing is proposed for."""
    if cell.get("format") == "date":
        return _no_days(field, theirs), []
    if field == "indicator" and "pattern" in cell:
        return _slugs(field, theirs, cell["pattern"]), []
    ours = list(cell.get("enum") or cell.get("items", {}).get("enum", ()))
    if not ours:
        return [], []
    plain = {bare(code): code for code in ours}
    known = synonyms.codes(field)
    why = "says that nothing is known or decided"
    found = [
        Proposal(value, "", "likely", field, why, count=count) for value, count in theirs.marks if value not in ours
    ]
    open_: list[tuple[str, int]] = []
    for value, count in theirs.values.most_common():
        if value in ours:
            continue
        said = bare(value) or value
        if said in plain:
            found.append(Proposal(value, plain[said], "certain", field, "the same word", count=count))
        elif said in known:
            how = why if known[said] == "" else "another word for it"
            found.append(Proposal(value, known[said], "likely", field, how, count=count))
        elif (near := _near_code(said, plain, known)) is not None:
            found.append(Proposal(value, near, "unsure", field, "resembles it", count=count))
        else:
            open_.append((value, count))
    return found, open_


def _slugs(field: str, theirs: Column, pattern: str) -> list[Proposal]:
    """Ids of indicators as they are written here, one for each of theirs; none where two of theirs would be one."""
    said = {value: id_of(value) for value in theirs.values}
    if len(said) > MOST_SLUGS or len(set(said.values())) < len(said):
        return []
    return [
        Proposal(value, ours, "likely", field, "as ids are written here", count=theirs.values[value])
        for value, ours in said.items()
        if value != ours and re.fullmatch(pattern, ours) is not None
    ]


def _no_days(field: str, theirs: Column) -> list[Proposal]:
    """In a column of days, what says that there is none: a mark, or words without a digit."""
    why = "says that no day is known"
    marks = [Proposal(value, "", "likely", field, why, count=count) for value, count in theirs.marks]
    if theirs.dates < fitting.OPEN:
        return marks
    words = [one for one in theirs.values.items() if not any(map(str.isdigit, one[0])) and len(one[0]) <= LONGEST_CODE]
    if len(words) > MOST_MARKS:
        return marks
    known = synonyms.codes("no_day")
    return [
        *marks,
        *(
            Proposal(value, "", "likely" if bare(value) in known else "unsure", field, "is no day", count=count)
            for value, count in words
        ),
    ]


def _near_code(said: str, plain: Mapping[str, str], known: Mapping[str, str]) -> str | None:
    """The code that a value resembles: a slip of the pen, or one that begins with a known word."""
    every = {**known, **plain}
    near = difflib.get_close_matches(said, [text for text in every if len(text) >= SHORTEST], n=1, cutoff=SLIP)
    if near:
        return every[near[0]]
    begun = [text for text in every if len(text) >= 4 and said.startswith(f"{text}_")]
    meant = {every[text] for text in begun if every[text]}
    return meant.pop() if len(meant) == 1 else None


def codes(field: str, theirs: Iterable[str], cell: dict[str, Any]) -> list[Proposal]:
    """A proposal for each value of a column of codes that is not one of ours."""
    return coded(field, column(theirs), cell)[0]
