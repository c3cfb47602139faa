"""A finding or a verdict says what should be done to the service.

What:
    Words of a rule or a row that announce a notice, a penalty, an intervention, that somebody is replaced or that money is
    withheld, or that make somebody answer to those above.

Why:
    Who has to fear what follows from a finding hides what it rests on, and the next visit sees less. Inspector says what changed
    and what to ask; what anybody does about it is decided elsewhere, by people who can be asked why.

Bad:
    says: The council needs to change, and a notice should follow.

Good:
    says: More got worse than better, and nobody knows yet why.

Waive:
    Where a law wants those words in the report: say which.
"""

import re

from inspector.lints._texts import sentences, short, stated
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "sanction-in-words"
FAMILY = "people"
LEVEL: Level = "error"

_MUST = r"(?:should|must|will|shall|ought\sto|has\sto|have\sto|needs?\sto|may)"
_DONE = (
    r"(?:sanctioned|fined|penali[sz]ed|closed|replaced|removed|dismissed|suspended|escalated|taken\sover|put\s(?:into|under|in)|placed\s"
    r"(?:into|under|in)|withdrawn|withheld|cut|revoked|terminated|disciplined|prosecuted|downgraded|published\sas\s\w+|called\sin|"
    r"held\s(?:to\saccount|responsible|accountable))"
)
_SANCTION = (
    r"(?:(?:improvement|enforcement|warning|prohibition|penalty|statutory|formal|section\s\w+)\snotices?|a\snotice|sanctions?|"
    r"penalt(?:y|ies)|fines?|enforcement(?:\saction)?|intervention|special\smeasures|(?:a\s)?warning\sletter|legal\saction|"
    r"disciplinary\s\w+|prosecution|a\scommissioner|administrators?)"
)
_FOLLOWS = re.compile(
    rf"""\b(?:
      {_SANCTION}\s(?:\w+\s)?{_MUST}\s(?:\w+\s)?(?:follow|be|apply)\b
    | {_SANCTION}\s(?:is|are|was|were)\s(?:now\s)?(?:needed|due|justified|warranted|recommended|required|triggered|called\sfor)
    | (?:calls?\sfor|warrants?|justif(?:y|ies)|triggers?|recommends?|deserves?|merits?|leads?\sto|ends?\sin|issue|impose|serve)\s
      (?:an?\s|the\s)?(?:\w+\s)?{_SANCTION}\b
    | {_MUST}\s(?:\w+\s)?be\s(?:\w+\s)?{_DONE}
    | {_MUST}\s(?:answer|account|explain\s(?:themselves|itself|himself|herself))\s(?:to|for|before)\b
    | (?:funding|money|grant|licen[cs]e|contract|budget|bonus|pay)\s(?:is|are|{_MUST}(?:\s\w+)?\sbe
      |gets?)\s(?:\w+\s)?(?:cut|withheld|withdrawn
    |at\s(?:risk|stake)|reviewed|revoked|terminated|clawed\sback|stopped)
    | (?:inspectors?|regulator|ministry|commissioners?|board|government)\s{_MUST}\s(?:step\sin|intervene|take\s(?:over
      |action)|act\b)
    | (?:placed|put|kept)\s(?:under|in|into|on)\s(?:\w+\s)?(?:monitoring|supervision|notice|measures)\b
    | (?:in|into|under|out\sof)\sspecial\smeasures
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_AGAINST = re.compile(
    r"\b(?:no|not|never|without|instead\sof|rather\sthan|nobody|question\w*|ideas?|tests?|promis\w+)\b", re.IGNORECASE
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One remark for each text with such words."""
    return tuple(
        remark(
            ID,
            text.where,
            f"{text.of} says what should be done to the service: {short(found)}",
            "what changed, and what nobody knows yet",
            "say what happened, and ask what made it likely",
        )
        for text in stated(framework)
        if (
            found := next(
                (f[0] for p in sentences(text.plain) if (f := _FOLLOWS.search(p)) and not _AGAINST.search(p)), ""
            )
        )
    )
