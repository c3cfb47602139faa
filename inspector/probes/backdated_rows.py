"""Rows about a time that an earlier submission covered, and that it did not have.

Tests:
    Where earlier submissions are at hand, all of them or what a register keeps of each: which entries of the log are of a day
    by which one had been handed in, and were not in it, or got a day of a test then that they had not; which figures are of
    periods it covered, and were not in it, be it of a measure that is new with a past. Entries that only long after their
    test got what had been expected of it, the measure they are about, or a moment of writing are asked about too. Rows that
    say themselves that they were written down since are counted apart, as long as there are few: five, or a tenth of what was
    there before. Of the other kinds rows are asked about in the same way, from three and a tenth on.

Why it matters:
    What was done before a day could have been written down by that day. A past that grows afterwards can be made to fit what
    has become of the figures since.

Innocent explanations:
    A team kept its own list, and it was added to the log later.
    A measure was taken up newly, and its past was worked out from the records for comparison.
    Figures of the last months were not ready when the earlier submission was handed in.

Ask:
    Where were these rows when the earlier submission was made, and who has seen them there?
    When was each of them written down, and by whom?
    May we see the notes or records they were taken from?

Cannot tell:
    Without an earlier submission it says nothing, nor about a time before its period. A row that states another day on which
    it was written down is counted apart. It cannot tell what was forgotten from what was made up.

Reference:
    RFC 6962 (what is sealed once can be held against what is shown later); Haber & Stornetta (1991), How to time-stamp a digital
    document, Journal of Cryptology 3, 99-111.
"""

from collections.abc import Iterator, Sequence

from inspector.evidence import since_added
from inspector.evidence.before import Added, added_figures, added_log, added_others, unread
from inspector.evidence.held import OTHERS as OF_KIND
from inspector.evidence.since import Against, cited
from inspector.model.evidence import Evidence, Figure
from inspector.model.facts import About
from inspector.model.rows import Located
from inspector.model.traces import Trace
from inspector.model.words import agree, plural
from inspector.probes import FIELDS, Teller, both

