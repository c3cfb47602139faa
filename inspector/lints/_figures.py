"""Words that want a figure moved, or so many done in some time."""

import re

from inspector.lints._yard_words import MANY, NUMBER, TIME, first

_FIGURE = (
    r"(?:figures?|numbers?|percentages?|rates?|scores?|indicators?|measures?|metrics?|results?|statistics|stats|kpis?|ratings?|"
    r"performance|compliance|share|proportion|averages?|median|totals?)"
)
FIGURE = re.compile(
    rf"""\b(?:
      (?:raise|increase|lift|lower|reduce|cut|improve|push|drive|bring|boost|bump|maximise|minimise|get|hit|move|shift|halve
      |double)\s
      (?:up\s|down\s)?(?:(?:the|your|its|their|this|that|these|those|our|overall|headline|reported
      |published)\s)+(?:\w+\s)?{_FIGURE}\b
    | (?:raise|increase|lift|lower|reduce|cut|improve|boost|maximise|minimise)\s(?:\w+\s)?(?:figures?|percentages?|rates?
    |scores?|indicators?|kpis?|ratings?|performance|compliance)\b
    | (?:get|bring|keep|push|drive|hold|move|take|raise|increase|reduce|cut|lower|lift|reach|hit|stay|remain|be|is|are|was|were
    |stands?|rise|fall)\s
      (?:[\w'’-]+\s){{0,6}}?(?:above|below|under|over|to|at|at\sleast|at\smost|up\sto|down\sto|by)\s
      (?:at\sleast\s|at\smost\s|more\sthan\s|less\sthan\s)?(?:N|\d+(?:\.\d+)?)\s?(?:%|per\s?cent)
    | (?:at\sleast|at\smost|more\sthan|less\sthan|fewer\sthan|over|under|above|below)\s(?:N|\d+(?:\.\d+)?)\s?(?:%|per\s?cent)
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def figure(words: str) -> str:
    """The words that want a figure to be moved, or hold one against a share."""
    return first(FIGURE, words) or quota(words)


QUOTA = re.compile(
    rf"""\b(?:
      (?:decide|do|see|visit|make|close|finish|complete|process|clear|check|inspect|handle|take|answer|book|treat|issue|record|log
    |deliver|sign|discharge|interview|call|ring|write|enter|carry\sout|hold|run|get\sthrough|deal\swith|assess|reach|aim\sfor)\s
      (?:at\sleast\s|no\sfewer\sthan\s|a\sminimum\sof\s|up\sto\s)?(?:{MANY})\s(?:[\w'’-]+\s){{1,4}}?(?:a|per|each|every)\s(?:day|week
    |shift|month|hour|quarter|year|officer|worker|person|clerk|nurse|head)
    | (?:at\sleast|no\sfewer\sthan|a\sminimum\sof|not\sless\sthan)\s(?:{MANY})\s(?:[\w'’-]+\s){{1,4}}?(?:a|per|each
      |every)\s(?:day
    |week|shift|month|hour|quarter|year|officer|worker|person)
    | (?:none|no\s\w+)\s(?:\w+\s){{0,4}}?(?:older|longer|later)\sthan\s{NUMBER}\s{TIME}
    | (?:make\ssure|ensure|see\sto\sit|guarantee)\s(?:that\s)?(?:at\sleast\s)?(?:{MANY}|all|every|each
      |most)\b.{{0,80}}(?:\b(?:on\s
    time|in\stime|to\stime|at\smost)\b|\bwithin\s)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def quota(words: str) -> str:
    """The words that want so many done in some time, or all of them in time."""
    return first(QUOTA, words)
