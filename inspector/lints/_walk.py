"""Ways through a framework that lints share."""

from collections.abc import Iterable, Iterator, Mapping

from inspector.framework.vocabulary import TALLY
from inspector.model.facts import Field
from inspector.model.problems import Level, Problem, Where
from inspector.model.remarks import did_you_mean
from inspector.model.rules import Condition, Framework, Pattern, Rule, Tally, VerdictRow

Vocabulary = Mapping[str, tuple[Field, ...]]
Holder = Rule | VerdictRow

FEW = 400
"""Among so many names the nearest one is looked for."""


def holders(framework: Framework) -> Iterator[Holder]:
    """Every rule, then every row of the decision table."""
    yield from framework.rules
    yield from framework.verdicts


def patterns(holder: Holder) -> Iterator[Pattern]:
    """Every pattern of a rule or row, those within tallies included."""
    for part in (*holder.when, *holder.unless):
        if isinstance(part, Tally):
            yield part.count
            if part.of is not None:
                yield part.of
        else:
            yield part


def aliases(holder: Holder, vocabulary: Vocabulary) -> dict[str, tuple[Field, ...] | None]:
    """The fields of what each alias is bound to; None where its kind is not known."""
    parts = (*holder.when, *holder.unless)
    return {part.alias: TALLY if isinstance(part, Tally) else vocabulary.get(part.kind) for part in parts}


def conditions(holder: Holder) -> Iterator[tuple[Pattern, Condition]]:
    """Every condition on a field, with the pattern it stands in."""
    for pattern in patterns(holder):
        for condition in pattern.conditions:
            yield pattern, condition


def texts(holder: Holder) -> Iterator[tuple[str, str]]:
    """The texts in which values may stand, each with the name of its place: `says`, `ask/0`."""
    yield "says", holder.says
    yield from ((f"ask/{n}", text) for n, text in enumerate(holder.ask if isinstance(holder, Rule) else ()))


def field_of(fields: Iterable[Field] | None, name: str) -> Field | None:
    """The field of that name."""
    return next((field for field in fields or () if field.name == name), None)


def near(word: str, known: Iterable[str]) -> str:
    """`did you mean X?` for the nearest known word; nothing where there are very many."""
    words = tuple(known)
    return did_you_mean(word, words) if len(words) <= FEW else ""


def remark(rule: str, where: Where, message: str, expected: str = "", fix: str = "", level: Level = "error") -> Problem:
    """A remark of a lint."""
    return Problem(rule=rule, level=level, where=where, message=message, expected=expected, fix=fix)