ABOUT = About(
    id="backdated-rows",
    title="Rows dated back into an earlier submission",
    fields=FIELDS,
    needs=("indicators", "improvement-log"),
)
LOOKS_AT = "an earlier submission"
STRIKES = True
FEW, SHARE = 5, 0.1
"""So many rows, or this share of those before, may say that they were written down since."""
OTHERS = 2
"""So many rows of other kinds may be added."""
LACKED = {
    "tested_on": "a day of a test",
    "started_on": "a day of a test",
    "prediction": "what was expected",
    "indicator": "a measure that it is about",
    "recorded_at": "a moment of writing",
}
"""What an entry of an earlier submission had not yet."""
UNREAD = "One of the two submissions could not be read here, so nothing can be compared."
INNOCENT = (
    "A team kept its own list, and it was added to the log later.",
    "A measure was taken up newly, and its past was worked out from the records for comparison.",
    "Figures of the last months were not ready when the earlier submission was handed in.",
)
ASK = (
    "Where were these rows when the earlier submission was made, and who has seen them there?",
    "When was each of them written down, and by whom?",
    "May we see the notes or records they were taken from?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for the log, one for each indicator with figures, and one for other kinds; `n` counts the rows there are now."""
    last = _since_the_last(evidence)
    return both(last, _since_any(evidence)) if evidence.history else last


def _since_any(evidence: Evidence) -> Iterator[Trace]:
    """The same against every earlier submission, by what each held."""
    if evidence.log:
        yield _told_of_any("improvement-log", since_added.log(evidence), evidence.log)
    by_indicator: dict[str, list[Figure]] = {}
    for one in evidence.figures:
        by_indicator.setdefault(one.indicator, []).append(one)
    added = since_added.figures(evidence)
    for id, mine in sorted(by_indicator.items()):
        yield _told_of_any(f"indicator/{id}", added.get(id, since_added.Added()), mine)
    for kind, some in since_added.others(evidence).items():
        every = len(getattr(evidence, OF_KIND[kind].table))
        if len(some) > max(OTHERS, SHARE * every):
            yield _told_of_any(kind, since_added.Added(some), tuple(one.now for one in some if one.now), every)


def _told_of_any(subject: str, added: since_added.Added, every: Sequence[Located], of: int = 0) -> Trace:
    n = of or len(every)
    few = len(added.since) <= max(FEW, SHARE * n)
    asked = added.asked if few else (*added.asked, *added.since)
    says = f"{plural(n, 'row')}; none is dated back into an earlier submission."
    if asked:
        count = len(asked)
        says = (
            f"{plural(count, 'row')} about a time that an earlier submission covered {agree(count, 'was', 'were')} not in it as "
            f"{agree(count, 'it stands', 'they stand')} now"
        )
        says += "." if few else f"; {len(added.since)} of them by their own day of writing."
        says += f" {_for_one(asked)}"
    if few and added.since:
        says += f" {_apart(len(added.since))}"
    trace = TELL.tested(
        "question" if asked else "clear", subject, says, n, p_value=None, effect=len(asked) / max(1, n),
        smallest=1 / max(1, n), rows=every,
    )  # fmt: skip
    return trace.model_copy(update={"rows": cited(asked)}) if asked else trace


def _for_one(some: Sequence[Against]) -> str:
    one = some[0]
    assert one.now is not None
    lacked = "had it not" if one.then is None else f"had it without {LACKED[one.what[0]]}"
    return f"For one, row {one.now.row} of {one.now.resource}: what was received on {one.held.received_on} {lacked}."


def _since_the_last(evidence: Evidence) -> tuple[Trace, ...]:
    before = evidence.before
    if before is None:
        return (TELL.not_applicable("improvement-log", "No earlier submission was given to compare with (--earlier)."),)
    if before.same:
        says = "The submission given with --earlier is this very one, so nothing was added since."
        return (TELL.not_applicable("improvement-log", says),)
    unread_here = [kind for kind in ("improvement-log", "indicators") if unread(evidence, kind)]
    traces = [TELL.too_little(kind, UNREAD, 0) for kind in unread_here]
    if evidence.log and "improvement-log" not in unread_here:
        traces.append(_told("improvement-log", added_log(evidence, before), evidence.log))
    for id, added in added_figures(evidence, before).items() if "indicators" not in unread_here else ():
        mine = [one for one in evidence.figures if one.indicator == id]
        traces.append(_told(f"indicator/{id}", added, mine))
    for kind, added in added_others(evidence, before).items():
        few = len(added.asked) <= max(OTHERS, SHARE * added.before)
        traces.append(_told(kind, Added((), added.asked, added.before) if few else added, (), limit=OTHERS))
    return tuple(traces) or (TELL.not_applicable("improvement-log", "There is neither a log nor a figure."),)


def _told(subject: str, added: Added, every: Sequence[Located], limit: int = FEW) -> Trace:
    few = len(added.since) <= max(limit, SHARE * added.before)
    asked = added.asked if few else (*added.asked, *added.since)
    n = len(every) or added.before + len(added.asked) + len(added.since)
    says = (
        _asked(asked, added, few) if asked else f"{plural(n, 'row')}; none is dated back into the earlier submission."
    )
    if few and added.since:
        says += f" {_apart(len(added.since))}"
    return TELL.tested(
        "question" if asked else "clear",
        subject,
        says,
        n,
        p_value=None,
        effect=len(asked) / max(1, n),
        smallest=1 / max(1, n),
        rows=asked or every,
    )


def _apart(count: int) -> str:
    were, are = agree(count, "was", "were"), agree(count, "is", "are")
    return f"{count} of that time {were} written down only since, and {are} counted apart."


def _asked(asked: Sequence[Located], added: Added, few: bool) -> str:
    count = len(asked)
    says = (
        f"{plural(count, 'row')} about a time that the earlier submission covered "
        f"{agree(count, 'was', 'were')} not in it as {agree(count, 'it stands', 'they stand')} now"
    )
    return f"{says}." if few else f"{says}; {len(added.since)} of them by their own day of writing."
