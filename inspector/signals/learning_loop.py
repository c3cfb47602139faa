"""Whether tests of change teach anything: predicted, compared with what came, given up where they did not work, repeated.

Measures:
    Of the tests of change in the log: the share with a prediction, the share that was studied (of those that are two
    months old or more), the share with both a prediction and a lesson, how many decisions were to give the idea up, how many
    tests follow an earlier one and the longest chain of them, and what share of the lessons are different texts. The
    change is the share that was compared in the later half of the period less that in the first.

Why it matters:
    A cycle without a prediction cannot surprise anybody, and one that is never given up was never a test. Learning comes
    from mistakes and from successes, and shows in the next test.

Cannot tell:
    Whether a prediction was written before the test, or a lesson was used by anybody. A text that differs may still say
    nothing.

Reference:
    Taylor et al. (2014), BMJ Quality & Safety 23(4), 290-298; Knudsen et al. (2019), BMC Health Services Research 19:683,
    table 1 (iterative cycles, prediction); Reed & Card (2016), BMJ Quality & Safety 25(3), 147-152.
"""

from collections.abc import Sequence

from inspector.evidence.records import Found, change, fact, last_day, percent, share, shared, span, tested_on, tests
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import About, Fact, Field

OLD_ENOUGH = 62
"""Days after its test by which an entry may be expected to have been studied."""

ABOUT = About(
    id="learning-loop",
    title="What tests of change teach",
    needs=("improvement-log",),
    fields=(
        Field(name="tests", type="integer", says="Tests of change that count."),
        Field(name="predicted_share", type="number", says="Share of them with a prediction."),
        Field(name="unpredicted", type="integer", says="Tests without a prediction."),
        Field(name="studied_share", type="number", says="Share of those two months old that were studied."),
        Field(name="compared_share", type="number", says="Share of them with a prediction and a lesson."),
        Field(name="lessons", type="integer", says="Tests with a lesson."),
        Field(name="distinct_share", type="number", says="Share of the lessons that are different texts."),
        Field(name="repeated", type="integer", says="Lessons whose text another lesson has too."),
        Field(name="decided", type="integer", says="Tests that were decided on."),
        Field(name="abandoned", type="integer", says="Decisions to give the idea up."),
        Field(name="abandoned_share", type="number", says="Share of the decisions that were to give the idea up."),
        Field(name="chained", type="integer", says="Tests that follow an earlier one."),
        Field(name="longest_chain", type="integer", says="Most tests in a row, each following the one before."),
        Field(name="change", type="number", says="Compared share in the later half less that in the first half."),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact; none where no test of change counts."""
    done = tests(evidence)
    if not done:
        return ()
    old = [entry for entry in done if (last_day(evidence) - tested_on(entry)).days >= OLD_ENOUGH]
    decided = [entry for entry in done if entry.decision]
    lessons = [" ".join(entry.learned.casefold().split()) for entry in done if entry.learned]
    given_up = sum(entry.decision == "abandon" for entry in decided)
    chains = _chains(done)
    found: Found = {
        "tests": len(done),
        "predicted_share": shared(done, lambda entry: bool(entry.prediction)),
        "unpredicted": sum(not entry.prediction for entry in done),
        "studied_share": shared(old, lambda entry: bool(entry.studied_on or entry.learned)),
        "compared_share": _compared(done),
        "lessons": len(lessons),
        "distinct_share": share(len(set(lessons)), len(lessons)),
        "repeated": len(lessons) - len(set(lessons)),
        "decided": len(decided),
        "abandoned": given_up,
        "abandoned_share": share(given_up, len(decided)),
        "chained": sum(length > 1 for length in chains.values()),
        "longest_chain": max(chains.values()),
        "change": change(done, tested_on, _compared, evidence),
    }
    says = (
        f"Of {len(done)} tests {span(evidence)}, {percent(found['predicted_share'])} had a prediction and "
        f"{percent(found['compared_share'])} a prediction and a lesson; of {len(decided)} decisions {given_up} were to give "
        f"the idea up; {found['chained']} tests follow an earlier one, at most {found['longest_chain']} in a row."
    )
    return (fact(ABOUT, "log", found, says, ["improvement-log"], done),)


def _compared(entries: Sequence[LogEntry]) -> float | None:
    return shared(entries, lambda entry: bool(entry.prediction and entry.learned))


def _chains(done: Sequence[LogEntry]) -> dict[str, int]:
    """How many tests lead up to each one, itself included. A circle of entries that follow one another counts as one."""
    before = {entry.id: entry.follows for entry in done}
    lengths: dict[str, int] = {}
    for start in before:
        path: list[str] = []
        at: str | None = start
        while at is not None and at in before and at not in lengths and at not in path:
            path.append(at)
            at = before[at]
        length = lengths.get(at, 0) if at is not None and at not in path else 0
        for place, name in enumerate(reversed(path), 1):
            lengths[name] = length + place
    return lengths
