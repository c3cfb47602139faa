"""Each declared event held against the log or the series that it concerns."""

from collections.abc import Iterator

from inspector.evidence import declared_corrected as corrected
from inspector.evidence import declared_figures as figures
from inspector.evidence import declared_log as log
from inspector.evidence.declared_book import Book
from inspector.evidence.declared_weighed import LOG, Weighed
from inspector.model.declared import Declared
from inspector.model.evidence import Evidence

OF_LOG = {
    "carried-over": log.carried_over,
    "entered-together": log.entered_together,
    "outage": log.silent,
    "staff-absence": log.silent,
    "backlog": log.backlog,
    "corrected": corrected.of_log,
}
OF_FIGURES = {
    "carried-over": figures.carried_over,
    "definition-changed": figures.definition_changed,
    "suppressed": figures.suppressed,
    "entered-together": figures.entered_together,
    "rounded": figures.rounded,
    "outage": figures.outage,
    "staff-absence": figures.outage,
    "boundary-changed": figures.boundary_changed,
    "backlog": figures.backlog,
    "corrected": corrected.of_figures,
}


def weigh(evidence: Evidence) -> Iterator[Weighed]:
    """Each declared event of the evidence, by each thing that it concerns; none twice."""
    book = Book(evidence)
    seen: set[Declared] = set()
    for one in evidence.declared:
        # What is declared twice in the same words is weighed, and told, once.
        bare = one.model_copy(update={"resource": "", "row": 0, "path": None, "says": None})
        if bare not in seen:
            seen.add(bare)
            yield from _weighed(one, evidence, book)


def _weighed(one: Declared, evidence: Evidence, book: Book) -> Iterator[Weighed]:
    if one.last < one.on:
        yield Weighed(one, LOG, "not-borne-out", f"It ends on {one.last}, before it begins on {one.on}.", (one,))
        return
    found = 0
    entries = log.concerned(one, evidence)
    if entries and one.event in OF_LOG:
        found += 1
        yield OF_LOG[one.event](one, entries, evidence)
    for id in book.concerned(one):
        found += 1
        yield OF_FIGURES[one.event](one, id, book)
    if not found:
        yield Weighed(one, "bundle", "not-borne-out", "The bundle has nothing that it concerns.", (one,))
