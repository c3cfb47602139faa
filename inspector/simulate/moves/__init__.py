"""Gaming moves: what can be done to evidence so that it looks better than it is, each with a dose from 0 to 1.

The folder listing is the registry: every module here whose name does not begin with `_` is a move. Its docstring says what is
done, what the dose is, and what should notice; `SEEN_BY` names the probes that should ask, empty where none can;
`apply(authority, dose, draw)` gives the gamed authority. Dose 0 changes nothing.
"""

import pkgutil
from dataclasses import replace
from importlib import import_module
from random import Random

from inspector.simulate.authority import Authority, Row
from inspector.simulate.draws import stream


def ids() -> tuple[str, ...]:
    """The ids of all moves, sorted. Nothing is imported."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.replace("_", "-") for name in names if not name.startswith("_")))


def says(id: str) -> str:
    """What a move does, in its own words. Raises KeyError for an id that is not a move's."""
    return (import_module(f"{__name__}.{_module(id)}").__doc__ or "").strip()


def seen_by(id: str) -> tuple[str, ...]:
    """The probes that should ask about a move; none where nothing in a bundle can show it. Raises KeyError."""
    return tuple(import_module(f"{__name__}.{_module(id)}").SEEN_BY)


def play(authority: Authority, id: str, dose: float) -> Authority:
    """The authority after a move of that dose, said in its truth. Raises KeyError for an unknown move.

    The draws depend on the authority's seed and the move alone, so that twins differ by the move and nothing else.
    """
    module = import_module(f"{__name__}.{_module(id)}")
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
    return tuple(row for row in after.verifications if figures.get(row["indicator"]) == gamed.get(row["indicator"]))


def _by_measure(one: Authority) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in (*one.register, *one.figures, *one.durations):
        found.setdefault(row["indicator"], []).append(row)
    return found


def _module(id: str) -> str:
    if id not in ids():
        raise KeyError(id)
    return id.replace("-", "_")
