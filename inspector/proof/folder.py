"""The folder of a visit: read whole and held against its seals, written whole or not at all, for its owner alone.

`plan.json`, `frame.json`, `round-1.json` …, and `records/` and `sheets/` that others fill. Everything is refused that was altered
since it was written, with the file and what does not hold. Nothing in it is a link.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from inspector.model.inspection import Inspection
from inspector.model.limits import most
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import error
from inspector.model.visits import Claim, Framed, Round, VisitPlan
from inspector.proof import drawing, guessable, seeds
from inspector.proof.reading import noun, nouns, taken
from inspector.proof.refusals import altered, refused
from inspector.proof.sane import strange_frame, strange_plan
from inspector.proof.sealing import canonical, digest, frame_bytes, seal_of
from inspector.writing import whole
from inspector.writing.turns import Busy, held

VERSION = 1
PLAN, FRAME, RECORDS, SHEETS = "plan.json", "frame.json", "records", "sheets"


@dataclass(frozen=True)
class Visit:
    """A visit as its folder has it, every seal held: the plan, the frame, and the rounds drawn so far."""

    folder: Path
    plan: VisitPlan
    frame: tuple[Framed, ...]
    rounds: tuple[Round, ...]

    @cached_property
    def rows(self) -> Mapping[str, Framed]:
        """The rows of the frame by their keys."""
        return {row.key: row for row in self.frame}

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The claims of the plan by their ids."""
        return {claim.id: claim for claim in self.plan.claims}

    @cached_property
    def drawn(self) -> Mapping[str, int]:
        """The keys that were drawn so far, in the order drawn, each with the number of its round."""
        return {key: one.number for one in self.rounds for key in one.rows}

    @property
    def guarantee(self) -> bool:
        """Whether every round was drawn from a seed that nobody could know; else nothing that is found proves a claim."""
        return all(one.guarantee for one in self.rounds)

    def drawn_of(self, claim: str) -> tuple[str, ...]:
        """The keys of one claim that were drawn so far, in the order drawn."""
        return tuple(key for key in self.drawn if self.rows[key].claim == claim)

    def row(self, key: str) -> Framed:
        """The row of that key. Raises CannotComplete where the frame has none, or it was not drawn."""
        if key not in self.rows:
            raise refused("visit-row", FRAME, f"the visit has no row {key[:60]!r}", "the sheets name the keys")
        if key not in self.drawn:
            message = f"{key!r} was not drawn: rows that somebody picks prove nothing"
            raise refused(
                "visit-row", FRAME, message, "record the rows of the rounds alone; `inspector visit next` draws more"
            )
        return self.rows[key]

    @property
    def last_seal(self) -> str:
        """The seal that the next round names: of the last round, or of the plan."""
        return self.rounds[-1].seal if self.rounds else self.plan.seal

    @property
    def records(self) -> Path:
        """Where the chains of entries are, a file an inspector; the folder may not be there yet."""
        return self.folder / RECORDS


def load(folder: Path) -> Visit:
    """The visit in a folder. Raises CannotComplete where there is none, or anything of it was altered."""
    if not folder.is_dir():
        message = "there is no such folder" if not folder.exists() else "it is a file, and a visit is a folder"
        raise refused("no-such-visit", str(folder), message, "make one with `inspector visit plan BUNDLE -o VISIT`")
    plan = noun(VisitPlan, folder, PLAN, VERSION)
    if plan.seal != seal_of(plan):
        raise altered(PLAN, "the plan does not have the seal that stands in it: it was altered since it was sealed")
    if strange := strange_plan(plan):
        raise altered(PLAN, f"it is not as Inspector writes it: {strange}")
    data = taken(folder, FRAME)
    if digest(data) != plan.frame_hash:
        raise altered(FRAME, f"the frame does not have the hash that the plan names ({plan.frame_hash})")
    frame = nouns(Framed, data, FRAME)
    if strange := strange_frame(plan, frame):
        raise altered(FRAME, strange)
    visit = Visit(folder, plan, frame, ())
    while (name := round_name(len(visit.rounds) + 1)) in _names(folder):
        found = noun(Round, folder, name)
        _refuse_round(visit, found, name)
        visit = Visit(folder, plan, frame, (*visit.rounds, found))
    _refuse_gaps(folder, len(visit.rounds))
    return visit


