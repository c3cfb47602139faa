"""What a register of indicators leaves open, and what its titles make likely: sort of measure, direction, another name."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from inspector.model.derivations import KnownIndicator
from inspector.model.evidence import Indicator
from inspector.model.problems import Problem, Where
from inspector.model.remarks import query
from inspector.packing import synonyms
from inspector.packing.proposed import Proposal

SHOWN = 12
"""At most so many proposals are told in one remark."""
MOST_TITLES = 5000
"""Titles beyond these are counted and not read."""
_LASTS = re.compile(
    r"(?i)\b(?:days|weeks|months|hours|time|length|duration)\s+(?:from|between|since|until|till|to|of|taken|waited|waiting|before)\b"
)
_LASTING = frozenset(("duration", "time"))
"""How a title says how long something takes, and the words in the ids of those that do."""
_NEUTRAL = frozenset().union(
    *map(
        synonyms.key,
        (
            "number total average mean month monthly quarter quarterly all new received count social worker fte staff child held",
        ),
    )
)
"""Words that leave a name of one word what it is; any other makes something else of it."""


def answers(title: str, known: Iterable[KnownIndicator], better: str | None = None) -> list[Proposal]:
    """For a title what may be meant, `theirs` being the title: `same_as`, `measure` and `better`, as far as it shows.

    A known indicator whose better direction is another than the one given is never proposed.
    """
    named = _named(title, known, better)
    found = [Proposal(title, named.id, "likely", "same_as", f"the title names {named.title.lower()}")] if named else []
    measure = named.measure if named and named.measure else _by_words(title, "measures")
    if measure:
        why = f"as {named.id} is" if named and named.measure else "the title has a word for it"
        found.append(Proposal(title, measure, "likely", "measure", why))
    direction = named.better if named and named.better else _by_words(title, "better_titles")
    if direction and better is None:
        found.append(Proposal(title, direction, "likely", "better", "as its title has it"))
    return found


def named_by(title: str, id: str, known: Iterable[KnownIndicator]) -> KnownIndicator | None:
    """The one known indicator that a title names, or that is called by the id; None where none or several are.

    Which direction is said to be better plays no part.
    """
    every = list(known)
    called = synonyms.key(id)
    same = [one for one in every if any(name == called for name in _names(one))]
    return _named(title, every, None) or (same[0] if len(same) == 1 else None)


def left_open(register: Sequence[Indicator], known: Sequence[KnownIndicator]) -> Problem | None:
    """One query for a register that does not state what sort its measures are, or what frameworks call any of them."""
    if not register:
        return None
    sorts = [one for one in register if one.measure is None]
    silent = all(one.same_as is None for one in register)
    names = {one.id for one in known}
    found = {one.indicator: answers(one.title, known, one.better) for one in register[:MOST_TITLES]}
    alike = [
        one
        for one in register
        if one.same_as is None and one.indicator not in names and _ours(found.get(one.indicator, []), "same_as")
    ]
    if not sorts and not (silent and alike):
        return None
    parts = []
    if sorts:
        parts.append(f"what sort of measure it is (measure) by {len(sorts)} of {len(register)}")
    if alike:
        parts.append(
            f"what frameworks call it (same_as) by {len([r for r in register if r.same_as is None])} of {len(register)}"
        )
    told = [line for one in register if (line := _told(one, found.get(one.indicator, [])))]
    more = f"; and {len(told) - SHOWN} more" if len(told) > SHOWN else ""
    likely = f". Very likely, by their titles: {'; '.join(told[:SHOWN])}{more}" if told else ""
    message = f"the register does not state {' nor '.join(parts)}; until it does, a report says that this is not stated{likely}"
    fix = "fill in measure (outcome, process, structure, balancing or experience) and same_as in the register, if that is so"
    return query("register-open", Where(file=_path(register)), message, fix=fix)


def _told(one: Indicator, found: Sequence[Proposal]) -> str:
    same = _ours(found, "same_as") if one.same_as is None and one.indicator != _ours(found, "same_as") else None
    measure = _ours(found, "measure") if one.measure is None else None
    said = [*([f"same_as {same}"] if same else []), *([f"measure {measure}"] if measure else [])]
    return f"{one.title!r}: {', '.join(said)}" if said else ""


def _ours(found: Iterable[Proposal], field: str) -> str | None:
    return next((one.ours for one in found if one.field == field), None)


def _path(register: Sequence[Indicator]) -> str:
    return Counter(one.resource for one in register).most_common(1)[0][0]


def _told_apart(title: str, words: synonyms.Key, name: synonyms.Key, one: KnownIndicator) -> bool:
    """Whether the title says more than the name, so that it is of another thing: how long something takes, or a part of it."""
    if _LASTS.search(title) and not (one.id.startswith("days-") or _LASTING & set(one.id.split("-"))):
        return True
    return len(name) == 1 and not words - name <= _NEUTRAL


def _named(title: str, known: Iterable[KnownIndicator], better: str | None) -> KnownIndicator | None:
    """The one known indicator whose own name, or another it is called by, is in the title; the longest name wins."""
    words = synonyms.key(title)
    near = sorted(
        (
            (len(name), one.id, one)
            for one in known
            if better is None or one.better is None or one.better == better
            for name in _names(one)
            if name <= words and not _told_apart(title, words, name, one)
        ),
        key=lambda found: (-found[0], found[1]),
    )
    best = {id: one for length, id, one in near if length == near[0][0]}
    return next(iter(best.values())) if len(best) == 1 else None


def _names(one: KnownIndicator) -> Iterable[synonyms.Key]:
    yield synonyms.key(one.title)
    yield synonyms.key(one.id)
    yield from (synonyms.key(text) for text in one.also_called)


def _by_words(title: str, which: str) -> str | None:
    """The answer whose words stand in a title; None where those of several do, or of none."""
    words = synonyms.key(title)
    found = {ours for name, ours in synonyms.phrases(which) if name <= words}
    if len(found) > 1:
        longest = max(len(name) for name, _ in synonyms.phrases(which) if name <= words)
        found = {ours for name, ours in synonyms.phrases(which) if name <= words and len(name) == longest}
    return found.pop() if len(found) == 1 else None
