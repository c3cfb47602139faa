"""A rule measures a change, and its words tell of none.

What:
    A rule that rests on what a figure did (`call: sudden-gain`, `effect: followed`), and whose `says` tells neither what moved
    nor since when, but how things are. Values that tell it, as `{move.onset}`, are enough.

Why:
    The rule asks what changed; whoever reads the finding is told where the service stands. That is the old question, whatever
    words it is put in, and it may not even be so: a figure that got better can still be a bad one.

Bad:
    when: {move: {signal: trajectory, call: [gradual-gain, sudden-gain], probability: ">= 0.8"}}
    conclude: {standing: stated, direction: better}
    says: "{move.title}: roads are in good condition."

Good:
    when: {move: {signal: trajectory, call: [gradual-gain, sudden-gain], probability: ">= 0.8"}}
    conclude: {standing: stated, direction: better}
    says: "{move.title}: roads got better since about {move.onset}."

Waive:
    Where the words tell the change in a way that is not seen here: say how.
"""

import re

from inspector.lints._grounds import Ground, grounds
from inspector.lints._implies import Known
from inspector.lints._ranges import Words
from inspector.lints._texts import filled, short
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework, Rule

ID = "change-not-told"
FAMILY = "old-question"
LEVEL: Level = "query"

_CHANGE = re.compile(
    r"\b(?:better|worse|best|worst|more|fewer|less|gain\w*|los[est]\w*|stay(?:s|ed)|held|kept|chang\w+|mov(?:e|ed|ing)(?!\s(?:home|house|"
    r"in\b|out\b))|improv\w+|fad\w+|went|gone|go(?:es|ing)|back|beg[aiu]n\w*|since|after|before|while|left|becom\w+|became|"
    r"chance|tri(?:ed|es)|until|no\slonger|any\slonger|sooner|later|turn\w*|shift\w*|jump\w*|leap\w*|climb\w*|drift\w*|"
    r"rise[sn]?|rising|rose|fell|falls?|fallen|falling|grew|grow\w*|drop\w*|declin\w+|increas\w+|decreas\w+|reduc\w+|slid\w*|"
    r"slip\w*|shr[aiu]nk\w*|doubl\w+|halv\w+|swung|step\w*|trend\w*|differ\w+|effect\w*|lasts?|lasted|lasting|follow\w*|"
    r"came|brought|help\w*|work(?:s|ed)|recover\w*|revers\w*|(?!over|under|other|never|ever|number|member)\w{3,}(?:er|ier)(?=\s*[.,;:]|\s(?:now|than|by|since|and)\b))\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\{\w+\.(?:call|effect|effects|onset\w*|began|worse|fell|outcome|change\w*|\w+_change|held_months|share_left|share_faded|direction|"
    r"since_\w+|stage|leaning)\b"
)
_IS = re.compile(
    r"\b(?:is|are|has|have|stands?|comes?|sits?|meets?|holds?|remains?|lies|runs?|carr(?:y|ies)|gets?|answers?)\b",
    re.IGNORECASE,
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """An error for each such rule that says how things are, a query for each that says neither that nor what changed."""
    known = Known.of(framework, vocabulary)
    return tuple(
        _remark(rule)
        for rule in framework.rules
        if _concludes(rule) and any(_moved(one) for one in grounds(rule, known)) and not _told(rule.says)
    )


def _concludes(rule: Rule) -> bool:
    return rule.conclude.direction != "neither" or rule.conclude.standing is not None


def _moved(ground: Ground) -> bool:
    """Whether it asks for words that say which way a figure went."""
    turns = ground.field.better or ground.field.worse
    return ground.own and ground.measured and isinstance(ground.values, Words) and bool(turns)


def _told(says: str) -> bool:
    return bool(_TELLS.search(says) or _CHANGE.search(filled(says)))


def _remark(rule: Rule) -> Problem:
    stands = _IS.search(filled(rule.says))
    message = f"{rule.id} measures a change, and its words tell of none: {short(rule.says)}"
    return remark(
        ID,
        rule.place("says"),
        message,
        "what moved, which way, since when",
        "say that it got better or worse, and not how it is",
        "error" if stands else LEVEL,
    )
