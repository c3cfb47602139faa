"""Two rules of a theme held against one another: one that the other makes idle, and two that say the opposite of the same."""

from collections.abc import Callable, Iterator

import z3

from inspector.model.ladder import Standing, rank
from inspector.model.outcome import Outcome
from inspector.model.proofs import Claim
from inspector.model.rules import Conclusion, Rule
from inspector.workbench.theory.asking import Asking, Said, entries, told
from inspector.workbench.theory.sizes import entries as all_entries
from inspector.workbench.theory.sizes import patterns
from inspector.workbench.theory.views import Term

Claiming = Callable[[Rule, Rule, str], Claim]
IMPLIED, OPPOSITE = "rule-implied", "rules-opposed"


def implied(asking: Asking) -> Said:
    """Rules that fire only where another rule of their theme does that concludes no less. What others read is left out."""
    read = _read(asking)
    pairs = [
        (one, other)
        for one, other in _pairs(asking)
        if one.id not in read and _concludes(one.conclude) and _no_more(one.conclude, other.conclude)
    ]
    return _always(asking, pairs, _implied)


def opposed(asking: Asking) -> Said:
    """Two rules of one theme, one `better` and one `worse`, that always fire together.

    That the one never fires without the other is usual: what got worse beside a gain is found where there was a gain.
    """
    ways = ("better", "worse")
    pairs = [(a, b) for a, b in _pairs(asking) if (a.conclude.direction, b.conclude.direction) == ways]
    return _always(asking, pairs, _opposed, both=True)


def _always(asking: Asking, pairs: list[tuple[Rule, Rule]], claim: Claiming, *, both: bool = False) -> Said:
    claims, untold = list[Claim](), []
    open_ = [pair for pair in pairs if not any(_apart(pair, one, both=both) for one in asking.seen)]
    for one, other in open_:
        if not asking.clock.left:
            untold.append(f"{one.id} and {other.id}")
            continue
        fires, also = (_formula(asking.asked.fires[rule.id]) for rule in (one, other))
        found = asking.search.possible(*([fires != also] if both else [fires, z3.Not(also)]))
        if found == "unknown":
            untold.append(f"{one.id} and {other.id}")
        if found != "never" or asking.search.possible(fires) is not None:
            continue
        names = {one.id, other.id}
        answer = asking.shown([fires], f"{one.id} and {other.id}", lambda o, names=names: names <= set(o[0].findings))
        claims.append(claim(one, other, answer.witness.text if answer.witness else ""))
    return Said(tuple(claims), len(pairs), tuple(untold))


def _implied(one: Rule, other: Rule, witness: str) -> Claim:
    says = f"{one.id} fires only where {other.id} does, which concludes no less: it does not change where {one.theme} stands"
    fix = "let it ask for something else or conclude more, or take it out"
    return told(one, IMPLIED, "query", [one.id, other.id], says, "proved", fix, witness)


def _opposed(one: Rule, other: Rule, witness: str) -> Claim:
    says = f"{one.id} (better) and {other.id} (worse) always fire together"
    return told(
        one, OPPOSITE, "query", [one.id, other.id], says, "proved", "let one of them exclude the other", witness
    )


def _pairs(asking: Asking) -> Iterator[tuple[Rule, Rule]]:
    rules = list(entries(asking))
    for one in rules:
        yield from ((one, other) for other in rules if other is not one and other.theme == one.theme)


def _apart(pair: tuple[Rule, Rule], outcome: Outcome, *, both: bool) -> bool:
    one, other = (rule.id in outcome.findings for rule in pair)
    return one != other if both else one and not other


def _read(asking: Asking) -> set[str]:
    """Rules whose findings rules or rows read."""
    every = all_entries(asking.framework)
    return {
        p.kind.removeprefix("finding/") for entry in every for p in patterns(entry) if p.kind.startswith("finding/")
    }


def _concludes(one: Conclusion) -> bool:
    return bool(one.standing or one.limit)


def _no_more(one: Conclusion, other: Conclusion) -> bool:
    """Whether the first concludes nothing that the other does not."""
    return (
        one.direction == other.direction
        and _height(one.standing) <= _height(other.standing)
        and (one.limit is None or (other.limit is not None and rank(other.limit) <= rank(one.limit)))
    )


def _height(standing: Standing | None) -> int:
    return -1 if standing is None else rank(standing)


def _formula(term: Term) -> Term:
    return z3.BoolVal(term) if isinstance(term, bool) else term
