"""What an authority said of findings, and what was decided, put beside them from a register."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
