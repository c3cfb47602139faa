"""A rule rewards that people say less.

What:
    A rule that concludes `doing` or more, or better, for few or none of what people bring forward of their own accord: bad
    news, ideas given up, targets questioned, things said by families, reviews held. Also one that rewards that no claim of
    something worse was made.

Why:
    The easiest way to fewer of them is to stop asking. Whoever learns hears more bad news, not less.

Bad:
    when: {self: {signal: self-knowledge, statements: ">= 3", bad_news: 0}}
    conclude: {direction: better}

Good:
    when: {self: {signal: self-knowledge, statements: ">= 3", bad_news: ">= 1"}}
    conclude: {direction: better}

Waive:
    Where somebody else sees that there is less to say: say who.
"""

from collections.abc import Iterator

from inspector.lints._boxes import asked
from inspector.lints._grounds import grounds, wanted
from inspector.lints._implies import Known
from inspector.lints._ranges import allowed
from inspector.lints._rewards import SILENCE, rewards
from inspector.lints._walk import Vocabulary, field_of, remark
from inspector.model.problems import Problem, Where
from inspector.model.rules import Condition, Framework, Rule, Tally

ID = "silence-rewarded"
FAMILY = "incentives"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each condition that is met by saying less."""
    known = Known.of(framework, vocabulary)
    return tuple(
        remark(ID, where, f"{rule.id} rewards that there is little of {what}", "more of it, or none of this condition")
        for rule in framework.rules
        if rewards(rule)
        for what, where in (*_fields(rule, known), *_claims(rule, vocabulary))
    )


def _fields(rule: Rule, known: Known) -> Iterator[tuple[str, Where]]:
    for one in grounds(rule, known):
        # What is asked for besides may bring some of it with it: `told: ">= 1"` wants something said.
        plain = one._replace(values=allowed(one.field, asked(one.pattern, one.field.name)))
        if one.own and one.field.name in SILENCE and plain.less and not plain.more:
            yield one.field.name, one.where.where


def _claims(rule: Rule, vocabulary: Vocabulary) -> Iterator[tuple[str, Where]]:
    """Counts of which none will do, of facts that a service declares to speak against it."""
    for part in rule.when:
        if isinstance(part, Tally) and wanted(part) is None:
            fields = vocabulary.get(part.count.kind)
            for condition in part.count.conditions:
                field = field_of(fields, condition.field)
                if condition.field in SILENCE and condition.operator in (">", ">="):
                    yield condition.field, part.where
                if field is not None and field.role == "declared" and _against(condition):
                    yield f"claims that something got {condition.values[0]}", part.where


def _against(condition: Condition) -> bool:
    return condition.operator == "==" and bool(condition.values) and set(condition.values) <= {"worse", "unchanged"}
