"""Words that question a yardstick, say what it cost, or that it gave way to somebody: that is learning."""

import re

from inspector.lints._yard_words import AIM, FAR_AIM

_THEN_NOT = (
    r"(?:rather\sthan|instead\sof|not\swhether|not\sthat|never\smind|no\slonger|more\sthan|even\swhere|without|"
    r"not\sjust|not\sonly)"
)
_QUESTIONED = re.compile(
    rf"""\b(?:
      question(?:s|ed|ing)?\s(?:[\w'’-]+\s){{0,6}}?(?:{AIM}|{FAR_AIM}|ratings?|averages?|benchmark\w*|scores?|measures?
      |figures?|rules?|comparisons?)
    | (?:the\s)?(?:right|wrong|sensible|best|useful|helpful|fair|meaningful)\s(?:\w+\s)?(?:{AIM}|thing|measure|question|figure
    |number|comparison)
    | (?:drop|dropp|scrap|abandon|chang|chose|choos|revis|replac|rewr|remov|withdr|rethink|rethought|relax|loosen|ignor|challeng
    |doubt|distrust|disput)\w*\s
      (?:[\w'’-]+\s){{0,5}}?(?:{AIM}|{FAR_AIM}|ratings?|averages?|benchmark\w*|scores?|measures?|figures?|comparisons?)
    | (?:put|set|left|leave|let|gave|give|given|do|did|got|get)\s(?:[\w'’-]+\s){{0,5}}?(?:aside|go|up|without|rid|away)\b
    | stopp?(?:ed|ing)?\s(?:using|counting|chasing|reporting|asking|comparing|looking|counting)
    | (?:cost|costs|price|expense)\s(?:of|to|for|them|you|us|people|families|patients)
    | (?:in\sthe\sway|mak(?:e|es|ing)\ssense|made\ssense|hit\sthe\starget\sand\smiss|miss\w*\sthe\spoint|perverse
    |side[\s-]effects?|crowd\w*\sout)
    | chas(?:e|ed|es|ing)\s
    | help\w*(?!\s(?:[\w'’-]+\s){{1,4}}?(?:to\s(?:an?|the|reach|meet|get|achieve|keep|hit)|reach|meet|achieve|hit)\b)
    | (?:harm\w*|hurt\w*|hinder\w*|suffer\w*|los[et]\w*|gave\sup|give\sup|neglect\w*|squeezed\sout|went\swithout|waited)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_FOR_SOMEBODY = re.compile(
    r"\b(?:miss\w*|breach\w*|exceed\w*|late|past|beyond|outside|over|fell\sshort|broke|against)\b.{0,100}?\b"
    r"(?:because|so\sthat|for\sthe\ssake|in\sorder|so\sas|since|when|where)\b",
    re.IGNORECASE,
)
_YARDSTICK = (
    rf"(?:{AIM}|{FAR_AIM}|ratings?|grades?|rankings?|ranks?|league\stables?|averages?|benchmarks?|scores?|bands?|stars?|"
    r"comparisons?|levels?)"
)
_ALTERED = re.compile(
    rf"""\b{_YARDSTICK}\s(?:(?:of|for|in|on)\s(?:\w+\s){{1,3}}?)?(?:was|were|is|are|has\sbeen|have\sbeen|being)\s(?:\w+ly\s)?
      (?:dropped|scrapped|abandoned|changed|revised|replaced|rewritten|removed|withdrawn|rethought|relaxed|loosened|ignored
      |challenged|doubted|distrusted|disputed|questioned|moved|taken\saway|given\sup|no\slonger)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""A yardstick that somebody did away with or altered is what was tried."""
_DENIED = re.compile(
    rf"""\b(?:
      no\s(?:\w+\s)?{_YARDSTICK}\b(?!\s(?:\w+\s){{0,2}}?(?:met|missed|hit|reached|achieved|exceeded|attained|beaten|passed))
    | (?:does|do|did|can|could|will|would)\s?not\s(?:\w+\s)?(?:make|mean|say|show|tell|rate|rank|grade|judge
      |compare|prove|imply)\b
    | (?:neither|not)\s(?:a|an|the)\s(?:\w+\s)?{_YARDSTICK}\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""What a sentence says that it does not tell, it does not tell."""
_OWN_PAST = re.compile(
    rf"""\b(?:
      (?:{_YARDSTICK}|than|with|against|below|above|to)\s(?:\w+\s){{0,3}}?(?:before\s(?:the|it|this|that|they|N)\b
      |(?:of|in|over|from)\s(?:the\s)?(?:years?|months?|weeks?|period)\sbefore\b)
    | (?:against|than|with|to)\s(?:its|their|his|her|our|your)\sown\s(?:past|earlier|former|previous|history|average
      |mean|median|level|years?)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""Who is held against their own past is asked for a change."""
_TURNED = re.compile(_THEN_NOT, re.IGNORECASE)
_LETS_BE = (_QUESTIONED, _FOR_SOMEBODY, _ALTERED, _DENIED, _OWN_PAST)


def questioned(sentence: str, found: str) -> bool:
    """Whether a sentence questions what it names, says what it cost or what it gave way to, or looks at its own past."""
    if any(pattern.search(sentence) for pattern in _LETS_BE):
        return True
    turned = _TURNED.search(sentence)
    return turned is not None and turned.start() < sentence.find(found)
