"""What a case has to state to notice a difference: no more than the difference."""

from collections.abc import Callable, Mapping
from typing import Any

from inspector.model.cases import NONE
from inspector.model.ladder import rank
from inspector.model.outcome import Drawn, Outcome


def expecting(old: Outcome, new: Outcome) -> dict[str, Any]:
    """By the names of the case language, what is true of `old` and not of `new`; empty where a case can state nothing."""
    found: dict[str, Any] = {}
    gone = sorted(set(old.findings) - set(new.findings))
    more = sorted(set(new.findings) - set(old.findings))
    found |= {"findings_include": gone} if gone else {}
    found |= {"not_findings": more} if more else {}
    found |= _of_rules(_by_rule(old), _by_rule(new))
    standings = {theme: came for theme, came in old.standings.items() if new.standings.get(theme) != came}
    found |= {"standings": standings} if standings else {}
    if old.row != new.row:
        found["row"] = old.row
    if old.verdict != new.verdict:
        found["verdict"] = old.verdict
    return found


def expecting_words(old: Outcome, new: Outcome) -> dict[str, Any]:
    """What is said in `old` and not in `new`, where nothing else tells them apart; both have to be told with words."""
    mine, theirs = _by_rule(old), _by_rule(new)
    for key, reads in (("says", lambda one: (one.says,)), ("asks", lambda one: one.ask)):
        for name in mine:
            now = {text for one in theirs.get(name, ()) for text in reads(one)}
            lost = [text for one in mine[name] for text in reads(one) if text not in now]
            if lost:
                return {key: {name: lost[0]}}
    return {"verdict_says": old.says} if old.says != new.says else {}


def _of_rules(old: Mapping[str, list[Drawn]], new: Mapping[str, list[Drawn]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    readers: tuple[tuple[str, Callable[[list[Drawn]], Any]], ...] = (
        ("times", len),
        ("directions", lambda some: some[0].direction),
        ("limits", lambda some: some[0].limit or NONE),
        ("supports", _supported),
    )
    both = [name for name in old if name in new]
    for key, reads in readers:
        said = {name: reads(old[name]) for name in both if reads(old[name]) != reads(new[name])}
        found |= {key: said} if said else {}
    carried = {name: dict(values) for name in both if (values := _lost(old[name], new[name]))}
    found |= {"carried": carried} if carried else {}
    withdrawn = [n for n in both if any(d.withdrawn for d in old[n]) and not any(d.withdrawn for d in new[n])]
    return {**found, **({"withdrawn": withdrawn} if withdrawn else {})}


def _supported(some: list[Drawn]) -> str:
    return max((one.standing for one in some if one.standing is not None), key=rank, default=NONE)


def _lost(old: list[Drawn], new: list[Drawn]) -> tuple[tuple[str, Any], ...]:
    """What one finding carried and none does now."""
    now = [dict(one.carried) for one in new]
    for one in old:
        if one.carried and not any(all(other.get(k) == v for k, v in one.carried) for other in now):
            return one.carried
    return ()


def _by_rule(outcome: Outcome) -> dict[str, list[Drawn]]:
    found: dict[str, list[Drawn]] = {}
    for one in outcome.drawn:
        found.setdefault(one.rule, []).append(one)
    return found
