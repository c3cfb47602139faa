"""What a report says of the seal: a root that was only computed is not called the one that was sealed."""

from inspector.report.document.shape import Document

OTHER = frozenset({"wrong-root", "wrong-hash", "wrong-size", "rows-changed"})
"""Problems by which a bundle is not the one that was sealed."""


def phrase(document: Document) -> str | None:
    """The key of the phrase on the root: `root`, `root_other` where the seal does not hold, None without a root."""
    if "root" not in document["bundle"]:
        return None
    return "root_other" if any(problem["rule"] in OTHER for problem in document["problems"]) else "root"
