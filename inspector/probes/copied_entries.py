"""Entries of the improvement log whose words are those of another entry, or nearly so.

Tests:
    Whether aim, prediction and learning of an entry, taken together, share more rare words with another entry than two
    entries of this log usually do. Words that everybody uses, and forms of words that always come together, count for
    nothing. Entries that follow each other in one PDSA cycle may resemble each other and are not compared, nor is a
    test tried elsewhere with the one that says that it spread to that team, unless even the learning is the same, word
    for word.

Why it matters:
    A stream of small tests is worth what was learned from each. The same words again tell nothing new about the
    second test, whether it took place or not.

Innocent explanations:
    The same test was done with several families or teams, and the text was carried over.
    Everybody fills in the same form, with set sentences.
    An entry was saved twice.

Ask:
    Who tried this each time, with whom, and what was different the second time?
    May we hear it from the people who did these tests?
    How is the log written: as it happens, or later by one person from a form?

Cannot tell:
    Why words were carried over, nor whether the test took place, nor whether a person or a machine wrote. No probe
    claims that: measures of style that ask about one in a hundred logs of some people ask about one in three of other
    people. Copies put into wholly new words are not seen, nor are copies in texts of fewer than eight different words,
    nor edited ones within one cycle, or single ones in a log of less than ten. In a log of more than about a hundred
    entries written in the same few sentences, single edited copies are hard to tell from chance.
    `strong-question` rests on counting and not on chance: when a quarter of all entries hold the same 25 words or more,
    all but a word in twenty, then whatever the reason, each of them is no evidence of a test of its own. So does the
    question about a log in which three entries of ten share four words of five with another.

Reference:
    Broder (1997), On the resemblance and containment of documents, Compression and Complexity of Sequences, 21-29;
    Taylor et al. (2014), BMJ Quality & Safety 23(4), 290-298 (what a PDSA cycle should document).
"""

from collections.abc import Sequence

from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import About
from inspector.model.rows import by_resource
from inspector.model.traces import Outcome, Trace
from inspector.model.words import agree
from inspector.probes import FIELDS
from inspector.stats.rounding import round6

