"""What a file is, where its table stands, and what has to be asked: the best of all kinds for all its tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from inspector.bundle.framework_words import schema_by
from inspector.bundle.kinds import PARTS, PLAIN
from inspector.bundle.returns.which_return import which_return
from inspector.model.own_words import NOBODY, ReadBy
from inspector.model.problems import CannotComplete, Where
from inspector.model.remarks import error
from inspector.packing import annex, asking, in_parts, matching, synonyms
from inspector.packing.content import Column
from inspector.packing.looked import Looked
from inspector.packing.proposed import Named, Open, Proposal, Proposed, Sure
from inspector.privacy.people import a_name, names_in

WIDEST = 80
"""So many columns of a table are looked at for what it is."""
ENOUGH, CLEAR = 0.42, 0.08
"""A kind fits from this score on; by so much it has to be ahead of the next to be likely."""
REGISTER = "indicator-register"
WHOLE = 0.8
"""Every field that must be filled has a column, none of them unsure: a single one of the kind's own is enough."""
COMMON = frozenset(
    ("id", "period_start", "period_end", "team", "role", "indicator", "evidence", "note", "on", "owner", "theme")
)
"""Fields that many kinds have: they say little of which kind a table is."""


@dataclass(frozen=True)
class _Fit:
    score: float
    kind: str
    part: str | None
    place: int
    found: tuple[Proposal, ...]
    required: float

    @property
    def said(self) -> str:
        return f"{self.kind}, part {self.part}" if self.part else self.kind


def propose(
    tables: Sequence[Looked],
    file_name: str,
    kind: str | None = None,
    part: str | None = None,
    chosen_sheet: str | None = None,
    mapped: Mapping[str, str] | None = None,
    by: ReadBy = NOBODY,
) -> Proposed:
    """The kind, the table and how it is read; `mapped` is what somebody said, our field to their heading.

    `by` is the framework whose words are among the codes.

    Raises CannotComplete where no table can be told, or the kind is none whose columns are mapped.
    """
    usable = [one for one in tables if one.headings and chosen_sheet in (None, one.sheet)]
    if kind in (None, "return") and (of_return := _return(usable, file_name, asked=kind is not None)):
        return of_return
    if kind in (None, "case-records") and (records := annex.records(usable, file_name, asked=kind is not None)):
        return records
    fits = sorted(
        (
            _fit(one, place, name, said, file_name, mapped, by)
            for place, one in enumerate(usable)
            for name, said in _kinds(kind, part)
        ),
        key=lambda fit: (-fit.score, fit.place, fit.kind, fit.part or ""),
    )
    if not fits or (kind is None and fits[0].score < ENOUGH):
        raise CannotComplete([_unknown(file_name, usable, fits)])
    best = fits[0]
    others = dict.fromkeys(
        one.said for one in fits[1:] if one.score >= ENOUGH - CLEAR and (one.kind, one.part) != (best.kind, best.part)
    )
    sure: Sure = "certain" if kind else "likely" if _ahead(fits) and best.required >= 0.5 else "unsure"
    found = _proposed(usable[best.place], best, sure, "as you said" if kind else _why(best), tuple(others), mapped, by)
    named = people(tables)
    doubts = tuple(f"{_column(one.heading)} looks as if it held names of people" for one in named)
    return replace(found, people=named, doubts=doubts)


def _return(tables: Sequence[Looked], file_name: str, *, asked: bool) -> Proposed | None:
    """The file as a table of a statutory return; None where its headings are not those of one and nobody said so."""
    found = next(((one, said) for one in tables if (said := which_return(one.headings, file_name))), None)
    if found is None:
        return Proposed("return", None, None, 1, "certain", "as you said") if asked else None
    table, said = found
    why = "as you said" if asked else f"its headings are those of the {said.words}"
    sheet = table.sheet if len(tables) > 1 and sum(bool(which_return(one.headings)) for one in tables) == 1 else None
    return Proposed("return", None, sheet, table.headings_row, "certain", why)


def _kinds(kind: str | None, part: str | None) -> list[tuple[str, str | None]]:
    names = [kind] if kind else sorted(PLAIN)
    if part:
        return [(name, part) for name in names]
    return [(name, said) for name in names for said in (None, *(() if kind else PARTS.get(name, {})))]


