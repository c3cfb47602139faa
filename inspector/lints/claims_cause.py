"""A finding claims that something caused a change.

What:
    Words such as caused, led to, thanks to, as a result of or due to in a sentence on something that got better or worse.
    Words that leave it open, or deny it, are let be; `because of` is queried.

Why:
    Figures over time and a log of work show what came first. That one made the other is a claim that no rule can check, and
    the next service that copies the work finds out.

Bad:
    says: "Thanks to the new rota, {move.title} got better."

Good:
    says: "{move.title} got better, which began after the new rota was tried."

Waive:
    Where a trial with a comparison showed it: cite the trial.
"""

import re

from inspector.lints._texts import sentences, short, stated
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "claims-cause"
FAMILY = "findings"
LEVEL: Level = "error"

_CAUSE = re.compile(
    r"""\b(?:
      caus(?:ed|es|ing)(?!\s(?:for|of)\b) | thanks\sto
    | as\s(?:a\s)?(?:direct\s)?(?:result|consequence)\sof | due\s(?:entirely\s|mainly\s|largely\s)?to | owing\sto
    | attributable\sto | (?:can\sbe\s|is\s|are\s|be\s)?attributed\sto | explained\sby
    | made\spossible\sby | (?:is|are|was|were)\sthe\s(?:reason|cause)\b | had\san?\s(?:\w+\s)?(?:impact|effect)\son | (?:proves?
    |proved|demonstrates?|demonstrated)\sthat
    | (?:drove|delivered|produced|secured|generated|created|yielded|triggered)\s(?:the\s|this\s|these\s|an?\s|real\s
    |its\s)?(?:\w+\s)?(?:improvements?|gains?|reductions?|better|change|fall|rise|drop|decline|loss(?:es)?|increase)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_LED = re.compile(
    r"\b(?:led\s(?:directly\s)?to|resulted\sin|brought\s(?:this\s|it\s)?about|gave\srise\sto|"
    r"contributed\sto)\s(?:\w+\s){0,4}?(?:better|worse|improve\w*|gains?|reduc\w*|increas\w*|"
    r"declin\w*|drops?|fewer|safer|fall|rise|outcomes?|loss(?:es)?|harm)\b(?!\s(?:change|action|test|idea|question|review)s?\b)",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\bmade\s[\w'’ ]{1,50}?\s(?:better|worse|safer|fewer|happier|healthier|quicker|faster)\b", re.IGNORECASE
)
_DOES = re.compile(
    r"\b(?:training|(?:the|a|an|this|that|its|their|new)\s(?:new\s|small\s|revised\s|shorter\s)?(?:\w+\s)?(?:rotas?|programmes?|polic(?:y|ies)|plans?|projects?|pilots?|trainings?|"
    r"courses?|checklists?|forms?|scripts?|huddles?|reviews?|meetings?|tests?|changes?|interventions?|schemes?|visits?|tools?|apps?|dashboards?|strateg(?:y|ies)|teams?|approach|model)|"
    r"(?:small\s)?tests|improvement\swork|the\swork)\s(?:has\s|have\s)?(?:cut|reduced|increased|improved|lowered|raised|halved|doubled|boosted|prevented|saved|eliminated|"
    r"shortened|lifted|turned\saround|transformed)\b",
    re.IGNORECASE,
)
_BROUGHT = re.compile(
    r"\b(?:brought|drove|pushed|got)\s(?:\w+\s){1,4}?(?:down|up)\b(?!\s(?:to\sdate|with))|\b(?:made|makes)\s(?:all\s)?the\sdifference\b|\b(?:has\s|have\s)?paid\soff\b",
    re.IGNORECASE,
)
_BECAUSE = re.compile(r"\bbecause\sof\b", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:better|worse|improv\w*|gain\w*|fell|rose|fall\w*|rise\w*|rising|reduc\w*|increas\w*|declin\w*|drop\w*|fewer|safer|"
    r"success\w*|change[ds]?|loss\w*|harm\w*|"
    r"sooner|faster|quicker|shorter|longer|outcomes?)\b|\bN\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:not|no|nobody|none|never|little|cannot|unknown|chance|whether|may|might|could|would|perhaps|open|nothing|if|neither|"
    r"nor|what|who|proves\slittle|said|says|say|believe\w*|"
    r"think\w*|question\w*|put\sit\sdown)\b",
    re.IGNORECASE,
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One remark for each text that claims a cause."""
    found = []
    for text in stated(framework):
        if text.sort == "practice":
            continue
        for part in sentences(text.plain):
            level, words = _claimed(part)
            if words:
                message = f"{text.of} claims a cause: {short(words)}"
                fix = "say what came first, and how often chance alone would bring it"
                found.append(remark(ID, text.where, message, "what came before, and what after", fix, level))
                break
    return tuple(found)


def _claimed(part: str) -> tuple[Level, str]:
    if _OPEN.search(part):
        return LEVEL, ""
    if found := _DOES.search(part) or _BROUGHT.search(part):
        return LEVEL, found[0]
    if not _CHANGE.search(part):
        return LEVEL, ""
    if found := _CAUSE.search(part) or _LED.search(part) or _MADE.search(part):
        return LEVEL, found[0]
    found = _BECAUSE.search(part)
    return "query", found[0] if found else ""
