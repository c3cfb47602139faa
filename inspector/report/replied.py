"""What an authority said of a finding, and what the inspector decided, in words; and put beside the findings of a result."""

from collections.abc import Iterable, Mapping, Sequence

from inspector.report.document.shape import Document
from inspector.report.document.shape.replies import Reply
from inspector.report.wording import Words, fill


def with_replies(document: Document, replies: Sequence[Reply]) -> Document:
    """The document with the replies that are entered; as it was where there are none."""
    if not replies:
        return document
    made = document.copy()
    made["replies"] = list(replies)
    return made


def beside(document: Document, t: Words) -> Mapping[str, list[str]]:
    """The lines that stand beside each finding of a result that was replied to, by its id."""
    found: dict[str, list[str]] = {}
    for one in document.get("replies", ()):
        if one["finding"] is not None:
            found.setdefault(one["finding"], []).extend(lines(one, t, "of_finding"))
    made = {finding["id"] for finding in document["findings"]}
    return {name: said for name, said in found.items() if name in made}


def others(document: Document, t: Words) -> list[str]:
    """The lines of replies to the result as a whole, and to findings that it does not make."""
    made = {finding["id"] for finding in document["findings"]}
    return [
        line
        for one in document.get("replies", ())
        if one["finding"] not in made
        for line in lines(one, t, "of_whole" if one["finding"] is None else "of_gone")
    ]


def lines(one: Reply, t: Words, how: str) -> list[str]:
    """A reply, what was decided on it, and what either is said to have wrong: a line each."""
    words = t["replies"]
    said = [fill(words[how], by=one["by"], on=one["on"], says=one["says"], finding=one["finding"])]
    for other in one["decisions"]:
        decision = words["decisions"][other["decision"]]
        said.append(fill(words["decided"], by=other["by"], on=other["on"], decision=decision, says=other["says"]))
    if not one["decisions"]:
        said.append(words["open"])
    return [*said, *corrected(one, words)]


def corrected(one: Reply, words: Words) -> Iterable[str]:
    """What later entries say of a reply."""
    return [
        fill(words["corrected"], entry=other["entry"], on=other["on"], says=other["says"], by=other["by"])
        for other in one["corrections"]
    ]
