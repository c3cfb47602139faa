"""In which order a liar makes up rows: each is a way to choose them, and how they are false."""

from collections.abc import Callable
from random import Random

from on_site.truth import Place, Site

LOG, FIGURES = "improvement-log.csv", "indicators.csv"
Order = Callable[[Site, Random], list[tuple[Place, str]]]
ORDERS: dict[str, Order] = {}


def order(name: str) -> Callable[[Order], Order]:
    def kept(one: Order) -> Order:
        ORDERS[name] = one
        return one

    return kept


def _drawn(places: list[Place], rng: Random) -> list[Place]:
    return rng.sample(places, len(places))


def _log(site: Site, key: str) -> list[Place]:
    return sorted(site.of(LOG), key=lambda place: (site.rows[place].get(key) or "", place))


@order("log invented, here and there")
def invented(site: Site, rng: Random) -> list[tuple[Place, str]]:
    return [(place, "invented") for place in _drawn(site.of(LOG), rng)]


@order("log invented, team by team")
def by_team(site: Site, rng: Random) -> list[tuple[Place, str]]:
    teams = sorted({site.rows[place]["team"] for place in site.of(LOG)})
    turn = {team: at for at, team in enumerate(rng.sample(teams, len(teams)))}
    return [(place, "invented") for place in sorted(site.of(LOG), key=lambda place: turn[site.rows[place]["team"]])]


@order("staff coached for the last months: the log before them is invented")
def coached(site: Site, _: Random) -> list[tuple[Place, str]]:
    return [(place, "invented") for place in _log(site, "tested_on")]


@order("the last months of the log are invented")
def late(site: Site, _: Random) -> list[tuple[Place, str]]:
    return [(place, "invented") for place in reversed(_log(site, "tested_on"))]


@order("dates moved, of tests that name a measure first")
def moved(site: Site, rng: Random) -> list[tuple[Place, str]]:
    rows = _drawn(site.of(LOG), rng)
    return [(place, "moved") for place in sorted(rows, key=lambda place: not site.rows[place].get("indicator"))]


@order("decisions otherwise, kept tests first")
def otherwise(site: Site, rng: Random) -> list[tuple[Place, str]]:
    rows = _drawn(site.of(LOG), rng)
    return [(place, "other") for place in sorted(rows, key=lambda place: site.rows[place].get("decision") != "adopt")]


@order("figures filled in afterwards, here and there")
def figures(site: Site, rng: Random) -> list[tuple[Place, str]]:
    return [(place, "figures") for place in _drawn(site.of(FIGURES), rng)]


@order("figures filled in afterwards, measure by measure")
def by_measure(site: Site, rng: Random) -> list[tuple[Place, str]]:
    ids = sorted({site.rows[place]["indicator"] for place in site.of(FIGURES)})
    turn = {id: at for at, id in enumerate(rng.sample(ids, len(ids)))}
    return [
        (place, "figures") for place in sorted(site.of(FIGURES), key=lambda place: turn[site.rows[place]["indicator"]])
    ]


@order("figures filled in afterwards, the last of a measure first")
def backwards(site: Site, rng: Random) -> list[tuple[Place, str]]:
    return list(reversed(by_measure(site, rng)))


@order("the last months of all figures")
def last_months(site: Site, rng: Random) -> list[tuple[Place, str]]:
    rows = _drawn(site.of(FIGURES), rng)
    return [
        (place, "figures") for place in sorted(rows, key=lambda place: site.rows[place]["period_start"], reverse=True)
    ]


@order("spread: log and figures in turn")
def spread(site: Site, rng: Random) -> list[tuple[Place, str]]:
    return [one for pair in zip(invented(site, rng), figures(site, rng), strict=False) for one in pair]
