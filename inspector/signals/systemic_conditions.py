"""Whether reviews look for the conditions that were reported when child protection failed, and track what they find.

Measures:
    For each of nine conditions (caseload, lengthy investigations, hostility between agencies, procedures at odds with
    guidance, absent supervision, nobody to share worries with, unclear accountability, written records, children at
    immediate risk) and those of the framework's own: in how many reviews it was looked for and found present, in how many of
    these something follows it, and since when; the indicator that does, where it is one of the register.

Why it matters:
    Two children died within a few streets and seven years, and the same conditions were reported both times. A condition
    that is found and not followed will be found again.

Cannot tell:
    Whether it was looked for well. Where no review names a condition, nobody says that it is absent.

Reference:
    Tate (2009), The Search for Leadership, on the reported deficiencies in two cases of one borough; Fish, Munro &
    Bairstow (2008), SCIE Report 19.
"""

from inspector.evidence.aside import FIELDS, Apart
from inspector.evidence.records import Found, apart_reviews, by_then, fact
from inspector.model import describe
from inspector.model.case_reviews import CaseReview, Factor
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact
from inspector.model.months import month_year
from inspector.model.rows import Located
from inspector.model.words import agree, plural

CONDITIONS = (
    "caseload", "lengthy-investigation", "hostility-between-agencies", "procedures-at-odds", "absent-supervision",
    "nobody-to-share-with", "unclear-accountability", "written-records", "children-at-immediate-risk",
)  # fmt: skip
WORDS = {
    "caseload": "too high a caseload",
    "lengthy-investigation": "investigations that take too long",
    "hostility-between-agencies": "hostility between agencies",
    "procedures-at-odds": "procedures at odds with guidance",
    "absent-supervision": "supervision that does not take place",
    "nobody-to-share-with": "nobody to share a worry with",
    "unclear-accountability": "unclear who answers for what",
    "written-records": "gaps in written records",
    "children-at-immediate-risk": "children at immediate risk who were not noticed",
}
STATES = ("not-looked-for", "absent", "present-untracked", "present-tracked")

ABOUT = About(
    id="systemic-conditions",
    title="Conditions in which children were failed, looked for and tracked",
    needs=("case-reviews",),
    fields=(
        describe.choice("condition", "The condition.", CONDITIONS, "name", key=True, open=True, words="conditions"),
        describe.text("words", "The condition in words.", "name"),
        describe.choice(
            "state",
            "Whether the condition was looked for, found and tracked.",
            STATES,
            "activity",
            better="present-tracked",
            worse="present-untracked",
        ),
        describe.count(
            "reviews",
            "Reviews in the period, before the announcement.",
            "activity",
            "reviews",
            least=1,
            equals="recorded - set_aside",
        ),
        describe.count(
            "looked_for",
            "Reviews in which the condition was looked for.",
            "activity",
            "reviews",
            good="up",
            at_most="reviews",
        ),
        describe.count(
            "present", "Reviews in which the condition was found.", "activity", "reviews", at_most="looked_for"
        ),
        describe.count(
            "tracked",
            "Reviews in which the condition was found and something is named that follows it.",
            "activity",
            "reviews",
            good="up",
            at_most="present",
        ),
        describe.count(
            "tracked_since_then",
            "Reviews in which the condition was found and something follows it only since a day that does not count.",
            "doubt",
            "reviews",
            at_most="present",
        ),
        describe.day(
            "found_from",
            "The first day of the month in which the first review was held that found the condition.",
            "activity",
        ),
        describe.text(
            "indicator", "The indicator of the register that follows the condition, where one does.", "name", open=True
        ),
        *FIELDS,
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact a condition, in the order above, then those of the framework's own; none without reviews that count."""
    apart = apart_reviews(evidence)
    conditions = (*CONDITIONS, *evidence.words.by_themselves("conditions"))
    return tuple(_fact(condition, apart, evidence) for condition in conditions) if apart.counted else ()


def _fact(condition: str, apart: Apart[CaseReview], evidence: Evidence) -> Fact:
    reviews = apart.counted
    told = [(review, factor) for review in reviews for factor in review.factors if factor.condition == condition]
    looked = {review.id for review, factor in told if factor.found != "not-looked-for"}
    present = [(review, factor) for review, factor in told if factor.found == "present"]
    followed = [(review, factor) for review, factor in present if factor.tracked_by]
    tracked = [(r, one) for r, one in followed if one.tracked_since is None or by_then(one.tracked_since, evidence)]
    on_time = {review.id for review, _ in tracked}
    late = {review.id: one for review, one in followed if review.id not in on_time}
    registered = {one.indicator for one in evidence.indicators}
    following = sorted({factor.tracked_by for _, factor in tracked if factor.tracked_by in registered})
    state = (
        "present-tracked" if tracked else "present-untracked" if present else "absent" if looked else "not-looked-for"
    )
    found: Found = {
        "condition": condition,
        "words": {**WORDS, **evidence.words.by_themselves("conditions")}[condition],
        "state": state,
        "reviews": len(reviews),
        "looked_for": len(looked),
        "present": len({review.id for review, _ in present}),
        "tracked": len(on_time),
        "tracked_since_then": len(late),
        "found_from": min(review.reviewed_on for review, _ in present).replace(day=1) if present else None,
        "indicator": following[0] if following else None,
    }
    says = _looked(found, len(told)) + _late(list(late.values()))
    records: list[Located] = [factor for _, factor in told] or list(reviews)
    return fact(ABOUT, condition, found, says[0].upper() + says[1:], ["case-reviews"], records, apart)


def _looked(found: Found, told: int) -> str:
    """What reviews say of a condition; where none names it, nobody says that it was not looked for."""
    words, reviews = found["words"], int(str(found["reviews"]))
    if not told:
        return f"{words}: whether it was looked for is not stated by {reviews} of {plural(reviews, 'review')}."
    says = f"{words}: looked for in {found['looked_for']} of {plural(reviews, 'review')}, found in {found['present']}"
    if found["present"]:
        says += f"; in {found['tracked']} of these something is named that follows it"
    return f"{says}."


def _late(late: list[Factor]) -> str:
    """What follows a condition only since the announcement, or after the period."""
    since = [one.tracked_since for one in late if one.tracked_since]
    if not since:
        return ""
    begin = agree(len(late), "begins", "begin")
    return f" In {len(late)} more what follows it {begin} in {month_year(min(since))}, which does not count."
