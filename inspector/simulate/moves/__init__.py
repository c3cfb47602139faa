"""Gaming moves: what can be done to evidence so that it looks better than it is, each with a dose from 0 to 1.

The folder listing is the registry: every module here whose name does not begin with `_` is a move. Its docstring says what is
done, what the dose is, and what should notice; `SEEN_BY` names the probes that should ask, empty where none can;
`apply(authority, dose, draw)` gives the gamed authority. Dose 0 changes nothing.
"""

import pkgutil
from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from random import Random

from inspector.simulate.authority import Authority, Row
from inspector.simulate.draws import stream

RECORDS = "records"
"""The folder of the moves that are played with reviews, recommendations, promises and other records."""


def ids() -> tuple[str, ...]:
    """The ids of all moves on figures and logs, sorted. Nothing is imported."""
    return _listed(__path__)


def of_records() -> tuple[str, ...]:
    """The ids of all moves that are played with records of other kinds too, in the folder `records`, sorted."""
    return _listed([str(Path(folder) / RECORDS) for folder in __path__])


def _listed(folders: Iterable[str]) -> tuple[str, ...]:
    found = (module.name for module in pkgutil.iter_modules(folders) if not module.ispkg)
    return tuple(sorted(name.replace("_", "-") for name in found if not name.startswith("_")))


def says(id: str) -> str:
    """What a move does, in its own words. Raises KeyError for an id that is not a move's."""
    return (import_module(_module(id)).__doc__ or "").strip()


def seen_by(id: str) -> tuple[str, ...]:
    """The probes that should ask about a move; none where nothing in a bundle can show it. Raises KeyError."""
    return tuple(import_module(_module(id)).SEEN_BY)


def play(authority: Authority, id: str, dose: float) -> Authority:
    """The authority after a move of that dose, said in its truth. Raises KeyError for an unknown move.

    The draws depend on the authority's seed and the move alone, so that twins differ by the move and nothing else.
    """
    module = import_module(_module(id))
    if dose <= 0:
        return authority
    draw: Random = stream(authority.seed, "move", id)
    gamed: Authority = module.apply(authority, min(1.0, dose), draw)
    games = [*authority.truth.get("games", []), {"move": id, "dose": dose}]
    kept = _still_so(authority, gamed)
    return replace(gamed, truth={**gamed.truth, "games": games}, verifications=kept)


def _still_so(before: Authority, after: Authority) -> tuple[Row, ...]:
    """The verifications of measures that the move left alone: of the others no other body would say so, and none is submitted."""
    figures, gamed = _by_measure(before), _by_measure(after)
    return tuple(
        row for row in after.verifications if figures.get(row.get("indicator")) == gamed.get(row.get("indicator"))
    )


def _by_measure(one: Authority) -> dict[str | None, list[Row]]:
    found: dict[str | None, list[Row]] = {}
    for row in (*one.register, *one.figures, *one.durations):
        found.setdefault(row["indicator"], []).append(row)
    return found


def _module(id: str) -> str:
    name = id.replace("-", "_")
    if id in of_records():
        return f"{__name__}.{RECORDS}.{name}"
    if id not in ids():
        raise KeyError(id)
    return f"{__name__}.{name}"
