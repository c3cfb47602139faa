"""What a solver learns from the engine of how probable it is that more got better than worse.

That probability is no sum, so a solver begins with rough bounds. But it only rises with the chance of each gain and falls with
that of each loss. So what the engine works out for one body of evidence bounds all that is better, and all
that is worse, in everything. Chances are taken to the next twentieth, outwards, so that one answer speaks for more than a point.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

import z3

from inspector.model.facts import Fact
from inspector.verdict.movement import KIND as MOVES
from inspector.verdict.movement import movement
from inspector.workbench.theory.reading import Asked
from inspector.workbench.theory.views import Term, number

SPARE = number(0.000002)
STEP = 20
Points = list[Fraction]


def learned(model: Any, one: Asked) -> Iterator[Term]:
    """What is true of all evidence, by what was imagined in a model."""
    better = [_real(model, term) for term in one.moves.better]
    worse = [_real(model, term) for term in one.moves.worse]
    lost = [low + _real(model, term) for low, term in zip(worse, one.moves.faded, strict=True)]
    both = [a + b for a, b in zip(one.moves.worse, one.moves.faded, strict=True)]
    yield from _bounds(one.basis["more_better"], one.moves.better, better, one.moves.worse, worse)
    yield from _bounds(one.basis["more_worse"], one.moves.worse, worse, one.moves.better, better)
    yield from _bounds(one.basis["more_lost"], both, lost, one.moves.better, better)


def _bounds(term: Term, up: Sequence[Term], ups: Points, down: Sequence[Term], downs: Points) -> Iterator[Term]:
    for high, low in ((ups, downs), (_raised(ups), _lowered(downs))):
        inside = [one <= _exact(at) for one, at in zip(up, high, strict=True)]
        inside += [one >= _exact(at) for one, at in zip(down, low, strict=True)]
        yield z3.Implies(z3.And(inside), term <= _ahead(high, low) + SPARE)
    for low, high in ((ups, downs), (_lowered(ups), _raised(downs))):
        inside = [one >= _exact(at) for one, at in zip(up, low, strict=True)]
        inside += [one <= _exact(at) for one, at in zip(down, high, strict=True)]
        yield z3.Implies(z3.And(inside), term >= _ahead(low, high) - SPARE)


def _ahead(ups: Points, downs: Points) -> Term:
    """How probable it is that more went up than down, as the engine works it out."""
    facts = [
        Fact(
            id=f"{MOVES}/{n}",
            kind=MOVES,
            fields={"probability_gain": float(up), "probability_loss": float(down), "probability_faded": 0.0},
        )
        for n, (up, down) in enumerate(zip(ups, downs, strict=True))
    ]
    found = movement(facts, {})["more_better"]
    return number(float(found) if isinstance(found, int | float) else 0.0)


def _lowered(values: Points) -> Points:
    return [Fraction(value * STEP // 1, STEP) for value in values]


def _raised(values: Points) -> Points:
    return [Fraction(-(-value * STEP // 1), STEP) for value in values]


def _real(model: Any, term: Term) -> Fraction:
    value = model.evaluate(term, model_completion=True)
    return Fraction(value.numerator_as_long(), value.denominator_as_long())


def _exact(value: Fraction) -> Term:
    return z3.Q(value.numerator, value.denominator)
