"""What a stored result must be beyond its schema, which JSON Schema cannot say: lists that run side by side are of one length,
what is named is there, no period ends before it starts, and numbers are ones that can be drawn.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from inspector.model.problems import shown
from inspector.report.document.shape import Document
from inspector.report.document.shape.pictures import Heap, Line, Stream

Said = tuple[str, str]
"""A path in the document, as `pictures.lines[0].values`, and what is wrong there."""

LARGEST = 10**18
NOUNS = {
    "finding": "finding", "evidence": "evidence", "theme": "theme", "probe": "question", "signal": "fact",
    "unjudged": "thing not judged",
}  # fmt: skip
"""What an objection can refer to, in words."""
SIDE_BY_SIDE = (
    "ends", "values", "denominators", "rows", "causes", "rules", "doubtful", "centre", "lower", "upper", "fitted",
)  # fmt: skip
"""The columns of a line, beside `starts`."""


def first_faults(found: Document, most: int) -> list[Said]:
    """The first faults of a document that obeys its schema; none for one that Inspector wrote."""
    return list(islice(_faults(found), most))


def _faults(found: Document) -> Iterator[Said]:
    for path, value in _leaves(found):
        yield from _leaf(path, value)
    pictures = found["pictures"]
    if pictures is not None:
        for place, line in enumerate(pictures["lines"]):
            yield from _line(line, f"pictures.lines[{place}]")
        if pictures["stream"] is not None:
            yield from _stream(pictures["stream"])
        for place, heap in enumerate(pictures["heaps"]):
            yield from _heap(heap, f"pictures.heaps[{place}]")
    yield from _named(found)


def _leaves(whole: Any) -> Iterator[tuple[str, Any]]:
    """Every value that holds no other, with its path."""
    waiting: list[tuple[str, Any]] = [("", whole)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(f"{path}.{key}" if path else str(key), part) for key, part in value.items()]
        elif isinstance(value, list):
            waiting += [(f"{path}[{place}]", part) for place, part in enumerate(value)]
        else:
            yield path, value


def _leaf(path: str, value: Any) -> Iterator[Said]:
    if isinstance(value, int | float) and not abs(value) <= LARGEST:
        yield path, f"{shown(value)} is no number of a result"


def _line(line: Line, at: str) -> Iterator[Said]:
    columns: Mapping[str, Any] = line
    yield from _filled(line["starts"], f"{at}.starts")
    for name in SIDE_BY_SIDE:
        yield from _as_long(columns[name], len(line["starts"]), f"{at}.{name}", "starts")
    for place, (start, end) in enumerate(zip(line["starts"], line["ends"], strict=False)):
        if start > end:
            yield f"{at}.ends[{place}]", f"the period ends on {shown(end)}, before it starts on {shown(start)}"


def _stream(stream: Stream) -> Iterator[Said]:
    at = "pictures.stream"
    yield from _filled(stream["months"], f"{at}.months")
    yield from _as_long(stream["counts"], len(stream["teams"]), f"{at}.counts", "teams")
    for place, row in enumerate(stream["counts"]):
        yield from _as_long(row, len(stream["months"]), f"{at}.counts[{place}]", "months")


def _heap(heap: Heap, at: str) -> Iterator[Said]:
    yield from _filled(heap["days"], f"{at}.days")
    for name, column in (("counts", heap["counts"]), ("expected", heap["expected"])):
        yield from _as_long(column, len(heap["days"]), f"{at}.{name}", "days")


def _filled(column: Sequence[object], at: str) -> Iterator[Said]:
    if not column:
        yield at, "it is empty"


def _as_long(column: Sequence[object], long: int, at: str, beside: str) -> Iterator[Said]:
    if len(column) != long:
        yield at, f"it has {len(column)} places, and {beside} beside it {long}"


def _named(found: Document) -> Iterator[Said]:
    """What refers to something that is not there."""
    findings = {finding["id"] for finding in found["findings"]}
    facts = {fact["id"] for fact in found["facts"]}
    themes = {theme["theme"] for theme in found["themes"]}
    for place, theme in enumerate(found["themes"]):
        yield from _there(theme["findings"], findings, f"themes[{place}].findings", "finding")
    for place, finding in enumerate(found["findings"]):
        yield from _there([finding["theme"]], themes, f"findings[{place}].theme", "theme")
        yield from _there(finding["facts"], facts, f"findings[{place}].facts", "fact")
        yield from _there(finding["builds_on"], findings, f"findings[{place}].builds_on", "finding")
    every = named(found)
    for place, objection in enumerate(found.get("case_against", ())):
        for one in objection.get("refers", ()):
            yield from _there([one["id"]], every[one["sort"]], f"case_against[{place}].refers", NOUNS[one["sort"]])


def named(found: Document) -> dict[str, set[str]]:
    """What an objection can refer to, by sort: the ids of all there is of each."""
    return {
        "finding": {finding["id"] for finding in found["findings"]},
        "evidence": {one["evidence"] for one in found["trust"]},
        "theme": {theme["theme"] for theme in found["themes"]},
        "probe": {f"{trace['probe']}/{trace['subject']}" for trace in found["traces"]},
        "signal": {fact["id"] for fact in found["facts"]},
        "unjudged": {one["what"] for one in found["unjudged"]},
    }


def _there(names: Iterable[str], known: set[str], at: str, noun: str) -> Iterator[Said]:
    for name in names:
        if name not in known:
            yield at, f"there is no {noun} {shown(name)} in this result"
