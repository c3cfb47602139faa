"""A source is none: nobody could look it up.

What:
    A title such as common sense, own experience, various or internal document; a talk that nobody wrote down; what everybody
    is said to know; one of a single word; a year that the id and the title do not share, or one that is still to come.

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

from inspector.lints._waived import day_of_this_run
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
_UNREAD = re.compile(
    r"\b(?:personal\s(?:communications?|conversations?|correspondence)|pers\.?\s?comm|private\s(?:communication|conversation)|"
    r"(?:it\sis|as\sis|is)\s(?:well|widely|generally|commonly|long)\s(?:known|accepted|agreed|understood|established)|"
    r"(?:everybody|everyone|anybody)\s(?:knows|agrees|says)|as\s(?:everybody|everyone)\sknows|stands\sto\sreason|hearsay|"
    r"word\sof\smouth|(?:told|said|heard|mentioned)\s(?:by|to|from|at|over|on)\s(?:\w+\s){0,4}?(?:colleague|friend|phone|telephone|"
    r"meeting|lunch|corridor|conference|director|manager|somebody|someone|us|me)|(?:conversation|talk|chat|phone\scall|call)\s"
    r"(?:with|over)\s|(?:author|available)\son\srequest|on\sfile\s(?:with|at)|not\s(?:yet\s)?(?:published|public)|unpublished|"
    r"confidential|forthcoming|to\sappear|in\spreparation)\b",
    re.IGNORECASE,
)
_NOWHERE = re.compile(
    r"^\W*(?:everywhere|anywhere|nowhere|somewhere|various|passim|all\sof\sit|n/?a|none|unknown|tbc|tbd)\W*$",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"\(((?:19|20)\d\d)\)")
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
        if (wrong := _wrong(source.id, source.title, source.where_found))
    )


def _wrong(id: str, title: str, where: str) -> str:
    if _NOTHING.match(title):
        return f"{shown(title)} is nothing that can be looked up"
    if unread := _UNREAD.search(f"{title} {where}"):
        return f"{unread[0]!r} is nothing that anybody else can read"
    if _NOWHERE.match(where):
        return f"{shown(where)} is no place where it can be looked up"
    if len(re.findall(r"\w+", title)) < 2:
        return f"{shown(title)} is one word"
    years, named = set(_YEAR.findall(title)), _YEAR.findall(id)
    if years and named and not years & set(named):
        return f"its id says {named[0]}, its title {min(years)}"
    # A plan may name the year it is for: that of the book stands in brackets, or in the id.
    ahead = max((*_PRINTED.findall(title), *(set(named) & years)), default="")
    return f"{ahead} is still to come" if ahead > str(day_of_this_run().year + 1) else ""
