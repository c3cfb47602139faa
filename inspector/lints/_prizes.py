"""Words that tell of a distinction that others hand out, or of a place in a row."""

import re

from inspector.lints._yard_words import BODIES, MANY, first

_HOLD = (
    r"(?:h(?:o|e)ld(?:s|ing)?|carr(?:y|ies|ied|ying)|ha[sd]|have|having|wins?|won|winning|earn(?:s|ed|ing)?|keeps?|kept|keeping|"
    r"retain(?:s|ed|ing)?|deserv(?:e|es|ed|ing)|merit(?:s|ed|ing)?|gain(?:s|ed|ing)?|get(?:s|ting)?|got|receiv(?:e|es|ed|ing)|"
    r"achiev(?:e|es|ed|ing)|secur(?:e|es|ed|ing)|display(?:s|ed|ing)?|fl(?:y|ies|ew|ying)|los(?:e|es|t|ing)|regain(?:s|ed)?|"
    r"collect(?:s|ed)?|show(?:s|ed|ing)?|worth(?:y)?(?:\sof)?|fit\sfor|help\s(?:\w+\s){1,3}to|(?:up|on\sthe\sway|closer?)\sto|"
    r"aim(?:s|ing)?\sfor|work(?:s|ing)?\stowards?|was\s(?:given|awarded)|were\s(?:given|awarded)|is\s(?:given|awarded)|awarded|"
    r"qualif(?:y|ies|ied)\sfor|match(?:es|ed)?)"
)
_OWN = (
    r"(?:(?:the|a|an|its|their|our|his|her|your|this|another|both|all|first|second|third|N|\d+|two|three|four|five)\s)"
)
_PRIZE = (
    r"(?:awards?(?!\s(?:scheme|holder|ceremony|leaders?|leader|night|group|workers?|letter|of\s(?:costs|damages|benefit)))|"
    r"(?:green|blue|gold|purple|quality)\s?flags?|(?:the|a)\sflag(?=\s*(?:[.,;:?!]|$)|\sfor)|medals?|kite\s?marks?|rosettes?|"
    r"charter\s?marks?|accreditation|seal\sof\sapproval|quality\s(?:mark|badge|label)s?|"
    r"(?:top|highest|best|full|higher|high|lowest|maximum)\s(?:\w+\s)?(?:grades?|bands?|tiers?|marks?|scores?|ratings?|category)|"
    r"(?:gold|silver|bronze|platinum)(?=\s*(?:[.,;:?!]|$)|\s(?:status|level|standard))|stars?(?=\s*(?:[.,;:?!]|$)|\s(?:for|in|of)\s))"
)
_FIVE = r"(?:five|four|[1-5])"
_PLACE = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|top|bottom|\d+(?:st|nd|rd|th))"
PRIZE = re.compile(
    rf"""\b(?:
      {_HOLD}\s{_OWN}{{0,3}}(?:\w+\s){{0,2}}?{_PRIZE}
    | award[\s-](?:winning|quality|standard|level) | prize[\s-]winning | (?:five|four|three|[1-5])[\s-]star\b
    | (?:second|third|fourth|fifth|another|extra|further|more|top|missing|last)\sstars?(?=\s*(?:[.,;:?!]|$)|\s(?:for|on|in)\s)
    | {_HOLD}\san?\s{_FIVE}(?=\s*(?:[.,;:?!]|$)|\son\b|\sfor\b) | {_FIVE}\son\s(?:the|its|their)\sdoors?
      | straight\s(?:fives|as)\b
    | (?:all|mostly|more)\s(?:fives|fours) | (?:the|for)\sfives\b
    | (?:top|highest|maximum|full|lowest)\s(?:possible\s)?(?:scores?|marks|grades?|ratings?|bands?|tiers?)\b
    | (?:comes?|came|is|are|was|were|placed|stands?|sits?|:|^)\s?{_PLACE}\s(?:out\s)?of\s(?:the\s|all\s|our\s)?(?:{MANY}
    |N)\s(?:\w+\s)?{BODIES}\b
    | {_PLACE}\sof\s(?:the\s|all\s)?{MANY}\s(?:\w+\s)?{BODIES}\b
    | {_PLACE}\s(?:place\s)?in\s(?:the|its|our|their)\s(?:table|league|country|region|county|class|family\sgroup|group\sof
      |rankings?)
    | (?:good|satisfactory|fair|expected|adequate|sufficient|level\s\w+|green|amber|silver|bronze|[1-5]
      |[A-C])\sor\s(?:better|above|higher
    |outstanding|excellent|over)(?!\sthan)
    | requir(?:es?|ed)\simprovement(?=\s*(?:[.,;:?!]|$)|\s(?:and|in|overall|at)\b)
    | (?:among|amongst|in|into|out\sof|near|at)\sthe\s(?:top|bottom|upper|lower|best|worst)\s(?:few|five|ten|half|third
      |quarter|fifth
    |tenth|group|band|tier|end|{MANY}|N)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_OF_SOMEBODY = re.compile(
    r"\b(?:people|child(?:ren)?|pupils?|students?|learners?|apprentices?|members|volunteers?|residents?|prisoners?|cadets?|scouts?|soldiers?|"
    r"players?|s?he|somebody|someone|who)\s(?:\w+\s){0,2}?$",
    re.IGNORECASE,
)


def prize(words: str) -> str:
    """The words that tell of a distinction that others hand out, or of a place in a row; what a person won is their own."""
    found = first(PRIZE, words)
    return "" if found and _OF_SOMEBODY.search(words[: words.find(found)]) else found
