"""A small visit whose sheets are filled in by hand: eight rows of a log, two months of a figure, two cases, a question."""

from typing import NamedTuple

from inspector.model.visits import Claim, Framed, Question, Round, Unit, VisitPlan
from inspector.proof.answers import hashed
from inspector.proof.sealing import digest, sealed

SALT = "0f1e" * 8


class Small(NamedTuple):
    """The plan, the frame, the one round, and what each row says, by key and field."""

    plan: VisitPlan
    frame: tuple[Framed, ...]
    drawn: Round
    hidden: dict[str, dict[str, str]]


def _claim(id: str, evidence: str, unit: Unit, of: int) -> Claim:
    return Claim(
        id=id, evidence=evidence, unit=unit, of=of, fewer_than=2, how="exact", confidence=0.95, sample=4, fixed=4, minutes=8,
        says=f"Fewer than 2 of {of} are not as written.",
    )  # fmt: skip


def framed(
    key: str, claim: str, row: int, whom: str, find: dict[str, str], answers: dict[str, str], resource: str = "log.csv"
) -> Framed:
    """A row of the frame."""
    kept = {field: hashed(SALT, key, field, text) for field, text in answers.items()}
    leaf = digest(key.encode())
    return Framed(key=key, claim=claim, resource=resource, row=row, find=find, whom=whom, answers=kept, leaf=leaf)


LOG = {
    f"log-{n}": (
        ("Duty desk", "Leaving care")[n % 2],
        {"tested_on": f"2025-0{n}-{10 + n}", "decision": ("adopt", "adapt", "abandon")[n % 3]},
    )
    for n in range(1, 10)
}
MONTHS = {f"reviews-{n}": {"numerator": str(40 + n), "denominator": str(61 + n)} for n in range(1, 4)}
CASES = {
    f"assessments-{n}": {"first_on": f"2025-03-0{n}", "last_on": f"2025-04-1{n}", "days": str(28 + n)}
    for n in range(1, 4)
}


def small() -> Small:
    """The visit; log-9, reviews-3 and assessments-3 are not drawn."""
    hidden = {key: answers for key, (_, answers) in LOG.items()} | MONTHS | CASES
    frame = (
        *(
            framed(key, "log", n, whom, {"id": f"T{n - 1:02}", "team": whom}, answers)
            for n, (key, (whom, answers)) in enumerate(LOG.items(), 2)
        ),
        *(
            framed(
                key, "reviews", n, "Performance team", {"indicator": "Reviews held in time", "period": f"May 202{n}"}, answers,
                "indicators.csv",
            )
            for n, (key, answers) in enumerate(MONTHS.items(), 2)
        ),
        *(
            framed(key, "assessments", n, "Duty desk", {"indicator": "Assessments", "child": f"C{n:03}"}, answers, "list-4.csv")
            for n, (key, answers) in enumerate(CASES.items(), 2)
        ),
    )  # fmt: skip
    plan = VisitPlan(
        version=1, engine="0", authority="Brackenshire", period_start="2024-01-01", period_end="2025-12-31",
        bundle_digest=digest(b"bundle"), bundle_root=None, framework_id="munro", framework_version="1.0.0",
        framework_digest=digest(b"framework"), verdict="improving", confidence=0.95, hours=8.0, most_rows=None, policy="claims",
        claims=(
            _claim("log", "improvement-log", "row", 9), _claim("reviews", "indicator/reviews", "month", 3),
            _claim("assessments", "indicator/assessments", "case", 3),
        ),
        questions=(
            Question(
                id="q1", day=1, whom="front line", question="What did you try last week?", because=("finding/x",),
                figure="12 tests of change in 24 months.",
            ),
            Question(id="q2", day=1, whom="managers", question="Who stopped it?", because=("finding/y",)),
        ),
        frame_hash="x", salt=SALT, seal="",
    )  # fmt: skip
    plan = sealed(plan)
    keys = (
        "log-4",
        "log-1",
        "log-7",
        "log-2",
        "reviews-2",
        "log-3",
        "assessments-1",
        "log-6",
        "reviews-1",
        "log-8",
        "log-5",
        "assessments-2",
    )
    drawn = sealed(
        Round(number=1, after=plan.seal, seed="4 1 6 2", seed_origin="dice", guarantee=True, rows=keys, seal="")
    )
    return Small(plan, frame, drawn, hidden)
