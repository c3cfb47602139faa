"""Two rules of a theme held against one another: one that the other makes idle, and two that say the opposite of the same."""

from collections.abc import Callable, Sequence

import z3

from inspector.model.ladder import Standing, rank
from inspector.model.proofs import Claim
from inspector.model.rules import Conclusion, Rule
from inspector.model.words import plural
from inspector.workbench.theory.asking import Asking, Said, entries, told
from inspector.workbench.theory.search import Status
from inspector.workbench.theory.sizes import entries as all_entries
from inspector.workbench.theory.sizes import patterns
from inspector.workbench.theory.views import Term

Claiming = Callable[[Rule, Rule, str], Claim]
IMPLIED, OPPOSITE = "rule-implied", "rules-opposed"


def implied(asking: Asking) -> Said:
    """Rules that fire only where another rule of their theme does that concludes no less. What others read is left out."""
    read = _read(asking)
    idle = [rule for rule in entries(asking) if rule.id not in read and _concludes(rule.conclude)]
    return _always(asking, idle, lambda one, other: _no_more(one.conclude, other.conclude), _implied)


def opposed(asking: Asking) -> Said:
    """Two rules of one theme, one `better` and one `worse`, that always fire together.

    That the one never fires without the other is usual: what got worse beside a gain is found where there was a gain.
    """
    better = [rule for rule in entries(asking) if rule.conclude.direction == "better"]
    return _always(asking, better, lambda _, other: other.conclude.direction == "worse", _opposed, both=True)


def _always(
    asking: Asking, rules: Sequence[Rule], of: Callable[[Rule, Rule], bool], claim: Claiming, *, both: bool = False
) -> Said:
    """Of each rule and the others of its theme that it is to be held against, whether the one never fires without the other."""
    claims, untold, many = list[Claim](), list[str](), 0
    others, cases = _Others(asking, of), _cases(asking)
    for one in rules:
        beside = others.beside(one)
        many += len(beside)
        left = len(beside)
        for other in beside if asking.clock.left else ():
            if not asking.clock.left:
                break
            left -= 1
            if _apart(cases.get(one.id, 0), cases.get(other.id, 0), both=both):
                continue
            status, found = _held(asking, one, other, claim, both=both)
            claims += found
            untold += [f"{one.id} and {other.id}"] if status == "unknown" else []
        untold += [f"{one.id} beside {plural(left, 'other rule')}"] if left else []
    return Said(tuple(claims), many, tuple(untold))


def _held(
    asking: Asking, one: Rule, other: Rule, claim: Claiming, *, both: bool
) -> tuple[Status | None, tuple[Claim, ...]]:
    fires, also = (_formula(asking.asked.fires[rule.id]) for rule in (one, other))
    found = asking.search.possible(*([fires != also] if both else [fires, z3.Not(also)]))
    # A rule that never fires is told of as that.
    able = asking.search.possible(fires) if found == "never" else None
    if found != "never" or able is not None:
        return "unknown" if "unknown" in (found, able) else None, ()
    names = {one.id, other.id}
    answer = asking.shown([fires], f"{one.id} and {other.id}", lambda o, names=names: names <= set(o[0].findings))
    return None, (claim(one, other, answer.witness.text if answer.witness else ""),)


def _implied(one: Rule, other: Rule, witness: str) -> Claim:
    says = f"{one.id} fires only where {other.id} does, which concludes no less: it does not change where {one.theme} stands"
    fix = "let it ask for something else or conclude more, or take it out"
    return told(one, IMPLIED, "query", [one.id, other.id], says, "proved", fix, witness)


def _opposed(one: Rule, other: Rule, witness: str) -> Claim:
    says = f"{one.id} (better) and {other.id} (worse) always fire together"
    return told(
        one, OPPOSITE, "query", [one.id, other.id], says, "proved", "let one of them exclude the other", witness
    )


class _Others:
    """The rules of a theme by what they conclude: a thousand rules are a million pairs, and few conclusions."""

    def __init__(self, asking: Asking, of: Callable[[Rule, Rule], bool]) -> None:
        self._of = of
        self._alike: dict[str, dict[tuple[object, ...], list[Rule]]] = {}
        self._found: dict[tuple[object, ...], list[Rule]] = {}
        for rule in entries(asking):
            self._alike.setdefault(rule.theme, {}).setdefault(_key(rule), []).append(rule)

    def beside(self, one: Rule) -> list[Rule]:
        """The rules that this one is to be held against."""
        key = _key(one)
        if key not in self._found:
            alike = self._alike[one.theme].values()
            self._found[key] = [rule for rules in alike if self._of(one, rules[0]) for rule in rules]
        return [rule for rule in self._found[key] if rule is not one]


def _key(rule: Rule) -> tuple[object, ...]:
    end = rule.conclude
    return rule.theme, end.direction, end.standing, end.limit


def _cases(asking: Asking) -> dict[str, int]:
    """By rule the cases by which it fires, a bit each."""
    found: dict[str, int] = {}
    for place, one in enumerate(asking.seen):
        for name in one.findings:
            found[name] = found.get(name, 0) | 1 << place
    return found


def _apart(one: int, other: int, *, both: bool) -> bool:
    """Whether some case has the one rule fire, and not the other; or, of `both`, just one of them."""
    return one != other if both else bool(one & ~other)


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
