"""A question gives away the answer that is wanted.

What:
    Questions with surely, of course, don't you, would you agree, is it not; those that take for granted that somebody failed;
    those that ask how successful something was.

Why:
    People say what they are led to say. What they would have said by themselves is what the visit is for.

Bad:
    ask: ["Surely you would agree that the new rota helped?"]

Good:
    ask: ["What changed for you when the new rota began?"]

Waive:
    Where the question repeats what the person has said before.
"""

import re

from inspector.lints._texts import asked, short
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "leading-question"
FAMILY = "questions"
LEVEL: Level = "query"

_LEADS = re.compile(
    r"""(?:
      \b(?:surely|obviously|clearly|of\scourse|naturally|admit|admittedly)\b
    | ^(?:don['’]t|do\snot|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|haven['’]t|hasn['’]t|wouldn['’]t|shouldn['’]t|couldn['’]t
    |didn['’]t|doesn['’]t|can['’]t|won['’]t)\s
    | ^(?:is|are|was|were|do|does|did|have|has|would|should|could)\s(?:it|you|they|he|she|this|that|there|we)\snot\b
    | ,\s(?:isn['’]t|aren['’]t|wasn['’]t|don['’]t|didn['’]t|haven['’]t|wouldn['’]t|right|correct|yes|no|is\sit\snot|do\syou\snot
    |would\syou\snot)(?:\s\w+)?\?
    | \b(?:would|do|don['’]t|can|could)\syou\s(?:not\s)?(?:agree|accept|concede|acknowledge)\b
    | \bhow\s(?:successful|effective|beneficial|helpful|useful|valuable|good|bad|poor|damaging|harmful)\s(?:is|are|was|were|has
    |have|do|did)\b
    | \bhow\s(?:much|far)\s(?:better|worse|safer|happier)\b | \bhow\sproud\b | \bhow\spleased\b
    | ^why\s(?:did|do|have|has|does)\s(?:you|they|it|staff|leaders|managers|nobody|no\sone|the\s\w+)\s(?:fail|not|neglect|ignore
    |let|refuse|never)\b | ^why\s(?:is|are|was|were)\s.{0,60}\b(?:so|such)\s(?:\w+\s)?
      (?:bad|poor|slow|low|weak|late)\b | ^why\s(?:didn|don|haven|hasn|weren|wasn|isn|aren)['’]t\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each question that leads."""
    return tuple(
        remark(
            ID,
            text.where,
            f"{text.of} leads to an answer: {short(found[0].strip(' ,?'))}",
            "a question that any answer fits",
            "ask what happened",
            LEVEL,
        )
        for text in asked(framework)
        if (found := _LEADS.search(text.plain))
    )
