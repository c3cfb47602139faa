"""In which conditions two rules differ, in words."""

from collections.abc import Iterator, Sequence

from inspector.framework.implied import part_implied
from inspector.model.facts import Scalar
from inspector.model.rules import Condition, Pattern, Rule, Tally, VerdictRow

Entry = Rule | VerdictRow
Part = Pattern | Tally


def said(old: Entry, new: Entry) -> Iterator[str]:
    """A sentence for each difference in what two rules or rows ask for and exclude."""
    yield from _parts(old.when, new.when, "asks for", "asked for")
    yield from _parts(old.unless, new.unless, "is taken away by", "was taken away by")


def _parts(old: Sequence[Part], new: Sequence[Part], now: str, then: str) -> Iterator[str]:
    before, after = list(old), list(new)
    for one in tuple(before):
        same = next((other for other in after if _same(one, other)), None)
        if same is not None:
            before.remove(one)
            after.remove(same)
    for one in tuple(before):
        fellow = _fellow(one, after)
        if fellow is None:
            continue
        before.remove(one)
        after.remove(fellow)
        yield from _changed(one, fellow, now, then)
    yield from (f"no longer {now} {words(one)}" for one in before)
    yield from (f"now {now} {words(one)}" for one in after)


def _fellow(one: Part, others: Sequence[Part]) -> Part | None:
    """The part that asks for the same kind of fact, by the same alias if there is one."""
    alike = [other for other in others if _kind(other) == _kind(one)]
    return next((other for other in alike if other.alias == one.alias), alike[0] if alike else None)


def _changed(old: Part, new: Part, now: str, then: str) -> Iterator[str]:
    where = f" of {kind_in_words(_kind(new))}"
    if isinstance(old, Tally) and isinstance(new, Tally):
        yield from _conditions(old.count.conditions, new.count.conditions, now, then, f"{where}, of what is counted")
        if old.of is not None and new.of is not None:
            yield from _conditions(
                old.of.conditions, new.of.conditions, now, then, f"{where}, of what it is counted among"
            )
        yield from _conditions((old.test,), (new.test,), now, then, where)
    elif isinstance(old, Pattern) and isinstance(new, Pattern):
        yield from _conditions(old.conditions, new.conditions, now, then, where)


def _conditions(old: Sequence[Condition], new: Sequence[Condition], now: str, then: str, where: str) -> Iterator[str]:
    for field in dict.fromkeys(one.field for one in (*old, *new)):
        before = [_bare(one) for one in old if one.field == field]
        after = [_bare(one) for one in new if one.field == field]
        if sorted(before) == sorted(after):
            continue
        name = {"n": "the number", "share": "the share"}.get(field, field)
        if not before:
            yield f"now {now} {name} {' and '.join(after)}{where}"
        elif not after:
            yield f"no longer {now} {name} {' and '.join(before)}{where}"
        else:
            yield f"{now} {name} {' and '.join(after)}{where}, where it {then} {' and '.join(before)}"


def words(part: Part) -> str:
    """A part of a rule in words: `trajectory (call == loss)`."""
    if isinstance(part, Pattern):
        asked = ", ".join(f"{one.field} {_bare(one)}" for one in part.conditions)
        return f"{kind_in_words(part.kind)}{f' ({asked})' if asked else ''}"
    counted = (
        f"a number of {words(part.count)}"
        if part.of is None
        else f"a share of {words(part.count)} among {words(part.of)}"
    )
    return f"{counted} {_bare(part.test)}"


def kind_in_words(kind: str) -> str:
    """`trajectory` of `signal/trajectory`, `the finding of gain-seen`, `where effect stands`."""
    head, _, name = kind.partition("/")
    return {
        "signal": name,
        "probe": f"the probe {name}",
        "finding": f"the finding of {name}",
        "standing": f"where {name} stands",
    }.get(head, "what the verdict rests on")


def _kind(part: Part) -> str:
    return part.kind if isinstance(part, Pattern) else part.count.kind


def _bare(condition: Condition) -> str:
    if condition.ref is not None:
        return f"{condition.operator} ${condition.ref.alias}.{condition.ref.field}"
    return f"{condition.operator} {' or '.join(_value(value) for value in condition.values)}"


def _value(value: Scalar) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _same(one: Part, other: Part) -> bool:
    return type(one) is type(other) and part_implied(one, other) and part_implied(other, one)
