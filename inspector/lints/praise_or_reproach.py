"""A finding praises or reproaches instead of saying what happened.

What:
    Words of judgement in what a finding or a verdict says: excellent, robust, effective leadership, well-led, disappointing,
    poor recording, unacceptable, commendable.

Why:
    Two people read the same adjective in two ways, and none of them knows what to do. What happened, how often and since when
    can be checked.

Bad:
    says: "There is excellent leadership of improvement, and recording is poor."

Good:
    says: "{pace.count} tests were tried; of most of them nobody wrote down what was learned."

Waive:
    Where the word is that of the people themselves, and quoted as theirs.
"""

import re

from inspector.lints._texts import sentences, short, stated
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "praise-or-reproach"
FAMILY = "plain-words"
LEVEL: Level = "query"

_NOUNS = (
    r"(?:leadership|management|governance|culture|practice|recording|care|teamwork|communication|supervision|oversight|"
    r"engagement|relationships|systems?|processes|arrangements|quality|planning|service|working|standards?|progress)"
)
_JUDGES = re.compile(
    rf"""\b(?:
      excellen(?:t|ce) | exemplary | commendabl\w+ | impressive\w* | admirabl\w+ | praiseworthy | laudabl\w+ | superb
      | fantastic | brilliant\w* | inspir(?:ing|ational)
    | (?:strong|weak|poor|good|bad|robust|effective|ineffective|positive|healthy|toxic|sound|solid|mature|immature
    |high[\s-]quality|first[\s-]class)\s{_NOUNS}
    | {_NOUNS}\s(?:is|are|was|were|remains?)\s(?:very\s|too\s|still\s|not\s)?(?:strong|weak|poor|good|bad|robust|effective
    |ineffective|sound|solid|mature|high)
    | well[\s-](?:led|managed|run|governed|embedded) | poorly\s(?:led|managed|run|recorded|governed) | disappoint\w+
    | unacceptabl\w+ | regrettabl\w+ | unfortunately | appalling | shameful
    | inexcusabl\w+ | dismal | pleasing(?:ly)? | encouraging(?:ly)? | worrying(?:ly)? | alarming(?:ly)? | deplorabl\w+
    | woeful\w* | lamentabl\w+
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each text that praises or reproaches."""
    return tuple(
        remark(
            ID,
            text.where,
            f"{text.of} praises or reproaches: {short(found[0])}",
            "what happened, how often, since when",
            "say that",
            LEVEL,
        )
        for text in stated(framework)
        if text.sort != "practice"
        and (found := next((f for part in sentences(text.plain) if (f := _JUDGES.search(part))), None))
    )
