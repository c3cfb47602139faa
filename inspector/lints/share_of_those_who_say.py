"""A rule rewards a share of those rows that say so, and one that says so is enough.

What:
    A rule that concludes `doing` or more, or better, for a share out of the rows that say something (`family_share` is a
    share of `family_said`), and asks neither how many say it nor what share of all they are.

Why:
    Whoever writes it down only where it is so has a share of 1. Of a hundred reviews one may say that the family took part, and
    none that it did not.

Bad:
    when: {reviews: {signal: response-to-failure, went: any, reviews: ">= 3", family_share: ">= 0.6"}}
    conclude: {standing: doing}

Good:
    when: {reviews: {signal: response-to-failure, went: any, family_said: ">= 3", family_share: ">= 0.6"}}
    conclude: {standing: doing}

Waive:
    Where nobody can leave it out: say what makes everybody say it.
"""

from inspector.lints._grounds import Ground, grounds
from inspector.lints._implies import Known
from inspector.lints._rewards import at_least, is_share, out_of, rewards
from inspector.lints._walk import Vocabulary, field_of, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "share-of-those-who-say"
FAMILY = "incentives"
LEVEL = "query"
TWO = 2


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A query for each share whose whole is what a service chose to say."""
    known = Known.of(framework, vocabulary)
    return tuple(
        remark(
            ID,
            one.where.where,
            f"{one.field.name} is a share of {said}, those that say so, and {rule.id} asks for no number of these",
            f'{said}: ">= 3" beside it',
            level="query",
        )
        for rule in framework.rules
        if rewards(rule)
        for one in grounds(rule, known)
        if one.own and one.more and is_share(one.field) and (said := _said(one, known))
    )


def _said(ground: Ground, known: Known) -> str:
    """The count of those that say, where a single one of them will do; empty otherwise."""
    fields = known.vocabulary.get(ground.pattern.kind, ())
    shares = {c.field for c in ground.pattern.conditions}
    for name in out_of(ground.field):
        field = field_of(fields, name)
        tells = {f.name for f in fields if f.unit == "share" and f.equals.partition("/")[0].strip() == name}
        if field is not None and field.role == "doubt" and field.type == "integer" and not shares & tells:
            return name if at_least(ground.pattern, fields, name) < TWO else ""
    return ""
