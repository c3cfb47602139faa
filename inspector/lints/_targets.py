"""Words that hold a service against a target, a standard or what is required."""

import re

from inspector.lints._yard_words import AIM, FAR_AIM, first

_MEET = (
    r"(?:meets?|met|meeting|miss(?:es|ed|ing)?|hits?|hitting|reach(?:es|ed|ing)?|achiev(?:es?|ed|ing)|attain\w*|exceed\w*|"
    r"satisf(?:y|ies|ied|ying)|fulfil\w*|surpass\w*|beats?|beaten|beating|breach(?:es|ed|ing)?|compl(?:y|ies|ied|ying)\swith|"
    r"adher(?:es?|ed|ing)\sto|conform(?:s|ed|ing)?\s(?:to|with)|f(?:all|alls|ell|alling)\sshort\sof|pass(?:es|ed|ing)?)"
)
_BETWEEN = (
    r"(?:(?!(?:with|who|whom|to|and|or|about|whether|that|when|question\w*|chang\w*|right|wrong|which|what|how|why|if|but|"
    r"only)\b)"
    r"[\w'’,-]+\s){0,6}?"
)
_BEFORE = (
    r"(?:(?:the|its|their|his|her|our|your|a|an|any|all|every|each|national|statutory|local|agreed|set|N|\d+|of|"
    r"required)\s){0,5}"
)
_SIDE = (
    r"(?:on|off|at|above|below|under|over|within|outside|beyond|against|short\sof|ahead\sof|behind|up\sto|in\sline\swith|"
    r"close\sto|near|(?:better|worse|higher|lower|faster|slower)\sthan)"
)
_OUTCOME = r"(?:met|missed|hit|reached|achieved|attained|exceeded|breached|beaten|satisfied|fulfilled|surpassed|passed)"
TARGET = re.compile(
    rf"""\b(?:
      {_MEET}\s{_BETWEEN}{AIM}
    | (?:met|meets?|meeting|miss(?:es|ed|ing)?|hits?|reach(?:es|ed|ing)?|achiev(?:es?|ed|ing))\s{_BEFORE}{FAR_AIM}
    | (?:{AIM}|{FAR_AIM})\s(?:for|of|in|on)\s(?:\w+\s){{1,4}}?(?:was|were|is|are|has|have)\s(?:been\s|not\s
    |all\s){{0,2}}{_OUTCOME}\b
    | (?:{AIM}|{FAR_AIM})\s(?:(?:N|was|were|is|are|has|have|had|been|being|not|also|all|always|consistently|to|be|set|in
    |full)\s){{0,4}}
      {_OUTCOME}(?=[\s.,;:?!]|$)(?!\s(?:with|by\s(?:chang|question)))
    | {_SIDE}\s{_BEFORE}(?:{AIM}|norms?)(?=\s*(?:[.,;:?!)\]'"]|$)|\s(?:for|in|of|on|by|at|and|but|set|again|this|every|each
    |over|since|a|N)\b)
    | up\sto\s(?:the\s)?(?:standard|scratch|the\smark|date\swith)
    | compl(?:y|ies|ied|ying)\s(?:fully\s)?with\s(?:the|its|all|every|national|statutory|legal|local|guid\w+|polic\w+
    |procedures?|law)\b
    | (?:target|standard|kpi|performance)s?[\s-](?:attainment|achievement|met|missed)
    | (?:on|off)[\s-](?:track|course|trajectory|schedule)|(?:is|are|was|were|be|back|running|remains?|not)\s(?:on
    |off)\splan(?=[\s.,;:?!]|$) | (?:ahead\sof|behind)\s(?:schedule|plan
    |trajectory)
    | (?:(?:in|not\sin|full|fully|non|partial(?:ly)?)[\s-]?)?(?:non-?)?complian(?:t|ce)(?!\s(?:officers?|teams?
      |departments?|units?|managers?|staff))
    | (?:what|as|where|that|all)\s(?:the\s|its\s|their\s)?(?:inspect\w+|regulat\w+|ministry|minister|law|statute|commissioners?
    |board|department|government|auditors?)\s
      (?:\w+ly\s)?(?:requires?|required|wants?|wanted|expects?|expected|demands?|demanded|asks?\sfor|prescribes?|prescribed
      |looks?\sfor|lays?\sdown)
    | satisf(?:y|ies|ied|ying)\s(?:the|its|all|every)\s(?:\w+\s){{0,2}}?(?:checklist|inspect\w+|regulat\w+|audit\w*
    |commissioners?)
    | (?:as|what|that)\s(?:it|they|he|she|staff|everybody)\s(?:must|should|ought\sto|has\sto|have\sto|is\srequired\sto
    |are\srequired\sto)(?=\s*(?:[.,;:?!]|$))
    | at\sthe\s(?:level|rate|frequency)\s(?:that\s)?(?:the|it|they)\s(?:\w+\s)?(?:sets?|requires?|required|agreed|prescribe[sd]?
    |expect(?:s|ed)?)
    | (?:hits?|hitting|met|meets?|misses|missed|keeps?\sto|kept\sto)\s(?:the|its|their)\s(?:\w+\s)?(?:trajectory|forecast|budget
    |plan)\b
    | (?:inside|within|outside|beyond)\s(?:the\s)?(?:statutory|legal|prescribed|allowed|permitted)\s(?:period|time|days|weeks
    |window|limits?)
    | where\s(?:it|they|we|you|one)\s(?:should|ought\sto|needs?\sto|are\smeant\sto|is\smeant\sto|must)\sbe | (?:right
    |wrong)\sside\sof\sthe\sline
    | (?:full|complete|strict|good|poor|total)\s(?:adherence|conformity|observance) | adherence\sto\s(?:the\s|all\s
    |its\s)?(?:procedures?|polic\w+|protocols?|guid\w+|standards?|rules|checklist)
    | (?:in|under)\s(?:full\s)?(?:accordance|line)\swith\s(?:the\s|its\s|all\s|national\s|statutory\s)*(?:guid\w+|polic\w+
    |procedures?|protocols?|regulations?|legislation|law|framework)
    | ahead\sof\s(?:the\s|its\s|their\s|national\s)*(?:trajector\w+|plan|schedule|curve)
    | (?:what\sgood\slooks\slike) | (?:no|few|some|several|many)\sareas?\s(?:requiring|for|of)\s(?:improvement|concern|weakness)
    | how\sfar\s(?:are|is|from|off|away)\b.{{0,30}}\btargets? | how\smany\sof\s(?:your|the|its)\s(?:\w+\s)?(?:targets|standards
    |indicators|kpis|measures)
    | good\senough | fit\sfor\spurpose | (?:in)?adequate(?:ly)? | (?:un)?acceptable\s(?:level|standard|performance)
    | (?:not\s)?(?:yet\s)?(?:un)?satisfactory | (?:not\s)?(?:yet\s)?satisfactorily
    | (?:as|than|where)\s(?:it\sis\s|is\s|was\s)?(?:expected|required)\s(?:of|by)\s(?:the|a|an|all)\s(?:regulator|inspectorate
    |ministry|law|statute|standard)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def target(words: str) -> str:
    """The words that hold a service against a target or a standard."""
    return first(TARGET, words)
