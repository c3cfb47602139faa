"""A rule asks the old question: is the service up to standard?

What:
    A rule that reads a level, a target or a rating, or whose words compare with one.

Why:
    Inspector asks what a service does to improve. A rule that asks where it stands rewards making the figures look right, and
    two authorities with the same change would no longer get the same answer. Questioning whether a target is the right one is
    welcome: that is learning.

Bad:
    says: "{move.title} met the target."

Good:
    says: "{move.title} got better from about {move.onset}."

Waive:
    Where the words quote somebody else's question in order to answer another: say whose.
"""

import re
from collections.abc import Iterator

from inspector.lints._walk import Holder, Vocabulary, holders, patterns, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Rule

ID = "compliance-question"
FAMILY = "old-question"
LEVEL = "error"
_LEVELS = {
    "average", "band", "benchmark", "compliance", "compliant", "figure", "figures", "grade", "judgement", "judgment", "level",
    "median", "norm", "percentage", "performance", "quartile", "rank", "rating", "standard", "target", "threshold", "value",
}  # fmt: skip
_FILLING = r"(?:(?:the|its|their|a|any|all|national|statutory)\s)*"
_WORDS = re.compile(
    rf"""\b(?:
      (?:meet|meets|met|meeting|miss|misses|missed|hit|hits|reach|reached|exceed\w*)\s{_FILLING}
      (?:target|standard|threshold|benchmark|deadline)s?
    | (?:on|off|above|below|under|over|at|within|outside|short\ of|better\ than|worse\ than)\s{_FILLING}
      (?:target|average|standard|threshold|benchmark|norm)s?
    | up\ to\ (?:the\ )?(?:standard|scratch)
    | (?:in|not\ in|non)?-?complian(?:t|ce)
    | rated\ (?:good|outstanding|inadequate|poor|well|badly)
    | (?:good|outstanding|inadequate|requires\ improvement)\ (?:rating|grade|judg\w+)
    | (?:is|are|was|were)\ (?:good\ enough|inadequate|outstanding|satisfactory|unsatisfactory)
    | (?:better|worse|higher|lower)\ than\s{_FILLING}(?:others?|neighbours?|peers?|england|region)\w*
    | (?:statistical\ neighbours?|other\ authorities)
    | (?:red|amber|green|rag)[\s-](?:status|rated|rating)
    | (?:scored?|scores|scoring)\s\d+(?:\s(?:out\ of|of)\s\d+)?
    | (?:graded?|judged)\s(?:as\s)?(?:good|outstanding|inadequate|poor|satisfactory|weak|strong)
    | (?:not\s)?(?:yet\s)?(?:un)?satisfactory
    | performance\ (?:is|was|remains)\s\w+
    | \d+(?:\.\d+)?\s?(?:%|per\ cent)\s.{{0,60}}?\b(?:in|on|within|to)\s(?:time|timescale|deadline|target)s?
    | (?:top|bottom)\ quartile | league\ table | ranks?\ (?:first|last|above|below)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_RAISED = re.compile(
    r"\b(?:raise|increase|lift|lower|reduce|reach|improve)\s(?:the\s|your\s|its\s)?(?:figure|number|percentage|rate|score|indicator)s?\b",
    re.IGNORECASE,
)
"""A next step is something done, never a figure moved."""


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One remark for each field and each form of words that asks where a service stands."""
    return tuple(problem for holder in holders(framework) for problem in _holder(holder))


def _holder(holder: Holder) -> Iterator[Problem]:
    advice = "what changed, how surely, since when"
    for pattern in patterns(holder):
        for word in re.split(r"[/_-]", pattern.kind):
            if word in _LEVELS:
                yield remark(ID, pattern.where, f"{pattern.kind} is a level, not a change", advice)
        for condition in pattern.conditions:
            asked = set(condition.field.split("_")) & _LEVELS
            if asked:
                yield remark(ID, condition.where, f"{condition.field} is a level, not a change", advice)
    for text in (holder.says, holder.brief, *((*holder.ask, holder.practice) if isinstance(holder, Rule) else ())):
        found = _WORDS.search(text) or _RAISED.search(text)
        if found:
            message = f"the words {found[0]!r} ask where the service stands"
            yield remark(
                ID, holder.where, message, advice, "say what moved, or ask whether the target is the right one"
            )
