"""Evidence as a solver may imagine it: a few facts of every kind that rules read, with what is true of all such facts.

A kind whose key has few choices has a fact for each; a kind without a key has one; of others there are as many as rules can tell
apart. What no plan of evidence could be is left out: values out of range, two facts of one key, shares that are no quotient.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import z3

from inspector.model.facts import Field
from inspector.model.rules import Framework
from inspector.verdict.movement import KIND as MOVES
from inspector.workbench.theory.clock import Clock, Unending
from inspector.workbench.theory.relations import holding
from inspector.workbench.theory.sizes import FEW, bounds, entries, needed, patterns, read
from inspector.workbench.theory.views import Term, Value, View, Words

FIRST, LAST = date(2021, 1, 1).toordinal(), date(2026, 12, 31).toordinal()
OTHERS = 12
"""Texts that no rule names, of which a fact may say one."""
PROBABILITIES = ("probability_gain", "probability_loss", "probability_faded")


class World(NamedTuple):
    """Facts by kind, what holds of them, and the numbers of texts."""

    facts: Mapping[str, tuple[View, ...]]
    axioms: tuple[Term, ...]
    words: Words
    known: Mapping[str, tuple[Field, ...]]
    clock: Clock
    """What is asked of a world ends with it."""

    @property
    def every(self) -> Iterable[View]:
        """All facts, kind by kind."""
        return (view for views in self.facts.values() for view in views)


def imagined(
    frameworks: Sequence[Framework], known: Mapping[str, tuple[Field, ...]], clock: Clock | None = None
) -> World:
    """A world in which these frameworks can be asked about; `known` gives the fields of signals and probes.

    Raises OutOfTime where the clock runs out over it, as whatever is asked of it does.
    """
    clock = Unending() if clock is None else clock
    clock.ask()
    making = _Making(frameworks, known)
    facts: dict[str, tuple[View, ...]] = {}
    for kind, many in sorted(making.many.items()):
        clock.ask()
        if kind in known:
            facts[kind] = making.views(kind, many)
    return World(facts, tuple(making.axioms), making.words, known, clock)


def unlike(world: World, kind: str) -> list[View]:
    """Of the facts of a kind one of each sort: those that differ by a name alone, which no rule says, are alike.

    What holds of one fact more, or of one that says something else, holds then of any. A name that facts of other kinds bear
    too is of another sort than one that no other fact bears.
    """
    found: dict[object, View] = {}
    for view in world.facts.get(kind, ()):
        name = _name(view)
        bearing = frozenset(k for k, views in world.facts.items() if name in map(_name, views))
        found.setdefault(view.name if name is None else bearing, view)
    return list(found.values())


def _name(view: View) -> int | None:
    """The name that a fact was given, where it is none that a rule says."""
    given = [one.is_ for one in view.fields.values() if isinstance(one.is_, int) and one.is_ >= Words.OTHER]
    return given[0] if given else None


class _Making:
    def __init__(self, frameworks: Sequence[Framework], known: Mapping[str, tuple[Field, ...]]) -> None:
        self._known, self._read, self._bounds = known, read(frameworks, known), bounds(frameworks)
        self.many, self.words, self.axioms = needed(frameworks), Words(), list[Term]()
        self._literals = _literals(frameworks)
        if MOVES in self._read:
            self.many.setdefault(MOVES, 3)

    def views(self, kind: str, many: int) -> tuple[View, ...]:
        """The facts of one kind."""
        fields = [field for field in self._known[kind] if field.name in self._read.get(kind, ())]
        keys = [field for field in fields if field.key]
        pinned = keys[0] if len(keys) == 1 and keys[0].choices else None
        if pinned is not None and len(pinned.choices) <= FEW:
            return tuple(self._view(kind, choice, fields, {pinned.name: choice}) for choice in pinned.choices)
        if not keys:
            return (self._view(kind, "0", fields, {}),)
        if keys[0].type == "string" and not keys[0].choices and not self._literals.get((kind, keys[0].name)):
            # Names that no rule says are as good as any others: the first fact is of `one-1`, whatever its kind.
            return tuple(self._view(kind, str(n), fields, {keys[0].name: n}) for n in range(max(2, many)))
        made = tuple(self._view(kind, str(n), fields, {}) for n in range(max(2, many)))
        self._told_apart(made, keys)
        return made

    def _view(self, kind: str, name: str, fields: Sequence[Field], pinned: Mapping[str, str | int]) -> View:
        there = z3.Bool(f"{kind}#{name}")
        values = {field.name: self._value(kind, name, field, pinned.get(field.name)) for field in fields}
        self.axioms += holding(fields, values, self._bounds.get(kind, {}))
        if kind == MOVES:
            self._chances(values)
        return View(kind, name, there, values)

    def _value(self, kind: str, name: str, field: Field, pinned: str | int | None) -> Value:
        if pinned is not None:
            return Value(field.type, True, Words.OTHER + pinned if isinstance(pinned, int) else self.words.code(pinned))
        text = f"{kind}#{name}.{field.name}"
        has = True if field.key else z3.Bool(f"{text}?")
        is_ = z3.Real(text) if field.type == "number" else z3.Int(text)
        self.axioms += self._possible(kind, field, is_)
        return Value(field.type, has, is_)

    def _possible(self, kind: str, field: Field, is_: Term) -> list[Term]:
        if field.type == "string":
            texts = field.choices or sorted(self._literals.get((kind, field.name), ()))
            codes = [is_ == self.words.code(text) for text in texts]
            other = [] if field.choices else [z3.And(is_ >= Words.OTHER, is_ < Words.OTHER + OTHERS)]
            return [z3.Or([*codes, *other])]
        ends = {"boolean": (0, 1), "standing": (0, 4), "date": (FIRST, LAST)}.get(field.type)
        if ends is None:
            return [is_ <= 100_000, is_ >= -100_000]
        return [is_ >= ends[0], is_ <= ends[1]]

    def _told_apart(self, views: Sequence[View], keys: Sequence[Field]) -> None:
        for n, one in enumerate(views):
            if n:
                self.axioms.append(z3.Implies(one.there, views[n - 1].there))
            for other in views[:n]:
                apart = [one.fields[key.name].is_ != other.fields[key.name].is_ for key in keys]
                self.axioms.append(z3.Implies(z3.And(one.there, other.there), z3.Or(apart)))

    def _chances(self, values: Mapping[str, Value]) -> None:
        """The chances of a gain, a loss and a gain that faded are at most 1 together."""
        three = [values[name] for name in PROBABILITIES if name in values]
        if len(three) == len(PROBABILITIES):
            self.axioms.append(z3.Sum([one.is_ for one in three]) <= 1)


def _literals(frameworks: Iterable[Framework]) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for framework in frameworks:
        for entry in entries(framework):
            for pattern in patterns(entry):
                for one in pattern.conditions:
                    texts = {value for value in one.values if isinstance(value, str)}
                    found.setdefault((pattern.kind, one.field), set()).update(texts)
    return found


def day(ordinal: int) -> date:
    """The day of a place in the calendar."""
    return date.fromordinal(ordinal)


def exact(value: Decimal) -> float:
    """A number to six decimals."""
    return float(round(value, 6))
