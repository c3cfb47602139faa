"""A finding blames people instead of looking at the work.

What:
    Words that find persons at fault: staff who failed to do something, a careless nurse, resistant families, human error,
    disciplinary action. In questions only those that look for the guilty are queried. Words that turn against blame are let
    be.

Why:
    Who is blamed says nothing next time. Where the work makes the wrong thing easy, the next person will do it too.

Bad:
    says: "Staff failed to record {pace.count} tests."

Good:
    says: "{pace.count} tests have no day, and the form has no box for one."

Waive:
    Hardly ever; where the words are quoted from a review that is itself looked at, say so.
"""

import re
from collections.abc import Iterator

from inspector.lints._at_fault import FAULT, GUILTY
from inspector.lints._texts import Text, asked, sentences, short, stated
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "blames-persons"
FAMILY = "people"
LEVEL: Level = "error"

_WHO = (
    r"(?:staff|(?:social\s)?workers?|officers?|nurses?|teachers?|managers?|leaders?|crews?|librarians?|carers?|doctors?|"
    r"employees?|"
    r"people|individuals?|parents?|famil(?:y|ies)|mothers?|fathers?|patients?|prisoners?|residents?|pupils?|clients?|he|she|they|"
    r"teams?|firefighters?|wardens?|clinicians?|practitioners?|the\s(?:authority|service|trust|force|school|prison|home|brigade))"
)
_BLAME = re.compile(
    rf"""\b(?:
      {_WHO}\s(?:\w+\s){{0,3}}?(?:fail(?:s|ed|ing)?\s(?:to|in)|refus(?:e|es|ed)\sto|neglect(?:s|ed)?|could\snot\sbe\sbothered|
        (?:do|does|did)\snot\s(?:care|bother)|should\shave\sknown|made\s(?:\w+\s)?(?:mistakes?|errors?)|lack(?:s|ed)?\s(?:the\s)?(?:commitment
        |motivation|
        discipline|competence|insight|professionalism|ability|skills?|will)|resist(?:s|ed)?\s(?:the\s)?(?:change|help|support))
    | {_WHO}\s(?:is|are|was|were|seems?|remains?)\s(?:\w+\s)?(?:lazy|careless|negligent|incompetent|unprofessional|complacent
    |resistant|stubborn|
        weak|unwilling|uncommitted|disengaged|uncooperative|difficult|at\sfault|to\sblame|guilty|sloppy|defensive|unreliable)
    | (?:lazy|careless|negligent|incompetent|complacent|resistant|stubborn|unwilling|uncooperative|difficult|sloppy
    |non-?compliant|poorly\sperforming|weak)\s{_WHO}
    | {_WHO}\s(?:\w+\s){{0,2}}?(?:do|does|did|would)\snot\s(?:follow|obey|listen|cooperate|comply|engage|try|learn|check|think
    |bother|turn\sup)\b(?!\sto\s)
    | {_WHO}\s(?:\w+\s)?(?:should|ought\sto)\shave\s\w+ | \w+\sleader\sshould\shave | (?:staff|worker|officer|family
    |parental|their|crew)(?:['’]s?)?\s(?:attitudes?|behaviour|culture)\s(?:is|are|was|were)\s(?:the\s)?(?:problem|cause|poor|bad)
    | (?:be|been|being|are|is|was|were)\sheld\s(?:\w+\s)?(?:to\saccount|accountable|responsible)\sfor\s(?:the|this|these|its
    |their|any)\s(?:drop|fall|loss|losses|failures?|harm|errors?|mistakes?|results?|decline|figures?|performance)
    | let\s(?:\w+\s){{1,3}}?down\b
    | human\serror | individual\s(?:failings?|errors?|failures?) | (?:staff|personal|nursing|worker|officer|operator)\s(?:error
    |failings?|negligence|incompetence)
    | (?:poor|under|low)[\s-]?performers? | bad\sapples? | culprits? | disciplin(?:ed|ary|ing) | nam(?:e|ed|ing)\sand\sshaming?
    | hard[\s-]to[\s-]reach | negligen(?:t|ce) | incompetence | (?:is|are|was|were)\s(?:personally\s)?(?:to\sblame|at\sfault
    |responsible\sfor\s(?:the|this)\s
        (?:failures?|errors?|mistakes?|deaths?|harm|losses|loss|incidents?))
    | to\sbe\sblamed | deserves?\sblame
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_GUILTY = re.compile(
    rf"""\b(?:
      who(?:se)?\s(?:is|was|were|are)\s(?:to\sblame|at\sfault|guilty|responsible\sfor\s(?:the|this|these)\s(?:failures?|errors?
      |mistakes?|harm|loss(?:es)?|incidents?))
    | (?:which|who)\s(?:of\s)?(?:your\s|the\s)?(?:\w+\s)?(?:let|lets)\s(?:\w+\s){{1,3}}?down | whose\sfault | who\s(?:failed
    |made\s(?:the|this|that)\s(?:mistake|error)|let\s(?:this|it)\shappen|caused)
    | why\s(?:did|do|does|have|has)\s{_WHO}\s(?:fail|refuse|neglect|not\scare|resist)
    | why\s(?:did|have|do)\syou\s(?:fail|neglect|refuse|not) | which\s(?:member|worker|nurse|officer|person|teacher|manager
    |individual)\w*\s(?:of\sstaff\s)?
        (?:failed|made|caused|was\sat\sfault|is\sto\sblame)
    | human\serror | culprits? | disciplin(?:ed|ary)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_AGAINST = re.compile(
    r"\b(?:rather\sthan|instead\sof|without|not\s(?:who|to|a|the|by|because)|no\s(?:action|person|one|review)|nobody|no\sone|"
    r"none|never|stopp?\w*|fewer|less|"
    r"beyond|behind|past|look(?:s|ed|ing)?\sat|nor|whether|question\w*|neither)\b",
    re.IGNORECASE,
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One error for each text that blames, one query for each question that looks for the guilty."""
    return (*_said(framework), *_asked(framework))


def _said(framework: Framework) -> Iterator[Problem]:
    for text in stated(framework):
        if found := _found((_BLAME, FAULT), text):
            yield remark(
                ID,
                text.where,
                f"{text.of} blames people: {short(found)}",
                "what made it likely",
                "say how the work made it easy",
            )


def _asked(framework: Framework) -> Iterator[Problem]:
    for text in asked(framework):
        if found := _found((_GUILTY, GUILTY), text):
            message = f"{text.of} asks who is guilty: {short(found)}"
            yield remark(ID, text.where, message, "a question about the work", "ask what made it likely", "query")


def _found(patterns: tuple[re.Pattern[str], ...], text: Text) -> str:
    for part in sentences(text.plain):
        against = _AGAINST.search(part)
        for found in (pattern.search(part) for pattern in patterns):
            if found and not (against and against.start() < found.end()):
                return found[0]
    return ""
