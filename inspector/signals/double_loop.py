"""Whether targets, forms and measures themselves are questioned and changed, and not only followed.

Measures:
    Tests of change that count and question a target or rule (`questions_target`), or that change a measure: how many, of how
    many that say so or not, by how many teams, how many of them came from the front line or families, and how many were
    adopted or adapted by the last day that counts. Beside them, the actions of case reviews that changed a procedure or a
    measure and were done in the period, before the announcement.

Why it matters:
    Single-loop learning asks whether things are done as specified; double-loop learning asks whether the specification is
    right. A service that never questions a form or target learns only to comply.

Cannot tell:
    Whether the questioning was welcome, or whether a target that nobody questioned was a good one.

Reference:
    Argyris & Schon (1978), Organizational Learning; Munro (2010), Review of Child Protection, Part One, 1.15 to 1.17.
"""

from inspector.evidence.aside import FIELDS
from inspector.evidence.records import FRONT, Found, after_last, apart_tests, fact, some, span, within
from inspector.model import describe
from inspector.model.case_reviews import ReviewAction
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import About, Fact
from inspector.model.words import agree

ABOUT = About(
    id="double-loop",
    title="Questioning what is specified",
    needs=("improvement-log",),
    fields=(
        describe.count("tests", "Tests of change that count.", "activity", "tests", equals="recorded - set_aside"),
        *FIELDS,
        describe.count(
            "stated",
            "Tests of change that say whether they question a target, rule or measure.",
            "doubt",
            "tests",
            good="up",
            at_most="tests",
        ),
        describe.count(
            "not_said",
            "Tests of change that do not say whether they question a target, rule or measure.",
            "doubt",
            "tests",
            good="down",
            equals="tests - stated",
            at_most="tests",
        ),
        describe.count(
            "questioned",
            "Tests of change that question a target or rule, or change a measure.",
            "activity",
            "tests",
            good="up",
            at_most="stated questioned_recorded",
        ),
        describe.count(
            "questioned_recorded",
            "All recorded tests that question a target or rule, or change a measure, whether or not they count.",
            "declared",
            "tests",
            good="up",
        ),
        describe.count(
            "acted",
            "Questioning tests that were adopted or adapted by the last day that counts.",
            "activity",
            "tests",
            good="up",
            at_most="questioned",
        ),
        describe.count(
            "teams",
            "Teams that questioned a target, rule or measure.",
            "activity",
            "teams",
            good="up",
            at_most="questioned",
        ),
        describe.count(
            "front_line",
            "Questioning tests that came from the front line or families.",
            "activity",
            "tests",
            good="up",
            at_most="questioned",
        ),
        describe.count(
            "review_changes",
            "Actions of reviews, done by the last day that counts, that change a procedure or measure.",
            "activity",
            "actions",
            good="up",
        ),
        describe.count(
            "review_changes_since",
            "Actions of reviews that change a procedure or measure, done only after the last day that counts.",
            "doubt",
            "actions",
        ),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact; none without a test of change recorded and without an action of a review that changes what is specified."""
    apart = apart_tests(evidence)
    actions = [action for review in evidence.case_reviews for action in review.actions if action.level in SPECIFIED]
    if not apart.recorded and not actions:
        return ()
    asked = [entry for entry in apart.counted if _questions(entry)]
    stated = sum(entry.questions_target is not None or entry.change_type == "measure" for entry in apart.counted)
    found: Found = {
        "tests": len(apart.counted),
        "stated": stated,
        "not_said": len(apart.counted) - stated,
        "questioned": len(asked),
        "questioned_recorded": sum(_questions(entry) for entry in evidence.log),
        "acted": sum(
            entry.decision in ("adopt", "adapt") and not after_last(entry.decided_on, evidence) for entry in asked
        ),
        "teams": len({entry.team for entry in asked}),
        "front_line": sum(entry.origin in FRONT for entry in asked),
        **_reviews(actions, evidence),
    }
    rests = [*(["improvement-log"] if apart.recorded else []), *(["case-reviews"] if actions else [])]
    return (fact(ABOUT, "all", found, _says(found, evidence), rests, actions, apart),)


SPECIFIED = ("procedure", "measure")


def _questions(entry: LogEntry) -> bool:
    return bool(entry.questions_target) or entry.change_type == "measure"


def _reviews(actions: list[ReviewAction], evidence: Evidence) -> Found:
    return {
        "review_changes": sum(within(action.done_on, evidence) for action in actions),
        "review_changes_since": sum(after_last(action.done_on, evidence) for action in actions),
    }


def _says(found: Found, evidence: Evidence) -> str:
    tests, asked, silent, since = (found[n] for n in ("tests", "questioned", "not_said", "review_changes_since"))
    says = (
        f"No test of change {span(evidence)} counts"
        if not tests
        else f"Of {tests} {agree(tests, 'test', 'tests')} of change "
    )
    if tests:
        says += f"{span(evidence)}, in {asked} a target, rule or measure is questioned"
    if asked:
        says += f", by {some(found['teams'], 'team')}; {found['acted']} of them "
        says += f"{agree(found['acted'], 'was', 'were')} adopted or adapted by then"
    if silent:
        says += f"; {silent} {agree(silent, 'does', 'do')} not say"
    changed = found["review_changes"]
    says += f". {changed} {agree(changed, 'action', 'actions')} of reviews on a procedure or measure "
    says += f"{agree(changed, 'is', 'are')} stated as done by then"
    return f"{says}, and {since} only later." if since else f"{says}."
