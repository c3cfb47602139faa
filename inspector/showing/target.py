"""From what somebody names to what is shown: an id, an indicator, rows of a file, a finding, a fact."""

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from inspector.bundle.kinds import OWNER
from inspector.bundle.told_rows import Key, Shown
from inspector.judging.settling import Workings
from inspector.model.headings import bare
from inspector.showing.cited import Cited, cited
from inspector.showing.places import NoSuchPlace, rows_at

LONGEST = 1_000
"""Characters of a name that are looked for."""
LISTED = 12
KEYS = {"indicator-register": "indicator", "leadership": "leader"}
"""The field that names a record where it is not `id`."""
NAMED = frozenset({
    "improvement-log", "recommendations", "recommendation-actions", "case-reviews", "case-review-actions", "leadership",
    "partnership", "voice", "self-evaluation", "self-evaluation-claims",
})  # fmt: skip
"""The kinds whose records are asked for by name; figures are asked for by their indicator."""


class At(NamedTuple):
    """A row: the place of its table among those shown, and its key there."""

    table: int
    key: Key


class Target(NamedTuple):
    """What is to be shown. `sort` is one of record, indicator, rows, finding, fact and question."""

    sort: str
    name: str
    rows: tuple[At, ...] = ()


class NotOne(LookupError):
    """Nothing has this name, or several have; the words say which there are."""


Found = dict[str, dict[Target, None]]


def target(what: str, tables: Sequence[Shown], workings: Workings) -> Target:
    """What is meant. Raises NotOne."""
    name = what.strip()
    if name.startswith("[") and name.endswith("]"):
        name = name[1:-1].strip()
    if len(name) > LONGEST:
        raise NotOne(
            f"a name of {len(name):,} characters is not looked for; name fewer rows (at most {LONGEST:,} characters)"
        )
    if not name:
        raise NotOne("nothing can be called so: give an id, an indicator, rows of a file, or a finding")
    places = cited(name)
    known = _known(tables, workings)
    for fold in _FOLDS:
        met = _met(known, name, fold)
        if len(met) > 1:
            raise NotOne(_several(name, met))
        if met:
            return next(iter(met))
    if places or any(name in (one.path, one.place) for one in tables):
        return _rows(places or (Cited(name, ""),), name, tables)
    raise NotOne(_unknown(name, [*known, *(one.place for one in tables)], workings))


def _rows(places: Sequence[Cited], name: str, tables: Sequence[Shown]) -> Target:
    try:
        found = [At(*one) for place in places for one in rows_at(place, tables)]
    except NoSuchPlace as failure:
        raise NotOne(str(failure)) from None
    return Target("rows", name, tuple(dict.fromkeys(found)))


_FOLDS: tuple[Callable[[str], str], ...] = (str, str.casefold, bare)


def _met(known: Found, name: str, fold: Callable[[str], str]) -> dict[Target, None]:
    wanted = fold(name)
    if not wanted:
        return {}
    return {one: None for called, some in known.items() if fold(called) == wanted for one in some}


def _known(tables: Sequence[Shown], workings: Workings) -> Found:
    """Everything that can be asked for, by each of its names."""
    found: Found = {}

    def put(one: Target, *names: str | None) -> None:
        for name in filter(None, names):
            found.setdefault(name, {})[one] = None

    for one in workings.evidence.indicators:
        put(Target("indicator", one.indicator), one.indicator, f"indicator/{one.indicator}", one.title, one.same_as)
    for indicator in dict.fromkeys(figure.indicator for figure in workings.evidence.figures):
        put(Target("indicator", indicator), indicator, f"indicator/{indicator}")
    for finding in workings.inspection.findings:
        put(Target("finding", finding.id), finding.id, f"finding/{finding.id}", finding.rule)
    for fact in workings.inspection.facts:
        sort = "question" if fact.kind.startswith("probe/") else "fact"
        put(Target(sort, fact.id), fact.id)
    for record, names in _records(tables):
        put(record, *names)
    return found


def _records(tables: Sequence[Shown]) -> Iterable[tuple[Target, tuple[str, ...]]]:
    """Records with their names: `t131`, `improvement-log/t131`; an action of a recommendation is `r20/a1`, too."""
    for place, table in enumerate(tables):
        if table.kind not in NAMED:
            continue
        owners = dict(table.column(OWNER[table.kind])) if table.kind in OWNER else {}
        by_name: dict[tuple[str, str], list[At]] = {}
        for key, name in table.column(KEYS.get(table.kind, "id")):
            by_name.setdefault((owners.get(key, ""), name), []).append(At(place, key))
        for (owned, name), rows in by_name.items():
            called = f"{owned}/{name}" if owned else name
            yield Target("record", f"{table.kind}/{called}", tuple(rows)), (name, called, f"{table.kind}/{called}")


def _several(name: str, met: Mapping[Target, None]) -> str:
    called = [f"finding/{one.name}" if one.sort == "finding" else one.name for one in met]
    called = [f"indicator/{name}" if one.sort == "indicator" else said for one, said in zip(met, called, strict=True)]
    shown = ", ".join(called[:LISTED]) + (f" and {len(called) - LISTED} more" if len(called) > LISTED else "")
    return f"{len(called)} things are called {_short(name)!r}: {shown}"


def _unknown(name: str, names: Sequence[str], workings: Workings) -> str:
    near = difflib.get_close_matches(name, names, n=5, cutoff=0.6)
    if near:
        return f"nothing here is called {_short(name)!r}; did you mean {' or '.join(near)}?"
    rules = {rule.id for rule in workings.rulebook.framework.rules} | {one.theme for one in workings.inspection.themes}
    if name in rules:
        return f"{name!r} has no finding in this bundle; `inspector explain {name} --bundle BUNDLE` says why"
    return f"nothing here is called {_short(name)!r}; give an id that stands in the bundle, an indicator, FILE:ROWS, or a finding"


def _short(name: str) -> str:
    return name if len(name) <= 60 else f"{name[:59]}…"
