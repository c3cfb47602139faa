"""A visit planned: the claims that carry the verdict, how many rows settle each, and everything sealed before a seed is known."""

import secrets
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

from inspector.model.derivations import Derivation
from inspector.model.evidence import Evidence
from inspector.model.inspection import Inspection
from inspector.model.limits import most, raise_it
from inspector.model.limits import words as limit_words
from inspector.model.visits import Claim, Framed, Margin, Part, Question, Round, Unit, VisitPlan
from inspector.model.words import plural
from inspector.proof import drawing, guessable
from inspector.proof.claims import one_and_all, sizes
from inspector.proof.folder import VERSION, Visit
from inspector.proof.frame import frame, population, slugged
from inspector.proof.minutes import MINUTES, Allotted, Needed, allot, shared
from inspector.proof.pieces import THERE
from inspector.proof.refusals import refused
from inspector.proof.sealing import frame_hash, sealed
from inspector.proof.seeds import NoSeed, Seed, read
from inspector.proof.where import NOTICED
from inspector.verdict.order import height

CONFIDENCE = 0.95
SEED = "--seed"
FRESH = (
    "throw a die twenty times in front of both, and write `dice: 4 1 6 2 …`; with --without-guarantee any seed is taken, and "
    "nothing that is found proves a claim"
)


class Asked(NamedTuple):
    """What a plan is asked for: confidence, hours and rows there are, minutes by unit, the policy, with a guarantee or not."""

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
    settled: str = "",
) -> Planned:
    """The plan of a visit to what was inspected, sealed. Raises CannotComplete where there is nothing to claim.

    `pieces` are what the verdict hangs on, `settled` why there are none. `salt` keeps answers from being recognised, and is drawn
    anew where none is given.
    """
    salt = salt or secrets.token_hex(16)
    claimed, unclaimed = _claimed(inspection, evidence, pieces, asked, derivations)
    if not claimed:
        none = settled or "no piece of evidence carries the verdict"
        why = "; ".join(f"{one.evidence}: {one.why}" for one in unclaimed) or none
        fix = "the fieldwork plan of `inspector assess` says what to ask"
        raise refused(
            "visit-plan", inspection.authority, f"there is nothing that looking at rows could settle: {why}", fix
        )
    _refuse_many(inspection, sum(claim.of for claim, _ in claimed))
    rows = frame(evidence, claimed, salt, derivations)
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
        claims=tuple(claim for claim, _ in claimed),
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


def _refuse_many(inspection: Inspection, rows: int) -> None:
    if rows > most("visit-rows"):
        message = f"the claims are about {rows:,} rows, and the limit is {limit_words('visit-rows')}"
        raise refused("visit-plan", inspection.authority, message, raise_it("visit-rows"))


