"""A good signal, probe and lint, in which the cases of `bad.yaml` change one thing each."""

SIGNAL = '''"""How many words there are.

Measures:
    Entries of the log.

Why it matters:
    It does not; this is for tests.

Cannot tell:
    Anything.

Reference:
    None yet.
"""

from inspector.model.evidence import Evidence, Rows
from inspector.model.facts import About, Fact, Field

ABOUT = About(
    id="word-count",
    title="Words",
    needs=("improvement-log",),
    fields=(
        Field(name="words", type="integer", says="Words."),
        Field(name="moved", type="string", says="Which way.", choices=("more", "less")),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    n = len(evidence.log)
    if not n:
        return ()
    return (Fact(
        id="signal/word-count/all",
        kind="signal/word-count",
        fields={"words": n, "moved": "more"},
        says=f"{n} entries.",
        rests_on=("improvement-log",),
        rows=(Rows(resource=evidence.log[0].resource, rows=(2, 3)),),
    ),)  # the end
'''

PROBE = '''"""Words that are odd.

Tests:
    The words of the log.

Why it matters:
    It does not; this is for tests.

Innocent explanations:
    Many people write.

Ask:
    Who wrote this?

Cannot tell:
    Anything.

Reference:
    None yet.
"""

from inspector.model.evidence import Evidence
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.probes import FIELDS

ABOUT = About(id="odd-words", title="Odd words", fields=FIELDS, needs=("improvement-log",))
LOOKS_AT = "words"


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    return (Trace(
        probe="odd-words",
        subject="improvement-log",
        outcome="question",
        says="Some words are odd.",
        n=len(evidence.log),
        p_value=0.001,
        effect=0.1234567,
        smallest_dose=0.2,
        innocent=("Many people write.",),
        ask=("Who wrote this?",),
    ),)  # the end
'''

LINT = '''"""A rule has long words.

Avoid:  says: "Notwithstanding."
Prefer: says: "Still."
"""

from inspector.model.problems import Problem

ID = "long-words"


def examine(framework, vocabulary):
    return (Problem(rule=ID, level="query", where=framework.rules[0].where, message="a word is long"),)
'''
