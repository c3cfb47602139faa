"""In which parts two frameworks differ, and frameworks between the two: the one with some parts as the other has them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, TypeVar

from inspector.model.again import Part
from inspector.model.own_words import WORD_SORTS
from inspector.model.rules import Framework, Rule, VerdictRow

One = TypeVar("One", Rule, VerdictRow)
REST = ("title", "question", "sources", "themes", "derivations", "indicators", "fields", "core", "words")
TELLS = ("title", "question", "sources")
"""Parts of the rest that no verdict reads."""


def differences(old: Framework, new: Framework) -> tuple[Part, ...]:
    """Every part in which they differ: rules, then rows of the decision table, then the rest as one.

    Where both have rows in another order, the whole decision table is one part.
    """
    found = [Part(sort="rule", id=name, differs=how) for name, how in _moved(old.rules, new.rules).items()]
    if _order(old.verdicts, new.verdicts) != _order(new.verdicts, old.verdicts):
        found.append(Part(sort="decision-table", id="verdicts", differs="other"))
    else:
        rows = _moved(old.verdicts, new.verdicts)
        found += [Part(sort="verdict-row", id=name, differs=how) for name, how in rows.items()]
    rest = tuple(name for name in REST if part(old, name) != part(new, name))
    if set(rest) - set(TELLS):
        found.append(Part(sort="rest", id="rest", differs="other", what=rest))
    return tuple(found)


def between(old: Framework, new: Framework, taken: Collection[Part]) -> Framework:
    """The old framework with the parts `taken` as the new one has them."""
    names: Mapping[str, set[str]] = {
        sort: {part.id for part in taken if part.sort == sort} for sort in ("rule", "verdict-row")
    }
    whole = any(part.sort == "decision-table" for part in taken)
    rest = any(part.sort == "rest" for part in taken)
    made: dict[str, Any] = {
        "rules": _mixed(old.rules, new.rules, names["rule"]),
        "verdicts": new.verdicts if whole else _mixed(old.verdicts, new.verdicts, names["verdict-row"]),
    }
    if rest:
        made |= {name: getattr(new, name) for name in REST}
    return old.model_copy(update=made)


def part(framework: Framework, name: str) -> Any:
    """One of `REST` without its places; of words what they count as, and not their titles, which no verdict reads."""
    if name != "words":
        return bare(getattr(framework, name))
    return {sort: {one.id: one.counts_as for one in framework.words.of(sort)} for sort in WORD_SORTS if sort != "whom"}


def bare(value: Any) -> Any:
    """A value without the places where its parts stand in files: to move a rule changes nothing."""
    if isinstance(value, tuple):
        return tuple(bare(one) for one in value)
    if hasattr(value, "model_dump"):
        return _plain(value.model_dump())
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items() if name not in ("where", "places", "waive")}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value


def _moved(old: Sequence[One], new: Sequence[One]) -> dict[str, Any]:
    """What differs, by id: in the order of the new, then what is gone in the order of the old."""
    before, after = {one.id: one for one in old}, {one.id: one for one in new}
    found = {}
    for name, one in after.items():
        if name not in before:
            found[name] = "new"
        elif bare(before[name]) != bare(one):
            found[name] = "other"
    return {**found, **{name: "gone" for name in before if name not in after}}


def _order(mine: Sequence[VerdictRow], theirs: Sequence[VerdictRow]) -> list[str]:
    """The ids of rows that both have, in the order of `mine`."""
    known = {one.id for one in theirs}
    return [one.id for one in mine if one.id in known]


def _mixed(old: Sequence[One], new: Sequence[One], taken: set[str]) -> tuple[One, ...]:
    """The old with those `taken` as in the new: what both have in the order of the old, what is new behind what it follows."""
    after = {one.id: one for one in new}
    before = {one.id for one in old}
    follows: dict[str | None, list[One]] = {}
    last: str | None = None
    for one in new:
        if one.id in before:
            last = one.id
        elif one.id in taken:
            follows.setdefault(last, []).append(one)
    made = list(follows.get(None, ()))
    for one in old:
        if one.id not in taken:
            made.append(one)
        elif one.id in after:
            made.append(after[one.id])
        made += follows.get(one.id, ())
    return tuple(made)


def makes(
    parts: Sequence[Part], reached: Callable[[frozenset[Part]], bool]
) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The fewest parts, or few, that make a difference, and others that make it alone.

    `reached` says whether the old framework with those parts does. Where none does so alone, parts are put back one by one as
    long as the rest still does: what is left is all needed, though another set of as many may do as well. Both are empty where
    not even all parts together do.
    """
    alone = [part for part in parts if reached(frozenset((part,)))]
    if alone:
        return (alone[0],), tuple(alone[1:])
    if not reached(frozenset(parts)):
        return (), ()
    left = list(parts)
    for part in parts:
        fewer = [one for one in left if one != part]
        if reached(frozenset(fewer)):
            left = fewer
    return tuple(left), ()
