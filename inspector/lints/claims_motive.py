"""A finding says why people did something, which no record shows.

What:
    Words that tell motives: deliberately, in order to look good, to please the inspectors, because they do not care.

Why:
    Records show what was done and when, never what somebody wanted. A motive that is guessed is an accusation that nobody can
    answer.

Bad:
    says: "{pace.count} tests were written down to impress the inspectors."

Good:
    says: "{pace.count} tests were written down in the month after the visit was announced."

Waive:
    Where those who did it say so themselves, and the finding rests on what they said.
"""

import re

from inspector.lints._texts import sentences, short, stated
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "claims-motive"
FAMILY = "people"
LEVEL: Level = "query"

_MOTIVE = re.compile(
    r"""\b(?:
      deliberate(?:ly)? | intentional(?:ly)? | on\spurpose | purposely | knowingly | wil(?:l)?fully | in\sbad\sfaith
      | cynical(?:ly)?
    | (?:(?:in\sorder|so\sas)\s)?to\s(?:look\sgood|look\sbetter|appear\s\w+|impress|please\s(?:the\s)?\w+|satisfy\sinspect\w+
    |avoid\s(?:scrutiny|blame|inspection|criticism|questions))
    | because\s(?:they|staff|leaders|managers|he|she|nobody|it)\s(?:\w+\s)?(?:wants?|wanted|fears?|feared|cares?|cared|(?:do
    |does|did)\snot\s(?:want|care|like)|hopes?|hoped|prefers?)
    | (?:just|only|merely|purely)\sfor\s(?:show|the\s(?:inspection|inspectors?|visit|regulator|cameras?))
    | for\sthe\ssake\sof\s(?:the\s)?(?:inspection|inspectors?|visit|regulator|appearances?)
    | (?:trying|tried|tries|hoping|hoped|wanting|wanted|keen)\sto\s(?:hide|impress|look|appear|please|avoid) | motivated\sby
    | out\sof\s(?:fear|laziness|vanity|spite)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each text that tells a motive."""
    return tuple(
        remark(
            ID,
            text.where,
            f"{text.of} says why people did it: {short(found[0])}",
            "what was done, and when",
            "ask them why",
            LEVEL,
        )
        for text in stated(framework)
        if text.sort != "practice"
        and (found := next((f for part in sentences(text.plain) if (f := _MOTIVE.search(part))), None))
    )
