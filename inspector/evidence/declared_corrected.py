"""Entries of the log that were put right, as was declared: what earlier submissions say of it."""

from collections.abc import Sequence

from inspector.evidence import since_changed
from inspector.evidence.declared_book import Book
from inspector.evidence.declared_weighed import LOG, Weighed
from inspector.model.declared import Declared
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.words import agree


def of_log(one: Declared, entries: Sequence[LogEntry], evidence: Evidence) -> Weighed:
    """Borne out where an earlier submission said otherwise in entries that it names, and all such entries are few.

    What was put right before anybody had received the entry nobody can see.
    """
    if not one.entries:
        return Weighed(one, LOG, "not-borne-out", "It names no entries, so nobody knows what was put right.", (one,))
    if not evidence.history:
        says = "No earlier submission is at hand that could have said otherwise."
        return Weighed(one, LOG, "cannot-tell", says, tuple(entries))
    changed = since_changed.log(evidence)
    old = {(found.now.resource, found.now.row) for found in changed.old if found.now is not None}
    other = [entry for entry in entries if (entry.resource, entry.row) in old]
    n = len(entries)
    if not other and not _held_before(one, entries, evidence):
        says = f"No submission received before that day holds {agree(n, 'the entry', 'the entries')} named."
        return Weighed(one, LOG, "cannot-tell", says, tuple(entries))
    says = f"{len(other)} of {n} {agree(n, 'entry', 'entries')} named {agree(len(other), 'says', 'say')} something else than in "
    says += "an earlier submission."
    if not since_changed.small(len(old), len(evidence.log)):
        says += f" With {len(old)} put right in all that is more than a few."
        return Weighed(one, LOG, "not-borne-out", says, tuple(other))
    return Weighed(one, LOG, "borne-out" if other else "not-borne-out", says, tuple(other or entries))


def _held_before(one: Declared, entries: Sequence[LogEntry], evidence: Evidence) -> bool:
    """Whether a submission that was received before the correction holds one of the entries."""
    ids = {entry.id for entry in entries}
    return any(held.received_on < one.on and any(test.id in ids for test in held.tests) for held in evidence.history)


def of_figures(one: Declared, id: str, book: Book) -> Weighed:
    """Never borne out: a figure says itself when it was revised."""
    says = "A figure that was put right says so itself, by its day of revision (revised_on)."
    return Weighed(one, f"indicator/{id}", "not-borne-out", says, tuple(book.series[id][:1]))
