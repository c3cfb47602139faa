"""Entries by teams and roles of whom, in the same weeks, nobody is counted as having taken part.

Tests:
    For each entry of the improvement log: whether participation counts any contributor in the team and role that raised it,
    in the period in which it was raised. Entries whose team, role or period participation does not name are left out.

Why it matters:
    Both tell of the same work. Where many entries come from groups in which nobody raised, tested or studied anything, one
    of the two was not written by those who were there.

Innocent explanations:
    Contributors are counted in another quarter than the one in which the idea was raised.
    Whoever wrote the entry named the team of the case, not their own.
    Participation was counted from attendance, not from the log.

Ask:
    Who raised these ideas, and where were they when contributors were counted?
    How are contributors counted, by whom and from what?

Cannot tell:
    Which of the two is right. Where one hand wrote both, they agree and nothing is seen. Nothing is said of fewer than
    ten entries whose team, role and period are named in both.

Reference:
    Taylor et al. (2014), BMJ Quality & Safety 23(4), 290-298 (what reports of PDSA cycles leave out); MHRA (2018), GXP Data
    Integrity Guidance and Definitions (records of the same event that must agree).
"""

from collections.abc import Sequence
from datetime import date

from inspector.model.evidence import Evidence, LogEntry, Participation
from inspector.model.facts import About
from inspector.model.spellings import folded
from inspector.model.traces import Trace
from inspector.model.words import agree
from inspector.probes import FIELDS, Teller

ABOUT = About(
    id="log-against-participation",
    title="Entries by groups in which nobody took part",
    fields=FIELDS,
    needs=("improvement-log", "participation"),
)
LOOKS_AT = "who took part"
STRIKES = True
SUBJECT = "improvement-log"
FEWEST, SOME, SHARE = 10, 5, 0.15
"""Entries named in both; entries without contributors, in number and share, from which a slip no longer explains them."""
INNOCENT = (
    "Contributors are counted in another quarter than the one in which the idea was raised.",
    "Whoever wrote the entry named the team of the case, not their own.",
    "Participation was counted from attendance, not from the log.",
)
ASK = (
    "Who raised these ideas, and where were they when contributors were counted?",
    "How are contributors counted, by whom and from what?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)
Counted = dict[tuple[str, str], list[tuple[date, date, int]]]


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for the improvement log. `n`: entries named in both; `effect`: the share of them without a contributor."""
    if not evidence.log or not evidence.participation:
        return (TELL.not_applicable(SUBJECT, "An improvement log and participation are needed, and one is missing."),)
    counted = _counted(evidence.participation)
    there: list[LogEntry] = []
    alone: list[LogEntry] = []
    for entry in sorted(evidence.log, key=lambda entry: (entry.resource, entry.row, entry.id)):
        took = _took(entry, counted)
        if took is not None:
            (there if took else alone).append(entry)
    n = len(there) + len(alone)
    if n < FEWEST:
        says = (
            f"{n} of {len(evidence.log)} {agree(len(evidence.log), 'entry', 'entries')} "
            f"{agree(n, 'has', 'have')} a team, role and period that "
            f"participation names; {FEWEST} are needed."
        )
        return (TELL.too_little(SUBJECT, says, n, 1.0 if n < SOME else SOME / n),)
    asks = len(alone) >= SOME and len(alone) >= SHARE * n
    says = (
        f"{len(alone)} of {n} entries {agree(len(alone), 'comes', 'come')} from a team and role of "
        "which, when they were raised, nobody is counted as having "
        "taken part."
    )
    return (
        TELL.tested(
            "question" if asks else "clear",
            SUBJECT,
            says,
            n,
            p_value=None,
            effect=len(alone) / n,
            smallest=max(SOME / n, SHARE),
            rows=alone if asks else [*there, *alone],
        ),
    )


def _counted(rows: Sequence[Participation]) -> Counted:
    found: Counted = {}
    for one in rows:
        key = (folded(one.team), folded(one.role))
        found.setdefault(key, []).append((one.period_start, one.period_end, one.contributors))
    return found


def _took(entry: LogEntry, counted: Counted) -> int | None:
    """The contributors of the entry's team and role when it was raised. None where participation does not name them."""
    mine = counted.get((folded(entry.team), folded(entry.raised_by_role)), [])
    found = [took for first, last, took in mine if first <= entry.raised_on <= last]
    return sum(found) if found else None
