"""Whether reviews look for the conditions that were reported when child protection failed, and track what they find.

Measures:
    For each of nine conditions (caseload, lengthy investigations, hostility between agencies, procedures at odds with
    guidance, absent supervision, nobody to share worries with, unclear accountability, written records, children at
    immediate risk): in how many reviews it was looked for and found present, in how many of these something follows it,
    and since when; the indicator that does, where it is one of the register.

Why it matters:
    Two children died within a few streets and seven years, and the same conditions were reported both times. A condition
    that is found and not followed will be found again.

Cannot tell:
    Whether it was looked for well. Where no review names a condition, nobody says that it is absent.

Reference:
    Tate (2009), The Search for Leadership, on the reported deficiencies in two cases of one borough; Fish, Munro &
    Bairstow (2008), SCIE Report 19.
"""

from inspector.evidence.records import Found, by_then, fact, within
from inspector.model.case_reviews import Factor
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact, Field
from inspector.model.words import plural

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
        Field(name="condition", type="string", says="The condition.", choices=CONDITIONS),
        Field(name="words", type="string", says="The condition in words."),
        Field(name="state", type="string", says="Whether it was looked for, found and tracked.", choices=STATES),
        Field(name="reviews", type="integer", says="Reviews in the period, before the announcement."),
        Field(name="looked_for", type="integer", says="Reviews in which it was looked for."),
        Field(name="present", type="integer", says="Reviews in which it was found."),
        Field(name="tracked", type="integer", says="Reviews in which it was found and something follows it."),
        Field(name="indicator", type="string", says="The indicator of the register that follows it, where one does."),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact a condition, in the order above; none without reviews in the period."""
    reviews = [one for one in evidence.case_reviews if within(one.reviewed_on, evidence)]
    if not reviews:
        return ()
    factors = [factor for review in reviews for factor in review.factors]
    facts = []
    for condition in CONDITIONS:
        mine = [factor for factor in factors if factor.condition == condition]
        facts.append(_fact(condition, mine, len(reviews), evidence) if mine else _unseen(condition, evidence))
    return tuple(facts)


def _fact(condition: str, factors: list[Factor], reviews: int, evidence: Evidence) -> Fact:
    looked = [factor for factor in factors if factor.found != "not-looked-for"]
    present = [factor for factor in looked if factor.found == "present"]
    tracked = [
        one for one in present if one.tracked_by and (one.tracked_since is None or by_then(one.tracked_since, evidence))
    ]
    registered = {one.indicator for one in evidence.indicators}
    following = sorted({factor.tracked_by for factor in tracked if factor.tracked_by in registered})
    state = (
        "present-tracked" if tracked else "present-untracked" if present else "absent" if looked else "not-looked-for"
    )
    found: Found = {
        "condition": condition,
        "words": WORDS[condition],
        "state": state,
        "reviews": reviews,
        "looked_for": len(looked),
        "present": len(present),
        "tracked": len(tracked),
        "indicator": following[0] if following else None,
    }
    says = (
        f"{found['words']}: looked for in {len(looked)} of {plural(reviews, 'review')}, found in {len(present)}, "
        f"followed by something in {len(tracked)} of these."
    )
    return fact(ABOUT, condition, found, says[0].upper() + says[1:], ["case-reviews"], factors)


def _unseen(condition: str, evidence: Evidence) -> Fact:
    reviews = [one for one in evidence.case_reviews if within(one.reviewed_on, evidence)]
    words = WORDS[condition]
    found: Found = {
        "condition": condition,
        "words": words,
        "state": "not-looked-for",
        "reviews": len(reviews),
        "looked_for": 0,
        "present": 0,
        "tracked": 0,
    }
    says = f"{words[0].upper()}{words[1:]}: no review of {len(reviews)} says whether it was looked for."
    return fact(ABOUT, condition, found, says, ["case-reviews"], reviews)
