"""What the cases of a framework touch: rules that fire, conditions that are met and not met, rows that are reached.

That something is touched says little: whether the cases would notice were it otherwise is what `mutating` asks.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from inspector.model.cases import Case
from inspector.model.judging import ConditionSeen, EntryCovered
from inspector.model.problems import CannotComplete
from inspector.model.rules import Condition, Pattern, Rule, Tally, VerdictRow
from inspector.rules.compile import Alternatives, alternatives, tally_id
from inspector.rules.encode import encode_facts
from inspector.rules.intermediate import EncodedFact
from inspector.rules.reference_matcher import fits
from inspector.workbench.judging import spelt
from inspector.workbench.judging.cases import Run
from inspector.workbench.judging.compiled import Compiled, Fired
from inspector.workbench.judging.given import Given
from inspector.workbench.judging.program import ByKind, Program
from inspector.workbench.judging.sites import TEST, Site, sites

Seen = tuple[Given, Fired, Mapping[str, tuple[EncodedFact, ...]]]


def coverage(compiled: Compiled, runs: Sequence[Run]) -> tuple[EntryCovered, ...]:
    """What the cases that could be run cover, for every rule and then for every row."""
    seen = [one for run in runs if run.given is not None and (one := _seen(compiled, run.given)) is not None]
    fired = Counter(rule for run in runs if run.outcome is not None for rule in run.outcome.findings)
    stated = Counter(rule for run in runs for rule in run.case.fire)
    reached = Counter(run.outcome.row for run in runs if run.outcome is not None)
    of_rules = [
        _covered(compiled, compiled.programs[rule.id], seen, fired[rule.id], stated[rule.id])
        for rule in compiled.framework.rules
    ]
    rows = rows_stated(run.case for run in runs)
    return (
        *of_rules,
        *(_covered(compiled, row, seen, reached[row.entry.id], rows[row.entry.id]) for row in compiled.table),
    )


def rows_stated(cases: Iterable[Case]) -> Counter[str]:
    """In how many cases each row of the table is stated to give the verdict."""
    return Counter(case.row for case in cases if case.row is not None)


def _seen(compiled: Compiled, given: Given) -> Seen | None:
    try:
        fired = compiled.fired(given, told=False)
        settled = compiled.settled(given, fired)
    except CannotComplete:
        return None
    return given, fired, {**fired.by_kind, **settled.by_kind}


def _covered(compiled: Compiled, program: Program, seen: Sequence[Seen], fired: int, stated: int) -> EntryCovered:
    entry = program.entry
    able = [one for one in seen if program.able(one[2])]
    found = tuple(_condition(compiled, program, site, able) for site in sites(entry, compiled.vocabulary))
    idle = tuple(part.alias for place, part in enumerate(entry.unless) if not _bites(compiled, entry, place, able))
    sort = "rule" if isinstance(entry, Rule) else "table"
    return EntryCovered(
        id=entry.id, where=entry.where, sort=sort, fired=fired, stated=stated, conditions=found, idle=idle
    )


def _condition(compiled: Compiled, program: Program, site: Site, able: Sequence[Seen]) -> ConditionSeen:
    """How facts of the cases meet one condition by itself; one that refers to another fact, with any fact of that kind."""
    one, entry = site.condition, program.entry
    counts: Counter[str] = Counter()
    if site.slot == TEST:
        place = (program.compiled.when if site.side == "when" else program.compiled.unless)[site.part]
        part = getattr(entry, site.side)[site.part]
        for given, fired, by_kind in able:
            layer = program.matched(by_kind, {**given.facts, **fired.facts})
            made = encode_facts([layer.tallies[tally_id(entry.id, part.alias)]], program.reads)
            counts.update("met" if any(fits(some, fact) for some in place) else "unmet" for fact in made)
        return ConditionSeen(where=one.where, text=spelt.condition(one, "is"), **counts)
    earlier = entry.when[: site.part] if site.side == "when" else entry.when
    alone = Pattern(alias="alone", kind=site.kind, conditions=(one,), where=one.where)
    some = alternatives(entry.id, alone, () if site.slot else earlier, compiled.vocabulary)
    for _, _, by_kind in able:
        for fact in by_kind.get(site.kind, ()):
            counts[_met(one, some, fact, _others(one, earlier, by_kind))] += 1
    return ConditionSeen(where=one.where, text=spelt.condition(one), **counts)


def _others(one: Condition, earlier: Sequence[Pattern | Tally], by_kind: ByKind) -> list[tuple[EncodedFact, ...]]:
    """What an earlier alias could be bound to; once nothing, where the condition refers to none."""
    if one.ref is None:
        return [()]
    place = next(number for number, part in enumerate(earlier) if part.alias == one.ref.alias)
    part = earlier[place]
    return [(fact,) * (place + 1) for fact in (by_kind.get(part.kind, ()) if isinstance(part, Pattern) else ())]


def _met(one: Condition, some: Alternatives, fact: EncodedFact, others: Sequence[tuple[EncodedFact, ...]]) -> str:
    if one.field not in fact.attrs:
        return "lacking"
    return "met" if any(fits(pattern, fact, bound) for pattern in some for bound in others) else "unmet"


def _bites(compiled: Compiled, entry: Rule | VerdictRow, place: int, able: Sequence[Seen]) -> bool:
    """Whether one part of `unless` takes anything away in any case."""
    kept = (*entry.unless[:place], *entry.unless[place + 1 :])
    without = Program(entry.model_copy(update={"unless": kept}), compiled.vocabulary)
    with_it = Program(entry, compiled.vocabulary)
    return any(
        with_it.matched(by_kind, facts).matches != without.matched(by_kind, facts).matches
        for given, fired, by_kind in able
        if (facts := {**given.facts, **fired.facts})
    )
