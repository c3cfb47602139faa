"""Evidence by lot, and the same with one thing more that speaks for improvement: nothing here is shared with `prove`.

Measures move by lot; work is any facts that the framework's own cases give, so whatever its authors thought of is among it. What
is missing is reckoned here, thing by thing, and stated: cases cannot say it otherwise.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from random import Random
from typing import NamedTuple

from inspector.model.facts import Fact, Scalar
from inspector.model.ladder import STANDINGS, VerdictWord, height
from inspector.rules.decision import decide
from inspector.workbench.judging.compiled import Compiled, Fired, Settled
from inspector.workbench.judging.opened import Opened, opened

MOVES, PROBES = (
    "signal/trajectory",
    ("shrinking-denominator", "selective-evidence", "rows-taken-back", "rewritten-history"),
)
GAINS, STILL, LOST = ("gradual-gain", "sudden-gain"), "no-change", ("loss", "faded-gain")
CHANCES = ("probability_gain", "probability_loss", "probability_faded")
OF_CALL = {"gradual-gain": 0, "sudden-gain": 0, "loss": 1, "faded-gain": 2}


class Body(NamedTuple):
    """A body of evidence: how measures moved, what else was observed, and how many measures are missing, by lot."""

    moves: tuple[Fact, ...]
    others: tuple[Fact, ...]
    gone: tuple[int, int]
    """Of core measures, and of measures that were there before."""


class Judged(NamedTuple):
    """What a framework makes of a body of evidence."""

    verdict: VerdictWord
    row: str
    against: frozenset[str]
    settled: Settled
    fired: Fired


@cache
def framework(id: str) -> Opened:
    """A framework and its cases, read once."""
    return opened(id)


@cache
def work(id: str) -> tuple[Fact, ...]:
    """Every fact of a signal that the framework's own cases give but how measures moved, each once."""
    found: dict[tuple[object, ...], Fact] = {}
    for case in framework(id).cases:
        for fact in case.facts:
            if fact.kind.startswith("signal/") and fact.kind != MOVES:
                found.setdefault((fact.kind, *sorted(map(str, fact.fields.items()))), fact)
    return tuple(found.values())


def move(name: str, call: str, sure: float, measure: str = "outcome", chances: tuple[float, ...] | None = None) -> Fact:
    """A measure that moved so, with its chances stated or left to follow from the call."""
    fields: dict[str, Scalar] = {
        "indicator": name, "title": name, "call": call, "probability": sure, "measure": measure, "points": 24,
        "began": "in May", "worse": "got worse",
    }  # fmt: skip
    if chances is not None:
        fields |= dict(zip(CHANCES, chances, strict=True))
    return Fact(id=f"{MOVES}/{name}", kind=MOVES, fields=fields)


def body(id: str, random: Random) -> Body:
    """One by lot: as often as not of few measures of which some were surely lost, where one measure more counts for most."""
    few = random.random() < 0.5
    leaning = LOST if few else random.choice((("loss",), LOST, GAINS, (STILL,), (STILL, "loss", *GAINS)))
    moves = [
        _moved(f"m{place}", leaning, few, random)
        for place in range(random.randint(2, 6) if few else random.randint(0, 10))
    ]
    pool = work(id)
    others = [random.choice(pool) for _ in range(random.choice((0, 1, 2, 4, 8)))]
    for place, one in enumerate(moves):
        if one.fields["call"] in GAINS and random.random() < 0.7:
            others.append(_claimed(str(one.fields["indicator"]), random))
        if random.random() < 0.1:
            others.append(_asked(place, random.choice(PROBES), random))
    if random.random() < 0.25:
        others += [_asked(place, "selective-evidence", random) for place in range(2)]
    if random.random() < 0.6:
        others += _told_to_the_end()
    gone = (0, 0) if few else (random.choice((0, 0, 1, 2, 3)), random.choice((0, 0, 0, 1, 3)))
    return Body(tuple(moves), tuple({one.id: one for one in others}.values()), gone)


