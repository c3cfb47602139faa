"""What is said of commitments: how many rows of how many, by submissions whose dates who vouches for, and what is missing."""

from collections import Counter
from collections.abc import Iterator, Sequence

from inspector.evidence.tables import INDICATOR
from inspector.model.assurance import said
from inspector.model.commitment import Commitment, DatedBy, RowsCommitted
from inspector.model.held import Held, Received
from inspector.model.ladder import VerdictWord
from inspector.model.months import day_month_year
from inspector.model.rows import by_resource
from inspector.model.words import agree, in_a_row
from inspector.proof.commitments import BY, WITHIN, Commitments, Kept
from inspector.proof.foretold import foretold
from inspector.proof.told import rows_in_words

FIRST = 20
"""So many rows that are not committed are told, the first."""
NOUNS = {
    "improvement-log": ("test", "tests"),
    "indicators": ("figure", "figures"),
    "participation": ("row on who took part", "rows on who took part"),
    "voice": ("row of voice", "rows of voice"),
    "leadership": ("row on leadership", "rows on leadership"),
    "recommendations": ("recommendation", "recommendations"),
    "case-reviews": ("case review", "case reviews"),
    "durations": ("row on how long it took", "rows on how long it took"),
    "self-evaluation": ("statement of its own", "statements of its own"),
    "partnership": ("commitment between agencies", "commitments between agencies"),
}
"""What the rows of a kind are called."""


def rows_of_kinds(asked: Commitments) -> dict[str, tuple[Kept, ...]]:
    """Every row that is asked after, by its kind; kinds without rows left out."""
    every = {"improvement-log": asked.tests, "indicators": asked.figures, **asked.others}
    return {kind: rows for kind, rows in every.items() if rows}


def counted(evidence: str, rows: Sequence[Kept]) -> RowsCommitted:
    """How many of these rows are committed, and the first that are not."""
    left = sorted((one.row for one in rows if one.place is None), key=lambda row: (row.resource, row.row))
    return RowsCommitted(
        evidence=evidence, committed=len(rows) - len(left), of=len(rows), first_not=by_resource(left[:FIRST])
    )


def commitment(asked: Commitments, verdict: VerdictWord, without: VerdictWord, *, own: bool) -> Commitment:
    """All that is told of the commitments of a verdict, judged anew as `without`; `own`: the one judged is in the history."""
    rows = tuple(counted(kind, some) for kind, some in rows_of_kinds(asked).items())
    history = asked.history
    first, last = history[0].received_on, history[-1].received_on
    made = Commitment(
        submissions=len(history),
        first_received=first.isoformat(),
        last_received=last.isoformat(),
        dated=_dated(history),
        rows=rows,
        indicators=_by_indicator(asked.figures),
        without=without,
        foretold=foretold(asked),
        says="",
    )
    return made.model_copy(update={"says": " ".join(_says(made, history, verdict, own=own))})


def _by_indicator(figures: Sequence[Kept]) -> tuple[RowsCommitted, ...]:
    found: dict[str, list[Kept]] = {}
    for one in figures:
        found.setdefault(f"{INDICATOR}{getattr(one.row, 'indicator', '')}", []).append(one)
    return tuple(counted(name, found[name]) for name in sorted(found))


def _says(made: Commitment, history: Sequence[Held], verdict: VerdictWord, *, own: bool) -> Iterator[str]:
    told = [f"{one.committed} of {one.of} {_noun(one)}" for one in made.rows]
    many = len(told) if len(told) > 1 else max(one.of for one in made.rows) if made.rows else 0
    yield (
        f"{in_a_row(told)} {agree(many, 'is', 'are')} committed: a submission that was received in time holds "
        f"{agree(many, 'it as it is', 'them as they are')} now. {_known(history, own=own)}."
        if told
        else f"Nothing is there that could be committed. {_known(history, own=own)}."
    )
    yield from _vouched(made.dated)
    left = [
        f"{one.of - one.committed} {_noun(one, one.of - one.committed)}" for one in made.rows if one.of > one.committed
    ]
    if left:
        same = "the verdict is the same" if made.without == verdict else f"the verdict would be {said(made.without)}"
        yield f"Judged anew without the {in_a_row(left)} that {_be(made.rows)} not, {same}."


def _be(rows: Sequence[RowsCommitted]) -> str:
    return agree(sum(one.of - one.committed for one in rows), "is", "are")


def _known(history: Sequence[Held], *, own: bool) -> str:
    earlier = len(history) - own
    first, last = day_month_year(history[0].received_on), day_month_year(history[-1].received_on)
    days = f"on {first}" if first == last else f"from {first} to {last}"
    both = f"{earlier} earlier {agree(earlier, 'submission', 'submissions')}{' and this one' if own else ''}"
    return f"{both} {agree(len(history), 'is', 'are')} known, received {days}"


def _vouched(dated: Sequence[DatedBy]) -> Iterator[str]:
    """Who vouches for the dates: `The register with the key 1a2b3c4d says when they were received.`"""
    for one in dated:
        many = one.submissions
        which = (
            f"{many} of these {agree(many, 'was', 'were')}" if len(dated) > 1 else agree(many, "it was", "they were")
        )
        if one.by == "register":
            yield f"The register with the key {one.key} says when {which} received."
        elif one.by == "receipt":
            by = f"{agree(many, 'A receipt', 'Receipts')} of the register with the key {one.key} {agree(many, 'says', 'say')}"
            yield f"{by} when {which} received."
        else:
            who = (
                ("it says" if len(dated) == 1 else "that one says")
                if many == 1
                else "those say"
                if len(dated) > 1
                else "they say"
            )
            yield f"When {which} received, {who} {agree(many, 'itself', 'themselves')}: nobody else vouches for that."


def _dated(history: Sequence[Held]) -> tuple[DatedBy, ...]:
    found: Counter[tuple[Received, str]] = Counter((one.received_by, one.register_key) for one in history)
    order = sorted(found, key=lambda one: (BY.index(one[0]), one[1]))
    return tuple(DatedBy(by=by, key=key, submissions=found[by, key]) for by, key in order)


def missing(made: RowsCommitted) -> str:
    """`12 of its 500 tests are not committed: improvement-log.csv rows 3, 8-12 and more.`"""
    left = made.of - made.committed
    if not left:
        return f"all of its {plural_of(made, made.of)} {agree(made.of, 'is', 'are')} committed"
    shown = sum(len(one.rows) for one in made.first_not)
    more = f", and {left - shown} more" if left > shown else ""
    return (
        f"{left} of its {plural_of(made, made.of)} {agree(left, 'is', 'are')} not committed "
        f"({rows_in_words(made.first_not)}{more})"
    )


def plural_of(made: RowsCommitted, number: int) -> str:
    """`1 test`, `2 figures`."""
    return f"{number} {_noun(made, number)}"


def _noun(one: RowsCommitted, number: int | None = None) -> str:
    names = NOUNS.get(one.evidence, NOUNS["indicators"] if one.evidence.startswith(INDICATOR) else ("row", "rows"))
    return agree(one.of if number is None else number, *names)


TAKES = (
    f"each test has to stand with its prediction in a submission received within {WITHIN} days of its start, before the figures "
    f"show what it is for, and each figure in one received within {WITHIN} days of the end of its period"
)
"""What it takes to be committed."""
