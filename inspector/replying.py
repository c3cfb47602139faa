"""What an authority said of findings, and what was decided, put beside them from a register."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.model.problems import CannotComplete, Problem, Where, shown

if TYPE_CHECKING:
    from inspector.register.book import Register
    from inspector.report.document.shape import Document


def with_replies_from(register: str | None, document: "Document", hide: Callable[[str], str] = str) -> "Document":
    """The document with what was replied to the inspections of its submission; as it was where no register is named.

    Texts pass `hide`. Raises CannotComplete for a register that cannot be read.
    """
    root = document["bundle"].get("root")
    if register is None or root is None:
        return document
    from inspector.register.book import opened
    from inspector.register.histories import replies_to
    from inspector.report.history.document import reply_values
    from inspector.report.replied import with_replies

    with opened(register) as book, book.snapshot():
        found = []
        for submission in book.entries(kind="submission", root=root):
            entries = book.entries(authority=submission.authority)
            results = [one.index for one in entries if one.kind == "result" and submission.index in one.about]
            found += [reply for result in results for reply in replies_to(result, entries)]
    values = reply_values(found)
    for one in values:
        one["says"], one["by"] = hide(one["says"]), hide(one["by"])
        for other in (*one["decisions"], *one["corrections"]):
            other["says"], other["by"] = hide(other["says"]), hide(other["by"])
    return with_replies(document, values)


def entered(register: "Register", wanted: str) -> "Document":
    """The result that an entry is, or the last one of the submission that it is, with what was replied to it.

    `wanted` is a number of an entry, or a root. Raises CannotComplete where there is none.
    """
    entry = register.find(wanted)
    if entry.kind == "submission":
        about = register.entries(kind="result", about=entry.index)
        if not about:
            raise _no_result(f"no inspection of the submission in entry {entry.index} is entered", register.place)
        entry = about[-1]
    text = register.content_of(entry, "result.json") if entry.kind == "result" else None
    if text is None:
        raise _no_result(f"entry {entry.index} is {shown(entry.kind)} and holds no result", register.place)
    from inspector.register.histories import replies_to
    from inspector.report.history.document import reply_values
    from inspector.report.replied import with_replies
    from inspector.report.stored import parsed

    found = parsed(text, Path(f"register:{entry.index}"))
    return with_replies(found, reply_values(replies_to(entry.index, register.entries(authority=entry.authority))))


def _no_result(message: str, place: str) -> CannotComplete:
    fix = "`inspector register result add` enters one; or give the bundle itself"
    return CannotComplete(
        [Problem(rule="no-result-entered", level="error", where=Where(file=place), message=message, fix=fix)]
    )
