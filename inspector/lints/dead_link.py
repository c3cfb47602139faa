"""An address or identifier in a source cannot be one.

What:
    An address without a host or with one that is made for examples, a doi that does not begin with `10.` and a number, an
    ISBN whose check digit is wrong, pages that run backwards. Nothing is fetched: it is their shape that is wrong.

Why:
    Nobody can follow it to what the rule rests on.

Bad:
    sources: [{id: own, title: A review (2019), where: "https://example.com/review"}]

Good:
    sources: [{id: own, title: A review (2019), where: "doi 10.1136/bmjqs-2013-001862"}]

Waive:
    Where the address is one of an inner network that all readers have.
"""

import re
from collections.abc import Iterator

from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "dead-link"
FAMILY = "sources"
LEVEL: Level = "error"

_ADDRESS = re.compile(r"(?:\b[a-z]{2,6}:/{1,3}|\bwww\.)\S*", re.IGNORECASE)
_GOOD = re.compile(
    r"(?:https?://|www\.)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE
)
_EXAMPLE = re.compile(
    r"(?:^|[/.@])(?:example\.(?:com|org|net)|[\w.-]*\.(?:example|invalid|test|local)|localhost)(?=[/:?#]|$)",
    re.IGNORECASE,
)
_DOI = re.compile(r"\bdoi(?:\.org)?[:/\s]+(\S+)", re.IGNORECASE)
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*([\dXx -]{8,17})", re.IGNORECASE)
_PAGES = re.compile(r"\b(?:pages?|pp?\.)\s*(\d{1,5})\s*(?:to|-|–)\s*(\d{1,5})\b", re.IGNORECASE)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One remark for each address or identifier that cannot be one."""
    return tuple(
        remark(
            ID,
            framework.place(f"sources/{place}"),
            f"{source.id}: {wrong}",
            "where it can be read",
            "look it up once more",
        )
        for place, source in enumerate(framework.sources)
        for wrong in _wrong(f"{source.title} {source.where_found}")
    )


def _wrong(text: str) -> Iterator[str]:
    for found in _ADDRESS.findall(text):
        address = found.rstrip(".,;)")
        if _EXAMPLE.search(address):
            yield f"{address!r} is an address made for examples"
        elif not _GOOD.fullmatch(address):
            yield f"{address!r} is no address"
    for name in _DOI.findall(text):
        if not re.fullmatch(r"10\.\d{4,9}/\S+", name):
            yield f"{name!r} is no doi"
    for number in _ISBN.findall(text):
        if not _isbn(re.sub(r"[ -]", "", number).upper()):
            yield f"{number.strip()!r} is no ISBN: its check digit is another"
    for first, last in _PAGES.findall(text):
        # In "1669 to 86" the hundreds are left out.
        if int(last) < int(first) and len(last) == len(first):
            yield f"pages {first} to {last} run backwards"


def _isbn(digits: str) -> bool:
    if re.fullmatch(r"\d{13}", digits):
        return sum(int(d) * (1, 3)[n % 2] for n, d in enumerate(digits)) % 10 == 0
    if re.fullmatch(r"\d{9}[\dX]", digits):
        return sum((10 if d == "X" else int(d)) * (10 - n) for n, d in enumerate(digits)) % 11 == 0
    return False
