"""An `unless` never takes anything away.

What:
    An `unless` that no fact can meet; that wants the very fact that `when` has bound already, where there is no other of its
    kind and key (no fact plays two parts in one match); that wants what a tally of `when` says is not there; or that waits
    for the finding of a rule that is not there or can never fire.

Why:
    The rule reads as if it were careful, and is not.

Bad:
    when: {cycles: {signal: whole-cycles, count: ">= 4"}}
    unless: {copied: {signal: whole-cycles, different: "< 2"}}
    conclude: {standing: doing}

Good:
    when: {cycles: {signal: whole-cycles, count: ">= 4", different: ">= 2"}}
    conclude: {standing: doing}

Waive:
    Hardly ever: take the `unless` out, or put its opposite into `when`.
"""

from collections.abc import Iterator

from inspector.lints import _unmet
from inspector.lints._implies import FINDING, Known, impossible, meets, numbers
from inspector.lints._ranges import hull, is_empty
from inspector.lints._walk import Holder, Vocabulary, holders, remark
from inspector.model.facts import Field
from inspector.model.problems import Problem, Where
from inspector.model.rules import Condition, Framework, Pattern, Tally

ID = "unless-never-bites"
FAMILY = "logic"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each `unless` that takes no match away."""
    known = Known.of(framework, vocabulary)
    waits = any(
        isinstance(part, Pattern) and part.kind.startswith(FINDING) for h in holders(framework) for part in h.unless
    )
    silent = {problem.where for problem in _unmet.unmet(framework, vocabulary)} if waits else set()
    dead = {rule.id for rule in framework.rules if any(_lies_in(where, rule.places, rule.where) for where in silent)}
    return tuple(
        remark(ID, part.where, f"{part.alias} in `unless` takes nothing away: {why}", "a pattern that some fact meets")
        for holder in holders(framework)
        for part in holder.unless
        if (why := next(_reasons(part, holder, known, dead), ""))
    )


def _lies_in(where: Where, places: tuple[tuple[str, Where], ...], first: Where) -> bool:
    lines = [place.line or 0 for _, place in places] or [first.line or 0]
    return where.file == first.file and min(lines) <= (where.line or 0) <= max(lines)


def _reasons(part: Pattern | Tally, holder: Holder, known: Known, dead: set[str]) -> Iterator[str]:
    if isinstance(part, Tally):
        if is_empty(numbers(part)):
            yield "no count or share meets it"
        return
    name = impossible(part, known)
    if name:
        yield f"no {name} meets it"
    if part.kind.startswith(FINDING) and part.kind.removeprefix(FINDING) in dead:
        yield f"{part.kind.removeprefix(FINDING)} can never fire"
    if any(_is_there(part, one, known) for one in holder.when if isinstance(one, Pattern)):
        yield "the one fact of this sort is in `when` already"
    if any(_is_none(part, one, known) for one in holder.when if isinstance(one, Tally)):
        yield "a count in `when` says that there is none"


def _is_there(part: Pattern, one: Pattern, known: Known) -> bool:
    """Whether all facts that fit `part` are of the key of that which `one` has bound."""
    fields = known.vocabulary.get(part.kind)
    if part.kind != one.kind or fields is None or not part.kind.startswith(("signal/", "basis", "standing/")):
        return False
    keys = [field for field in fields if field.key]
    described = any(field.role is not None for field in fields)
    return described and all(_same_key(key, part, one) for key in keys)


def _same_key(key: Field, part: Pattern, one: Pattern) -> bool:
    for condition in (c for c in part.conditions if c.field == key.name and c.operator == "=="):
        if condition.ref is not None and (condition.ref.alias, condition.ref.field) == (one.alias, key.name):
            return True
        if any(_equal(condition, other) for other in one.conditions if other.field == key.name):
            return True
    return False


def _equal(a: Condition, b: Condition) -> bool:
    if a.ref is not None or b.ref is not None:
        return a.ref == b.ref and a.operator == b.operator == "=="
    return a.operator == b.operator == "==" and len(a.values) == 1 and a.values == b.values


def _is_none(part: Pattern, tally: Tally, known: Known) -> bool:
    return tally.of is None and hull(numbers(tally)).high < 1 and meets(part, tally.count, {}, known)
