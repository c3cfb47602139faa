"""What fires by a framework that differs little from another of which it is known what fired: only what can differ is asked."""

from collections.abc import Mapping

from inspector.model.facts import FieldType
from inspector.model.rules import Rule, VerdictRow
from inspector.rules.encode import Wanted, encode_facts
from inspector.workbench.judging.compiled import Compiled, Fired
from inspector.workbench.judging.given import Given
from inspector.workbench.other_rules import bare

FINDING = "finding/"


def together(one: Wanted, other: Wanted) -> Wanted | None:
    """The fields that either reads; None where they take a field for two types, so that facts cannot be made ready for both."""
    made: dict[str, Mapping[str, FieldType]] = {}
    for kind in dict.fromkeys((*one, *other)):
        mine, theirs = one.get(kind, {}), other.get(kind, {})
        if any(mine[name] != theirs[name] for name in mine.keys() & theirs.keys()):
            return None
        made[kind] = {**mine, **theirs}
    return made


def touched(old: Compiled, new: Compiled) -> frozenset[str]:
    """The rules of the new framework that may fire otherwise: those changed, and all that build on one changed or gone."""
    before = {name: program.entry for name, program in old.programs.items()}
    found = {name for name, one in new.programs.items() if not _same(before.get(name), one.entry)}
    found |= before.keys() - new.programs.keys()
    for layer in new.layers:
        found |= {name for name in layer if _builds_on(new, name) & found}
    return frozenset(found & new.programs.keys())


def _same(one: Rule | VerdictRow | None, other: Rule | VerdictRow) -> bool:
    return one is other or (one is not None and bare(one) == bare(other))


def _builds_on(by: Compiled, rule: str) -> set[str]:
    return {kind.removeprefix(FINDING) for kind in by.programs[rule].reads if kind.startswith(FINDING)}


def fired_anew(new: Compiled, given: Given, before: Fired, others: frozenset[str]) -> Fired:
    """What fires by the new framework, of whose rules only `others` may fire otherwise than `before`.

    It is the very same as before where none of these fires, then or now.
    """
    kept = [one for one in before.firings if one.rule in new.programs and one.rule not in others]
    by_kind, facts = dict(given.by_kind), dict(given.facts)
    by_layer = {name: place for place, layer in enumerate(new.layers) for name in layer}
    firings = list(kept)
    for place, layer in enumerate(new.layers):
        drawn = [one for one in kept if by_layer[one.rule] == place]
        so_far = Fired((), facts, by_kind)
        anew = [one for name in layer if name in others for one in new.firings_of(name, given, so_far, told=False)]
        found = [one.finding for one in (*drawn, *anew) if not one.withdrawn]
        facts.update((one.id, one) for one in found)
        for fact in encode_facts(found, new.fields):
            by_kind[fact.kind] = (*by_kind.get(fact.kind, ()), fact)
        firings += anew
    if len(firings) == len(kept) == len(before.firings):
        return before
    firings.sort(key=lambda one: (one.rule, [name for _, name in one.bindings]))
    return Fired(tuple(firings), facts, by_kind)
