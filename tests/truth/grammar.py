"""What is wrong with a sentence as a sentence, whatever it says: for 0, 1 and many, and for values that are no words."""

import re
from collections.abc import Iterator

from tests.truth.sentences import DATES, bare

COUNTED = (
    "measure", "month", "test", "review", "action", "idea", "statement", "claim", "recommendation", "team", "role", "leader",
    "commitment", "figure", "entry", "row", "event", "agency", "lesson", "period", "number", "day", "answer", "share",
    "gain", "loss", "indicator", "record", "thing", "decision", "promise", "quarter", "year", "point",
)  # fmt: skip
ALIKE = frozenset((
    "is", "was", "has", "this", "its", "us", "less", "across", "always", "perhaps", "as", "plus", "does", "basis", "process",
    "address", "access", "illness", "success", "focus", "status", "analysis", "series", "news", "means", "sometimes", "progress",
    "loss", "crisis", "says", "follows", "names",
    "alters", "counts", "shows", "makes", "sticks", "tries", "speaks", "rests", "looks", "states", "afterwards", "questions",
))  # fmt: skip
LINKS = frozenset((
    "of", "in", "to", "and", "or", "at", "on", "by", "from", "for", "after", "before", "since", "were", "that", "which", "with",
    "while", "who", "than", "the", "a", "an", "no", "without",
))  # fmt: skip

_SEAL = re.compile(r"\bsha256:[0-9a-f]+")
_ONE = r"(?<![\w.,/%-])1 "
_ONE_PLURAL = re.compile(_ONE + r"((?:[a-z][a-z-]* ){0,2}?)([a-z][a-z-]*s)\b")
_ONE_VERB = re.compile(_ONE + r"((?:[a-z][a-z'-]* ){0,3}?)(were|have|are|say|speak|follow|name|rest|stick)\b")
_MANY_SINGULAR = re.compile(
    rf"(?<![\w.,/-])(?:0|[2-9]|\d\d+) (?:small |large |such |other |different )?({'|'.join(COUNTED)})\b"
)
_ARTICLE = re.compile(rf"\ban? ((?:[a-z][a-z-]* ){{0,1}})({'|'.join(COUNTED)})s\b")
_FAULTS = (
    (re.compile(r"(?<!\w)\d(?:\.\d+)?e[+-]?\d"), "a number with an exponent"),
    (re.compile(r"\{[^}]*\}"), "a place that nobody filled"),
    (
        re.compile(r"\b(?:nan|inf|NaN|True|False|null)\b"),
        "a value that is no word",
    ),
    (
        re.compile(r"\bnot stated (?:of \d|months|days|tests|measures|recommendations|actions)"),
        "not stated where a number should be",
    ),
    (re.compile(r"\bonly (?:0|0%|0 percent|none|no)\b"), "only nothing"),
    (re.compile(r"(?<![\w-])(?!that\b|had\b)(\w+) \1\b(?!-)", re.IGNORECASE), "a word twice"),
    (re.compile(r"  | [.,;:]|\(\)|,,|\.\."), "spaces or stops astray"),
    (re.compile(r"\ba [aeio][a-z]{2,}|\ban (?!hour|honest)[bcdfghjklmnpqrstvwxyz][a-z]+"), "a or an"),
)


def bad_grammar(says: str) -> Iterator[str]:
    """Each thing that is wrong, with the words."""
    text = _SEAL.sub("it", DATES.sub("May", bare(says)))
    for found in _ONE_PLURAL.finditer(text):
        words = found[1].split()
        if found[2] not in ALIKE and not found[2].endswith("ss") and not set(words) & (LINKS | ALIKE):
            yield f"1 with a plural: {found[0]!r}"
    for found in _ONE_VERB.finditer(text):
        if not set(found[1].split()) & (LINKS | ALIKE) and not text[: found.start()].endswith((" of ", "but ")):
            yield f"1 with a plural verb: {found[0]!r}"
    for found in _MANY_SINGULAR.finditer(text):
        yield f"a number with a singular: {found[0]!r}"
    for found in _ARTICLE.finditer(text):
        if not set(found[1].split()) & LINKS:
            yield f"an article with a plural: {found[0]!r}"
    for pattern, words in _FAULTS:
        if found := pattern.search(text):
            yield f"{words}: {found[0]!r}"
