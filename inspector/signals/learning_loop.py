"""Whether tests of change teach anything: predicted, compared with what came, given up where they did not work, repeated.

Measures:
    Of the tests of change in the log that count: how many have a prediction, were studied (of those that are two months old
    or more), have both a prediction and a lesson; how many were decided on by the last day that counts, how many of these to
    give the idea up, and how many only later; how many name an earlier test that they follow, not tested after them,
    and the longest chain of such; in how many different texts the lessons are. The change is the share with both, in the
    later half of the period less that in the first.

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

from collections.abc import Mapping, Sequence

from inspector.evidence.aside import FIELDS, Apart
from inspector.evidence.records import (
    UNTIL,
    Found,
    after_last,
    apart_tests,
    by_then,
    change,
    fact,
    last_day,
    share,
    shared,
    span,
    tested_on,
)
from inspector.model import describe
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import About, Fact
from inspector.model.spellings import folded
from inspector.model.words import agree

OLD_ENOUGH = 62
"""Days after its test by which an entry may be expected to have been studied."""

ABOUT = About(
    id="learning-loop",
    title="What tests of change teach",
    needs=("improvement-log",),
    fields=(
        describe.count("tests", "Tests of change that count.", "activity", "tests", equals="recorded - set_aside"),
        *FIELDS,
        UNTIL,
        describe.count("predicted", "Tests with a prediction.", "activity", "tests", good="up", at_most="tests"),
        describe.share(
            "predicted_share",
            "Share of the tests with a prediction.",
            "activity",
            good="up",
            equals="predicted / tests",
        ),
        describe.count(
            "unpredicted",
            "Tests that state no prediction.",
            "activity",
            "tests",
            good="down",
            equals="tests - predicted",
            at_most="tests",
        ),
        describe.share(
            "studied_share", "Share of the tests two months old or older that were studied.", "activity", good="up"
        ),
        describe.count(
            "compared",
            "Tests with a prediction and a lesson.",
            "activity",
            "tests",
            good="up",
            at_most="predicted lessons",
        ),
        describe.share(
            "compared_share",
            "Share of the tests with a prediction and a lesson.",
            "activity",
            good="up",
            equals="compared / tests",
        ),
        describe.count("lessons", "Tests with a lesson.", "activity", "tests", good="up", at_most="tests"),
        describe.count(
            "distinct", "How many different texts the lessons are.", "activity", "lessons", good="up", at_most="lessons"
        ),
        describe.share(
            "distinct_share",
            "Different texts, as a share of the lessons.",
            "activity",
            good="up",
            equals="distinct / lessons",
        ),
        describe.count(
            "repeated",
            "Lessons whose text an earlier one has already.",
            "activity",
            "lessons",
            good="down",
            equals="lessons - distinct",
            at_most="lessons",
        ),
        describe.count(
            "decided",
            "Tests decided on by the last day that counts, or on a day not stated.",
            "activity",
            "tests",
            at_most="tests",
        ),
        describe.count(
            "decided_since", "Tests decided on only after the last day that counts.", "doubt", "tests", at_most="tests"
        ),
        describe.count(
            "abandoned",
            "Decisions, by the last day that counts, to give the idea up.",
            "activity",
            "tests",
            at_most="decided abandoned_recorded",
        ),
        describe.share(
            "abandoned_share",
            "Decisions to give the idea up, of all decisions by the last day that counts.",
            "activity",
            equals="abandoned / decided",
        ),
        describe.count(
            "abandoned_recorded", "All decisions to give an idea up, whether or not they count.", "declared", "tests"
        ),
        describe.count("chained", "Tests that follow an earlier one.", "activity", "tests", good="up", at_most="tests"),
        describe.count(
            "longest_chain",
            "Most tests in a row, each following the one before.",
            "activity",
            "tests",
            good="up",
            at_most="tests",
        ),
        describe.change(
            "change",
            "Share of the tests with a prediction and a lesson, later half of the period less first half.",
            "activity",
            good="up",
        ),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact; none where no test of change was recorded."""
    apart = apart_tests(evidence)
    if not apart.recorded:
        return ()
    done = apart.counted
    found = {**_compares(done, evidence), **_lessons(done), **_decisions(apart, evidence), **_follows(done)}
    return (fact(ABOUT, "log", found, _says(found, evidence), ["improvement-log"], (), apart),)


