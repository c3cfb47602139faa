"""No row of the decision table says that the evidence cannot be relied on, or it comes too late.

What:
    No row gives `not-trusted`, or a row with `improving` or `emerging` stands above the first that does.

Why:
    Where half of the evidence is in question, nothing good may rest on it. Without such a row, or with one that is only asked
    after a good word has been given, questions about evidence cost nothing.

Bad:
    verdicts: [{id: cannot-say, verdict: not-evidenced}]

Good:
    verdicts:
      - {id: in-question, verdict: not-trusted, when: {basis: {verdict-basis: true, compromised_share: ">= 0.5"}}}
      - {id: cannot-say, verdict: not-evidenced}

Waive:
    Where nobody submits anything, and inspectors count themselves.
"""

from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "distrust-has-no-row"
LEVEL: Level = "error"
FAMILY = "table"
GOOD = ("improving", "emerging")
ROW = '{verdict: not-trusted, when: {basis: {verdict-basis: true, compromised_share: ">= 0.5"}}}'


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """A remark where no row gives `not-trusted`, or the first that does stands behind a good word."""
    if not framework.verdicts:
        return ()
    place = next((n for n, row in enumerate(framework.verdicts) if row.verdict == "not-trusted"), None)
    if place is None:
        message = "no row of the decision table gives not-trusted, whatever is asked about the evidence"
        return (remark(ID, framework.place("verdicts"), message, f"a row as {ROW}", "put it first", LEVEL),)
    late = next((row for row in framework.verdicts[:place] if row.verdict in GOOD), None)
    if late is None:
        return ()
    row = framework.verdicts[place]
    message = f"{row.id} gives not-trusted after {late.id} may have given {late.verdict}"
    return (remark(ID, row.where, message, "not-trusted before every good word", f"move it above {late.id}", LEVEL),)
