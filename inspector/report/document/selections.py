"""What every renderer picks out of a document: questions that are open, and evidence that may bear less."""

from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import Trace, TrustIn


def asks(trace: Trace) -> bool:
    """Whether a trace asks something."""
    return trace["outcome"] in ("question", "strong-question")


def asking(document: Document) -> list[Trace]:
    """The traces that ask something, in their order."""
    return [trace for trace in document["traces"] if asks(trace)]


def lowered(document: Document) -> list[TrustIn]:
    """The evidence that supports less than it shows."""
    return [one for one in document["trust"] if one["trust"] in ("exposed", "compromised")]