def _compares(done: Sequence[LogEntry], evidence: Evidence) -> Found:
    old = [entry for entry in done if (last_day(evidence) - tested_on(entry)).days >= OLD_ENOUGH]
    return {
        "until": last_day(evidence),
        "tests": len(done),
        "predicted": sum(bool(entry.prediction) for entry in done),
        "predicted_share": shared(done, lambda entry: bool(entry.prediction)),
        "unpredicted": sum(not entry.prediction for entry in done),
        "studied_share": shared(old, lambda entry: by_then(entry.studied_on, evidence) or bool(entry.learned)),
        "compared": sum(_both(entry) for entry in done),
        "compared_share": _compared(done),
        "change": change(done, tested_on, _compared, evidence),
    }


def _lessons(done: Sequence[LogEntry]) -> Found:
    lessons = [folded(entry.learned) for entry in done if entry.learned]
    different = len(set(lessons))
    return {
        "lessons": len(lessons),
        "distinct": different,
        "distinct_share": share(different, len(lessons)),
        "repeated": len(lessons) - different,
    }


def _decisions(apart: Apart[LogEntry], evidence: Evidence) -> Found:
    decisions = [entry for entry in apart.counted if entry.decision]
    decided = [entry for entry in decisions if not after_last(entry.decided_on, evidence)]
    given_up = sum(entry.decision == "abandon" for entry in decided)
    return {
        "decided": len(decided),
        "decided_since": len(decisions) - len(decided),
        "abandoned": given_up,
        "abandoned_share": share(given_up, len(decided)),
        "abandoned_recorded": sum(entry.decision == "abandon" for entry in evidence.log),
    }


def _follows(done: Sequence[LogEntry]) -> Found:
    chains = _chains(done)
    return {
        "chained": sum(length > 1 for length in chains.values()),
        "longest_chain": max(chains.values(), default=0),
    }


def _says(found: Found, evidence: Evidence) -> str:
    tests, decided, given_up, since = (found[n] for n in ("tests", "decided", "abandoned", "decided_since"))
    if not tests:
        return f"No test of change {span(evidence)} counts, so none shows what was learned."
    predicted, both = found["predicted"], found["compared"]
    decisions = f"{decided} {agree(decided, 'decision', 'decisions')}"
    says = (
        f"Of {tests} {agree(tests, 'test', 'tests')} {span(evidence)}, {predicted} {agree(predicted, 'has', 'have')} a "
        f"prediction and {both} both a prediction and a lesson; of {decisions} {given_up} "
        f"{agree(given_up, 'was', 'were')} to give the idea up"
    )
    if since:
        says += f", and {since} more {agree(since, 'was', 'were')} decided on later"
    chained, longest = found["chained"], found["longest_chain"]
    return f"{says}; {chained} {agree(chained, 'names', 'name')} an earlier one to follow, at most {longest} in a row."


def _both(entry: LogEntry) -> bool:
    return bool(entry.prediction and entry.learned)


def _compared(entries: Sequence[LogEntry]) -> float | None:
    return shared(entries, _both)


def _chains(done: Sequence[LogEntry]) -> dict[str, int]:
    """How many tests lead up to each one, itself included; those of a circle follow nobody."""
    before = _before({entry.id: entry for entry in done})
    lengths: dict[str, int] = {}
    for start in before:
        path: dict[str, int] = {}
        at: str | None = start
        while at is not None and at not in lengths and at not in path:
            path[at] = len(path)
            at = before[at]
        names, whole = list(path), path.get(at or "", len(path))
        lengths.update(dict.fromkeys(names[whole:], 1))
        for name in reversed(names[:whole]):
            lengths[name] = 1 + lengths.get(before[name] or "", 0)
    return lengths


def _before(done: Mapping[str, LogEntry]) -> dict[str, str | None]:
    """For each test the one it follows: one that counts, and that was not tested after it."""

    def followed(entry: LogEntry) -> str | None:
        earlier = done.get(entry.follows or "")
        return earlier.id if earlier is not None and tested_on(earlier) <= tested_on(entry) else None

    return {id: followed(entry) for id, entry in done.items()}
