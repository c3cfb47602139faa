"""A visit planned: the claims that carry the verdict, how many rows settle each, and everything sealed before a seed is known."""

import secrets
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from inspector.model.derivations import Derivation
from inspector.model.evidence import Evidence
from inspector.model.inspection import Inspection
from inspector.model.visits import Claim, Framed, Margin, Question, Round, Unit, VisitPlan
from inspector.model.words import plural
from inspector.proof import drawing, guessable
from inspector.proof.claims import sizes
from inspector.proof.folder import VERSION, Visit
from inspector.proof.frame import frame, population, slugged
from inspector.proof.minutes import MINUTES, Allotted, Needed, allot
from inspector.proof.refusals import refused
from inspector.proof.sealing import frame_hash, sealed
from inspector.proof.seeds import NoSeed, Seed, read

CONFIDENCE = 0.95
SEED = "--seed"


class Asked(NamedTuple):
    """What a plan is asked for: the confidence, the hours and rows there are, minutes by unit, the policy, with a guarantee or not."""

    confidence: float = CONFIDENCE
    hours: float | None = None
    rows: int | None = None
    minutes: Mapping[Unit, int] = MINUTES
    policy: Literal["claims", "gain"] = "claims"
    guarantee: bool = True
    planned_on: str = ""


class Unclaimed(NamedTuple):
    """A piece of evidence that the verdict hangs on and no claim can be made of, with the reason."""

    evidence: str
    why: str


class Planned(NamedTuple):
    """A plan with its frame, and the pieces that no claim is made of."""

    plan: VisitPlan
    frame: tuple[Framed, ...]
    unclaimed: tuple[Unclaimed, ...]


def plan(
    inspection: Inspection,
    evidence: Evidence,
    pieces: Iterable[Margin],
    asked: Asked,
    questions: Iterable[Question] = (),
    derivations: Sequence[Derivation] = (),
    salt: str = "",
) -> Planned:
    """The plan of a visit to what was inspected, sealed. Raises CannotComplete where there is nothing to claim.

    `pieces` are what the verdict hangs on, `salt` keeps answers from being recognised: drawn anew where none is given.
    """
    salt = salt or secrets.token_hex(16)
    claims, unclaimed = _claims(evidence, pieces, asked, derivations)
    if not claims:
        why = "; ".join(f"{one.evidence}: {one.why}" for one in unclaimed) or "no piece of evidence carries the verdict"
        fix = "the fieldwork plan of `inspector assess` says what to ask"
        raise refused(
            "visit-plan", inspection.authority, f"there is nothing that looking at rows could settle: {why}", fix
        )
    rows = frame(evidence, claims, salt, derivations)
    made = VisitPlan(
        version=VERSION,
        engine=inspection.engine,
        authority=inspection.authority,
        period_start=inspection.period_start,
        period_end=inspection.period_end,
        bundle_digest=inspection.bundle_digest,
        bundle_root=inspection.bundle_root,
        framework_id=inspection.framework_id,
        framework_version=inspection.framework_version,
        framework_digest=inspection.framework_digest,
        verdict=inspection.verdict.verdict,
        confidence=asked.confidence,
        hours=asked.hours,
        most_rows=asked.rows,
        policy=asked.policy,
        claims=claims,
        questions=tuple(questions),
        frame_hash=frame_hash(rows),
        salt=salt,
        standings=tuple((theme.theme, theme.standing) for theme in inspection.themes),
        seal="",
        planned_on=asked.planned_on,
        resources=tuple(sorted((one.path, one.sha256) for one in inspection.resources)),
        guarantee=asked.guarantee,
    )
    return Planned(sealed(made), rows, tuple(unclaimed))


def first(made: VisitPlan) -> Allotted:
    """What the first round can settle within the plan's hours and rows, were nothing wrong."""
    return allot([Needed(claim, claim.sample) for claim in made.claims], made.hours, made.most_rows)


