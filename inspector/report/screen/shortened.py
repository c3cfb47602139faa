"""A sentence made shorter without becoming untrue: it ends where a clause ends, and a mark says that there is more.

What is kept has to hold without what is left out. So a text ends behind a whole sentence, where none after it begins with
*but* or the like; or before a semicolon, or a clause that only adds to what was said (`, which …`, `, so that …`), unless a
word in what is left out turns it round: *but*, *none*, *only* and the like, which each language lists. What `adds` may also
end within a row of which each part is as good news as the first, and there it may be denied that something bad is so. A
finding that speaks against improvement never ends before *and*: the bad news may stand behind it. Where no cut is safe there
is none, and whoever asked has to say something else.
"""

import re
from collections.abc import Iterator, Sequence

from inspector.report.screen.cells import MORE, folded
from inspector.report.wording import Words

_SENTENCE = re.compile(r"(?<=[.?!。？！])\s+(?=\S)")


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [part for part in _SENTENCE.split(text) if part]


def shortened(
    text: str, columns: int, lines: int, t: Words, *, adds: bool = False, more: str = MORE
) -> list[str] | None:
    """The longest part of the text that fits on so many lines and is true by itself; None where there is none.

    With `adds`, each part of a row joined by `and` says as much as the row, so that it may end there too.
    """
    whole = folded(text, columns)
    if whole is not None and len(whole) <= lines:
        return whole
    for part in _parts(text, t["front"]["cuts"], adds=adds):
        found = folded(f"{part} {more}", columns)
        if found is not None and len(found) <= lines:
            return found
    return None


def _parts(text: str, words: Words, *, adds: bool) -> Iterator[str]:
    """What may stand alone, the longest first: so many whole sentences, then clauses of the first."""
    every, turning = sentences(text), [*words["turns"], *([] if adds else words["denies"])]
    for count in range(len(every) - 1, 0, -1):
        if not _turns(" ".join(sentence.partition(" ")[0] for sentence in every[count:]), turning):
            yield " ".join(every[:count])
    first = every[0] if every else ""
    seams = [*words["clauses"], *(words["rows"] if adds else [])]
    for at in sorted({found for seam in seams for found in _every(first, seam)}, reverse=True):
        if not _turns(first[at:], turning):
            yield first[:at].rstrip(" ,;")


def _every(text: str, seam: str) -> list[int]:
    return [found.start() for found in re.finditer(re.escape(seam), text) if not _inside(text, found.start())]


def _inside(text: str, at: int) -> bool:
    """Whether a place lies within brackets or quotation marks."""
    before = text[:at]
    return before.count("(") > before.count(")") or before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _turns(rest: str, words: Sequence[str]) -> bool:
    """Whether what is left out has a word that could turn what is kept round."""
    return bool(set(re.findall(r"[^\W\d_]+", rest.casefold())) & set(words))
