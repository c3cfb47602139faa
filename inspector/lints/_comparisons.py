"""Words that hold a service against others, an average or the same elsewhere."""

import re

from inspector.lints._yard_words import BODIES, first

_OTHERS = (
    r"(?:others?|neighbours?|peers?|comparators?|elsewhere|authorit(?:y|ies)|services?|forces?|trusts?|schools?|prisons?|homes?|"
    r"councils?|brigades?|boroughs?|count(?:y|ies)|regions?|hospitals?|librar(?:y|ies)|england|wales|scotland|(?:the\s)?country|"
    r"places|areas|providers?|stations?|nation)"
)
_LIKE = (
    r"(?:(?:the|its|their|your|our|a|an|any|all|most|many|some|every|other|similar|comparable|neighbouring|nearest|"
    r"statistical|rest|of|average|typical|national)\s){0,5}"
)
COMPARISON = re.compile(
    rf"""\b(?:
      (?:above|below|near|at|than|to|with|over|under|against|beats?|exceeds?|around|about)\s{_LIKE}(?:average|median|mean|norm)\b
    | (?:national|england|english|welsh|regional|family|county|sector|group|uk|country|peer|statistical
    |all-?england)[\s-](?:average|mean|median|norm|figure|benchmark|ranking|table)s?
    | benchmark(?:s|ed|ing)?\b(?!\sof\stheir\sown)
    | (?:statistical|comparator|similar)\s(?:neighbours?|authorities|forces)
    | (?:better|worse|higher|lower|faster|slower|quicker|safer|stronger|weaker|fewer|less|more\s\w+|more|longer|shorter|greater
    |smaller)\sthan\s(?:(?:in|at|for|among|by)\s)?{_LIKE}{_OTHERS}\b
    | compar(?:e|es|ed|ing|ison|isons)\s(?:\w+\s){{0,2}}?(?:with|to|against|favourably|well|badly|poorly
    |unfavourably)\s{_LIKE}(?:{_OTHERS}\b|average)
    | how\s(?:do|does|did)\s\w+\s(?:\w+\s){{0,3}}compare\b
    | (?:relative\sto|versus|ahead\sof|behind|unlike|lags?|lagging|leads?|leading|outstrips?)\s{_LIKE}{_OTHERS}\b
    | (?:top|bottom|upper|lower|best|worst)[\s-](?:quartile|decile|quintile|third|half|ten|five|twenty|N|\d+|performing)\b
    | quartiles? | deciles? | percentiles? | league\stables? | outliers?
    | rank(?:s|ed|ing|ings)?\s(?:\w+\s)?(?:first|last|second|third|above|below|among|in\sthe|highest|lowest|top|bottom|N|\d)
    | rankings?
    | (?:best|worst|leading|foremost)\s(?:in|of)\s(?:the\s|its\s|their\s)?(?:class|country|region|county|england|field|sector
    |nation|family)
    | (?:one|two|three|some|few|many|most|N|\d+)\sof\sthe\s(?:\w+est|best|worst|most\s\w+|least\s\w+)\s(?:\w+\s)?(?:in|of|among
    |anywhere|nationally|{_OTHERS})\b
    | (?:among|amongst)\sthe\s(?:\w+est|best|worst|most\s\w+|least\s\w+)\b
    | (?:beats?|beaten|outdo(?:es)?|outstrips?|tops?)\s(?:those\sof\s|the\s\w+\sof\s)?{_LIKE}{_OTHERS}\b
    | (?:only|just)\s(?:a\sfew|one|two|three|four|N|\d+)\s(?:other|others)\b.{{0,30}}\b(?:better|worse|more|fewer|higher|lower)
    | (?:as\s(?:well|badly|good|bad|fast|often|high|low)\sas|in\sline\swith|similar\sto
    |in\skeeping\swith)\s{_LIKE}(?:neighbours?|peers|others|national|england|similar)\b
    | nationally\s(?:high|low|leading) | world[\s-]class | sector[\s-]leading | best[\s-]in[\s-]class
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def comparison(words: str) -> str:
    """The words that compare a service with others."""
    return first(COMPARISON, words) or elsewhere(words)


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
    | (?:comparable|peer|matched|like\W?sized|similar\W?sized)\s(?:\w+\s)?{BODIES}\b
    | (?:better|worse|higher|lower|faster|slower|fewer|less|more|sooner)\s{_HERE}than\s(?:in|at|by|among|those\s(?:of|in|at))\s
      (?:other\s|neighbouring\s|most\s|many\s|all\s|any\s|the\s(?:other|neighbouring|next)\s)?(?:\w+\s)?(?:boroughs|councils
    |authorities|services|forces|trusts|schools|prisons|homes|brigades|counties|regions|hospitals|libraries|providers|stations)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def elsewhere(words: str) -> str:
    """The words that hold a service against the same elsewhere."""
    return first(ELSEWHERE, words)