def first(made: VisitPlan) -> Allotted:
    """What the first round can settle or begin within the plan's hours and rows, were nothing wrong."""
    needed = [Needed(claim, claim.sample) for claim in made.claims]
    if made.policy == "gain":
        return shared(needed, {}, made.hours, made.most_rows)
    return allot(needed, made.hours, made.most_rows)


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

    Without a `guarantee` any seed will do, and nothing that is found in the round proves a claim. `others` are seeds of other
    visits.
    """
    guarantee = guarantee and visit.plan.guarantee
    try:
        seed = read(text)
    except NoSeed as failure:
        raise refused("visit-seed", SEED, str(failure), FRESH) from None
    if guarantee and (why := guessable.why_not(seed, visit.plan, visit.rounds, others, today)):
        raise refused("visit-seed", SEED, why, FRESH)
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
        rows=drawing.drawn(visit.frame, before, seed.text, drawing.turn(visit.rounds, guarantee=guarantee), sizes),
        seal="",
        says=seed.says,
    )
    return sealed(made)


def _claimed(
    inspection: Inspection,
    evidence: Evidence,
    pieces: Iterable[Margin],
    asked: Asked,
    derivations: Sequence[Derivation],
) -> tuple[list[tuple[Claim, tuple[Any, ...]]], list[Unclaimed]]:
    """The claims with their rows, smallest first, and what no claim can be made of."""
    made: list[tuple[Claim, tuple[Any, ...]]] = []
    unclaimed: list[Unclaimed] = []
    for piece in (part for whole in pieces for part in whole.parts or (whole,)):
        rows = population(evidence, piece, derivations)
        if piece.part != "whole" and piece.rows is None and (piece.together or 0) >= piece.of:
            # The verdict stands without all of them, whatever else is wrong: nothing of them has to be looked at.
            continue
        if piece.together is None or piece.together < 0:
            unclaimed.append(
                Unclaimed(
                    piece.evidence, "it does not carry the verdict without other evidence that no claim is made of"
                )
            )
        elif not rows:
            unclaimed.append(Unclaimed(piece.evidence, "it has no row that can be found on site"))
        else:
            claim = _claim(piece, len(rows), piece.together + 1, asked)
            made.append((claim.model_copy(update=_exposed(piece, inspection)), rows))
    ids = _apart([claim.id for claim, _ in made])
    named = [(claim.model_copy(update={"id": id}), rows) for id, (claim, rows) in zip(ids, made, strict=True)]
    return sorted(named, key=lambda one: (one[0].sample * one[0].minutes, one[0].id)), unclaimed


def _claim(piece: Margin, of: int, fewer: int, asked: Asked) -> Claim:
    every = one_and_all(of, min(fewer, of))
    sample, fixed = (every, every) if piece.part == "key" else sizes(of, fewer, asked.confidence)
    return Claim(
        id=slugged(f"{piece.evidence.removeprefix('indicator/')} {'' if piece.part == 'whole' else piece.part}"),
        evidence=piece.evidence,
        members=piece.members,
        part=piece.part,
        unit=piece.unit,
        of=of,
        fewer_than=min(fewer, of),
        how=piece.how,
        confidence=asked.confidence,
        sample=sample,
        fixed=fixed,
        minutes=asked.minutes[piece.unit],
        says=says(of, fewer, piece.unit, named(piece.evidence, piece.members, piece.part)),
    )


def _exposed(piece: Margin, inspection: Inspection) -> dict[str, int | float]:
    """What a lie in a piece would gain, in steps of the verdict, and how likely it is noticed without a visit: the
    least of its members."""
    verdict = inspection.verdict.verdict
    gain = height(verdict) - height(piece.then) if piece.then is not None else 1
    trust = {one.evidence: one.trust for one in inspection.trust}
    noticed = [NOTICED[trust[name]] for name in piece.members or (piece.evidence,) if name in trust]
    return {"gain": max(1, gain), "noticed": min(noticed, default=0.0)}


def says(of: int, fewer: int, unit: Unit, name: str) -> str:
    """The claim in a sentence."""
    rows = f"{plural(of, unit)} of {name}"
    if fewer == 1:
        return f"Of {rows} every one is as written."
    return f"Of {rows} fewer than {fewer} are not as written."


def named(evidence: str, members: Sequence[str] = (), part: Part = "whole") -> str:
    """A piece of evidence in words: `the improvement log`, `the figures of 3 measures`, `the rest of the improvement log`."""
    if members:
        besides = " that have to be there" if evidence == THERE else ""
        name = f"the figures of {plural(len(members), 'measure')}{besides}"
    elif evidence.startswith("indicator/"):
        name = f"the figures of {evidence.removeprefix('indicator/')}"
    else:
        name = "the figures" if evidence == "indicators" else f"the {evidence.replace('-', ' ')}"
    return {"whole": name, "key": f"{name} on which most hangs", "rest": f"the rest of {name}"}[part]


def _apart(ids: Sequence[str]) -> list[str]:
    """The ids, with a number where several would be the same."""
    many, used = Counter(ids), Counter[str]()
    found = []
    for id in ids:
        used[id] += 1
        found.append(f"{id}-{used[id]}" if many[id] > 1 else id)
    return found