def create(folder: Path, plan: VisitPlan, frame: Sequence[Framed], rounds: Sequence[Round] = ()) -> Visit:
    """Write a new visit, for its owner alone. Raises OSError, also where something is there already."""
    with whole.folder(folder, private=True) as part:
        for name in (RECORDS, SHEETS):
            (part / name).mkdir(mode=0o700)
        _write(part / FRAME, frame_bytes(frame))
        _write(part / PLAN, laid_out(plan))
        for one in rounds:
            _write(part / round_name(one.number), laid_out(one))
    return load(folder)


def add_round(visit: Visit, made: Round) -> Visit:
    """Write the next round. Raises CannotComplete where another program drew one meanwhile, OSError."""
    name = round_name(made.number)
    try:
        with held(visit.folder, most("waiting-seconds")):
            if name in _names(visit.folder) or load(visit.folder).last_seal != made.after:
                raise refused(
                    "visit-altered", name, "another run drew a round meanwhile; nothing was drawn", "run it again"
                )
            _write(visit.folder / name, laid_out(made))
    except Busy:
        raise refused("visit-altered", name, "another run of Inspector holds the visit", "run it again") from None
    return load(visit.folder)


def matches(plan: VisitPlan, inspection: Inspection) -> tuple[Problem, ...]:
    """Why a plan is not one of this bundle and framework; empty where it is. Each names what was planned and what is there."""
    pairs = (
        ("the files of the bundle", plan.bundle_digest, inspection.bundle_digest),
        ("the root that the bundle is sealed under", plan.bundle_root, inspection.bundle_root),
        ("the framework", plan.framework_digest, inspection.framework_digest),
    )
    told = [f"{what} ({short_hash(then)} then, {short_hash(now)} now)" for what, then, now in pairs if then != now]
    if not told:
        return ()
    other = "" if plan.authority == inspection.authority else "it is a visit to another authority; "
    message = f"{other}since the visit was planned other: {'; '.join(told)}"
    fix = "give the bundle and the framework that were planned with; for a bundle that changed, plan a visit anew"
    return (error("visit-of-another", Where(file=PLAN), message, fix=fix),)


def refuse_other(plan: VisitPlan, inspection: Inspection) -> None:
    """Raise CannotComplete where the plan is not one of this bundle and framework."""
    if found := matches(plan, inspection):
        raise CannotComplete(found)


def hold_guarantee(visit: Visit) -> None:
    """Raise CannotComplete where a round says that it has a guarantee, and its seed is none that `visit next` takes for one."""
    for place, one in enumerate(visit.rounds):
        if one.guarantee and (why := _no_guarantee(visit.plan, visit.rounds[:place], one)):
            raise altered(round_name(one.number), f"it says that it has a guarantee, and it has none: {why}")


def _no_guarantee(plan: VisitPlan, before: Sequence[Round], found: Round) -> str:
    if not plan.guarantee:
        return "the visit was planned without one"
    try:
        return guessable.why_not(seeds.kept(found.seed, found.seed_origin), plan, before)
    except seeds.NoSeed as failure:
        return str(failure)


def laid_out(found: VisitPlan | Round) -> bytes:
    """The bytes of a plan or round as they are written: JSON for people, the keys sorted."""
    import json

    canonical(found.model_dump(mode="json"))
    return (json.dumps(found.model_dump(mode="json"), indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode()


def round_name(number: int) -> str:
    """The name of the file of a round."""
    return f"round-{number}.json"


def short_hash(text: str | None) -> str:
    """The start of a hash, by which people tell two apart."""
    return (text or "none").removeprefix("sha256:")[:12]


def _write(path: Path, data: bytes) -> None:
    whole.write(path, data, private=True)


def _names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def _refuse_round(visit: Visit, found: Round, name: str) -> None:
    """Raise unless the round is the next one, sealed, after the one before, and drawn as its seed says."""
    if found.seal != seal_of(found):
        raise altered(name, "the round does not have the seal that stands in it: it was altered since it was drawn")
    if found.number != len(visit.rounds) + 1 or found.after != visit.last_seal:
        raise altered(
            name,
            f"it does not follow what is there: it names {short_hash(found.after)}, not {short_hash(visit.last_seal)}",
        )
    if wrong := drawing.not_as_drawn(visit.frame, visit.rounds, found):
        raise altered(name, wrong)


def _refuse_gaps(folder: Path, many: int) -> None:
    others = sorted(name for name in _names(folder) if name.startswith("round-") and name.endswith(".json"))
    if len(others) != many:
        strange = next(name for name in others if name not in {round_name(one + 1) for one in range(many)})
        raise altered(strange, f"round {many + 1} is not there, so that this one follows none")
