"""What a sentence of a comparison cites: names of one result, and rows of its submission."""

from collections.abc import Iterable

from inspector.model.comparison import Cited, Span
from inspector.report.document.shape.units import RowRuns


def cited(names: Iterable[str] = (), rows: Iterable[RowRuns] = ()) -> Cited:
    """Names once each, in their order, and rows as the result has them."""
    return Cited(names=tuple(dict.fromkeys(names)), rows=tuple(_span(one) for one in rows))


def _span(one: RowRuns) -> Span:
    runs = tuple((first, last) for first, last in one["rows"])
    return Span(resource=one["resource"], rows=runs, paths=tuple(one.get("paths", ())))


def ended(text: str) -> str:
    """The sentence with its full stop, where it does not end in one already."""
    return text if text.rstrip('”"').endswith((".", "?", "!", "…")) else f"{text}."
