"""Whether targets, forms and measures themselves are questioned and changed, and not only followed.

Measures:
    Tests of change that question a target or rule (`questions_target`), or that change a measure: how many, by how many
    teams, how many of them came from the front line or families, and how many led to something being adopted or adapted.
    Beside them, the actions of case reviews that changed a procedure or a measure and are done.

Why it matters:
    Single-loop learning asks whether things are done as specified; double-loop learning asks whether the specification is
    right. A service that never questions a form or target learns only to comply.

Cannot tell:
    Whether the questioning was welcome, or whether a target that nobody questioned was a good one.

Reference:
    Argyris & Schon (1978), Organizational Learning; Munro (2010), Review of Child Protection, Part One, 1.15 to 1.17.
"""

from inspector.evidence.records import FRONT, Found, by_then, fact, span, submitted, tests
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact, Field
from inspector.model.rows import Located

ABOUT = About(
    id="double-loop",
    title="Questioning what is specified",
    needs=("improvement-log",),
    fields=(
        Field(name="tests", type="integer", says="Tests of change that count."),
        Field(name="questioned", type="integer", says="Those that question a target or rule, or change a measure."),
        Field(name="acted", type="integer", says="Those of them that led to something adopted or adapted."),
        Field(name="teams", type="integer", says="Teams that questioned."),
        Field(name="front_line", type="integer", says="Those of them that came from front line or families."),
        Field(name="review_changes", type="integer", says="Done actions of reviews that changed procedure or measure."),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact; none without a test of change and without reviews."""
    done = tests(evidence)
    if not done and not submitted(evidence, "case-reviews"):
        return ()
    asked = [entry for entry in done if entry.questions_target or entry.change_type == "measure"]
    changed = [
        action
        for review in evidence.case_reviews
        for action in review.actions
        if action.level in ("procedure", "measure") and by_then(action.done_on, evidence)
    ]
    found: Found = {
        "tests": len(done),
        "questioned": len(asked),
        "acted": sum(entry.decision in ("adopt", "adapt") for entry in asked),
        "teams": len({entry.team for entry in asked}),
        "front_line": sum(entry.origin in FRONT for entry in asked),
        "review_changes": len(changed),
    }
    says = (
        f"{len(asked)} of {len(done)} tests {span(evidence)} question a target, rule or measure, by {found['teams']} teams; "
        f"{found['acted']} of them led to something being changed. Reviews changed {len(changed)} procedures or measures."
    )
    rests = [*(["improvement-log"] if done else []), *(["case-reviews"] if evidence.case_reviews else [])]
    records: list[Located] = [*(asked or done), *changed] or list(evidence.case_reviews)
    return (fact(ABOUT, "all", found, says, rests, records),) if rests else ()
