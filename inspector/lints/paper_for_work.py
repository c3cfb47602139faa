"""What is asked for is paper: a plan, a policy, a certificate, minutes.

What:
    A theme all or some of whose evidence is documents that say what is meant to be; advice to write, approve or file one; a
    finding that praises that one is there.

Why:
    Paper is written within a week and changes nothing by itself. Where it is what is asked for, it is what will be handed in,
    and the time for it is taken from the work.

Bad:
    practice: Write an improvement plan, have it signed off, and file it with the quality team.

Good:
    practice: Try one thing this week, and write down what you expect.

Waive:
    Where the document is what the people concerned work with, as a plan that a family keeps: say how.
"""

import re
from collections.abc import Iterator

from inspector.lints._rewards import rewards
from inspector.lints._texts import filled, short
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework, Rule, Theme

ID = "paper-for-work"
FAMILY = "incentives"
LEVEL: Level = "query"

_PAPER = (
    r"(?:polic(?:y|ies)|strateg(?:y|ies)|(?:improvement|action|delivery|business|development|training|implementation|project|"
    r"recovery|quality|annual|service)\splans?|plans?(?=\s(?:that\s(?:is|are|was|were)\s)?(?:sign|approv|agreed|adopt|filed))|"
    r"procedures?|protocols?|certificates?|(?:signed|written)\sstatements?|statements?\sof\s(?:purpose|intent|assurance|compliance)|declarations?|terms\sof\sreference|business\scases?|"
    r"minutes|handbooks?|manuals?|checklists?|templates?|documents?|paperwork|evidence\s(?:folders?|files?|logs?)|portfolios?|"
    r"sign-?offs?|slide\sdecks?|presentations?|dashboards?|risk\sregisters?|self-?assessments?|training\srecords?|charters?|"
    r"mission\sstatements?|attendance\s(?:sheets?|records?)|job\sdescriptions?|standard\soperating\sprocedures?)"
)
_EVIDENCE = re.compile(
    rf"\b(?:(?:approved|signed|adopted|agreed|written|current|published)\s(?:\w+\s)?(?:plans?|documents?)|{_PAPER})\b",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\((?:[a-z]+-)*[a-z]+(?:,\s?[a-z-]+)*\)|\b(?:log|rows?|figures?|reviews?(?!ed)|what\s\w+|tests?|tried|changed|became|said|answered|"
    r"dropped|questioned|tracker|promised|hours|days|recommendations?|cases)\b",
    re.IGNORECASE,
)
"""Evidence of work: a record of it, or a kind of resource in brackets."""
_MAKE = re.compile(
    rf"""\b(?:write|draft|adopt|approve|sign|file|submit|issue|publish|circulate|update|refresh|prepare|produce|complete|upload|attach
    |name|tick|laminate|revise|review|compile|collect|keep|show|hand\sin|fill\sin)\s(?:off\s|up\s|out\s|in\s)?(?:\w+\s){{0,3}}?{_PAPER}\b
    |\bhave\s(?:it|them|the\s\w+)\s(?:signed|approved|filed|minuted|certified)""",
    re.IGNORECASE | re.VERBOSE,
)
_THERE = re.compile(
    rf"""\b{_PAPER}\s(?:\w+\s){{0,3}}?(?:(?:is|are|was|were|has\sbeen|have\sbeen)\s)(?:\w+\s)?(?:in\splace|approved|signed|adopted|published|in\sdate|up\sto
    \sdate|reviewed|written|available|agreed|filed|complete|completed|issued|refreshed|minuted)
    |\b(?:has|have|holds?|keeps?)\s(?:an?\s|its\s|their\s)?(?:\w+\s){{0,2}}?(?:policy|strategy|certificate|improvement\splan|action\splan)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_OTHERWISE = re.compile(
    r"\b(?:drop|throw|tear|shorten|shorter|less|fewer|without|instead|rather|together|nobody|question\w*|stop|cross\sout|half|leave\s"
    r"out|got\sin\sthe\sway|rewrote|rewrite|plain|predict\w*|expect\w*|with\s(?:the\s)?(?:people|famil\w+|patients?|residents?|"
    r"children|tenants?|those))\b",
    re.IGNORECASE,
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """An error for each theme whose evidence is paper alone; a query for all else that asks for it."""
    found = [problem for theme in framework.themes if (problem := _of_theme(theme))]
    return (*found, *(problem for rule in framework.rules for problem in _of_rule(rule)))


def _of_theme(theme: Theme) -> Problem | None:
    paper = [one for one in theme.evidence if _EVIDENCE.search(one) and not _WORK.search(one)]
    if not paper:
        return None
    alone = len(paper) == len(theme.evidence)
    what = "asks for nothing but paper" if alone else "asks for paper"
    place = theme.evidence.index(paper[0])
    return remark(
        ID,
        theme.place(f"evidence/{place}"),
        f"the theme {theme.id} {what}: {short(', '.join(paper))}",
        "records of what was done, or figures",
        "ask for a log of what was tried, or for what became of it",
        "error" if alone else LEVEL,
    )


def _of_rule(rule: Rule) -> Iterator[Problem]:
    for place, words, pattern, what in (
        ("practice", rule.practice or "", _MAKE, "advises paper"),
        ("says", rule.says if rewards(rule) else "", _THERE, "praises that there is paper"),
    ):
        told = filled(words)
        found = pattern.search(told)
        if found and not _OTHERWISE.search(told):
            message = f"the rule {rule.id} {what}: {short(found[0])}"
            yield remark(
                ID, rule.place(place), message, "something that is done", "say what to try, and with whom", LEVEL
            )
