"""Who taught whom: the front line the top, one team another, one agency another.

Measures:
    Of the tests of change that count. Upward: tests with several teams, the whole service or authority that follow, directly
    or further back, a test with one case, worker or team of the front line or a family; and how many lead back to one that
    does not count or does not say whom it came from. Sideways: tests adopted by the last day that counts that spread to other
    teams, and how many teams they reached; ideas of partners that were tested; tests that changed joint working; reviews of
    the period shared with others, and how many different ones.

Why it matters:
    Those at the top cannot know how their policies turn out unless the front line teaches them, and agencies that meet only
    after a tragedy learn too late.

Cannot tell:
    What was learned in corridors, or whether what was shared was heard.

Reference:
    Fish, Munro & Bairstow (2008), SCIE Report 19, 1.2.1 (learning vertically and horizontally).
"""

from collections.abc import Sequence

from inspector.evidence.aside import FIELDS
from inspector.evidence.records import FRONT, Found, after_last, apart_reviews, apart_tests, fact, some, span, tested_on
from inspector.model import describe
from inspector.model.case_reviews import CaseReview
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import About, Fact
from inspector.model.words import agree

WIDE = ("several-teams", "whole-service", "whole-authority")
"""On the scale of several teams or more; what is not wide was done with one case, worker or team."""

ABOUT = About(
    id="learning-together",
    title="Learning upwards and sideways",
    needs=("improvement-log", "case-reviews"),
    fields=(
        describe.count("tests", "Tests of change that count.", "activity", "tests", equals="recorded - set_aside"),
        *FIELDS,
        describe.count("wide", "Tests with several teams or more.", "activity", "tests", at_most="tests"),
        describe.count(
            "wide_following",
            "Wide tests that name the test they follow.",
            "activity",
            "tests",
            good="up",
            at_most="wide",
        ),
        describe.count(
            "upward",
            "Wide tests that grew from one of the front line or a family.",
            "activity",
            "tests",
            good="up",
            at_most="wide_following",
        ),
        describe.count(
            "upward_open",
            "Wide tests that lead back to one that does not count or does not say whom it came from.",
            "doubt",
            "tests",
            at_most="wide_following",
        ),
        describe.count(
            "spread",
            "Tests adopted by the last day that counts that spread to another team.",
            "activity",
            "tests",
            good="up",
            at_most="tests",
        ),
        describe.count("teams_reached", "Teams that adopted tests spread to.", "activity", "teams", good="up"),
        describe.count(
            "origin_known", "Tests that say where the idea came from.", "doubt", "tests", good="up", at_most="tests"
        ),
        describe.count(
            "partner_ideas",
            "Tests of ideas that came from partners.",
            "activity",
            "tests",
            good="up",
            at_most="origin_known",
        ),
        describe.count(
            "joint_working", "Tests that changed joint working.", "activity", "tests", good="up", at_most="tests"
        ),
        describe.count("reviews", "Reviews of the period, before the announcement.", "activity", "reviews"),
        describe.count(
            "shared_reviews", "Reviews shared with others.", "activity", "reviews", good="up", at_most="reviews"
        ),
        describe.count(
            "shared_with", "How many different others reviews were shared with.", "activity", "others", good="up"
        ),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact; none without a test of change and without a review."""
    apart, reviews = apart_tests(evidence), apart_reviews(evidence)
    if not apart.recorded and not reviews.recorded:
        return ()
    found = {**_tests(apart.counted, evidence), **_reviews(reviews.counted)}
    rests = [
        *(["improvement-log"] if apart.recorded else []),
        *(["case-reviews"] if reviews.recorded else []),
    ]
    return (fact(ABOUT, "all", found, _says(found, evidence), rests, (), apart, reviews),)


def _tests(done: Sequence[LogEntry], evidence: Evidence) -> Found:
    before = {entry.id: entry for entry in done}
    wide = [entry for entry in done if entry.scale in WIDE]
    rooted = [_rooted(entry, before) for entry in wide]
    spread = [entry for entry in done if _spread(entry, evidence)]
    return {
        "tests": len(done),
        "wide": len(wide),
        "wide_following": sum(bool(entry.follows) for entry in wide),
        "upward": sum(root is True for root in rooted),
        "upward_open": sum(root is None for root in rooted),
        "spread": len(spread),
        "teams_reached": len({team for entry in spread for team in entry.spread_to if team != entry.team}),
        "origin_known": sum(entry.origin is not None for entry in done),
        "partner_ideas": sum(entry.origin == "partner" for entry in done),
        "joint_working": sum(entry.change_type == "joint-working" for entry in done),
    }


def _reviews(reviews: Sequence[CaseReview]) -> Found:
    return {
        "reviews": len(reviews),
        "shared_reviews": sum(bool(one.shared_with) for one in reviews),
        "shared_with": len({name for one in reviews for name in one.shared_with}),
    }


def _spread(entry: LogEntry, evidence: Evidence) -> bool:
    adopted = entry.decision == "adopt" and not after_last(entry.decided_on, evidence)
    return adopted and bool(set(entry.spread_to) - {entry.team})


def _rooted(entry: LogEntry, before: dict[str, LogEntry]) -> bool | None:
    """Whether a test further back in its chain, not tested after it, was one of the front line or a family and not wide.

    None where that is open: one of the chain does not count, or does not say whom it came from.
    """
    seen, still_open = {entry.id}, False
    while entry.follows:
        earlier = before.get(entry.follows)
        if earlier is None:
            return None
        if earlier.id in seen or tested_on(earlier) > tested_on(entry):
            break
        if earlier.scale not in WIDE:
            if earlier.origin in FRONT:
                return True
            still_open |= earlier.origin is None
        seen.add(earlier.id)
        entry = earlier
    return None if still_open else False


def _says(found: Found, evidence: Evidence) -> str:
    when = span(evidence)
    parts = [_tested(found) if found["tests"] else "no test of change counts"]
    reviews, shared = found["reviews"], found["shared_reviews"]
    if reviews:
        names = agree(shared, "names whom it was", "name whom they were")
        parts.append(
            f"{shared} of {some(reviews, 'review')} {names} shared with, {some(found['shared_with'], 'other')} in all"
        )
    return f"{when[0].upper()}{when[1:]}: {'; '.join(parts)}."


def _tested(found: Found) -> str:
    upward, wide, spread, partner = (found[n] for n in ("upward", "wide", "spread", "partner_ideas"))
    says = f"{upward} of {wide} {agree(wide, 'test', 'tests')} with several teams or more "
    says += f"{agree(upward, 'leads', 'lead')} back, by the tests they name, to one "
    says += "that the front line or a family began with one case, worker or team"
    if found["upward_open"]:
        says += f" (of {found['upward_open']} that is open)"
    names = agree(spread, "test names", "tests name")
    says += f"; {spread} adopted {names} {some(found['teams_reached'], 'other team')} in all to which "
    says += f"{agree(spread, 'it', 'they')} spread; of {some(found['origin_known'], 'test')} that "
    return f"{says}{agree(found['origin_known'], 'says', 'say')} where the idea came from, {partner} came from partners"
