"""Rules and rows that no evidence could make fire, each with the reason."""

from collections.abc import Iterator

from inspector.lints._boxes import asked
from inspector.lints._grounds import wanted
from inspector.lints._implies import FINDING, SHARE, Known, counted, impossible, meets, needs, numbers
from inspector.lints._ranges import allowed, hull, is_empty
from inspector.lints._units import outside, percent, possible
from inspector.lints._walk import Holder, Vocabulary, field_of, holders, remark
from inspector.model.facts import Field
from inspector.model.problems import Problem
from inspector.model.rules import Condition, Framework, Pattern, Rule, Tally

ID = "never-fires"


def unmet(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """One remark for each rule or row that no evidence could make fire, with the reason."""
    known = Known.of(framework, vocabulary)
    dead: dict[str, Problem] = {}
    while True:
        found = {
            h.id: p for h in holders(framework) if h.id not in dead and (p := next(_reasons(h, known, dead), None))
        }
        if not found:
            return tuple(dead.values())
        dead |= found


def _reasons(holder: Holder, known: Known, dead: dict[str, Problem]) -> Iterator[Problem]:
    for part in holder.when:
        if isinstance(part, Tally) and is_empty(numbers(part)):
            if not any(percent(SHARE, test) for test in part.tests if part.of is not None):
                yield remark(
                    ID, part.test.where, "no count or share can meet this", "a count from 0, a share from 0 to 1"
                )
            continue
        pattern = wanted(part)
        if pattern is None:
            continue
        yield from _impossible(pattern, known)
        needed = pattern.kind.removeprefix(FINDING)
        if pattern.kind.startswith(FINDING) and needed in dead:
            yield remark(ID, pattern.where, f"it needs the finding of {needed}, which can never fire")
    yield from _against_tallies(holder, known)
    yield from _taken_away(holder, known)


def _impossible(pattern: Pattern, known: Known) -> Iterator[Problem]:
    name = impossible(pattern, known)
    field = field_of(known.vocabulary.get(pattern.kind), name)
    mine = asked(pattern, name)
    # What lies outside of the range by itself is told by another lint, with what may be meant.
    if field is not None and mine and not any(outside(field, c) for c in mine):
        message = f"no {name} can meet this"
        if not is_empty(allowed(field, mine)):
            message += f" beside {_fellows(pattern, name, known)}"
        yield remark(ID, mine[-1].where, message, _others(field, mine) or possible(field))


def _others(field: Field, mine: list[Condition]) -> str:
    """The words of a field that are not asked for; empty where it has none, or where those asked for are no words of it."""
    named = {str(value) for condition in mine if condition.operator == "==" for value in condition.values}
    others = [word for word in field.choices if word not in named]
    return f"one of {', '.join(others)}" if others and named <= set(field.choices) else ""


def _fellows(pattern: Pattern, name: str, known: Known) -> str:
    fields = {field.name: field for field in known.vocabulary.get(pattern.kind, ())}
    told = (c.field for c in pattern.conditions if c.field != name and fields[c.field].role != "name")
    return ", ".join(dict.fromkeys(told))


def _against_tallies(holder: Holder, known: Known) -> Iterator[Problem]:
    parts = [need.part for need in needs(holder, known)]
    for tally in (part for part in holder.when if isinstance(part, Tally) and part.of is None):
        most = hull(numbers(tally)).high
        some = next((part for part in parts if part is not tally and _least(part, tally, known) > most), None)
        if some is not None:
            message = f"{tally.alias} wants at most {most:g} of what {some.alias} wants more of"
            yield remark(ID, tally.test.where, message, "a count that both allow")


def _least(part: Pattern | Tally, tally: Tally, known: Known) -> float:
    """How many of what a tally counts have to be there for another part to hold."""
    if isinstance(part, Pattern):
        return 1.0 if meets(part, tally.count, {}, known) else 0.0
    if part.of is None and meets(part.count, tally.count, {}, known):
        return hull(numbers(part)).low
    return 0.0


def _taken_away(holder: Holder, known: Known) -> Iterator[Problem]:
    parts = [need.part for need in needs(holder, known)]
    for part in holder.unless:
        if isinstance(part, Tally) and any(counted(one, part, known) for one in parts):
            yield remark(ID, part.where, f"{part.alias} always takes away what the rule wants", "another count")
    for pattern in (part for part in holder.when if isinstance(part, Pattern) and part.kind.startswith(FINDING)):
        other = known.rules.get(pattern.kind.removeprefix(FINDING))
        for mine in (one for one in holder.when if isinstance(one, Pattern) and other is not None):
            if other is not None and _takes_away(mine, other, known):
                message = f"it wants {mine.alias}, and where that is, the finding of {other.id} is taken away"
                yield remark(ID, mine.where, message, "one of the two")


def _takes_away(mine: Pattern, other: Rule, known: Known) -> bool:
    bound = {part.kind for part in other.when if isinstance(part, Pattern)}
    return mine.kind not in bound and any(
        isinstance(part, Pattern) and not any(c.ref for c in part.conditions) and meets(mine, part, {}, known)
        for part in other.unless
    )
