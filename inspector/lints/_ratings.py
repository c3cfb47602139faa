"""Words that rate a service, grade it, or say what rating it has."""

import re

from inspector.lints._prizes import prize
from inspector.lints._yard_words import first

_GRADES = (
    r"(?:good|outstanding|inadequate|poor|excellent|weak|strong|satisfactory|unsatisfactory|requir(?:e|es|"
    r"ing)\simprovement|fair|sound)"
)
_SERVICE = (
    r"(?:service|practice|leadership|care|work|provision|performance|quality|team|authority|prison|school|force|brigade|"
    r"ward|library|council|trust|home|hospital|organi[sz]ation|department|company|provider|governance|training|safeguarding|"
    r"oversight|culture|prevention|protection|\w+\s?keeping)"
)
RATING = re.compile(
    rf"""\b(?:
      rated | (?:is|are|be)\s(?:scored|graded|ranked)\b | ratings?
    | (?:award|assign|giv)(?:s|es?|ed)?\s(?:an?|the|each)\s(?:grade|score)\b | (?:re|down|up)?graded\s
    | grades?\s(?:of\s(?!paper|steel|timber|salt|stone|coal|sand|wool|card)
      |as
        |is|was|[a-e]\b|N|\d)
    | (?:graded?|judged|assessed|deemed|found)\s(?:to\sbe\s|as\s|to\s)?{_GRADES}
    | {_GRADES}\s(?:rating|grade|judg\w+|performance|outcome)s?
    | {_SERVICE}\s(?:is|was|are|were|remains?|stays?|has\sbeen)\s(?:\w+\s)?{_GRADES}
    | (?:is|are|was|were)\s(?:inadequate|satisfactory)(?=\s*(?:[.,;:?!]|$)) | (?:it|this|that|they)\s(?:is|are|was
    |were)\soutstanding(?=\s*(?:[.,;:?!]|$))
    | (?:red|amber|green|rag)[\s-](?:status|rated|rating|flagged|light)
    | (?:one|two|three|four|five|N|\d)[\s-]stars?
    | scor(?:es?|ed|ing)\s(?:of\s|at\s)?(?:\w+\s)?(?:N|\d+|high\w*|low\w*|well|poorly|badly|above|below|at\sleast|out\sof|points
    |full\smarks)
    | (?:high|low|overall|maximum|total|composite|maturity)[\s-]scor(?:e|es|ing)
    | (?:N|\d+)\s(?:points|marks)\sout\sof
    | (?:pass(?:es|ed|ing)?|fail(?:s|ed|ing)?)\s(?:the|an|a|its|their|every|each|all)\s(?:\w+\s){{0,3}}(?:inspection|audit
    |assessment|accreditation|test|check)s?
    | (?:inspect\w+|regulat\w+|ofsted|cqc|hmicfrs|hmip|estyn|audit)[\s'’s]*(?:grade|judge?ment|verdict|outcome|result|score)s?
    | (?:came|come|comes|turned|turns)\s(?:out|back)\s(?:as\s)?(?:\w+\s)?{_GRADES} | in\sthe\s(?:green|red
    |amber)(?:\szone)?(?=\s*(?:[.,;:?!]|$)|\szone)
    | (?:service|unit|school|prison|home|trust|force|brigade|ward|department|team)\s(?:is|are|was|were)\s(?:failing|coasting
    |struggling|underperforming|thriving|exemplary)
    | (?:performance|practice|quality|delivery)\s(?:holds?|is\sholding|held|keeps?|kept|stands?)\s(?:up\s)?(?:well|strong|steady
    |firm)
    | (?:figures?|numbers?|results?|statistics|data|outcomes?)\s(?:looks?|seems?|appears?|reads?)\s(?:\w+\s)?(?:healthy|good
    |fine|right|strong|weak|poor|bad|sound|encouraging|worrying)
    | (?:gold|silver|bronze|platinum)\s(?:award|standard|status|mark|medal) | (?:kite|charter|quality)\s?marks?
    | awards?\sfor\s(?:excellence|quality)
    | (?:is|are|turned|turns|all|were|was|mostly|now|with)\s(?:red|amber|green)(?=\s*(?:[.,;:?!]|$)|\s(?:indicators?|measures?
    |targets?|on\sthe))
    | (?:firm|tight|strong|good|poor)\s(?:grip|handle|hold)\son | rates?\s(?:the|it|this|their|its)\s(?:\w+\s){{1,2}}(?:at\s)?(?:N
    |\d)
    | would\syou\ssay\s(?:that\s)?(?:you|it|they|the\s\w+)\s(?:is|are)\s(?:\w+\s)?(?:good|bad|strong|weak|effective|safe)
    | a\s(?:\w+\sand\s)?(?:safe|decent|good|strong|failing|poor|excellent)(?:\sand\s\w+)?\s(?:place|prison|school|service|home
    |trust|force|library|brigade|ward|authority)
    | special\smeasures | maturity\s(?:level|model|stage) | (?:level|tier|band|category|grade)\s(?:one|two|three|four|five|N|\d
    |[a-e])\b(?=\s*(?:[.,;:?!]|$)|\s(?:in|on|for|and|or|of|at|is|was|are|were|has|this|again|since|overall|by|reached)\b)
    | (?:re-?)?accredit(?:ed|ation)
    | performance\s(?:is|was|remains?|has\sbeen|stays?|looks?)\s\w+ | (?:levels?|quality|standards?)\sof\s(?:service|performance
    |care|practice)\s(?:is|are|was|were|remains?)\s\w+
    | perform(?:s|ed|ing)?\s(?:very\s|less\s)?(?:well|poorly|strongly|badly|above|below|better|worse)
    | (?:high|low|under|over|poor|poorly|top|best|worst|well|strong)[\s-]?perform(?:ing|ance|er|ers|s|ed) | out-?perform\w*
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def rating(words: str) -> str:
    """The words that rate a service, or say what rating it has."""
    return first(RATING, words) or prize(words)