def _moved(name: str, leaning: tuple[str, ...], few: bool, random: Random) -> Fact:
    call = random.choice((STILL, *leaning) if few else (STILL, *LOST, *GAINS, "too-few-points", *leaning * 6))
    sure = random.choice((0.8, 0.9, 0.95, 0.999999) if few else (0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 0.999999))
    chances = None
    if call in OF_CALL and random.random() < 0.4:
        rest = (1 - sure) / 4
        chances = tuple(round(sure if OF_CALL[call] == place else rest, 6) for place in range(3))
    return move(name, call, sure, random.choice(("outcome", "outcome", "process", "unstated")), chances)


def _claimed(name: str, random: Random) -> Fact:
    fields: dict[str, Scalar] = {
        "indicator": name, "title": name, "outcome": random.choice(("followed", "same-time", "no-test")), "false_share": 0.1,
        "chance_of_all": random.choice((0.01, 0.5)), "small": random.choice((0, 3)), "tests": 4, "kept": 3,
    }  # fmt: skip
    return Fact(id=f"signal/claimed-effect/{name}", kind="signal/claimed-effect", fields=fields)


def _asked(place: int, probe: str, random: Random) -> Fact:
    kind = f"probe/{probe}"
    fields: dict[str, Scalar] = {
        "outcome": random.choice(("question", "strong-question")),
        "subject": f"indicator/m{place}",
        "effect": 0.3,
    }
    return Fact(id=f"{kind}/m{place}", kind=kind, fields=fields)


def _told_to_the_end() -> list[Fact]:
    pace: dict[str, Scalar] = {
        "scale": "small",
        "count": 40,
        "active_months": 22,
        "months": 24,
        "active_share": 0.9,
        "longest_gap_months": 1,
    }
    cycles: dict[str, Scalar] = {
        "count": 40, "months": 24, "active_months": 22, "active_share": 0.9, "latest_share": 0.9, "beyond_one_team": True,
        "of_needed": 1.5, "words": 500,
    }  # fmt: skip
    firm: dict[str, Scalar] = {
        "of": "reviews",
        "actions": 10,
        "known": 10,
        "firm": 6,
        "firm_share": 0.6,
        "firm_done": 4,
        "weak": 2,
    }
    kinds = (("improvement-pace", pace), ("whole-cycles", cycles), ("action-strength", firm))
    return [Fact(id=f"signal/{kind}/by-lot", kind=f"signal/{kind}", fields=fields) for kind, fields in kinds]


def judged(asked: Compiled, given: Body) -> Judged:
    """What a framework makes of it."""
    ready = asked.given((*given.moves, *given.others), (), missing(given))
    fired = asked.fired(ready, told=False)
    settled = asked.settled(ready, fired)
    row = asked.framework.verdicts[settled.place]
    against = frozenset(one.rule for one in settled.drawn if one.limit or one.direction == "worse")
    return Judged(row.verdict, row.id, against, settled, fired)


def missing(given: Body) -> dict[str, Scalar]:
    """What the table reads of measures that are missing: each entered as surely lost, reckoned by going through all ways."""
    core, before = given.gone
    chances = [_chances(one) for one in given.moves if one.fields["call"] != "too-few-points"]
    worst = [*chances, *((0.0, 1.0, 0.0),) * (core + before)]
    lost = [worse + faded for _, worse, faded in worst]
    found: dict[str, Scalar] = {
        "core_missing": core, "dropped": before, "missing": core + before,
        "dropped_share": round(before / (len(chances) + before), 6) if chances or before else 0.0,
        "more_better_at_worst": _more([(better, worse) for better, worse, _ in worst]),
        "more_lost_at_worst": _more([(down, better) for down, (better, _, _) in zip(lost, worst, strict=True)]),
        "lost_share_at_worst": round(sum(lost) / len(lost), 6) if lost else 0.0,
    }  # fmt: skip
    return found


def _chances(fact: Fact) -> tuple[float, float, float]:
    if CHANCES[0] in fact.fields:
        better, worse, faded = (float(str(fact.fields[name])) for name in CHANCES)
        return better, worse, faded
    place, sure = OF_CALL.get(str(fact.fields["call"])), float(str(fact.fields["probability"]))
    better, worse, faded = (sure if place == one else 0.0 for one in range(3))
    return better, worse, faded


