"""Words that tell how high or good something is, or how many were done in time."""

import re

from inspector.lints._limits import without_events
from inspector.lints._yard_words import MOVED, PROMISED, first

_HOW_MANY = (
    r"(?:(?:N|\d+(?:\.\d+)?)\s?(?:%|per\s?cent)|(?:(?:N|\d+)\s(?:of|out\sof)\s(?:N|\d+)|most|all|every|nearly\sall|almost\sall|"
    r"few|"
    r"(?:the\s)?(?:share|proportion|percentage|majority)|how\smany)\b)"
)
_PROMPT = (
    r"(?:in\stime|on\stime|to\stime|in\stimescale|by\sthe\sdeadline|within\s(?:the\s)?(?:statutory\s|national\s|required\s)?"
    r"(?:time\s?scales?|time\s?limits?|targets?|deadlines?|standards?|"
    r"(?:N|\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)\s(?:working\s)?"
    r"(?:minutes?|hours?|days?|weeks?|months?)))\b"
)
IN_TIME = re.compile(rf"\b(?:{_HOW_MANY}.{{0,90}}?\b{_PROMPT}|{_PROMPT}.{{0,60}}?\b{_HOW_MANY})", re.IGNORECASE)
_GROUP = (
    r"(?:numbers?|rates?|shares?|levels?(?=\s(?:are|were)\b|\sof\s(?:service|care|performance|satisfaction|confidence|absence|sickness|staff\w*|vacanc\w+))|"
    r"proportions?|percentages?|figures?|counts?|outcomes?|results?|volumes?|turnover|"
    r"sickness|absence|attendance|complaints?|incidents?|demand|satisfaction|confidence|morale|waits?|waiting\stimes?|"
    r"backlogs?|caseloads?|vacanc\w+|reoffending|detections?|loans|visits|response|responses)"
)
_WRITTEN = (
    r"(?:N|\d+(?:\.\d+)?|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"sixty|"
    r"seventy|eighty|ninety|a\shundred)(?:-\w+)?)"
)
STATE = re.compile(
    rf"""\b(?:
      (?:stands?|stood|is|are|was|were|remains?|runs?|sits?|lies?|holds?)\s(?:now\s|currently\s|steady\s|still\s|down\s
      |up\s)?(?:at|to|on)\s(?:about\s|around\s|just\s|only\s|over\s|under\s)?(?:N|\d+(?:\.\d+)?)
      \s?(?:%|per\s?cent|out\sof|points?|stars?)
    | {_GROUP}\s(?:of\s(?:\w+\s){{1,3}}?|for\s(?:\w+\s){{1,3}}?|in\s(?:\w+\s){{1,3}}?|times\s)?(?:is|are|was|were|remains?
    |stays?)\s(?:very\s|too\s|quite\s|still\s|generally\s|consistently\s|now\s|rather\s)?
      (?:low|high|small|large|strong|good|poor|weak|excellent|acceptable|normal|healthy|swift|prompt|slow|safe)
    | (?:stands?|stood|is|are|was|were|remains?|runs?|sits?|lies?)\s(?:\w+\s)?(?:above|below|over|under|beyond|around
    |about)\s{_WRITTEN}\s?(?:%|per\s?cent|percent)
    | (?:within|inside|in\sunder|under)\s{_WRITTEN}\s(?:working\s)?(?:seconds?|minutes?|hours?|days?|weeks?)\s(?:was|were|is
    |are)\s(?:achieved|reached|met|kept|usual|the\snorm)
    | ha(?:s|ve)\stoo\s(?:few|many|little|much)\s(?!.*\bto\s)\w+
    | (?:highest|lowest|best|worst|shortest|longest)\s(?:since|ever|on\srecord|in\s(?:\w+\s)?(?:years|decades|memory)|level
    |of\sany)
    | (?:(?:N|\d+)\s(?:of|out\sof|in)\s(?:N|\d+|ten|a\shundred)|(?:seven|eight|nine)\s(?:in|of|out\sof)\sten|all|every|most
    |nearly\sall|almost\sall)\s(?:\w+\s){{1,4}}?(?:was|were|is|are|have\sbeen|has\sbeen|got|took\splace)\s
      (?:\w+\s){{0,3}}?(?:correctly|properly|fully|in\sfull|accurately|compliantly|in\splace|up\sto\sdate|within\s(?:N|\d+|two
      |three|four|five|ten|twenty))\b
    | (?:seven|eight|nine)\s(?:in|of|out\sof)\sten\s.{{0,60}}\bwithin\s(?:N|\d+)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_STANDS = re.compile(
    r"""\b(?:
      how\s(?:good|well|high|strong|weak|mature|efficient|compliant|effective)\s(?:is|are|do|does|did|was|were)\b(?!.*\b(?:know|tell)\b)
    | where\s(?:do|does)\s(?:you|it|the\s\w+)\sstand
    | what\s(?:is|was|were|are)\s(?:your|the|its|their)\s(?:\w+\s){0,3}?(?:ratings?|scores?|grades?|rank(?:ing)?|performance
    |percentages?|
      figures?|rates?|compliance)\b
    | what\s(?:is|was)\sthe\s(?:overall\s)?(?:quality|standard|effectiveness|efficiency|maturity)\sof\b
    | how\s(?:do|does|did)\s(?:\w+\s){1,4}?perform\b
    | what\s(?:percentage|proportion|share|grade|rating|score)\b
    | are\s(?:you|they|we|all|the)\b.{0,40}\b(?:compliant|on\starget|up\sto\sdate|good\senough|meeting|ready\sfor)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def in_time(words: str) -> str:
    """The words that tell how many were done in time."""
    return "" if PROMISED.search(words) else first(IN_TIME, without_events(words))


def state(words: str) -> str:
    """The words that tell how high or good something is, in a sentence that does not tell how it moved."""
    return "" if MOVED.search(words) else first(STATE, without_events(words))


def stands(words: str) -> str:
    """The words of a question or a title that ask how good something is, or how high."""
    return first(_STANDS, words)
