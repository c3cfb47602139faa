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
_TURNED = re.compile(_THEN_NOT, re.IGNORECASE)


def questioned(sentence: str, found: str) -> bool:
    """Whether a sentence questions what it names, says what it cost, or that it gave way to somebody's need."""
    if _QUESTIONED.search(sentence) or _FOR_SOMEBODY.search(sentence):
        return True
    turned = _TURNED.search(sentence)
    return turned is not None and turned.start() < sentence.find(found)
