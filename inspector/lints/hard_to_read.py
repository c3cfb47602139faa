"""A sentence is too long or too hard to be read once.

What:
    A sentence of more than 45 words, or one of twelve or more whose words are so long that somebody would need many years of
    school to read it easily (the Flesch-Kincaid grade, above 18). Values count as one word each.

Why:
    What is said of people's work is read by those people, by families and by members of councils, mostly once.

Bad:
    says: >-
      Organisational improvement methodologies demonstrate insufficient institutionalisation notwithstanding considerable
      programmatic investment throughout participating establishments.

Good:
    says: "Teams were taught how to improve. Few of them do it yet."

Waive:
    Where every word is needed by law.
"""

import re

from inspector.lints._texts import said, sentences, short
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "hard-to-read"
FAMILY = "plain-words"
LEVEL: Level = "query"

LONGEST = 45
"""Words of one sentence."""
HARDEST = 18
"""Grade of a sentence by Flesch and Kincaid; a broadsheet has about twelve."""
FEWEST = 12
"""Of fewer words no grade is made: one long name would decide."""


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each text with such a sentence, the first of them quoted."""
    found = []
    for text in said(framework):
        for part in sentences(text.plain):
            words = re.findall(r"[A-Za-z'’-]+", part)
            why = _hard(words)
            if why:
                message = f"{text.of} is hard to read: {short(part)} has {why}"
                found.append(
                    remark(
                        ID, text.where, message, "short sentences and short words", "make two sentences of it", LEVEL
                    )
                )
                break
    return tuple(found)


def _hard(words: list[str]) -> str:
    if len(words) > LONGEST:
        return f"{len(words)} words"
    if len(words) < FEWEST:
        return ""
    grade = 0.39 * len(words) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59
    return f"a reading grade of {grade:.0f}" if grade > HARDEST else ""


def _syllables(word: str) -> int:
    """About how many syllables a word of English has: its groups of vowels, a silent `e` at its end left out."""
    found = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$", word.lower()) is not None
    return max(1, found - silent)
