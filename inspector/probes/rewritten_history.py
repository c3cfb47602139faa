"""Rows of an earlier submission that now say something else, or are gone.

Tests:
    Where earlier submissions are at hand, all of them or what a register keeps of each, their rows are matched by key with
    those of this one: figures of the same indicator and period, log entries of the same id. Rows that say something else
    and carry no account of it are counted; so is a moment of writing that is earlier than any that was told before. Cells filled
    that were empty, as when a test is decided later, are not counted.
    An account is a day of revision, a definition that changed, or for entries of the log the declared event `corrected`, as
    long as it is no older than three months before the end of the submission that said otherwise. What is declared and
    small is free: figures of the three months before that end, and besides two rows, or a tenth; one measure, or a tenth of them,
    worked out anew by another definition. More than that is asked about.
    Counts of who took part, and of how long cases took, are held against what they were from three and a tenth on.

Why it matters:
    What was submitted once was looked at once. A past that changes without a word about it makes every series that rests
    on it a different one than was judged before.

Innocent explanations:
    Errors were found and corrected, which is what should happen to errors.
    A definition changed, and the series was worked out anew for all periods.
    Late records arrived, and counts of past months were completed.

Ask:
    Who found that these rows were wrong, when, and how?
    Where is it written down what was changed, and who may change a figure once it was submitted?
    Do the figures that other bodies hold say the old or the new?

Cannot tell:
    Without an earlier submission it says nothing. It cannot tell a correction from anything else; what declares itself one, and
    is small, is taken for one. Of a submission of which a register keeps no files it knows that a row said otherwise, not what.

Reference:
    RFC 6962 (hash trees over records, as `inspector bundle seal` makes them); Bird and others (2005), Performance
    indicators: good, bad, and ugly, Journal of the Royal Statistical Society A 168(1), 1-27 (scrutiny of revisions).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from inspector.evidence import since_changed
from inspector.evidence.held import OTHERS
from inspector.evidence.since import Against, cited
from inspector.model.differences import Change, Difference, RewrittenRow
from inspector.model.evidence import Evidence, Figure
from inspector.model.facts import About
from inspector.model.rows import Located, numbered
from inspector.model.traces import Trace
from inspector.model.words import agree, plural
from inspector.probes import FIELDS, Teller, both
from inspector.stats.rounding import round6

ABOUT = About(
    id="rewritten-history",
    title="Rows that said something else before",
    fields=FIELDS,
    needs=("indicators", "improvement-log"),
)
INNOCENT = (
    "Errors were found and corrected, which is what should happen to errors.",
    "A definition changed, and the series was worked out anew for all periods.",
    "Late records arrived, and counts of past months were completed.",
)
ASK = (
    "Who found that these rows were wrong, when, and how?",
    "Where is it written down what was changed, and who may change a figure once it was submitted?",
    "Do the figures that other bodies hold say the old or the new?",
)
LOOKS_AT = "an earlier submission"
STRIKES = True
TELL = Teller(ABOUT.id, INNOCENT, ASK)
KINDS = ("indicators", "improvement-log")
WORDS = {"value": "number", "count": "count"}
"""Fields in words, where their names say too little."""
_ACCOUNTS = frozenset({"revised_on", "recorded_on", "recorded_at"})


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each indicator with figures, and one for the log; `n` counts the rows submitted before."""
    last = _since_the_last(evidence)
    return both(last, _since_any(evidence)) if evidence.history else last


def _since_any(evidence: Evidence) -> Iterator[Trace]:
    """The same against every earlier submission, by what each held; `n` counts the rows there are now."""
    if evidence.log:
        yield _told("improvement-log", since_changed.log(evidence), evidence.log)
    by_indicator: dict[str, list[Figure]] = {}
    for one in evidence.figures:
        by_indicator.setdefault(one.indicator, []).append(one)
    changed = since_changed.figures(evidence)
    for id, mine in sorted(by_indicator.items()):
        yield _told(f"indicator/{id}", changed.get(id, since_changed.Changed()), mine)
    for kind, some in since_changed.counts(evidence).items():
        every = getattr(evidence, OTHERS[kind].table)
        if not since_changed.small(len(some), len(every)):
            yield _told(kind, since_changed.Changed(old=some), every)


def _told(subject: str, changed: since_changed.Changed, every: Sequence[Located]) -> Trace:
    n, old = len(every), changed.old
    many = not since_changed.small(len(old), n)
    asked = (*changed.asked, *old) if many else changed.asked
    says = f"{plural(n, 'row')}; none says something else than in an earlier submission without an account of it."
    if asked:
        count = len(asked)
        says = (
            f"{count} of {plural(n, 'row')} {agree(count, 'says', 'say')} something else than in an earlier submission"
        )
        if not changed.asked:
            says += f"; {_declared(subject)}"
        elif many:
            says += (
                f"; nothing says why of {len(changed.asked)}, and {len(old)} {agree(len(old), 'is', 'are')} declared"
            )
        else:
            says += ", and nothing says why"
        says += f". {_for_one(asked[0])}"
    free = len(changed.declared) + (0 if many else len(old))
    if free:
        says += f" {free} {agree(free, 'is', 'are')} as declared."
    trace = TELL.tested(
        "strong-question" if changed.asked else "question" if asked else "clear", subject, says, n, p_value=None,
        effect=len(asked) / max(1, n), smallest=1 / max(1, n), rows=every,
    )  # fmt: skip
    return trace.model_copy(update={"rows": cited(asked)}) if asked else trace


