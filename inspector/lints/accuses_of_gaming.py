"""A finding accuses somebody of cheating.

What:
    Words that say that figures were manipulated, records made up, bad news hidden or somebody dishonest. Words that speak
    against such a reading are let be; in questions, and where neither records nor anybody is spoken of, they are
    queried.

Why:
    Data that look odd have innocent explanations more often than not. What looks odd is a question, put to those who can
    answer it; an accusation ends the talk, and is wrong too often.

Bad:
    says: "The log was fabricated before the visit."

Good:
    says: "{pace.count} entries were written on two days. Who wrote them can say how that came."

Waive:
    Where the words are those of a finding by somebody whose office it is to find so: name the office.
"""

import re
from collections.abc import Iterator

from inspector.lints._persons import PERSON
from inspector.lints._texts import Text, asked, sentences, short, stated
from inspector.lints._walk import Vocabulary, patterns, remark
from inspector.lints._whose import speaks_of_one
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework, Rule

ID = "accuses-of-gaming"
FAMILY = "people"
LEVEL: Level = "error"

_THINGS = r"(?:the|its|their|your|these|those|some|any|bad|all|our)"
_ACCUSES = re.compile(
    rf"""\b(?:
      cheat(?:s|ed|ing|ers?)? | gam(?:e|es|ed|ing)\s{_THINGS}\s\w+ | gaming(?!\s(?:room|club|evening|night|hall))
      | manipulat(?:e|es|ed|ing|ion) | falsif\w+ | fabricat\w+
    | forg(?:ed|ery|ing)(?!\s(?:links|ties|ahead|bonds|a\b|an\b|new|closer|strong\w*|partnerships|relationships))
      | massag(?:e|es|ed|ing)\s{_THINGS}\s(?:\w+\s)?(?:figures?|numbers?|data|statistics) | cook(?:ed|s
    |ing)\s{_THINGS}\sbooks
    | fiddl(?:e|es|ed|ing) | doctored | doctoring\s | fraud\w* | dishonest\w* | deceiv\w* | deceit\w* | decepti\w* | mislead\w*
    | misled
    | lied | told\slies | (?:is|are|was|were)\slying | cover(?:s|ed|ing)?[\s-]up | conceal\w* | hid(?:es?|ing
    |den)?\s{_THINGS}\s(?!place)
    | (?:was|were|is|are)\s(?:simply\s)?(?:made\sup(?!\s(?:of|for|to|from|by\sthe))|invented|faked|rigged|hidden|backdated
      |staged) | cherry[\s-]?pick\w*
    | window[\s-]dressing | whitewash\w* | rigg(?:ed|ing)\s(?:the|its|their|those)?\s?(?:\w+\s)?(?:results?|figures?|vote
      |count|survey|sample)
    | (?:results?|figures?|votes?|counts?|surveys?|samples?)\s(?:\w+\s)?(?:was|were|is|are|been)\srigged
    | (?:was|were|is|are|has\sbeen|have\sbeen)\s(?:\w+ly\s)?(?:padded|concocted|trumped\sup|embellished|inflated|dressed\sup
    |retouched|polished\sup
    |glossed\sover|airbrushed) | tamper\w* | backdat\w* | suspicious\w* | too\sgood\sto\sbe\strue | bogus | fak(?:e|ed|es|ing
    |ery) | sham
    | lip[\s-]service | for\sshow\sonly
    | (?:cannot|can\snot)\sbe\strusted | untrustworthy | implausibl\w+
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_RECORDS = (
    r"(?:figures?|numbers?|results?|records?|data|entries|entry|log|logs|values?|counts?|readings?|samples?|returns?|statistics|rows?|"
    r"dates?|times?|notes?|them|it|these|those)"
)
_WHO_DID = re.compile(
    rf"""\b(?:
      {PERSON}\s(?:\w+\s){{0,3}}?(?:invent(?:ed|s)?|made\sup|make\sup|fak(?:e|ed|es)|alter(?:ed|s)?|change[ds]?|adjust(?:ed|s)?|edit(?:ed|s)?
    |copied|copy|padded|pad|trimmed|trim|rounded|smoothed|smooth|guess(?:ed|es)?|filled\sin|fill\sin)\s
      (?:\w+\s){{0,3}}?{_RECORDS}\b
    | (?:invent(?:ed|s|ing)?|mak(?:e|es|ing)\sup|made\sup|alter(?:ed|ing)?|adjust(?:ed|ing)?)\s(?:the|these|those|their|its
      |your)\s(?:\w+\s)?
      (?:figures?|numbers?|results?|records?|entries|values?|counts?|readings?|returns?|statistics)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""A probe finds what is odd about records, and never who did what: a person as the subject is one accused."""
_ABOUT_RECORDS = re.compile(rf"\b{_RECORDS}\b", re.IGNORECASE)
_DENIED = re.compile(
    r"^(?:how|what|where|when)\s(?:do|does|can|could|is|are)\b|\b(?:not|no|nobody|none|never|without|rather\sthan|instead\sof|nor|neither|whether|open|question\w*|would|could|may|"
    r"might|if|against|harder|hard)\b",
    re.IGNORECASE,
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One error for each text that accuses, one query for each question that does."""
    return (*_in_words(framework), *_in_questions(framework))


def _in_words(framework: Framework) -> Iterator[Problem]:
    for text in stated(framework):
        found = next((f for part in sentences(text.plain) if (f := _accused(part, text))), "")
        if found:
            level = LEVEL if any(found in part and _of_somebody(part) for part in sentences(text.plain)) else "query"
            message = f"{text.of} accuses somebody: {short(found)}"
            yield remark(ID, text.where, message, "what is odd, as a question", "say what was seen", level)


def _in_questions(framework: Framework) -> Iterator[Problem]:
    for text in asked(framework):
        found = next((f for part in sentences(text.plain) if (f := _accused(part, text))), "")
        if found:
            message = f"{text.of} accuses in a question: {short(found)}"
            yield remark(ID, text.where, message, "a question that can be answered", "ask how it came about", "query")


def _accused(part: str, text: Text) -> str:
    found = _ACCUSES.search(part) or (_WHO_DID.search(part) if _of_probe(text) else None)
    denied = _DENIED.search(part)
    return found[0] if found and not (denied and denied.start() < found.end()) else ""


def _of_somebody(part: str) -> bool:
    """Whether a sentence speaks of records, of people or of a service: fraud and fakes are also what services work on."""
    return bool(_ABOUT_RECORDS.search(part)) or speaks_of_one(part)


def _of_probe(text: Text) -> bool:
    """Whether what the words are of rests on a probe; what is advised is of what to do from now on."""
    rule = text.thing
    return (
        isinstance(rule, Rule) and text.sort != "practice" and any(p.kind.startswith("probe/") for p in patterns(rule))
    )
