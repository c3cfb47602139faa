"""Simulated services judged, in this process or in processes beside: what is sent to one and what comes back."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from inspector.batch.task import Failed

if TYPE_CHECKING:
    from inspector.workbench.calibrating.characteristics import Seen
    from inspector.workbench.calibrating.plan import Wanted

SAYS_NOTHING = ("not-applicable", "insufficient-data")
"""Outcomes of a probe that had nothing to look at."""


class Service(NamedTuple):
    """A service to be made and judged by the framework at that id or path."""

    name: str
    framework: str
    wanted: "Wanted"


class Judged(NamedTuple):
    """What was seen of it; None where the move changes nothing in it, so that it is as its twin."""

    name: str
    seen: "Seen | None"


def judged(service: Service) -> Judged | Failed:
    """Make a service, write it down as a bundle, judge that, and forget the bundle."""
    from tempfile import TemporaryDirectory

    from inspector.model.problems import CannotComplete
    from inspector.simulate import moves
    from inspector.simulate.conduct import authority
    from inspector.simulate.records.all_kinds import all_kinds
    from inspector.simulate.writing import rows_of, write
    from inspector.workbench.calibrating.together import AND

    wanted = service.wanted
    one = all_kinds(authority(wanted.seed, wanted.conduct, wanted.months))
    if wanted.move:
        honest = one
        for move in wanted.move.split(AND):
            one = moves.play(one, move, 1.0)
        if rows_of(honest) == rows_of(one):
            return Judged(service.name, None)
    try:
        with TemporaryDirectory() as folder:
            write(one, Path(folder) / "service")
            return Judged(service.name, _seen(service, Path(folder) / "service"))
    except CannotComplete as failure:
        return Failed(service.name, "unreadable", tuple(str(problem) for problem in failure.problems[:1]))
    except OSError as failure:
        return Failed(service.name, "machine", (failure.strerror or "its bundle cannot be written",))


def _seen(service: Service, bundle: Path) -> "Seen":
    from inspector import inspection
    from inspector.workbench.calibrating.characteristics import Seen

    found = inspection.work(bundle, service.framework, matcher="reference", despite_problems=True).inspection
    return Seen(
        service.name,
        frozenset(one.rule for one in found.findings if not one.withdrawn),
        found.verdict.verdict,
        found.verdict.row,
        frozenset(fact.kind for fact in found.facts if fact.fields.get("outcome") not in SAYS_NOTHING),
    )


def outcomes(services: Sequence[Service], jobs: int) -> Iterator[Judged | Failed]:
    """What came of each, in the order in which they end."""
    if jobs == 1:
        yield from map(judged, services)
        return
    from inspector.batch import pool

    yield from pool.outcomes(services, jobs, judged)