def _more(pairs: list[tuple[float, float]]) -> float:
    leads: dict[int, float] = {0: 1.0}
    for up, down in pairs:
        made: dict[int, float] = {}
        for lead, chance in leads.items():
            for step, share in ((1, up), (-1, down), (0, max(0.0, 1 - up - down))):
                made[lead + step] = made.get(lead + step, 0.0) + chance * share
        leads = made
    return min(round(sum(chance for lead, chance in leads.items() if lead > 0), 6), 0.999999)


def better(id: str, given: Body, random: Random) -> Iterator[tuple[str, Body]]:
    """The same evidence with one thing better: each sort of it once, by lot."""
    added = move("new", random.choice(GAINS), random.choice((0.95, 0.999999)))
    yield "a measure more that surely got better", given._replace(moves=(*given.moves, added))
    for says, was, is_ in (
        ("a loss less: it stands still", ("loss",), STILL),
        ("a loss less: it got better", ("loss",), "gradual-gain"),
        ("one that stood still got better", (STILL,), "sudden-gain"),
        ("a gain that had faded stays", ("faded-gain",), "gradual-gain"),
    ):
        some = [place for place, one in enumerate(given.moves) if one.fields["call"] in was]
        if some:
            place = random.choice(some)
            yield says, given._replace(moves=_with(given.moves, place, _turned(given.moves[place], is_)))
    more = random.choice(work(id))
    if more.id not in {one.id for one in given.others}:
        yield "work more", given._replace(others=(*given.others, more))


def _turned(fact: Fact, call: str) -> Fact:
    """The same measure, which moved otherwise, as surely: what spoke for the old call speaks for the new one."""
    sure = float(str(fact.fields["probability"]))
    chances = None
    if CHANCES[0] in fact.fields:
        better, _, faded = _chances(fact)
        chances = (better, 0.0, faded) if call == STILL else (sure, 0.0, 0.0)
    return move(str(fact.fields["indicator"]), call, sure, str(fact.fields["measure"]), chances)


def _with(moves: tuple[Fact, ...], place: int, one: Fact) -> tuple[Fact, ...]:
    return (*moves[:place], one, *moves[place + 1 :])


def raised(asked: Compiled, was: Judged, random: Random) -> tuple[VerdictWord, str] | None:
    """What the table says were one theme a step higher, all else the same; None where all of them last."""
    table: Mapping[str, Fact] = was.settled.table
    low = [
        one
        for name, one in sorted(table.items())
        if name.startswith("standing/") and one.fields["standing"] != STANDINGS[-1]
    ]
    if not low:
        return None
    one = random.choice(low)
    step = STANDINGS[STANDINGS.index(str(one.fields["standing"])) + 1]  # type: ignore[arg-type]
    higher = one.model_copy(update={"fields": {**one.fields, "standing": step}})
    facts = (*was.fired.facts.values(), *(higher if fact.id == one.id else fact for fact in table.values()))
    row, _ = decide(asked.framework.verdicts, facts, asked.vocabulary)
    return row.verdict, row.id


def lowered(asked: Compiled, id: str, random: Random) -> tuple[int, list[str]]:
    """How many times one thing better was held against a body by lot, and in words each time that the verdict was lower for it.

    Where a rule fires besides that counts against, what came is not only better. What leaves open how things move stands with
    `static`, and nothing is let off for it.
    """
    given = body(id, random)
    before = judged(asked, given)
    found = [(says, judged(asked, more)) for says, more in better(id, given, random)]
    after = [(says, one.verdict, one.row) for says, one in found if not one.against - before.against]
    if step := raised(asked, before, random):
        after.append(("a theme stands higher", *step))
    worse = [
        f"{says}: {before.verdict} by {before.row}, then {verdict} by {row}"
        for says, verdict, row in after
        if height(verdict) < height(before.verdict)
    ]
    return len(after), worse
