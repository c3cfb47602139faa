"""A small visit as `inspector visit plan` and `visit next` write it, for tests that need one: two claims, four people."""

from pathlib import Path

from inspector.model.visits import Claim, Framed, Question, Round, VisitPlan
from inspector.proof import drawing
from inspector.proof.answers import hashed
from inspector.proof.folder import VERSION, Visit, create
from inspector.proof.sealing import digest, frame_hash, sealed

SALT = "5a17" * 8
TEAMS = ("Reedham team", "Long Acre team", "Duty desk", "Leaving care")
LOG = 120
MONTHS = 24


def claim(id: str, evidence: str, of: int, fewer_than: int, sample: int, unit: str = "row") -> Claim:
    """A claim about `of` rows."""
    return Claim(
        id=id, evidence=evidence, unit=unit, of=of, fewer_than=fewer_than, how="greedy", confidence=0.95,  # type: ignore[arg-type]
        sample=sample, fixed=sample, minutes=8, says=f"Fewer than {fewer_than} of {of} rows are not as written.",
    )  # fmt: skip


def log_answers(number: int) -> dict[str, str]:
    """What row `number` of the log says, in plain words: for tests alone."""
    return {
        "tested_on": f"2025-{1 + number % 12:02d}-{1 + number % 28:02d}",
        "decision": ("adopt", "adapt", "abandon")[number % 3],
        "origin": ("front-line", "family")[number % 2],
    }


def month_answers(number: int) -> dict[str, str]:
    """What month `number` of the figure says, in plain words: for tests alone."""
    return {"numerator": str(40 + number), "denominator": "60"}


def framed(
    key: str, claim: str, resource: str, row: int, find: dict[str, str], whom: str, answers: dict[str, str]
) -> Framed:
    """A row of the frame with its answers hashed."""
    kept = {field: hashed(SALT, key, field, text) for field, text in answers.items()}
    return Framed(
        key=key, claim=claim, resource=resource, row=row, find=find, whom=whom, answers=kept, leaf=digest(key.encode())
    )


def frame() -> tuple[Framed, ...]:
    """120 rows of the log, in four teams, and 24 months of one figure."""
    log = tuple(
        framed(
            f"improvement-log-{n + 1}", "improvement-log", "log", n + 2,
            {"id": f"T{n + 1:03d}", "team": TEAMS[n % 4], "aim": f"Try a shorter form, number {n + 1}"},
            TEAMS[n % 4], log_answers(n),
        )
        for n in range(LOG)
    )  # fmt: skip
    months = tuple(
        framed(
            f"reviews-on-time-{n + 1}", "reviews-on-time", "figures", n + 2,
            {"indicator": "Reviews held in time", "month": f"{2024 + n // 12}-{1 + n % 12:02d}"},
            "Performance team", month_answers(n),
        )
        for n in range(MONTHS)
    )  # fmt: skip
    return (*log, *months)


def plan(rows: tuple[Framed, ...], **changed: object) -> VisitPlan:
    """A sealed plan over those rows."""
    made = VisitPlan(
        version=VERSION, engine="0", authority="Brackenshire", period_start="2024-01-01", period_end="2025-12-31",
        bundle_digest=digest(b"bundle"), bundle_root=digest(b"root"), framework_id="munro", framework_version="1.0.0",
        framework_digest=digest(b"framework"), verdict="improving", confidence=0.95, hours=8.0, most_rows=None, policy="claims",
        claims=(
            claim("reviews-on-time", "indicator/reviews-on-time", MONTHS, 6, 9, "month"),
            claim("improvement-log", "improvement-log", LOG, 24, 14),
        ),
        questions=(
            Question(id="q1", day=1, whom="front-line", question="What did you try last week?", because=("finding/x",)),
        ),
        frame_hash=frame_hash(rows), salt=SALT, seal="",
    )  # fmt: skip
    return sealed(made.model_copy(update=changed))


def drawn(
    plan: VisitPlan, rows: tuple[Framed, ...], sizes: dict[str, int], *before: Round, seed: str = "4 1 6 2 3 5"
) -> Round:
    """The next round of a plan: so many rows of each claim."""
    number = len(before) + 1
    keys = drawing.drawn(rows, [key for one in before for key in one.rows], seed, number, sizes)
    made = Round(
        number=number, after=before[-1].seal if before else plan.seal, seed=seed, seed_origin="dice", guarantee=True,
        rows=keys, seal="",
    )  # fmt: skip
    return sealed(made)


def visit(folder: Path, sizes: dict[str, int] | None = None, **changed: object) -> Visit:
    """A visit in a new folder, with one round drawn: 9 months and 14 rows of the log unless `sizes` says otherwise."""
    rows = frame()
    made = plan(rows, **changed)
    return create(folder, made, rows, [drawn(made, rows, sizes or {"reviews-on-time": 9, "improvement-log": 14})])