def draw(
    visit: Visit,
    allotted: Mapping[str, int],
    text: str,
    today: date | None = None,
    *,
    guarantee: bool = True,
    others: Iterable[str] = (),
) -> Round:
    """The next round of a visit: so many rows of each claim by a seed as it was written. Raises CannotComplete for no fresh seed.

    Without a `guarantee` any seed will do, and nothing that is found in the round proves a claim. `others` are seeds of other visits.
    """
    guarantee = guarantee and visit.plan.guarantee
    try:
        seed = read(text)
    except NoSeed as failure:
        raise refused("visit-seed", SEED, str(failure)) from None
    if guarantee and (why := guessable.why_not(seed, visit.plan, visit.rounds, others, today)):
        raise refused("visit-seed", SEED, why, "or ask for a round that proves nothing, with --without-guarantee")
    return _round(visit, allotted, seed, guarantee=guarantee)


def _round(visit: Visit, sizes: Mapping[str, int], seed: Seed, *, guarantee: bool) -> Round:
    number = len(visit.rounds) + 1
    before = drawing.taken(visit.rounds, guarantee=guarantee)
    made = Round(
        number=number,
        after=visit.last_seal,
        seed=seed.text,
        seed_origin=seed.origin,
        guarantee=guarantee,
        rows=drawing.drawn(visit.frame, before, seed.text, number, sizes),
        seal="",
        says=seed.says,
    )
    return sealed(made)


def _claims(
    evidence: Evidence, pieces: Iterable[Margin], asked: Asked, derivations: Sequence[Derivation]
) -> tuple[tuple[Claim, ...], list[Unclaimed]]:
    """The claims, smallest first, and what no claim can be made of."""
    made: list[Claim] = []
    unclaimed: list[Unclaimed] = []
    for piece in pieces:
        if piece.together is None:
            unclaimed.append(Unclaimed(piece.evidence, "the verdict does not survive a single wrong row of it"))
            continue
        claim = _claim(piece, asked)
        there = len(population(evidence, claim, derivations))
        if there == 0:
            unclaimed.append(Unclaimed(piece.evidence, "no row of it can be found on site"))
        else:
            made.append(claim)
    return tuple(sorted(_apart(made), key=lambda one: (one.sample * one.minutes, one.id))), unclaimed


def _claim(piece: Margin, asked: Asked) -> Claim:
    assert piece.together is not None
    fewer = piece.together + 1
    sample, fixed = sizes(piece.of, fewer, asked.confidence)
    return Claim(
        id=slugged(piece.evidence.removeprefix("indicator/")),
        evidence=piece.evidence,
        members=piece.members,
        unit=piece.unit,
        of=piece.of,
        fewer_than=fewer,
        how=piece.how,
        confidence=asked.confidence,
        sample=sample,
        fixed=fixed,
        minutes=asked.minutes[piece.unit],
        says=says(piece.of, fewer, piece.unit, named(piece.evidence, piece.members)),
    )


def says(of: int, fewer: int, unit: Unit, name: str) -> str:
    """The claim in a sentence."""
    rows = f"{plural(of, unit)} of {name}"
    if fewer == 1:
        return f"Of {rows} every one is as written."
    return f"Of {rows} fewer than {fewer} are not as written."


def named(evidence: str, members: Sequence[str] = ()) -> str:
    """A piece of evidence in words: `the improvement log`, `the figures of 3 measures`, `the figures of reviews-on-time`."""
    if members:
        return f"the figures of {plural(len(members), 'measure')}"
    if evidence.startswith("indicator/"):
        return f"the figures of {evidence.removeprefix('indicator/')}"
    return "the figures" if evidence == "indicators" else f"the {evidence.replace('-', ' ')}"


def _apart(claims: Sequence[Claim]) -> Iterable[Claim]:
    """The claims with ids of their own, where two would have the same."""
    twice = {name for name, many in Counter(claim.id for claim in claims).items() if many > 1}
    used: Counter[str] = Counter()
    for claim in claims:
        used[claim.id] += 1
        yield claim.model_copy(update={"id": f"{claim.id}-{used[claim.id]}"}) if claim.id in twice else claim
