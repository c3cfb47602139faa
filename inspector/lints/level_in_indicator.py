"""An indicator that rules know by name is a rating, a rank or a share of targets met.

What:
    The title or id of an indicator in `indicators.yaml` that says where a service stands in somebody's judgement: a rating, a
    score, a rank, compliance, the share of targets met. A time that something takes is none of these; a word that
    only qualifies what is counted is queried.

Why:
    An indicator is what rules watch for change. A rating changes when somebody comes to rate, and what is watched for that is
    the visit.

Bad:
    indicators: [{id: inspection-rating, title: Rating at the last inspection}]

Good:
    indicators: [{id: days-to-visit, title: "Days until somebody visits, median"}]

Waive:
    Where everybody has the indicator by law and a rule questions it: say which law.
"""

import re

from inspector.lints._comparisons import comparison
from inspector.lints._old_question import judged
from inspector.lints._ratings import rating
from inspector.lints._targets import target
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem, Where, shown
from inspector.model.rules import Framework

ID = "level-in-indicator"
FAMILY = "old-question"
LEVEL: Level = "error"

_LEVEL = re.compile(
    r"\b(?:ratings?|ranks?|ranking|grades?|overall\sscores?|quality\sscores?|audit\sscores?|compliance|kpis?|performance|"
    r"league|benchmark\w*)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:of|against)\s(?:the\s|national\s|local\s|agreed\s)*(?:targets?|standards?|plan)\b", re.IGNORECASE
)


_SHARE = re.compile(r"^(?:the\s)?(?:shares?|proportions?|percentages?|numbers?|counts?|rates?)\sof\s", re.IGNORECASE)
"""An indicator is called after its head: what stands before whatever qualifies it; a share, after what it is a share of."""
_AFTER_HEAD = re.compile(
    r"[,;:(]|\b(?:by|at|of|in|on|with|from|for|per|to|against|after|before|who|that|which)\b", re.IGNORECASE
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One remark for each indicator that is such a level: an error if it is one itself, a query if its name has the word."""
    found = []
    for one in framework.indicators:
        if level := _judged(one.title) or _judged(one.id.replace("-", " ")):
            where = one.where or Where(file=f"{framework.path}/indicators.yaml", line=1, column=1)
            message = f"the indicator {one.id} is a level that somebody judges: {shown(one.title)}"
            expected, fix = (
                "something that is counted or measured for its own sake",
                "watch what people notice, and not what is said of it",
            )
            found.append(remark(ID, where, message, expected, fix, level))
    return tuple(found)


def _judged(words: str) -> Level | None:
    of = _SHARE.sub("", words)
    found = [one.level for asks in (target, comparison, rating) if (one := judged(asks, [of]))]
    if "error" in found or _AGAINST.search(words) or _LEVEL.search(_AFTER_HEAD.split(of, maxsplit=1)[0]):
        return "error"
    return "query" if found or _LEVEL.search(words) else None