ABOUT = About(id="copied-entries", title="Entries in the same words", fields=FIELDS, needs=("improvement-log",))
LOOKS_AT = "words that come again"
STRIKES = True
SUBJECT = "improvement-log"
ALPHA = 0.01
FEWEST = 10
"""Entries with text below which two that are much alike may be nothing but two alike."""
LARGE, MANY = 0.25, 10
"""Share and number of entries in the same long words from which the question is a strong one."""
SOME = 3
"""Entries in the same long words from which a question is put, whatever the p-value."""
NEAR, MOST = 4, 0.3
"""Entries, and share of all, with four words of five in common with another, from which a question is put as well."""
INNOCENT = (
    "The same test was done with several families or teams, and the text was carried over.",
    "Everybody fills in the same form, with set sentences.",
    "An entry was saved twice.",
)
ASK = (
    "Who tried this each time, with whom, and what was different the second time?",
    "May we hear it from the people who did these tests?",
    "How is the log written: as it happens, or later by one person from a form?",
)


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for the improvement log. `n`: entries compared; `effect`: the share of them in the same words."""
    from inspector.stats.copies import SHORT, copies

    if not evidence.log:
        return (_trace("not-applicable", "There is no improvement log, or it has no entries.", 0),)
    log = sorted(evidence.log, key=lambda entry: (entry.resource, entry.row, entry.id))
    found = copies([_text(entry) for entry in log], _kin(log))
    n = len(found.compared)
    near = list(found.near) if len(found.near) >= max(NEAR, MOST * n) else []
    if n < FEWEST and not near:
        says = (
            f"{n} of {len(log)} {agree(len(log), 'entry', 'entries')} {agree(n, 'has', 'have')} a "
            f"text of {SHORT} different words or "
            f"more; {FEWEST} are needed."
        )
        return (_trace("insufficient-data", says, n, smallest_dose=round6(2 / n) if n > 1 else 1.0),)
    same = sorted({place for group in found.same if len(group) >= SOME for place in group})
    # A log too short, or copied as a whole, does not say how alike its entries usually are.
    likely = [pair for pair in found.pairs if pair.p_value < ALPHA and n >= FEWEST]
    concerned = sorted({*same, *near, *(place for pair in likely for place in (pair.first, pair.second))})
    outcome: Outcome = "question" if concerned else "clear"
    if len(same) >= max(MANY, LARGE * n):
        outcome = "strong-question"
    p_value = found.pairs[0].p_value if found.pairs else 1.0
    says = _says(n, [log[place] for place in concerned], len(same), bool(near))
    return (
        _trace(
            outcome,
            says,
            n,
            p_value=None if same or near else round6(max(p_value, 1e-15)),
            effect=round6(len(concerned) / n),
            smallest_dose=round6(2 / n),
            innocent=INNOCENT if concerned else (),
            ask=ASK if concerned else (),
            rows=by_resource(log[place] for place in concerned or found.compared),
        ),
    )


def _trace(outcome: Outcome, says: str, n: int, **more: object) -> Trace:
    return Trace.model_validate(
        {"probe": ABOUT.id, "subject": SUBJECT, "outcome": outcome, "says": says, "n": n, **more}
    )


def _text(entry: LogEntry) -> str:
    return "\n".join(part for part in (entry.aim, entry.prediction, entry.learned) if part)


def _kin(log: Sequence[LogEntry]) -> list[str]:
    """A name for the cycle each entry belongs to. Entries that learned the same, word for word, are nobody's kin."""
    before = {entry.id: entry.follows for entry in log if entry.follows} | _tried_elsewhere(log)
    learned: dict[str, int] = {}
    for entry in log:
        learned[entry.learned or ""] = learned.get(entry.learned or "", 0) + 1
    kin = []
    for entry in log:
        start, seen = entry.id, {entry.id}
        while (earlier := before.get(start)) and earlier not in seen:
            seen.add(earlier)
            start = earlier
        again = entry.learned and learned[entry.learned] > 1
        kin.append(f"entry {entry.row} {entry.id}" if again else f"cycle {start}")
    return kin


def _tried_elsewhere(log: Sequence[LogEntry]) -> dict[str, str]:
    """Entries with the aim of an earlier one that says that it spread to their team, by the id of the earlier one."""
    from inspector.stats.copies import words

    aims: dict[tuple[str, ...], list[LogEntry]] = {}
    for entry in log:
        if entry.tried_on is not None:
            aims.setdefault(words(entry.aim), []).append(entry)
    found = {}
    for some in aims.values():
        some.sort(key=lambda entry: (entry.tried_on or entry.raised_on, entry.row))
        for place, entry in enumerate(some):
            origin = next((one for one in some[:place] if _spread(one, entry)), None)
            if origin is not None and not entry.follows:
                found[entry.id] = origin.id
    return found


def _spread(first: LogEntry, later: LogEntry) -> bool:
    """Whether a test says that it spread to the team of another one, which came after it."""
    return (
        later.team in first.spread_to
        and first.team != later.team
        and first.tried_on is not None
        and later.tried_on is not None
        and first.tried_on < later.tried_on
    )


def _says(n: int, concerned: Sequence[LogEntry], same: int, near: bool) -> str:
    if not concerned:
        return f"{n} entries compared; no two share more of their words than chance explains in a log like this."
    names = ", ".join(entry.id for entry in concerned[:6]) + (" and others" if len(concerned) > 6 else "")
    also = f"; {same} of them {agree(same, 'holds', 'hold')} the same long text but for a word or two" if same else ""
    many = f"{len(concerned)} of {n} entries"
    if near:
        return f"{many} share most of their words with another entry ({names}){also}."
    return f"{many} share far more of their words than entries of this log usually do ({names}){also}."
