"""How easily a format reads, by the formula of Flesch and Kincaid (1975), over its sentences."""

import re
from collections.abc import Iterator

from tests.report.test_words import grade

FIRST = 8.0
"""The school grade of somebody of 13."""
BOUNDS = {
    "full": ("", "THEMES"),
    "html": ("In five minutes", "\nWhat changed, and what people tried"),
    "markdown": ("In five minutes", "\nEvery measure at a glance"),
}
"""Between which words that stands which is read first; of a screen it is all."""


def first(form: str, text: str) -> str:
    """What is read in the first minutes."""
    if form not in BOUNDS:
        return text
    start, end = BOUNDS[form]
    begin = text.index(start)
    return text[begin : text.index(end, begin)]


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text: no names in brackets, no asides, no rows of tables."""
    for line in text.split("\n"):
        for sentence in re.split(r"(?<=[.?!])\s", re.sub(r"\[[^\]]*\]|\([^)]*\)", "", line)):
            if " | " not in line and re.search("[a-z]", sentence) and sentence.rstrip()[-1:] in set(".?!"):
                yield sentence.strip()


def grade_of(text: str) -> float:
    """The grade of all sentences of a text."""
    found = list(sentences(text))
    assert len(found) > 2
    return grade(" ".join(found) + " ")
