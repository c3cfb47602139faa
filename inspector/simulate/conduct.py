"""Ways in which authorities go about it, and what an honest inspector who knew everything would say of each."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from inspector.simulate import logs, measures, paths
from inspector.simulate.authority import Authority, Row, month
from inspector.simulate.draws import stream
from inspector.simulate.measures import CATALOGUE


class Conduct(NamedTuple):
    """`gains`, `fades`, `losses`: how many indicators move so. `verdicts`: what may rightly be said, the best word first."""

    says: str
    verdicts: tuple[str, ...]
    log: str
    gains: int = 0
    fades: int = 0
    losses: int = 0
    aimed: bool = False
    up: tuple[str, ...] = ()
    """Indicators that gain, by name, in the place of as many that chance chooses."""
    down: tuple[str, ...] = ()


CONDUCTS: dict[str, Conduct] = {
    "stream": Conduct("many small tests by everybody, and they show", ("improving",), "stream", gains=5, aimed=True),
    "young-stream": Conduct("many small tests, nothing to be seen yet", ("emerging",), "stream"),
    "one-programme": Conduct("one large programme whose gains faded", ("slipping",), "programme", fades=4),
    "programme-that-held": Conduct("one large programme, and it held", ("emerging",), "programme", gains=3),
    "luck": Conduct("figures got better, and nobody knows why", ("emerging",), "none", gains=4),
    "plans": Conduct("plans and no tests", ("static",), "plans"),
    "still": Conduct("nothing is tried and nothing moves", ("static",), "none"),
    "burst": Conduct("nothing until the inspection was announced", ("static",), "burst"),
    "decline": Conduct("nothing is tried and much gets worse", ("deteriorating",), "none", losses=5),
    "busy-decline": Conduct(
        "much is tried, and more gets worse than better", ("deteriorating", "slipping"), "stream", losses=5
    ),
}

FURTHER: dict[str, Conduct] = {
    "deadline-first": Conduct(
        "deadlines are met more often, and families pay for it", ("static", "slipping", "deteriorating"), "plans",
        up=("assessments-in-time", "plans-reviewed"), down=("seen-alone", "same-worker", "re-referrals"),
    ),
    "processes-first": Conduct(
        "processes got better, and nothing yet for families", ("emerging",), "stream",
        up=("supervision-held", "plans-reviewed", "assessments-in-time"),
    ),
}  # fmt: skip
"""More of them, which are asked for by name; `mixed` takes them in turn where all kinds of records are written."""
EVERY = {**CONDUCTS, **FURTHER}


def authority(seed: str, conduct: str, months: int = 36, start: date = date(2023, 4, 1)) -> Authority:
    """An honest authority of that conduct. Raises KeyError for a conduct that is none."""
    how = EVERY[conduct]
    draw = stream(seed, "conduct")
    end = month(start, months)
    notified = end - timedelta(days=draw.randint(50, 75))
    shapes = _shapes(how, seed)
    drawn = {
        one.id: measures.figures(one, shapes[one.id], seed, start, months, draw.uniform(2.2, 3.5)) for one in CATALOGUE
    }
    onsets = {id: _months(start, one.truth["onset"]) for id, one in drawn.items()}
    log = _log(how, seed, start, months, notified, end, onsets, shapes)
    share, rise = {"stream": (0.45, 0.15)}.get(how.log, (0.08, 0.0))
    timed = next(one for one in CATALOGUE if one.deadline)
    return Authority(
        name=f"Simulated authority {seed}",
        seed=seed,
        start=start,
        months=months,
        notified_on=notified,
        submitted_at=end - timedelta(days=1),
        register=tuple(measures.register(checked=True)),
        figures=tuple(row for one in CATALOGUE for row in drawn[one.id].figures),
        log=tuple(log),
        participation=tuple(logs.participation(seed, start, months, share, rise, log)),
        durations=tuple(measures.durations(timed, seed, start, months, heaps=draw.random() < 0.3)),
        verifications=tuple(measures.verifications(seed, start, notified)),
        truth={
            "conduct": conduct,
            "says": how.says,
            "verdicts": list(how.verdicts),
            "games": [],
            "indicators": {id: one.truth for id, one in drawn.items()},
        },
    )


def _shapes(how: Conduct, seed: str) -> dict[str, str]:
    draw = stream(seed, "shapes")
    ids = [one.id for one in CATALOGUE]
    outcomes = [one.id for one in CATALOGUE if one.measure in ("outcome", "experience")]
    draw.shuffle(ids)
    draw.shuffle(outcomes)
    order = [*outcomes, *(id for id in ids if id not in outcomes)]
    kinds = [paths.GAINS] * how.gains + [paths.FADES] * how.fades + [paths.LOSSES] * how.losses
    still = ("none", "none", "none", "season", "bad-spell")
    found = {id: draw.choice(sorted(kinds[k])) if k < len(kinds) else draw.choice(still) for k, id in enumerate(order)}
    return found | {
        id: draw.choice(sorted(shapes))
        for ids, shapes in ((how.up, paths.GAINS), (how.down, paths.LOSSES))
        for id in ids
    }


def _months(start: date, onset: str | None) -> int | None:
    if onset is None:
        return None
    day = date.fromisoformat(onset)
    return (day.year - start.year) * 12 + day.month - start.month


def _log(
    how: Conduct, seed: str, start: date, months: int, notified: date, end: date,
    onsets: dict[str, int | None], shapes: dict[str, str],
) -> list[Row]:  # fmt: skip
    moved = {id: onset for id, onset in onsets.items() if shapes[id] in {*paths.GAINS, *paths.FADES}}
    makers: dict[str, Callable[[], list[Row]]] = {
        "stream": lambda: logs.stream_of_tests(seed, start, months, 4.0, moved if how.aimed else {}),
        "programme": lambda: _programme(seed, start, months, moved),
        "plans": lambda: logs.plans(seed, start, months, 14),
        "burst": lambda: logs.burst(seed, notified, end, 24),
        "none": list,
    }
    return makers[how.log]()


def _programme(seed: str, start: date, months: int, moved: dict[str, int | None]) -> list[Row]:
    first = min((onset, id) for id, onset in moved.items() if onset is not None)
    return logs.one_programme(seed, start, months, first[0], first[1])
