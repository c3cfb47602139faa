"""As few facts, with as few fields, as show the same."""

from collections.abc import Callable, Iterator, Sequence

from inspector.model.facts import Fact
from inspector.workbench.theory.clock import Clock, Unending
from inspector.workbench.theory.witness import Given

UNENDING = Unending()
MOST = 400
"""Times that something less is tried."""


def fewer(
    givens: Sequence[Given],
    keys: Callable[[str], frozenset[str]],
    shows: Callable[[Sequence[Given]], bool],
    clock: Clock = UNENDING,
) -> tuple[Given, ...]:
    """The same without every fact, and then every field and what is stated, that it shows the same without.

    What has the same name in several givens leaves all of them together. `keys` are the fields of a kind that stay. When the
    clock has run out they stay as they are by then.
    """
    kept = tuple(givens)
    tries = 0
    differ = _differ(kept)

    def held(less: Sequence[Given]) -> bool:
        """Whether the givens differ in what they differed in, fields and all."""
        return _differ(less) == differ

    for less in (_without_facts, _without_stated, _without_fields):
        place = 0
        while tries < MOST and clock.left:
            tried = less(kept, place, keys)
            if tried is None:
                break
            tries += 1
            if held(tried) and shows(tried):
                kept = tried
            else:
                place += 1
    return kept


def _differ(givens: Sequence[Given]) -> list[tuple[tuple[str, tuple[str, ...]], ...]]:
    """Of each given the facts that not all have so, with their fields as text."""
    every = [{(fact.id, tuple(f"{k}={v}" for k, v in fact.fields.items())) for fact in given.facts} for given in givens]
    common = set.intersection(*every) if every else set()
    return [tuple(sorted(some - common)) for some in every]


Keys = Callable[[str], frozenset[str]]


def _without_facts(givens: Sequence[Given], place: int, keys: Keys) -> tuple[Given, ...] | None:  # noqa: ARG001
    names = list(dict.fromkeys(fact.id for given in givens for fact in given.facts))
    if place >= len(names):
        return None
    return tuple(given._replace(facts=tuple(f for f in given.facts if f.id != names[place])) for given in givens)


def _without_stated(givens: Sequence[Given], place: int, keys: Keys) -> tuple[Given, ...] | None:  # noqa: ARG001
    names = list(dict.fromkeys(name for given in givens for name in given.stated))
    if place >= len(names):
        return None
    return tuple(
        given._replace(stated={k: v for k, v in given.stated.items() if k != names[place]}) for given in givens
    )


def _without_fields(givens: Sequence[Given], place: int, keys: Keys) -> tuple[Given, ...] | None:
    places = list(dict.fromkeys(_places(givens, keys)))
    if place >= len(places):
        return None
    id, field = places[place]

    def bare(fact: Fact) -> Fact:
        if fact.id != id:
            return fact
        return fact.model_copy(update={"fields": {k: v for k, v in fact.fields.items() if k != field}})

    return tuple(given._replace(facts=tuple(map(bare, given.facts))) for given in givens)


def _places(givens: Sequence[Given], keys: Keys) -> Iterator[tuple[str, str]]:
    for given in givens:
        for fact in given.facts:
            yield from ((fact.id, name) for name in fact.fields if name not in keys(fact.kind))
