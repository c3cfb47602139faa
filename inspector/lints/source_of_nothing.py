"""A source is none: nobody could look it up.

What:
    A title such as common sense, own experience, various or internal document; one of a single word; a year that the id and
    the title do not share.

Why:
    A source that cannot be read cannot be doubted, and what cannot be doubted is no reason.

Bad:
    sources: [{id: own, title: Common sense, where: everywhere}]

Good:
    sources: [{id: own, title: Notes of the readers' panel of March 2024, where: items 3 and 4}]

Waive:
    Where it is a document that exists and is only called so.
"""

import re

from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem, shown
from inspector.model.rules import Framework

ID = "source-of-nothing"
FAMILY = "sources"
LEVEL: Level = "query"

_NOTHING = re.compile(
    r"^(?:\W*(?:common\s(?:sense|knowledge|practice)|(?:own|our|personal|professional)\s(?:knowledge|experience|judge?ment|"
    r"opinions?|views?|expertise)|experience|"
    r"various(?:\s\w+)?|miscellaneous|internal(?:\s(?:document|guidance|source|paper)s?)?|unknown|anonymous|none|n/?a|"
    r"not\sapplicable|general\sknowledge|best\spractice|"
    r"good\spractice|everybody\sknows|see\s(?:website|online|internet|file)|(?:the\s)?(?:internet|web|website|google|wikipedia|"
    r"chatgpt|literature)|research|"
    r"(?:expert|professional)\sconsensus|source(?:\s\d+)?|reference(?:\s\d+)?|title|test)\W*)$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each such source."""
    return tuple(
        remark(
            ID,
            framework.place(f"sources/{place}"),
            f"{source.id}: {wrong}",
            "who wrote what, and when",
            "say it so that it can be found",
            LEVEL,
        )
        for place, source in enumerate(framework.sources)
        if (wrong := _wrong(source.id, source.title))
    )


def _wrong(id: str, title: str) -> str:
    if _NOTHING.match(title):
        return f"{shown(title)} is nothing that can be looked up"
    if len(re.findall(r"\w+", title)) < 2:
        return f"{shown(title)} is one word"
    years, named = set(_YEAR.findall(title)), _YEAR.findall(id)
    if years and named and not years & set(named):
        return f"its id says {named[0]}, its title {min(years)}"
    return ""
