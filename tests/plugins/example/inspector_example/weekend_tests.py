"""More tests of change on Saturdays and Sundays than an office that is closed then would have.

Tests:
    The weekdays of the dates on which tests were begun. Its p-value is how often so many would fall on weekends if one
    test in twenty did, by the binomial distribution.

Why it matters:
    Dates that are made up afterwards fall on any day of the week. Dates of work fall on days of work.

Innocent explanations:
    The service works at weekends, as duty teams and hospitals do.
    The log was dated when it was typed in, and that was done at home.

Ask:
    Who was at work on these days, and what did they try?

Cannot tell:
    Dates that were made up with a calendar at hand. It looks at nothing but the day of the week.

Reference:
    Nigrini (2012), Benford's Law, Wiley, chapter 15: tests of dates by weekday.
"""

from math import comb

from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.probes import FIELDS, Teller

ABOUT = About(id="weekend-tests", title="Tests on weekends", fields=FIELDS, needs=("improvement-log",))
LOOKS_AT = "the weekdays of the log"
SUBJECT = "improvement-log"
USUAL, ALPHA, FEWEST = 0.05, 0.001, 20
INNOCENT = (
    "The service works at weekends, as duty teams and hospitals do.",
    "The log was dated when it was typed in, and that was done at home.",
)
ASK = ("Who was at work on these days, and what did they try?",)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for the log."""
    begun = [one for one in evidence.log if one.started_on]
    if not begun:
        return (TELL.not_applicable(SUBJECT, "No test of the log says when it was begun."),)
    if len(begun) < FEWEST:
        return (TELL.too_little(SUBJECT, f"{len(begun)} tests are dated; {FEWEST} are needed.", len(begun), 0.5),)
    weekend = [one for one in begun if _on_weekend(one)]
    chance = sum(
        comb(len(begun), k) * USUAL**k * (1 - USUAL) ** (len(begun) - k) for k in range(len(weekend), len(begun) + 1)
    )
    asks = chance < ALPHA
    says = f"{len(weekend)} of {len(begun)} tests were begun on a Saturday or Sunday."
    trace = TELL.tested(
        "question" if asks else "clear",
        SUBJECT,
        says,
        len(begun),
        p_value=chance,
        effect=len(weekend) / len(begun),
        smallest=USUAL + 3 * (USUAL * (1 - USUAL) / len(begun)) ** 0.5,
        rows=weekend if asks else begun,
    )
    return (trace,)


def _on_weekend(entry: LogEntry) -> bool:
    return entry.started_on is not None and entry.started_on.weekday() >= 5
