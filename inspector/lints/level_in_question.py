"""A question asks where the service stands.

What:
    A question of a rule, a theme or the framework that asks whether a target is met, how high a rating or a figure is, or who
    is better. One that questions a target, or asks what it cost or gave way to, is welcome.

Why:
    What is asked on site is what people prepare for. Whoever is asked for the figure has it ready; whoever is asked for the
    last time that a target stood in the way has to think of people.

Bad:
    ask: ["Did you meet the target last quarter?"]

Good:
    ask: ["When did you last miss the target because a family needed something else?"]

Waive:
    Where the question about a level leads to one about learning: say to which.
"""

import re

from inspector.lints._levels import stands
from inspector.lints._limits import deadline
from inspector.lints._old_question import ALL, judged, unquestioned
from inspector.lints._texts import asked, sentences, short
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "level-in-question"
FAMILY = "old-question"
LEVEL: Level = "query"

_INSPECTED = re.compile(
    r"""\b(?:
      (?:if|were|when|should|suppose|by\sthe\stime)\s(?:the\s|an?\s)?(?:\w+\s)?(?:inspect\w+|regulator|auditors?|assessors?|ofsted|cqc|hmicfrs|estyn
    |commissioner)\s(?:\w+\s){0,2}?(?:call|came?|comes?|visit|arriv|walk|turn|knock|return)\w*
    | how\swould\s(?:\w+\s){1,3}?(?:do|fare|come\sout|score|be\s(?:rated|graded|judged))\b
    | (?:ready|prepared|braced)\sfor\s(?:the\s|an?\s|your\s|its\s)?(?:next\s)?(?:inspection|assessment|audit|review|visit)
    | (?:pass|get\sthrough|come\s(?:well\s)?out\s(?:of|at))\s(?:the\s|an?\s|your\s|its\s)?(?:next\s)?(?:inspection
      |assessment|audit))\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What makes somebody look good before an inspection: who asks that teaches it, whatever else is asked."""
_LEARNS = re.compile(
    r"\b(?:costs?|stop\w*|instead|if\s(?:nobody|no|you|it|they|the)|astray|because|learn\w*|tr(?:y|ied|ying)|need\w*|hides?|"
    r"leaves?\sout|"
    r"(?:made?|makes?|making)\s(?:you|them|people|staff)|feel\w*|afraid|worr\w*|trust|believ\w*|notice\w*|tell|told)\b",
    re.IGNORECASE,
)
"""Who asks for these asks about people, whatever else is named."""


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each question that asks for a level and does not question it."""
    found = []
    for text in asked(framework):
        parts = [part for part in sentences(text.plain) if not _LEARNS.search(part)]
        words = _of_service(parts) or next((w for asks in (stands, deadline) if (w := unquestioned(asks, parts))), "")
        words = words or _inspected(text.plain)
        if words:
            message = f"the question {short(text.words)} asks where the service stands: {short(words)}"
            fix = "ask what was tried, what moved, or what the target gave way to"
            found.append(remark(ID, text.where, message, "a question about learning", fix, LEVEL))
    return tuple(found)


def _of_service(parts: list[str]) -> str:
    """The words that hold a service against something; of another thing they are no reason to speak of a question."""
    return next((one.words for asks in ALL if (one := judged(asks, parts)) and one.level == "error"), "")


def _inspected(words: str) -> str:
    found = _INSPECTED.search(words)
    return found[0] if found else ""
