"""A rule rewards keeping a deadline, and nothing else.

What:
    A rule that concludes `doing` or more, or better, for what was done by its day (`in_time_share`), or for a gain of measures
    that are about a deadline by their name alone (`known_as: assessments-within-45-days`).

Why:
    A deadline is kept by doing the work sooner, and also by closing cases a day before it, by moving dates, or by leaving
    those out that are late already. What it does for anybody is another question.

Bad:
    when: {kept: {signal: commitments-kept, of: all, due: ">= 4", in_time_share: ">= 0.9"}}
    conclude: {standing: doing}

Good:
    when: {kept: {signal: commitments-kept, of: all, due: ">= 4", kept_share: ">= 0.7", measured_share: ">= 0.5"}}
    conclude: {standing: doing}

Waive:
    Where being late is itself what harms: say whom, and what else is looked at.
"""

import re

from inspector.lints._grounds import Ground, grounds
from inspector.lints._implies import Known
from inspector.lints._ranges import Words
from inspector.lints._rewards import rewards
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Rule

ID = "deadline-alone"
FAMILY = "incentives"
LEVEL = "query"
_NAMED = re.compile(
    r"(^|-)(within-\d+|in-time|on-time|in-timescales?|deadlines?|timel(y|iness)|overdue|breach(es)?|under-\d+|late)(-|$)"
)
_FIELDS = {"in_time_share", "in_time", "on_time", "on_time_share"}


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A query for each rule that wants a deadline kept, and nothing more of anybody."""
    known = Known.of(framework, vocabulary)
    return tuple(problem for rule in framework.rules if rewards(rule) and (problem := _deadline(rule, known)))


def _deadline(rule: Rule, known: Known) -> Problem | None:
    mine = grounds(rule, known)
    names = [one for one in mine if one.field.name in ("known_as", "indicator") and isinstance(one.values, Words)]
    of_time = [one for one in mine if one.field.name in _FIELDS and one.more]
    if of_time and not any(one.more and _something_else(one) for one in mine):
        return _remark(rule, of_time[0])
    if names and all(map(_about_time, names)) and not _other_work(names, mine):
        return _remark(rule, names[0])
    return None


def _remark(rule: Rule, ground: Ground) -> Problem:
    message = f"{rule.id} rewards that a deadline is kept, and asks for nothing else"
    expected = "what became of those for whom it is kept, and of those who were late already"
    return remark(ID, ground.where.where, message, expected, level="query")


def _something_else(ground: Ground) -> bool:
    counts = ground.field.name not in _FIELDS and ground.field.role in ("activity", "measured")
    return counts and ground.field.type != "integer"


def _about_time(ground: Ground) -> bool:
    return isinstance(ground.values, Words) and all(_NAMED.search(str(word)) for word in ground.values.named)


def _other_work(names: list[Ground], mine: tuple[Ground, ...]) -> bool:
    patterns = {one.pattern.alias for one in names}
    return any(one.pattern.alias not in patterns and (one.worked or one.measured) for one in mine)