def _fit(
    table: Looked,
    place: int,
    kind: str,
    part: str | None,
    file_name: str,
    mapped: Mapping[str, str] | None,
    by: ReadBy,
) -> _Fit:
    name = PARTS[kind][part] if part else kind
    schema = schema_by(name, by)
    heads, columns = table.headings[:WIDEST], table.columns[:WIDEST]
    found = tuple(matching.headings(heads, schema, columns, name, mapped))
    filled = sum(map(bool, heads))
    weights = {"certain": 1.0, "likely": 0.85, "unsure": 0.35}
    spoken = sum(weights[one.sure] * (0.6 if one.ours in COMMON else 1.0) for one in found)
    known = {one.ours: weights[one.sure] for one in found}
    needed = asking.needed(schema)
    required = sum(known.get(field, 0.0) for field in needed) / len(needed)
    titles = synonyms.kind(name).titles
    titled = max((len(title & _title(table, file_name)) / len(title) for title in titles), default=0.0) >= 1
    own = sum(one.ours not in COMMON and one.sure != "unsure" for one in found)
    score = 0.5 * spoken / max(filled, 1) + 0.5 * required + (0.12 if titled else 0.0)
    whole = required >= WHOLE and len(needed) >= 3
    if own < (1 if titled or whole else 2):
        score *= 0.6
    if kind == REGISTER and any(
        one.ours in ("title", "indicator") and table.column_of(one.theirs).recurs for one in found
    ):
        # A register says each indicator once.
        score *= 0.6
    return _Fit(score, kind, part, place, found, required)


def _title(table: Looked, file_name: str) -> frozenset[str]:
    stem = file_name.rsplit(".", 1)[0]
    return synonyms.key(" ".join((stem, table.sheet or "", table.title)))


def _ahead(fits: Sequence[_Fit]) -> bool:
    best = fits[0]
    rest = [one for one in fits if (one.kind, one.part) != (best.kind, best.part)]
    return not rest or best.score - rest[0].score >= CLEAR


def _why(best: _Fit) -> str:
    read = [one for one in best.found if one.sure != "unsure"]
    return f"{len(read)} of its columns are {best.said}'s own" if read else "its title says so"


def _unknown(file_name: str, tables: Sequence[Looked], fits: Sequence[_Fit]) -> Any:
    message = "its headings and what stands below them do not tell which kind of evidence this is"
    near = list(dict.fromkeys(one.said for one in fits[:3] if one.score > 0.15))
    hint = f"; nearest: {', '.join(near)}" if near else ""
    if not tables:
        message = "no sheet of it has a table"
    two = next((said for one in tables if (said := matching.in_two(one.headings, one.columns))), None)
    hint += f"; {asking.together(two)}" if two else ""
    return error("unknown-kind", Where(file=file_name), message, fix=f"--kind with one of the kinds{hint}")


def _proposed(
    table: Looked,
    best: _Fit,
    sure: Sure,
    why: str,
    others: tuple[str, ...],
    mapped: Mapping[str, str] | None,
    by: ReadBy,
) -> Proposed:
    name = PARTS[best.kind][best.part] if best.part else best.kind
    schema = schema_by(name, by)
    found = tuple(matching.headings(table.headings, schema, table.columns, name, mapped))
    by_field = {one.ours: table.column_of(one.theirs) for one in found}
    codes: list[Proposal] = []
    open_codes: list[Open] = []
    for one in found:
        coded, rest = in_parts.codes(table, one, schema)
        codes += coded
        open_codes += rest
    parts = () if best.part else in_parts.parts(table, best.kind, found, by)
    read = {one.theirs for each in (found, *(part.fields for part in parts)) for one in each}
    unread = tuple(head for head in table.headings if head and head not in read)
    return Proposed(
        best.kind,
        best.part,
        table.sheet,
        table.headings_row,
        sure,
        why,
        fields=tuple(_with_example(one, by_field[one.ours]) for one in found),
        codes=tuple(codes),
        open_codes=tuple(open_codes),
        asked=asking.asked(table, schema, name, found),
        unread=unread,
        others=others,
        parts=parts,
    )


def _with_example(one: Proposal, cells: Column) -> Proposal:
    return replace(one, example=asking.example(one.ours, cells), count=cells.filled)


def _column(heading: str) -> str:
    return "a column" if a_name(heading) else f"the column {heading!r}"


def people(tables: Sequence[Looked]) -> tuple[Named, ...]:
    """The columns of all tables of the file that look as if they held names of people: all of it is copied."""
    return tuple(
        Named(table.sheet, table.headings_row, head)
        for table in tables
        for head, cells in zip(table.headings, table.columns, strict=True)
        if head and names_in(head, cells.values)
    )
