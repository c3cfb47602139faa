"""An abbreviation is nowhere explained.

What:
    Capital letters in a text (`MASH`, `RCA`, `DTOC`) that the framework nowhere has in brackets after the whole words, and
    that are in no title of a source.

Why:
    Families, members and people of the next service do not know it, and do not ask.

Bad:
    says: "The MDT tried something at {pace.count} handovers."

Good:
    says: "The whole team of the ward (MDT) tried something at {pace.count} handovers."

Waive:
    Where everybody who reads it says it so, and would not know the whole words.
"""

import re

from inspector.lints._texts import said, titled
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "unexplained-abbreviation"
FAMILY = "plain-words"
LEVEL: Level = "query"

_SHORT = re.compile(r"(?<![\w-])[A-Z][A-Z0-9]{1,6}(?=s?(?![\w]))")
_KNOWN = {
    "A",
    "BBC",
    "CSV",
    "EU",
    "GP",
    "HM",
    "ID",
    "IT",
    "NHS",
    "OK",
    "PDF",
    "TV",
    "UK",
    "UN",
    "US",
    "USA",
    "II",
    "III",
    "IV",
    "VI",
}
"""What everybody says so, and Roman numbers."""


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each abbreviation, where it first stands."""
    texts = [*titled(framework), *said(framework)]
    everything = " ".join(text.words for text in texts) + " ".join(f"({source.title})" for source in framework.sources)
    explained = (
        _KNOWN
        | set(re.findall(r"\(\s*([A-Z][A-Z0-9]{1,6})s?\s*\)", everything))
        | set(re.findall(r"\b([A-Z][A-Z0-9]{1,6})s?\s\(", everything))
    )
    for source in framework.sources:
        explained |= set(_SHORT.findall(source.title))
    found = []
    for text in texts:
        for name in dict.fromkeys(_SHORT.findall(text.plain)):
            if name not in explained and name != "N":
                explained.add(name)
                message = f"{text.of} says {name}, and nothing says what that is"
                found.append(
                    remark(ID, text.where, message, "the whole words", f"write them before ({name}) once", LEVEL)
                )
    return tuple(found)
