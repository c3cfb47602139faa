"""Words that hold a service against a time or a line that is laid down from outside.

A number that stands in the words is a yardstick; one that a fact brings (`N`) is none.
"""

import re

from inspector.lints._yard_words import NUMBER, PROMISED, TIME, first

_OF_EVENT = (
    r"\sof\s(?!(?:(?:the|an?|each|every|their|its|first)\s)?(?:\w+\s)?(?:receipt|referrals?|requests?|applications?|calls?|reports?"
    r"|contact|complaints?|being|receiving|submission|notification|enquir(?:y|ies)|quer(?:y|ies)|diagnosis|arrival|admission|discharge)\b)"
)
"""A time is counted from something that happened, as rain; a deadline from what somebody handed in."""
LIMIT = re.compile(
    rf"""\b(?:
      (?:within|inside|in\s(?:under|less\sthan|fewer\sthan)|under|(?:in\s)?no\s(?:later|longer|more)\sthan|not\s(?:later|longer
    |more)\sthan|at\smost|up\sto|by\sday)\s(?:\w+\s){{0,2}}?{NUMBER}\s{TIME}\b(?!\s(?:before|ago|later|old)\b)
      (?!{_OF_EVENT})
    | {NUMBER}\s{TIME}\sor\s(?:less|sooner|fewer|under|faster)
    | (?:none|nothing|nobody|no\s(?:one\b|\w+))\s(?:\w+\s){{0,4}}?(?:older|longer|later|more)\sthan\s{NUMBER}\s{TIME}
    | {NUMBER}-(?:second|minute|hour|day|week|month)s?\s(?:target|standard|limit|deadline|promise|guarantee|wait|turnaround|rule)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_LAID_DOWN = (
    r"(?:statutory|legal|contract(?:ual|ed)?|licen[cs]ed?|charter|regulatory|national(?:ly\s\w+)?|prescribed|permitted|required|"
    r"mandat(?:ed|ory)|franchise|guaranteed|promised|ministerial|commissioned|recommended|stipulated|published|maximum|minimum|"
    r"acceptable|tolerable|tolerated|target|benchmark|desired|ideal|optimal)"
)
_LINE = (
    r"(?:lines?|levels?|limits?|thresholds?|minim(?:um|a)|maxim(?:um|a)|floor|ceiling|ratios?|numbers?|figures?|rates?|shares?|"
    r"tolerances?|margins?|bar|norms?|range|requirements?|standards?|targets?|clauses?|conditions?|terms?)"
)
_PLACED = (
    r"(?:above|below|under|over|within|inside|outside|beyond|beneath|past|short\sof|ahead\sof|clear\sof|close\sto|near|at|to|meets?|"
    r"met|meeting|reach(?:es|ed)?|keeps?\sto|kept\sto|exceeds?|exceeded|clears?|cleared|towards?)"
)
_OF_PEOPLE = (
    r"(?!\s(?:groups?|species|populations?|audiences?|languages?|areas?|households?|families|readers?|letters?|"
    r"forms?)\b)"
)
_FROM_EVENT = re.compile(rf"\bwithin\s{NUMBER}\s{TIME}{_OF_EVENT}", re.IGNORECASE)
LAID_DOWN = re.compile(
    rf"""\b(?:
      {_PLACED}\s(?:the\s|its\s|their\s|our\s|your\s|a\s|all\s){{0,2}}{_LAID_DOWN}\s(?:\w+\s){{0,2}}?(?:{_LINE}|{NUMBER}\s{TIME}
    |periods?|times?|hours|windows?){_OF_PEOPLE}
    | (?:stay|stays|stayed|keep|keeps|kept|remains?|is|are|get|gets|be|back|comes?|falls?|fell|drops?|rises?)\s(?:\w+\s)?(?:above
    |below|under|over|within|inside|clear\sof|beyond)\s(?:the|its|their|our|your)\s(?:\w+\s){{0,3}}?{_LINE}\b(?!\s\w+ed\b)
    | (?:{_LAID_DOWN}|agreed|planned|set|usual|aimed[\s-]for)\s{NUMBER}\s{TIME}\b.{{0,50}}?\b(?:kept(?:\sto)?|met|held
      |observed|reached
    |respected|honoured|achieved|hit|adhered\sto)\b
    | {_LINE}\s(?:\w+\s){{0,2}}?(?:in|of|under|from|set\s(?:in|by|out\sin)|laid\sdown\s(?:in|by))\s(?:the|your|its|their|our
    |a)\s(?:\w+\s)?(?:contract|licen[cs]e|franchise|charter|regulations?|act|statute|regulator|commissioners?|funders?
    |agreement|concession|ministry|inspectorate)\b
    | (?:must|shall|ha(?:s|ve)\sto|needs?\sto|(?:is|are)\srequired\sto)\s(?:[\w'’-]+\s){{1,10}}?by\s
      (?:the\send\sof\s|\d{{1,2}}\s)?(?:january|february|march|april|may|june|july|august|september|october|november|december|the\syear|20\d\d)\b
    | (?:is|are|was|were)\s(?:legally\s)?(?:required|prescribed|mandated|laid\sdown|stipulated)\s(?:by|for|in|of)\s(?:law|20\d\d
    |(?:the|its|their|our|your)\s\w+|us|them|it)\b
    | (?:target|goal|standard|threshold|limit)s?\s(?:is|are|was|were)\s(?:now\s|almost\s|nearly\s)?(?:with)?in\s(?:reach|sight)
    | (?:back\s)?(?:to\s)?where\s(?:it|they|we|you|these|those|things)\s(?:have|has|had|need|needs|ought)\sto\sbe
    | (?:what|as|than)\s(?:is|was)\s(?:contracted|commissioned|laid\sdown|prescribed|specified|stipulated)
    | (?:as|than|what)\s(?:the|its|their)\s(?:contract|licence|charter|specification|franchise|agreement|act|statute|law)\s
      (?:\w+ly\s)?(?:says?|sets?|asks?|requires?|demands?|lays?\sdown|allows?|permits?|specif\w+|stipulates?|wants?)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
DEADLINE = re.compile(
    r"""\b(?:by\swhen\s(?:will|would|can|do|are|is|should|must)\b
    | when\swill\s(?:\S+\s){1,6}?(?:reach|be\s(?:back|done|complete|completed|finished|met|achieved|there|fixed|closed
      |cleared|ready
    |compliant|green|on\s))\b
    | how\s(?:soon|quickly|fast)\s(?:will|can)\s(?:\S+\s){1,6}?(?:reach|be\s(?:back|met|at)|get\s(?:to|back\sto))\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_IDEAS = re.compile(
    r"\b(?:ideas?|tests?|trials?|tried|tr(?:y|ies)|promis\w+|lessons?|learn\w*|stayed|held|lasted|since|after|before|older\sthan|began|begun|"
    r"later|until|answered\s(?:him|her|them)|told\s(?:him|her|them|back)|for\s(?:a|one|two|three|some)\s(?:day|week|month)s?)\b",
    re.IGNORECASE,
)
"""Who tells of what was tried, and when it was looked at again, may name a time for it."""


def without_events(words: str) -> str:
    """The words without times that are counted from something that happened."""
    return _FROM_EVENT.sub("", words)


def limit(words: str) -> str:
    """The words that hold what people do against a time, where they are not about what is tried or how long it lasted."""
    found = first(LIMIT, words)
    return "" if not found or _IDEAS.search(words) else found


def deadline(words: str) -> str:
    """The words of a question that wants a day by which a figure is where it should be."""
    return first(DEADLINE, words)


def line(words: str) -> str:
    """The words that hold something against what is laid down from outside."""
    return first(LAID_DOWN, words)


def laid_down(words: str) -> str:
    """As `line`, and the words that hold it against a time that stands in them."""
    return line(words) or ("" if PROMISED.search(words) else limit(words))
