"""Who taught whom: the front line the top, one team another, one agency another.

Measures:
    Upward: tests with many teams, the whole service or authority that follow, directly or further back, a test of the front
    line or a family. Sideways: adopted tests that spread to other teams, and how many teams they reached; ideas of partners
    that were tested; tests that changed joint working; reviews shared with others, and how many different ones.

Why it matters:
    Those at the top cannot know how their policies turn out unless the front line teaches them, and agencies that meet only
    after a tragedy learn too late.

Cannot tell:
    What was learned in corridors, or whether what was shared was heard.

Reference:
    Fish, Munro & Bairstow (2008), SCIE Report 19, 1.2.1 (learning vertically and horizontally).
"""

from inspector.evidence.records import FRONT, Found, fact, span, tests, within
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import About, Fact, Field

WIDE = ("several-teams", "whole-service", "whole-authority")

ABOUT = About(
    id="learning-together",
    title="Learning upwards and sideways",
    needs=("improvement-log", "case-reviews"),
    fields=(
        Field(name="upward", type="integer", says="Wide tests that grew from one of the front line or a family."),
        Field(name="spread", type="integer", says="Adopted tests that spread to another team."),
        Field(name="teams_reached", type="integer", says="Teams they spread to."),
        Field(name="partner_ideas", type="integer", says="Tests of ideas that came from partners."),
        Field(name="joint_working", type="integer", says="Tests that changed joint working."),
        Field(name="shared_reviews", type="integer", says="Reviews shared with others."),
        Field(name="shared_with", type="integer", says="How many different others they were shared with."),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact; none without a test of change and without a review."""
    done = tests(evidence)
    reviews = [one for one in evidence.case_reviews if within(one.reviewed_on, evidence)]
    if not done and not reviews:
        return ()
    before = {entry.id: entry for entry in done}
    upward = [entry for entry in done if entry.scale in WIDE and _rooted(entry, before)]
    spread = [entry for entry in done if entry.decision == "adopt" and set(entry.spread_to) - {entry.team}]
    found: Found = {
        "upward": len(upward),
        "spread": len(spread),
        "teams_reached": len({team for entry in spread for team in entry.spread_to if team != entry.team}),
        "partner_ideas": sum(entry.origin == "partner" for entry in done),
        "joint_working": sum(entry.change_type == "joint-working" for entry in done),
        "shared_reviews": sum(bool(one.shared_with) for one in reviews),
        "shared_with": len({name for one in reviews for name in one.shared_with}),
    }
    says = (
        f"{span(evidence)[0].upper()}{span(evidence)[1:]}: {len(upward)} wide tests grew from one of the front line or a family; "
        f"{len(spread)} adopted tests spread, to {found['teams_reached']} teams; {found['partner_ideas']} ideas of partners were "
        f"tested; {found['shared_reviews']} reviews were shared with {found['shared_with']} others."
    )
    rests = [*(["improvement-log"] if done else []), *(["case-reviews"] if reviews else [])]
    return (fact(ABOUT, "all", found, says, rests, [*done, *reviews]),)


def _rooted(entry: LogEntry, before: dict[str, LogEntry]) -> bool:
    """Whether a test further back in its chain came from the front line or a family."""
    seen = {entry.id}
    at = before.get(entry.follows or "")
    while at is not None and at.id not in seen:
        if at.origin in FRONT and at.scale not in WIDE:
            return True
        seen.add(at.id)
        at = before.get(at.follows or "")
    return False
