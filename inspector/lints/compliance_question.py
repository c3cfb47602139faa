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

from collections.abc import Iterator

from inspector.lints._levels import in_time, state
from inspector.lints._limits import laid_down, line
from inspector.lints._old_question import Asks, judged
from inspector.lints._targets import target
from inspector.lints._texts import sentences, short, stated
from inspector.lints._walk import Vocabulary, holders, patterns, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "compliance-question"
FAMILY = "old-question"
LEVEL: Level = "error"
_LEVELS = {
    "average", "band", "benchmark", "compliance", "compliant", "figure", "figures", "grade", "judgement", "judgment", "level",
    "median", "norm", "percentage", "performance", "quartile", "rank", "rating", "standard", "target", "threshold", "value",
}  # fmt: skip
_ASKS: tuple[tuple[Asks, ...], ...] = ((target, laid_down, in_time, state), (target, line, in_time, state))
"""What is looked for in what is said, and in what is advised: there a time may be one within which to look again."""
_ADVICE = "what changed, how surely, since when"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """One remark for each kind or field that is a level, and for each text that says where a service stands."""
    return (*_read(framework, vocabulary), *_said(framework))


def _read(framework: Framework, vocabulary: Vocabulary) -> Iterator[Problem]:
    for holder in holders(framework):
        for pattern in patterns(holder):
            # What is there says how something moved, whatever its name: only names of somebody's own can be levels.
            known = vocabulary.get(pattern.kind)
            if known is None and set(pattern.kind.replace("/", "-").replace("_", "-").split("-")) & _LEVELS:
                yield remark(ID, pattern.where, f"{pattern.kind} is a level, not a change", _ADVICE)
            fields = {field.name for field in known or ()}
            for condition in pattern.conditions:
                if condition.field not in fields and set(condition.field.split("_")) & _LEVELS:
                    yield remark(ID, condition.where, f"{condition.field} is a level, not a change", _ADVICE)


def _said(framework: Framework) -> Iterator[Problem]:
    for text in stated(framework):
        parts = sentences(text.plain)
        found = [one for asks in _ASKS[text.sort == "practice"] if (one := judged(asks, parts))]
        for words, level in sorted(found, key=lambda one: one.level)[:1]:
            message = f"the words {short(words)} say where the service stands"
            fix = "say what moved, or ask whether the target is the right one"
            yield remark(ID, text.where, message, _ADVICE, fix, level)
