"""What was judged from rows: facts, questions, trust, what is set aside and why, and the findings that use them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from inspector.bundle.kinds import PARTS
from inspector.bundle.told_rows import Shown
from inspector.judging.settling import Workings
from inspector.model.evidence import Rows
from inspector.model.facts import Fact
from inspector.model.inspection import Finding, TrustIn
from inspector.model.problems import Problem
from inspector.model.traces import Trace
from inspector.showing.target import At, Target

Marked = Mapping[str, tuple[frozenset[int], frozenset[str]]]
"""The rows that are asked about, by resource: their numbers and, of JSON, the paths of their elements."""


class Judged(NamedTuple):
    """Everything that rests on what is shown; facts and findings that rest on least come first."""

    facts: tuple[Fact, ...] = ()
    traces: tuple[Trace, ...] = ()
    trust: tuple[TrustIn, ...] = ()
    aside: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    findings: tuple[Finding, ...] = ()


def judged(target: Target, tables: Sequence[Shown], workings: Workings) -> Judged:
    """What was judged from the target; of a finding and a fact, what they rest on."""
    found, marked = workings.inspection, marks(target.rows, tables)
    if target.sort in ("finding", "fact", "question"):
        facts, traces = _named(target, workings)
    else:
        facts = [one for one in found.facts if not _asks(one) and _rests(one, target, marked)]
        traces = [one for one in found.traces if _about(one, target) or cites(one.rows, marked)]
    names = {fact.id for fact in facts} | {f"probe/{one.probe}/{one.subject}" for one in traces}
    findings = [one for one in found.findings if names & set(one.facts)]
    if target.sort == "finding":
        findings = [one for one in found.findings if target.name in one.builds_on or one.id == target.name]
    rests = {name for fact in facts for name in fact.rests_on} | {one.subject for one in traces}
    if target.sort in ("record", "rows"):
        rests = _own(target, tables)
    return Judged(
        tuple(sorted(facts, key=lambda one: (_size(one.rows), one.id))),
        tuple(sorted(traces, key=lambda one: (_size(one.rows), one.probe, one.subject))),
        tuple(one for one in found.trust if one.evidence in rests),
        tuple(dict.fromkeys(_aside(facts, marked, workings))),
        tuple(one for one in found.problems if _at(one, marked)),
        tuple(sorted(findings, key=lambda one: (len(one.facts), one.id))),
    )


def marks(rows: Iterable[At], tables: Sequence[Shown]) -> Marked:
    """Rows by their resources, as facts name them."""
    found: dict[str, tuple[set[int], set[str]]] = {}
    for place, key in rows:
        numbers, paths = found.setdefault(tables[place].place, (set(), set()))
        numbers.add(tables[place].number(key))
        if path := tables[place].path_of(key):
            paths.add(path)
    return {name: (frozenset(numbers), frozenset(paths)) for name, (numbers, paths) in found.items()}


def _own(target: Target, tables: Sequence[Shown]) -> set[str]:
    """The evidence that rows themselves are: their kind, and the indicators that they name."""
    mine = frozenset(target.rows)
    places = {at.table for at in mine}
    names = {
        said
        for place in places
        for field in ("indicator", "tracked_by")
        for key, said in tables[place].column(field)
        if At(place, key) in mine
    }
    kinds = {tables[place].kind for place in places}
    owners = {owner for owner, parts in PARTS.items() if kinds & set(parts.values())}
    return {f"indicator/{name}" for name in names} | kinds | owners


def _named(target: Target, workings: Workings) -> tuple[list[Fact], list[Trace]]:
    names = {target.name}
    if target.sort == "finding":
        names = set(next(one for one in workings.inspection.findings if one.id == target.name).facts)
    facts = [one for one in workings.inspection.facts if one.id in names and not _asks(one)]
    traces = [one for one in workings.inspection.traces if f"probe/{one.probe}/{one.subject}" in names]
    return facts, traces


def _asks(fact: Fact) -> bool:
    return fact.kind.startswith("probe/")


def _rests(fact: Fact, target: Target, marked: Marked) -> bool:
    if target.sort == "indicator":
        return fact.fields.get("indicator") == target.name or f"indicator/{target.name}" in fact.rests_on
    return cites(fact.rows, marked)


def _about(trace: Trace, target: Target) -> bool:
    return target.sort == "indicator" and trace.subject == f"indicator/{target.name}"


def cites(rows: Sequence[Rows], marked: Marked) -> bool:
    """Whether some of the rows are among those marked."""
    return any(_meets(part, *marked[part.resource]) for part in rows if part.resource in marked)


def _meets(part: Rows, numbers: frozenset[int], paths: frozenset[str]) -> bool:
    if part.paths and paths:
        return any(_one_in_the_other(one, other) for one in part.paths for other in paths)
    return not numbers.isdisjoint(part.rows)


def _one_in_the_other(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def _size(rows: Sequence[Rows]) -> int:
    return sum(len(part.rows) for part in rows)


def _aside(facts: Iterable[Fact], marked: Marked, workings: Workings) -> Iterable[str]:
    """Why rows among these do not count, in words."""
    why: dict[str, list[str]] = {}
    for fact in facts:
        for one in fact.aside:
            if cites(one.rows, marked):
                why.setdefault(one.says, []).append(fact.id)
    yield from (f"{says} (for {', '.join(sorted(names))})" for says, names in why.items())
    for figure in workings.evidence.set_aside:
        if figure.row in marked.get(figure.resource, (frozenset(), frozenset()))[0]:
            yield f"{figure.path or f'row {figure.row}'}: {figure.says}"
    for part in workings.evidence.left_out:
        if part.resource in marked and not marked[part.resource][0].isdisjoint(part.rows):
            yield "could not be read as meant, and is left out"


def _at(problem: Problem, marked: Marked) -> bool:
    where = problem.where
    numbers, paths = marked.get(
        f"{where.file} > {where.sheet}" if where.sheet else where.file, (frozenset(), frozenset())
    )
    if where.path and paths:
        return any(_one_in_the_other(where.path, path) for path in paths)
    return where.row in numbers
