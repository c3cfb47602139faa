"""Words that hold a service against a yardstick from outside, told by their grammar rather than by what is measured.

Four shapes: a limit with a number (`within eight weeks`), something that is laid down (`the statutory minimum`, `the line in your
contract`), a distinction that somebody hands out (`carries a five`, `worthy of the flag`, `third of 32 boroughs`), and so many a
day that are to be done. Each function takes words as people read them (values as `N`) and gives the words that ask, or nothing. A
number that stands in the words is a yardstick; one that a fact brings (`N`) is none.
"""

import re

_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?"
_MANY = rf"(?:five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|{_TENS}|a\s(?:dozen|hundred)|[5-9]|\d{{2,}})"
NUMBER = rf"(?:\d+(?:[.,]\d+)?|an?|one|two|three|four|{_MANY}|half\san?)"
_TIME = r"(?:(?:working|calendar|clear|school|full|short)\s)?(?:seconds?|minutes?|hours?|days?|weeks?|months?)"
_OF_EVENT = (
    r"\sof\s(?!(?:(?:the|an?|each|every|their|its|first)\s)?(?:\w+\s)?(?:receipt|referrals?|requests?|applications?|calls?|reports?"
    r"|contact|complaints?|being|receiving|submission|notification|enquir(?:y|ies)|quer(?:y|ies)|diagnosis|arrival|admission|discharge)\b)"
)
"""A time is counted from something that happened, as rain; a deadline from what somebody handed in."""
LIMIT = re.compile(
    rf"""\b(?:
      (?:within|inside|in\s(?:under|less\sthan|fewer\sthan)|under|(?:in\s)?no\s(?:later|longer|more)\sthan|not\s(?:later|longer
    |more)\sthan|at\smost|up\sto|by\sday)\s(?:\w+\s){{0,2}}?{NUMBER}\s{_TIME}\b(?!\s(?:before|ago|later|old)\b)
      (?!{_OF_EVENT})
    | {NUMBER}\s{_TIME}\sor\s(?:less|sooner|fewer|under|faster)
    | (?:none|nothing|nobody|no\s(?:one\b|\w+))\s(?:\w+\s){{0,4}}?(?:older|longer|later|more)\sthan\s{NUMBER}\s{_TIME}
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
_FROM_EVENT = re.compile(rf"\bwithin\s{NUMBER}\s{_TIME}{_OF_EVENT}", re.IGNORECASE)
LAID_DOWN = re.compile(
    rf"""\b(?:
      {_PLACED}\s(?:the\s|its\s|their\s|our\s|your\s|a\s|all\s){{0,2}}{_LAID_DOWN}\s(?:\w+\s){{0,2}}?(?:{_LINE}|{NUMBER}\s{_TIME}
    |periods?|times?|hours|windows?){_OF_PEOPLE}
    | (?:stay|stays|stayed|keep|keeps|kept|remains?|is|are|get|gets|be|back|comes?|falls?|fell|drops?|rises?)\s(?:\w+\s)?(?:above
    |below|under|over|within|inside|clear\sof|beyond)\s(?:the|its|their|our|your)\s(?:\w+\s){{0,3}}?{_LINE}\b(?!\s\w+ed\b)
    | (?:{_LAID_DOWN}|agreed|planned|set|usual|aimed[\s-]for)\s{NUMBER}\s{_TIME}\b.{{0,50}}?\b(?:kept(?:\sto)?|met|held
      |observed|reached
    |respected|honoured|achieved|hit|adhered\sto)\b
    | {_LINE}\s(?:\w+\s){{0,2}}?(?:in|of|under|from|set\s(?:in|by|out\sin)|laid\sdown\s(?:in|by))\s(?:the|your|its|their|our
    |a)\s(?:\w+\s)?(?:contract|licen[cs]e|franchise|charter|regulations?|act|statute|regulator|commissioners?|funders?
    |agreement|concession|ministry|inspectorate)\b
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
_BODIES = (
    r"(?:boroughs|councils|authorities|services|forces|trusts|schools|prisons|homes|brigades|counties|regions|hospitals|libraries|"
    r"providers|stations|districts|boards|courts|surgeries|practices|universities|colleges|ports|companies|operators|museums|"
    r"offices|sites|parks|units|places|areas|teams|wards|in\sthe\s\w+)"
)
PRIZE = re.compile(
    rf"""\b(?:
      {_HOLD}\s{_OWN}{{0,3}}(?:\w+\s){{0,2}}?{_PRIZE}
    | award[\s-](?:winning|quality|standard|level) | prize[\s-]winning | (?:five|four|three|[1-5])[\s-]star\b
    | (?:second|third|fourth|fifth|another|extra|further|more|top|missing|last)\sstars?(?=\s*(?:[.,;:?!]|$)|\s(?:for|on|in)\s)
    | {_HOLD}\san?\s{_FIVE}(?=\s*(?:[.,;:?!]|$)|\son\b|\sfor\b) | {_FIVE}\son\s(?:the|its|their)\sdoors?
      | straight\s(?:fives|as)\b
    | (?:all|mostly|more)\s(?:fives|fours) | (?:the|for)\sfives\b
    | (?:top|highest|maximum|full|lowest)\s(?:possible\s)?(?:scores?|marks|grades?|ratings?|bands?|tiers?)\b
    | (?:comes?|came|is|are|was|were|placed|stands?|sits?|:|^)\s?{_PLACE}\s(?:out\s)?of\s(?:the\s|all\s|our\s)?(?:{_MANY}
    |N)\s(?:\w+\s)?{_BODIES}\b
    | {_PLACE}\sof\s(?:the\s|all\s)?{_MANY}\s(?:\w+\s)?{_BODIES}\b
    | {_PLACE}\s(?:place\s)?in\s(?:the|its|our|their)\s(?:table|league|country|region|county|class|family\sgroup|group\sof
      |rankings?)
    | (?:good|satisfactory|fair|expected|adequate|sufficient|level\s\w+|green|amber|silver|bronze|[1-5]
      |[A-C])\sor\s(?:better|above|higher
    |outstanding|excellent|over)(?!\sthan)
    | requir(?:es?|ed)\simprovement(?=\s*(?:[.,;:?!]|$)|\s(?:and|in|overall|at)\b)
    | (?:among|amongst|in|into|out\sof|near|at)\sthe\s(?:top|bottom|upper|lower|best|worst)\s(?:few|five|ten|half|third
      |quarter|fifth
    |tenth|group|band|tier|end|{_MANY}|N)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_HERE = r"(?:\w+\s){0,3}?"
ELSEWHERE = re.compile(
    rf"""\b(?:
      (?:better|worse|higher|lower|faster|slower|quicker|safer|stronger|weaker|fewer|less|more|longer|shorter|greater|smaller|sooner
    |cleaner|cheaper)\s{_HERE}than\s(?:\w+\s){{0,4}}?(?:elsewhere|anywhere|nearby|next\sdoor|like\sours|similar|comparable|with\sa
    \s(?:like|similar)|of\s(?:its|this|our|a\slike|a\ssimilar|that)\s(?:size|kind|type|sort)|our\speers|peers|the\srest\b)
    | (?:from|above|below|against|near|than|to|with|around|at|on|off|behind|ahead\sof|beats?|under|over)\s(?:the|its|their
      |your|our|a)
    \s(?:\w+\s){{0,2}}?(?:mean|average|median|norm)\b
    | (?:quarter|half|third|fifth|tenth|quartile|part|end|top|bottom|middle)\sof\s(?:the\s|all\s)?(?:comparable|similar
      |other|like|peer|neighbouring
    |our\speer|matched)\s(?:\w+\s)?\w+s\b
    | (?:comparable|peer|matched|like\W?sized|similar\W?sized)\s(?:\w+\s)?{_BODIES}\b
    | (?:better|worse|higher|lower|faster|slower|fewer|less|more|sooner)\s{_HERE}than\s(?:in|at|by|among|those\s(?:of|in|at))\s
      (?:other\s|neighbouring\s|most\s|many\s|all\s|any\s|the\s(?:other|neighbouring|next)\s)?(?:\w+\s)?(?:boroughs|councils
    |authorities|services|forces|trusts|schools|prisons|homes|brigades|counties|regions|hospitals|libraries|providers|stations)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
QUOTA = re.compile(
    rf"""\b(?:
      (?:decide|do|see|visit|make|close|finish|complete|process|clear|check|inspect|handle|take|answer|book|treat|issue|record|log
    |deliver|sign|discharge|interview|call|ring|write|enter|carry\sout|hold|run|get\sthrough|deal\swith|assess|reach|aim\sfor)\s
      (?:at\sleast\s|no\sfewer\sthan\s|a\sminimum\sof\s|up\sto\s)?(?:{_MANY})\s(?:[\w'’-]+\s){{1,4}}?(?:a|per|each|every)\s(?:day|week
    |shift|month|hour|quarter|year|officer|worker|person|clerk|nurse|head)
    | (?:at\sleast|no\sfewer\sthan|a\sminimum\sof|not\sless\sthan)\s(?:{_MANY})\s(?:[\w'’-]+\s){{1,4}}?(?:a|per|each
      |every)\s(?:day
    |week|shift|month|hour|quarter|year|officer|worker|person)
    | (?:none|no\s\w+)\s(?:\w+\s){{0,4}}?(?:older|longer|later)\sthan\s{NUMBER}\s{_TIME}
    | (?:make\ssure|ensure|see\sto\sit|guarantee)\s(?:that\s)?(?:at\sleast\s)?(?:{_MANY}|all|every|each
      |most)\b.{{0,80}}(?:\b(?:on\s
    time|in\stime|to\stime|at\smost)\b|\bwithin\s)
    )\b""",
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


_OF_SOMEBODY = re.compile(
    r"\b(?:people|child(?:ren)?|pupils?|students?|learners?|apprentices?|members|volunteers?|residents?|prisoners?|cadets?|scouts?|soldiers?|"
    r"players?|s?he|somebody|someone|who)\s(?:\w+\s){0,2}?$",
    re.IGNORECASE,
)


def without_events(words: str) -> str:
    """The words without times that are counted from something that happened."""
    return _FROM_EVENT.sub("", words)


def limit(words: str) -> str:
    """The words that hold what people do against a time, where they are not about what is tried or how long it lasted."""
    found = _found(LIMIT, words)
    return "" if not found or _IDEAS.search(words) else found


def laid_down(words: str) -> str:
    """The words that hold something against what a law, a contract or somebody above has laid down."""
    return _found(LAID_DOWN, words)


def prize(words: str) -> str:
    """The words that tell of a distinction that others hand out, or of a place in a row; what a person won is their own."""
    found = _found(PRIZE, words)
    return "" if found and _OF_SOMEBODY.search(words[: words.find(found)]) else found


def elsewhere(words: str) -> str:
    """The words that hold a service against the same elsewhere."""
    return _found(ELSEWHERE, words)


def quota(words: str) -> str:
    """The words that want so many done in some time, or all of them in time."""
    return _found(QUOTA, words)


def deadline(words: str) -> str:
    """The words of a question that wants a day by which a figure is where it should be."""
    return _found(DEADLINE, words)


def _found(pattern: re.Pattern[str], words: str) -> str:
    found = pattern.search(words)
    return found[0].strip(" :") if found else ""
