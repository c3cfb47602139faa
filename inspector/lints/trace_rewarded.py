"""A rule rewards what ought to be asked about.

What:
    A rule that concludes a standing or better where a probe has a question, or for much of what takes a record's weight away:
    rows written late, after the announcement, without a day, doubtful by their number.

Why:
    A trace is a reason to ask, at times an innocent one. It is never a reason to think better of a service, and whoever
    rewards it will see more of it.

Bad:
    when: {pace: {signal: improvement-pace, scale: any, count: ">= 3", since_notification_share: ">= 0.5"}}
    conclude: {standing: doing}

Good:
    when: {pace: {signal: improvement-pace, scale: any, count: ">= 3", since_notification_share: "<= 0.1"}}
    conclude: {standing: doing}

Waive:
    Hardly ever: ask about it instead.
"""

from inspector.lints._grounds import Ground, grounds
from inspector.lints._implies import Known
from inspector.lints._ranges import Words
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Rule

ID = "trace-rewarded"
FAMILY = "incentives"
LEVEL = "error"
ASKED = {"question", "strong-question"}
TRACES = {
    "after", "begun_since", "faulty", "late", "on_paper", "outside", "set_aside", "struck", "undated", "unstated",
    "unwritten",
}  # fmt: skip


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each condition by which a trace earns something."""
    known = Known.of(framework, vocabulary)
    return tuple(
        remark(
            ID,
            one.where.where,
            f"{rule.id} rewards what takes weight from the evidence: {_named(one)}",
            "a question about it, or little of it",
        )
        for rule in framework.rules
        if _welcome(rule)
        for one in grounds(rule, known)
        if one.own and (_trace(one) or _asked(one))
    )


def _welcome(rule: Rule) -> bool:
    gives = rule.conclude.standing not in (None, "silent", "stated")
    return rule.conclude.direction == "better" or (gives and rule.conclude.limit is None)


def _trace(ground: Ground) -> bool:
    named = ground.field.name in TRACES or (ground.field.good == "down" and ground.field.unit != "probability")
    return ground.field.role == "doubt" and named and ground.more and not ground.less


def _asked(ground: Ground) -> bool:
    of_probe = ground.pattern.kind.startswith("probe/") and ground.field.name == "outcome"
    return of_probe and isinstance(ground.values, Words) and ground.values.named <= ASKED


def _named(ground: Ground) -> str:
    probe = ground.pattern.kind.removeprefix("probe/")
    return f"a question of {probe}" if _asked(ground) else ground.field.name
