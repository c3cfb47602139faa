"""What a sentence of a comparison cites: names of one result, and rows of its submission."""

from collections.abc import Iterable, Sequence

from inspector.model.comparison import Cited, Span
from inspector.report.document.shape.units import RowRuns

Run = tuple[int, int]


def cited(names: Iterable[str] = (), rows: Iterable[RowRuns] = ()) -> Cited:
    """Names once each, in their order, and rows by resource, each once."""
    return together([Cited(names=tuple(names), rows=tuple(_span(one) for one in rows))])


def together(some: Iterable[Cited]) -> Cited:
    """What several cite, as one."""
    names: dict[str, None] = {}
    spans: dict[str, list[Span]] = {}
    for one in some:
        names.update(dict.fromkeys(one.names))
        for part in one.rows:
            spans.setdefault(part.resource, []).append(part)
    return Cited(names=tuple(names), rows=tuple(_joined(spans[name]) for name in sorted(spans)))


def _span(one: RowRuns) -> Span:
    runs = tuple((first, last) for first, last in one["rows"])
    return Span(resource=one["resource"], rows=runs, paths=tuple(one.get("paths", ())))


def _joined(some: Sequence[Span]) -> Span:
    paths = tuple(dict.fromkeys(path for one in some for path in one.paths))
    return Span(resource=some[0].resource, rows=_runs(run for one in some for run in one.rows), paths=paths)


def _runs(some: Iterable[Run]) -> tuple[Run, ...]:
    """Runs that meet or touch as one, in order."""
    found: list[Run] = []
    for first, last in sorted(some):
        if found and first <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(last, found[-1][1])
        else:
            found.append((first, last))
    return tuple(found)


def ended(text: str) -> str:
    """The sentence with its full stop, where it does not end in one already."""
    return text if text.rstrip('”"').endswith((".", "?", "!", "…")) else f"{text}."
