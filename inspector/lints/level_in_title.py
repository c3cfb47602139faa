"""A title names a level: what a service is to reach, not what it learns.

What:
    The title of the framework or a theme, what a theme calls evidence, or what is expected of everybody, in words of targets,
    ratings, comparison or performance.

Why:
    A theme is read by its title. What is called performance against targets is filled with the figures for it, whatever its
    rules ask.

Bad:
    themes:
      - {id: trying, title: Performance against targets, asks: "What was tried?", evidence: [an improvement log]}
      - {id: readers, title: Readers notice, asks: "What did readers notice?", evidence: [figures over time]}

Good:
    themes:
      - {id: trying, title: Targets that were questioned, asks: "What was tried?", evidence: [an improvement log]}
      - {id: readers, title: Readers notice, asks: "What did readers notice?", evidence: [figures over time]}

Waive:
    Where the title is that of something that exists, as a law or a programme.
"""

import re

from inspector.lints._levels import stands
from inspector.lints._old_question import ALL, unquestioned
from inspector.lints._questioned import questioned
from inspector.lints._texts import sentences, short, titled
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "level-in-title"
FAMILY = "old-question"
LEVEL: Level = "error"

_TITLES = re.compile(
    r"""(?:^(?!trading\sstandards)(?:[\w'’-]+\s){0,2}(?:performance|compliance|attainment|standards|targets?|ratings?|benchmark\w*|league|ranking)(?=$
    |\s(?:of|in|on|and|for|with|
    against|across|levels?|data|figures?|management|dashboard|report\w*|by)\b)
    | \b(?:performance|compliance|kpi|key\sperformance|benchmark\w*|attainment|inspection\s(?:readiness|outcomes?|results?)
    |readiness\sfor\sinspection|
    quality\s(?:assurance\sscores?|ratings?|scores?)|achievement\sof\s(?:the\s)?(?:\w+\s)?(?:targets?|standards?|objectives
    |outcomes)|
    against\s(?:the\s|its\s|their\s|national\s|local\s|agreed\s)*(?:targets?|standards?|plan|benchmarks?|others?|peers?
    |averages?))\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_LEARNS = re.compile(
    r"\b(?:question\w*|chang\w*|learn\w*|improv\w*|mov(?:e|es|ed|ing)|over\stime|beyond|behind|under\spressure)\b",
    re.IGNORECASE,
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One remark for each title that is one of a level."""
    found = []
    for text in titled(framework):
        words = next((w for asks in (*ALL, stands) if (w := unquestioned(asks, sentences(text.plain)))), "") or _named(
            text.plain
        )
        if words:
            message = f"what {text.of} is called asks where the service stands: {short(words)}"
            found.append(
                remark(
                    ID,
                    text.where,
                    message,
                    "what is learned or what changes",
                    "name what people try to make better",
                    "query" if _LEARNS.search(text.plain) else LEVEL,
                )
            )
    return tuple(found)


def _named(title: str) -> str:
    found = _TITLES.search(title)
    return found[0] if found and not _LEARNS.search(title) and not questioned(title, found[0]) else ""
