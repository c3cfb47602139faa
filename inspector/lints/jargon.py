"""A text has words of management that say little.

What:
    Words such as stakeholders, deliverables, holistic, going forward, to leverage, to cascade, best practice, buy-in,
    low-hanging fruit.

Why:
    They stand for what somebody did not say: who, what and when. Nobody who does the work can act on them, and nobody can say
    whether they are true.

Bad:
    practice: Leverage synergies with stakeholders going forward.

Good:
    practice: Try one thing together with the next team, and say what came of it.

Waive:
    Where the word is the name of something that exists: say of what.
"""

import re

from inspector.lints._texts import said, short, titled
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "jargon"
FAMILY = "plain-words"
LEVEL: Level = "query"

_JARGON = re.compile(
    r"""\b(?:
      (?:to\s)?leverag(?:ed|es|ing)\b | leverage\s(?:the|our|your|synerg\w*|existing|all|this|these|data|opportunit\w*
      |resources) | synerg\w+ | paradigm\w* | stakeholders?
    | deliverables? | going\sforwards? | moving\sforwards? | holistic\w* | actionable | operationali[sz]\w+ | incentivi[sz]\w+
    | learnings | best[\s-]practices?
    | game[\s-]chang\w+ | deep[\s-]dives? | low[\s-]hanging | blue[\s-]sky | bandwidth | granular\w* | cascad(?:ed|ing)
    | cascades?\s(?:the\s|this\s|these\s)?(?:learning|lessons?|messages?|information|training|targets?|objectives|goals)
    | upskill\w* | utili[sz]\w+
    | pro-?active\w* | transformational | mainstream(?:ed|ing) | key\sdrivers? | drives?\s(?:improvement|change|excellence
    |performance|forward|quality|efficienc\w+) | ecosystems?
    | value[\s-]add\w* | scalable | socialis(?:e|ed|ing)\sthe | work[\s-]?streams? | traction | buy-?\s?in | step[\s-]change
    | direction\sof\stravel | business\sas\susual
    | capacity[\s-]building | capabilit(?:y|ies)\suplift | thought\sleader\w* | core\scompetenc\w+ | strategic\salignment
    | aligned?\s(?:with|to)\s(?:the\s)?strateg\w+ | at\space
    | embed(?:s|ded|ding)?\s(?:a\s)?culture | continuous\simprovement\sculture | culture\sof\s(?:excellence|improvement
    |performance|accountability) | (?:outcome|data|evidence|performance)[\s-]driven
    | future[\s-]proof\w* | north\sstar | helicopter\sview | touch[\s-]?points? | optimi[sz](?:e|ed|es|ing|ation)
    | maximi[sz](?:e|es|ing)\s(?:impact|value|efficienc\w+|outcomes?)
    | roll(?:ed|ing)?[\s-]out\sat\sscale | governance\sarrangements? | assurance\s(?:framework|mechanisms?|processes)
    | triangulat\w+ | confounders? | logic\smodels? | (?:distal|proximal)\s\w+ | counterfactuals? | theor(?:y|ies)\sof\schange
    | methodological\w* | heterogene\w+ | multi-?dimensional\w* | epistem\w+ | psychometric\w* | paradigmatic\w*
    | robust\w*\s(?:governance|processes|systems?|arrangements?|mechanisms?|assurance)
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each text with such words."""
    return tuple(
        remark(
            ID,
            text.where,
            f"{text.of} has words that say little: {short(found[0])}",
            "who does what, when",
            "say it plainly",
            LEVEL,
        )
        for text in (*said(framework), *titled(framework))
        if (found := _JARGON.search(text.plain))
    )
