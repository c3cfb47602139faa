"""What a rule rests on: what the evidence has to say for it to fire, itself or through the findings it builds on.

Every condition that some value of its field would not meet is a ground, with the role of the field (promise, work, measured
change, doubt) and the way in which it asks: for more than nothing, for little, for values that speak for improvement or
against it. A condition that nothing at all would meet, or that compares two facts, is none.
"""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from inspector.lints._boxes import beyond
from inspector.lints._implies import Known, Need, needs, numbers
from inspector.lints._ranges import Span, Values, Words, hull, is_empty, of_field, within
from inspector.lints._walk import field_of
from inspector.model.facts import Field, Scalar
from inspector.model.rules import Condition, Pattern, Rule, Tally, VerdictRow

Sense = Literal["good", "bad", ""]
TIME = {"days", "weeks", "months", "years"}
HELD = ("held_months", "work_ended_months", "share_left", "lasting")
"""Fields that tell that a change held, though they are no time or not measured in figures."""
WORK = ("activity", "measured")
CLEAR = "clear"
ALSO: Mapping[str, tuple[str, frozenset[Scalar]]] = {"supported": ("direction", frozenset({"better", "worse"}))}
"""Values that stand for a change only beside others: a claim that nothing changed can be borne out too."""


class Ground(NamedTuple):
    """A condition that has to be met, on a field whose range and role are known or not, with the values that meet it."""

    pattern: Pattern
    field: Field
    values: Values
    own: bool
    where: Condition

    @property
    def more(self) -> bool:
        """Whether it asks for more than the least, so that nothing, or no change, does not meet it."""
        if is_empty(self.values):
            return True
        if isinstance(self.values, Words):
            return self.field.type == "boolean" and self.values.named == {True}
        span, whole = hull(self.values), hull(of_field(self.field))
        above = span.low > whole.low or (span.low == whole.low and not span.has_low)
        return above and not within((Span(0, 0),), self.values)

    @property
    def less(self) -> bool:
        """Whether it asks for less than the most, or than any."""
        if isinstance(self.values, Words):
            return self.field.type == "boolean" and self.values.named == {False}
        span, whole = hull(self.values), hull(of_field(self.field))
        return span.high < whole.high or (span.high == whole.high and whole.has_high and not span.has_high)

    @property
    def sense(self) -> Sense:
        """Whether only what speaks for improvement meets it (`good`), or only what speaks against it (`bad`).

        Less doubt is no improvement and more is no loss: of what one may doubt, only how sure a gain or a loss is speaks.
        """
        if is_empty(self.values) or (self.field.role == "doubt" and self.field.sure_of is None):
            return ""
        if isinstance(self.values, Words) and self.field.type != "boolean":
            return _sense_of_words(self.values, self.field)
        if self.field.good is None or self.more == self.less:
            return ""
        return "good" if self.more == (self.field.good == "up") else "bad"

    @property
    def measured(self) -> bool:
        """Whether it asks for a change that figures show: not for no change, and not for one that nobody can tell."""
        if self.field.sure_of == "gain":
            return self.more
        if self.field.role != "measured":
            return False
        if isinstance(self.values, Words) and self.field.type != "boolean":
            moved = self._moved() or not (self.field.better or self.field.worse)
            return moved and all(_asks(self.pattern, *also) for also in self._also())
        # That nothing is disputed, or nothing was lost, is no change.
        return self.more or self.field.type == "date"

    def _moved(self) -> bool:
        known = {*self.field.better, *self.field.worse}
        return isinstance(self.values, Words) and not self.values.others and self.values.named <= known

    def _also(self) -> list[tuple[str, frozenset[Scalar]]]:
        named = self.values.named if isinstance(self.values, Words) else frozenset()
        return [ALSO[word] for word in sorted(map(str, named)) if word in ALSO]

    @property
    def held(self) -> bool:
        """Whether it asks for some time for which a change held."""
        if isinstance(self.values, Words):
            return self.field.role in WORK and not self.values.others and self.values.named <= {"held", "lasting"}
        times = self.field.role == "measured" and self.field.unit in TIME
        return (times or (self.field.role in WORK and self.field.name in HELD)) and self.more

    @property
    def worked(self) -> bool:
        """Whether it asks for work that was recorded, for what figures say, or for what nobody has said the role of."""
        if self.field.role is None:
            return True
        if self.field.role not in WORK:
            return self.field.name == "outcome" and self.pattern.kind.startswith("probe/") and self._looked()
        if isinstance(self.values, Words) and self.field.type != "boolean":
            return not self.field.better or self.sense == "good"
        return self.more

    def _looked(self) -> bool:
        """A probe that found nothing in what it looked at says that the records are as they are said to be."""
        return isinstance(self.values, Words) and self.values.named == {CLEAR} and bool(_lower(self.pattern, "n"))


def _sense_of_words(values: Words, field: Field) -> Sense:
    if values.others or not values.named:
        return ""
    if values.named <= set(field.better):
        return "good"
    return "bad" if values.named <= set(field.worse) else ""


def _asks(pattern: Pattern, name: str, values: frozenset[Scalar]) -> bool:
    return any(
        c.field == name and c.operator == "==" and c.values and values.issuperset(c.values) for c in pattern.conditions
    )


def _lower(pattern: Pattern, name: str) -> list[Condition]:
    return [c for c in pattern.conditions if c.field == name and c.operator in (">", ">=")]


def grounds(holder: Rule | VerdictRow, known: Known, seen: frozenset[str] = frozenset()) -> tuple[Ground, ...]:
    """The grounds of a rule or row, in its order, those of the findings it builds on after its own.

    `seen` are the rules on the way here: one that builds on itself rests on nothing by that.
    """
    every = needs(holder, known)
    on_the_way = seen | {holder.id}
    if seen:
        return tuple(one for need in every for one in _of_part(need, known, on_the_way))
    return known.once(
        "grounds", holder, lambda: tuple(one for need in every for one in _of_part(need, known, on_the_way))
    )


def _of_part(need: Need, known: Known, seen: frozenset[str]) -> Iterator[Ground]:
    part, own = need
    pattern = wanted(part)
    if pattern is None:
        return
    fields = known.vocabulary.get(pattern.kind)
    names = list(dict.fromkeys(c.field for c in pattern.conditions if c.ref is None))
    values = beyond(pattern, fields, names)
    for name in names:
        field = field_of(fields, name)
        if field is not None and values[name] != of_field(field):
            yield Ground(pattern, field, values[name], own, next(c for c in pattern.conditions if c.field == name))
    if isinstance(part, Tally) and pattern.kind.startswith("finding/"):
        rule = known.rules.get(pattern.kind.removeprefix("finding/"))
        if rule is not None and rule.id not in seen:
            yield from (one._replace(own=False) for one in grounds(rule, known, seen))


def wanted(part: Pattern | Tally) -> Pattern | None:
    """The pattern for which a part wants at least one fact; None for a tally that none will do for."""
    if isinstance(part, Pattern):
        return part
    return None if within((Span(0, 0),), numbers(part)) else part.count


def present(holder: Rule | VerdictRow) -> list[Pattern]:
    """The patterns for which there has to be at least one fact."""
    return [pattern for part in holder.when if (pattern := wanted(part)) is not None]


ASKS = {"question", "strong-question"}


def asks(pattern: Pattern) -> bool:
    """Whether only facts with a question of the probe fit."""
    return any(
        c.field == "outcome" and c.operator == "==" and c.values and {str(v) for v in c.values} <= ASKS
        for c in pattern.conditions
    )
