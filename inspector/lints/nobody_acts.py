"""A text says that something is to be done, and not by whom.

What:
    A practice in the passive or that begins with `ensure` (lessons should be shared, ensure that training is delivered), and
    findings that say that lessons were learned, steps taken or mistakes made.

Why:
    What nobody does is not done. A practice is for somebody who does the work, and says what that person can try tomorrow.

Bad:
    practice: Lessons should be shared across all teams.

Good:
    practice: Let a team that adopted something show it to one other team.

Waive:
    Where who acts is said in the sentence before.
"""

import re

from inspector.lints._texts import Text, sentences, short, stated
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "nobody-acts"
FAMILY = "plain-words"
LEVEL: Level = "query"

_TO_BE = re.compile(
    r"""\b(?:should|must|shall|ought\sto|needs?\sto|ha(?:s|ve)\sto|(?:is|are)\sto)\s(?:\w+ly\s)?be\s(?:\w+ly\s)?\w+(?:ed|en|wn
    |ne|ght|pt)\b
    | ^ensure\b | \bensure\s(?:that|all|every|the)\b | ^make\ssure\s(?:that\s)?(?:all|every|the|\w+)\s(?:\w+\s){0,4}?(?:is|are
    |be)\b | \bappropriate\s(?:action|steps|measures)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_WAS = re.compile(
    r"""\b(?:lessons?\s(?:ha(?:s|ve)\sbeen|were|was|are|is)\s(?:being\s)?learn(?:ed|t) | mistakes\swere\smade | (?:steps
    |measures|action|actions)\s(?:ha(?:s|ve)\sbeen|were|was|are)\s
    (?:being\s)?(?:taken|put\sin\splace|implemented) | it\s(?:was|has\sbeen|is)\s(?:found|felt|noted|recogni[sz]ed|acknowledged
    |accepted|agreed)\sthat
    | (?:ha(?:s|ve)\sbeen|were|was|are|is)\s(?:being\s)?(?:put\sin\splace|rolled\sout|embedded|strengthened|addressed|progressed
    |actioned))\b""",
    re.IGNORECASE | re.VERBOSE,
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each text in which nobody acts."""
    return tuple(
        remark(
            ID,
            text.where,
            f"{text.of} says what is done, and not by whom: {short(found)}",
            "somebody who does it",
            "say who",
            LEVEL,
        )
        for text in stated(framework)
        if (found := _nobody(text))
    )


def _nobody(text: Text) -> str:
    for part in sentences(text.plain):
        found = (_TO_BE.search(part) if text.sort == "practice" else None) or _WAS.search(part)
        if found and " by " not in part:
            return found[0]
    return ""
