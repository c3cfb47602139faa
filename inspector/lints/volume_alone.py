"""A rule rewards many rows, and nothing but many rows.

What:
    A rule that concludes `doing` or more, or better, for a count of ten or more of something (tests, reviews, ideas,
    answers), and asks for nothing else: over how many months they were spread, by how many teams, what share of all they are,
    what came of them. Fifty or more are an error.

Why:
    Ask what a cheat would do: write more rows. A hundred entries of one afternoon meet such a rule, and a small service with
    a few good ones does not.

Bad:
    when: {pace: {signal: improvement-pace, scale: any, count: ">= 100"}}
    conclude: {standing: doing}

Good:
    when: {pace: {signal: improvement-pace, scale: any, count: ">= 12", active_share: ">= 0.75"}}
    conclude: {standing: doing}

Waive:
    Where each of the rows is looked at by somebody else: say by whom.
"""

from inspector.lints._grounds import Ground, grounds
from inspector.lints._implies import Known
from inspector.lints._rewards import NO_ROWS, least, rewards
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework, Rule

ID = "volume-alone"
FAMILY = "incentives"
LEVEL = "query"
MANY, VERY_MANY = 10, 50


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each rule that is met by writing more rows."""
    known = Known.of(framework, vocabulary)
    return tuple(problem for rule in framework.rules if rewards(rule) and (problem := _volume(rule, known)))


def _of_rows(ground: Ground, known: Known) -> bool:
    """Whether a number grows with every row: a count, or so many of them a month."""
    field = ground.field
    units = {f.unit for f in known.vocabulary.get(ground.pattern.kind, ()) if f.type == "integer"}
    return field.unit not in NO_ROWS and (field.type == "integer" or field.unit in units)


def _volume(rule: Rule, known: Known) -> Problem | None:
    told = [one for one in grounds(rule, known) if one.field.role != "name" or one.more]
    counts = [one for one in told if one.more and _of_rows(one, known)]
    if not counts or len(counts) < len(told) or max(map(least, counts)) < MANY:
        return None
    most = max(counts, key=least)
    message = f"{rule.id} asks for {least(most):g} {most.field.unit or most.field.name} and for nothing else"
    expected = "over how many months, by how many teams, what share of all, or what came of it"
    level: Level = "error" if least(most) >= VERY_MANY else "query"
    return remark(ID, most.where.where, message, expected, "ask for one of these beside a smaller number", level)
