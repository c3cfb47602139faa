"""Changes of what a rule concludes.

`direction-turned`: better becomes worse, worse better, neither worse. `direction-dropped`: it becomes neither.
`standing-moved`: a rung higher, a rung lower. `standing-dropped`, `limit-dropped`: none is concluded. `limit-moved`: a rung
higher, a rung lower (above `showing` there is no limit, and that is `limit-dropped`). `carry-dropped`: one value less for later
rules; where one of these reads it, the framework could not be read at all, and nobody needs a case for that.
"""

from collections.abc import Iterator
from typing import Any

from inspector.model.ladder import STANDINGS, Standing, rank
from inspector.model.rules import Rule
from inspector.workbench.judging.mutating.mutant import Mutant

TURNED = {"better": "worse", "worse": "better", "neither": "worse"}
HIGHEST = len(STANDINGS) - 1


def of_conclusion(rule: Rule) -> Iterator[tuple[Mutant, Rule]]:
    """Every change of what a rule concludes: what it is, and the rule with it."""
    for operator, was, becomes, update in (*_direction(rule), *_standing(rule), *_limit(rule), *_carry(rule)):
        where = rule.place(f"conclude/{operator.partition('-')[0]}")
        changed = rule.model_copy(update={"conclude": rule.conclude.model_copy(update=update)})
        yield Mutant(operator, rule.id, where, was, becomes), changed


Change = tuple[str, str, str, dict[str, Any]]


def _direction(rule: Rule) -> Iterator[Change]:
    now = rule.conclude.direction
    yield "direction-turned", f"direction: {now}", f"direction: {TURNED[now]}", {"direction": TURNED[now]}
    if now != "neither":
        yield "direction-dropped", f"direction: {now}", "(nothing)", {"direction": "neither"}


def _standing(rule: Rule) -> Iterator[Change]:
    now = rule.conclude.standing
    if now is None:
        return
    for other in _rungs(now, 1, HIGHEST):
        yield "standing-moved", f"standing: {now}", f"standing: {other}", {"standing": other}
    yield "standing-dropped", f"standing: {now}", "(nothing)", {"standing": None}


def _limit(rule: Rule) -> Iterator[Change]:
    now = rule.conclude.limit
    if now is None:
        return
    for other in _rungs(now, 0, HIGHEST - 1):
        yield "limit-moved", f"limit: {now}", f"limit: {other}", {"limit": other}
    yield "limit-dropped", f"limit: {now}", "(nothing)", {"limit": None}


def _rungs(now: Standing, lowest: int, highest: int) -> list[Standing]:
    return [STANDINGS[one] for one in (rank(now) - 1, rank(now) + 1) if lowest <= one <= highest]


def _carry(rule: Rule) -> Iterator[Change]:
    carry = rule.conclude.carry
    for name, ref in carry:
        kept = tuple(one for one in carry if one[0] != name)
        yield "carry-dropped", f"carry {name}: ${ref.alias}.{ref.field}", "(nothing)", {"carry": kept}
