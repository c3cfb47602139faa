"""Rows of an earlier submission that are not there any more.

Tests:
    Where earlier submissions are at hand, all of them or what a register keeps of each, which of their log entries, and which
    of their figures, are gone, although they are of the period of this one; and of which measures none is left.

Why it matters:
    A month that is left out shows nothing. What was submitted once was looked at once, and a series without its bad months is
    another one than was judged before.

Innocent explanations:
    The same thing had been entered twice, and one of the two was taken out.
    Figures were found to be wrong, and are being counted anew.
    A small count is kept back now, so that nobody can be recognised.

Ask:
    Who took these rows out, when, and where is that written down?
    What did they say, and what would the series look like with them?

Cannot tell:
    Without an earlier submission it says nothing. Rows of a time before the period of this one are not missed. It cannot tell a
    correction from anything else. From a tenth of the rows on the question is a strong one.

Reference:
    RFC 6962 (append-only logs: what was in must stay in); Bird and others (2005), Performance indicators: good, bad, and ugly,
    Journal of the Royal Statistical Society A 168(1), 1-27.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from inspector.evidence import since_changed
from inspector.evidence.before import removed_entries, removed_periods, unread
from inspector.evidence.since import Against, cited
from inspector.model.evidence import Evidence, Figure, LogEntry
from inspector.model.facts import About
from inspector.model.rows import by_resource
from inspector.model.traces import Trace
from inspector.model.words import agree, plural
from inspector.probes import FIELDS, Teller, both

ABOUT = About(
    id="rows-taken-back",
    title="Rows that are not there any more",
    fields=FIELDS,
    needs=("indicators", "improvement-log"),
)
LOOKS_AT = "an earlier submission"
STRONG = 0.1
"""From this share of the rows on the question is a strong one."""
UNREAD = "One of the two submissions could not be read here, so nothing can be compared."
UNREAD_ROWS = "Rows that seem to be gone may be among those that could not be read here."
INNOCENT = (
    "The same thing had been entered twice, and one of the two was taken out.",
    "Figures were found to be wrong, and are being counted anew.",
    "A small count is kept back now, so that nobody can be recognised.",
)
ASK = (
    "Who took these rows out, when, and where is that written down?",
    "What did they say, and what would the series look like with them?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for the log, and one for each indicator of which figures are gone; `n` counts the rows submitted before."""
    last = _since_the_last(evidence)
    return both(last, _since_any(evidence)) if evidence.history else last


def _since_any(evidence: Evidence) -> Iterator[Trace]:
    """The same against every earlier submission, by what each held; no row is counted twice."""
    entries = since_changed.ever_held(evidence)
    if entries:
        yield _told_of_any(
            "improvement-log", "improvement-log", since_changed.gone_entries(evidence), entries, evidence
        )
    gone, kept = since_changed.gone_figures(evidence), {one.indicator for one in evidence.figures}
    for id, some in gone.items():
        yield _told_of_any(
            f"indicator/{id}", "indicators", some, since_changed.ever_held(evidence, id), evidence, id in kept
        )
    figures = sum(len(held.figures) for held in evidence.history)
    if figures and not gone:
        says = "No figure of an earlier submission and of this time is gone."
        yield TELL.tested("clear", "indicators", says, figures, p_value=None, effect=0.0, smallest=1 / figures, rows=())


def _told_of_any(
    subject: str, kind: str, gone: Sequence[Against], n: int, evidence: Evidence, left: bool = True
) -> Trace:
    count = len(gone)
    if not count:
        says = f"{plural(n, 'row')} of earlier submissions {agree(n, 'was', 'were')} looked for; none of this time is gone."
        return TELL.tested("clear", subject, says, n, p_value=None, effect=0.0, smallest=1 / n, rows=())
    if count <= _unreadable(evidence, kind):
        return TELL.too_little(subject, UNREAD_ROWS, n, 1 / n)
    day = max(one.held.received_on for one in gone)
    says = f"{count} of {plural(n, 'row')} of earlier submissions {agree(count, 'is', 'are')} not there now, "
    says += "and nothing says why."
    says += "" if left else " No figure of it is left."
    says += f" The last that had {agree(count, 'it', 'one of them')} was received on {day}."
    strong = left and count >= STRONG * n
    trace = TELL.tested(
        "strong-question" if strong else "question", subject, says, n, p_value=None, effect=count / n, smallest=1 / n,
        rows=(),
    )  # fmt: skip
    return trace.model_copy(update={"rows": cited(gone)})


def _unreadable(evidence: Evidence, kind: str) -> int:
    """How many rows of a kind could not be read as meant: those that seem to be gone may be among them."""
    files = {key for one in evidence.resources if one.kind == kind for key in (one.name, one.path)}
    return sum(len(rows.rows) for rows in evidence.left_out if rows.resource.partition(" > ")[0] in files)


def _since_the_last(evidence: Evidence) -> tuple[Trace, ...]:
    before = evidence.before
    if before is None:
        return (TELL.not_applicable("indicators", "No earlier submission was given to compare with (--earlier)."),)
    if before.same:
        return (TELL.not_applicable("indicators", "The submission given with --earlier is this very one."),)
    unread_here = [kind for kind in ("improvement-log", "indicators") if unread(evidence, kind)]
    traces = [TELL.too_little(kind, UNREAD, 0) for kind in unread_here]
    if before.log and "improvement-log" not in unread_here:
        traces.append(_told("improvement-log", removed_entries(evidence), len(before.log)))
    if "indicators" in unread_here:
        return tuple(traces)
    counts = Counter(one.indicator for one in before.figures)
    gone = removed_periods(evidence)
    traces += [_told(f"indicator/{id}", gone[id], counts[id]) for id in sorted(gone)]
    if not gone and before.figures:
        traces.append(_told("indicators", (), len(before.figures)))
    return tuple(traces) or (TELL.not_applicable("indicators", "The earlier submission has neither log nor figures."),)


def _told(subject: str, gone: Sequence[LogEntry | Figure], n: int) -> Trace:
    count = len(gone)
    if not count:
        says = f"{plural(n, 'row')} of the earlier submission {agree(n, 'was', 'were')} looked for; none of this time is gone."
        return TELL.tested("clear", subject, says, n, p_value=None, effect=0.0, smallest=1 / n, rows=())
    says = f"{count} of {plural(n, 'row')} submitted before {agree(count, 'is', 'are')} not there now, and nothing says why."
    trace = TELL.tested(
        "strong-question" if count >= STRONG * n else "question",
        subject,
        says,
        n,
        p_value=None,
        effect=count / n,
        smallest=1 / n,
        rows=gone,
    )
    rows = (one.model_copy(update={"resource": f"{one.resource}, earlier submission"}) for one in by_resource(gone))
    return trace.model_copy(update={"rows": tuple(rows)})