def _declared(subject: str) -> str:
    if subject in since_changed.COUNTED:
        return "that is more than a few"
    return "that is declared, and more than a few"


def _for_one(one: Against) -> str:
    assert one.now is not None
    assert one.then is not None
    return (
        f"For one, row {one.now.row} of {one.now.resource} was row {one.then.row} of what was received on "
        f"{one.held.received_on}, with another {WORDS.get(one.what[0], one.what[0])}."
    )


def _since_the_last(evidence: Evidence) -> tuple[Trace, ...]:
    if evidence.earlier is None:
        says = "No earlier submission was given to compare with (--earlier)."
        return (Trace(probe=ABOUT.id, subject="indicators", outcome="not-applicable", says=says, n=0),)
    by_kind = {one.kind: one for one in evidence.earlier if one.kind in KINDS}
    traces = [_unread(one) for one in by_kind.values() if one.state == "unread"]
    if (found := by_kind.get("indicators")) and found.state != "unread":
        traces += _figures(evidence, found)
    if (found := by_kind.get("improvement-log")) and found.state != "unread":
        # What is gone is asked about by itself where the earlier submission is at hand as a whole.
        gone = found.removed if evidence.before is None else ()
        told = _corrected(evidence)
        rows = [row for row in found.rewritten if row.row_after not in told]
        traces.append(_trace("improvement-log", found.rows_before, rows, gone, found.resource))
    return tuple(sorted(traces, key=lambda trace: trace.subject))


def _corrected(evidence: Evidence) -> set[int]:
    """Rows of the log that were put right as declared, and are few; each against the submissions that its day accounts for."""
    changed = since_changed.log(evidence)
    if not since_changed.small(len(changed.old), len(evidence.log)):
        return set()
    return {one.now.row for one in changed.old if one.now is not None}


def _unread(one: Difference) -> Trace:
    says = "One of the two submissions could not be read here, so nothing can be compared."
    return Trace(probe=ABOUT.id, subject=one.kind, outcome="insufficient-data", says=says, n=0, smallest_dose=1.0)


def _figures(evidence: Evidence, found: Difference) -> list[Trace]:
    figures = {figure.row: figure for figure in evidence.figures if figure.resource == found.resource}
    accounted = {one.indicator: one.definition_changes for one in evidence.indicators}
    by_indicator: dict[str, list[RewrittenRow]] = {}
    for row in found.rewritten:
        figure = figures.get(row.row_after)
        if figure is not None and not _accounted(figure, accounted.get(figure.indicator, ()), row):
            by_indicator.setdefault(figure.indicator, []).append(row)
    added = set(found.added)
    counts = Counter(figure.indicator for row, figure in figures.items() if row not in added)
    traces = [
        _trace(f"indicator/{id}", count, by_indicator.get(id, ()), (), found.resource)
        for id, count in sorted(counts.items())
    ]
    if found.removed and evidence.before is None:
        traces.append(_trace("indicators", found.rows_before, (), found.removed, found.resource))
    return traces


def _accounted(figure: Figure, definitions: Sequence[date], row: RewrittenRow) -> bool:
    """Whether the figure says when it was revised, or its definition changed after the period."""
    told = figure.revised_on is not None or any(day >= figure.period_end for day in definitions)
    return told or not _said_otherwise(row.changes)


def _said_otherwise(changes: Sequence[Change]) -> bool:
    """Whether a cell that said something says something else; when and by whom it was written down does not count."""
    return any(change.before is not None and change.field not in _ACCOUNTS for change in changes)


def _trace(subject: str, n: int, rows: Sequence[RewrittenRow], removed: Sequence[int], resource: str) -> Trace:
    changed = [row for row in rows if _said_otherwise(row.changes)]
    total, smallest = len(changed) + len(removed), round6(1 / max(1, n))
    if not total:
        says = (
            f"{plural(n, 'row')} {agree(n, 'was', 'were')} compared with the earlier submission; none "
            "says something else without an account of it."
        )
        return Trace(
            probe=ABOUT.id, subject=subject, outcome="clear", says=says, n=n, effect=0.0, smallest_dose=smallest
        )
    parts = (
        [f"{len(changed)} of {plural(n, 'row')} {agree(len(changed), 'says', 'say')} something else than before"]
        if changed
        else []
    )
    parts += (
        [f"{plural(len(removed), 'row')} submitted before {agree(len(removed), 'is', 'are')} not there now"]
        if removed
        else []
    )
    example = _example(changed[0]) if changed else ""
    kind = "improvement-log" if subject == "improvement-log" else "indicators"
    places = (
        (resource, tuple(row.row_after for row in changed)),
        (f"{resource}, earlier submission", tuple(removed)),
    )
    return Trace(
        probe=ABOUT.id,
        subject=subject,
        outcome="strong-question",
        says=f"{' and '.join(parts)}, and nothing says why.{example}",
        n=n,
        effect=round6(min(1.0, total / max(1, n))),
        smallest_dose=smallest,
        innocent=INNOCENT,
        ask=ASK,
        rows=tuple(
            numbered(resource, kind, some).model_copy(update={"resource": name}) for name, some in places if some
        ),
    )


def _example(row: RewrittenRow) -> str:
    change = next(one for one in row.changes if one.before is not None and one.field not in _ACCOUNTS)
    return f" For one, {change.field} of {row.key} was {change.before} and is {change.after or 'empty'}."
