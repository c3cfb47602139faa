"""Forgeries of the register kind: each changes a series of submissions that was honest, from some month on, or in one of them."""

import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "forgeries"))

from busy import stream
from monthly import Series, as_of
from paper import Folder, Row, last, month
from starts import gains_seen, losses_seen

Lie = Callable[[Series, Random], None]
LIES: dict[str, Lie] = {}


def lie(made: Lie) -> Lie:
    """Register a forgery by its name."""
    LIES[made.__name__.replace("_", "-")] = made
    return made


def _made_up(series: Series, draw: Random, per_month: float = 3.0) -> list[Row]:
    """A log of the whole period that nobody kept, with a test before each of what got better most."""
    other = series[-1].copy()
    other.tables["improvement-log"], other.tables["participation"] = [], []
    onsets = {id: first for _, id, first in gains_seen(other)[:3]}
    stream(other, draw, per_month, onsets)
    return [{**row, "id": f"z{row['id']}"} for row in other.rows("improvement-log")]


def _with(one: Folder, rows: list[Row]) -> None:
    taken = Folder(one.authority, one.start, one.end, {"improvement-log": rows}, {})
    one.rows("improvement-log").extend(as_of(taken, one.end).rows("improvement-log"))


@lie
def log_dated_back(series: Series, draw: Random) -> None:
    """Three years of tests appear in the last submission."""
    _with(series[-1], _made_up(series, draw))


@lie
def log_dated_back_a_little_each_month(series: Series, draw: Random) -> None:
    """Each submission brings some more tests of a time before the last one."""
    rows = _made_up(series, draw)
    for k, one in enumerate(series[1:], 1):
        old = series[k - 1].end - timedelta(days=40)
        _with(one, [row for place, row in enumerate(rows) if place % (len(series) - 1) < k and row["raised_on"] <= old])


@lie
def log_without_moments(series: Series, draw: Random) -> None:
    """The same at once, and nothing says when anything was written down."""
    _with(series[-1], [{**row, "recorded_at": None} for row in _made_up(series, draw)])


@lie
def ideas_made_tests(series: Series, draw: Random) -> None:
    """Ideas were handed in from the beginning; much later they have been tested, each just in time."""
    rows = _made_up(series, draw)
    for k, one in enumerate(series):
        bare = [{key: cell for key, cell in row.items() if key in IDEA} for row in rows]
        _with(one, rows if k == len(series) - 1 else bare)


IDEA = ("id", "raised_on", "raised_by_role", "team", "origin", "scale", "aim", "change_type", "recorded_at")


@lie
def aims_given_afterwards(series: Series, draw: Random) -> None:
    """Tests that named no measure name the ones that got better, once that is known."""
    best = [(id, first) for _, id, first in gains_seen(series[-1])[:4]]
    for k, row in enumerate(series[-1].rows("improvement-log")):
        near = [id for id, first in best if -100 < (row["raised_on"] - first).days < 30]
        if not row.get("indicator") and near and k % 2:
            row["indicator"] = draw.choice(near)


@lie
def measure_filled_in_backwards(series: Series, draw: Random) -> None:
    """A measure that is new with a past."""
    _new_measure(series[-1], "children-listened-to", draw)


@lie
def measure_filled_in_bit_by_bit(series: Series, draw: Random) -> None:
    """A new measure, of which each submission has some more of the past."""
    for k, one in enumerate(series[1:], 1):
        _new_measure(one, "children-listened-to", Random("same"), 36 * k // (len(series) - 1))
    del draw


def _new_measure(one: Folder, id: str, draw: Random, months: int = 36) -> None:
    one.rows("indicator-register").append({
        "indicator": id, "title": "Children who were listened to", "better": "up", "measure": "experience", "unit": "share",
        "recorded_by": "children's services", "verified_by": "internal audit", "same_as": None,
    })  # fmt: skip
    for k in range(months):
        first = month(one.end, -k)
        of = 90 + draw.randint(-9, 9)
        one.rows("indicators").append({
            "indicator": id, "period_start": first, "period_end": last(first), "denominator": of,
            "numerator": round(of * ((0.72 if k < 17 else 0.5) + draw.uniform(-0.03, 0.03))),
            "recorded_on": min(last(first) + timedelta(days=6), one.end + timedelta(days=9)),
        })  # fmt: skip


@lie
def measure_under_another_name(series: Series, draw: Random) -> None:
    """The measures that got worse get another id and the other direction."""
    for row in _worse(series, draw):
        for table in ("indicator-register", "indicators"):
            for other in series[-1].rows(table):
                if other["indicator"] == row:
                    other["indicator"] = f"{row}-new"
                    if table == "indicator-register":
                        other["better"] = "down" if other["better"] == "up" else "up"
                        other["same_as"] = None
    _no_dangling(series[-1])


def _worse(series: Series, draw: Random) -> list[str]:
    found = losses_seen(series[-1])
    return found or draw.sample([row["indicator"] for row in series[-1].rows("indicator-register")], 2)


def _no_dangling(one: Folder) -> None:
    known = {row["indicator"] for row in one.rows("indicator-register")}
    for row in one.tables.get("improvement-log", []):
        if row.get("indicator") not in known:
            row["indicator"] = None


@lie
def directions_turned(series: Series, draw: Random) -> None:
    """What got worse has got better once less is more."""
    _turn(series, _worse(series, draw), {len(series) - 1})


@lie
def directions_turned_early(series: Series, draw: Random) -> None:
    """The same long before anybody looks: all but the first submission have it so."""
    _turn(series, _worse(series, draw), set(range(1, len(series))))


@lie
def directions_turned_in_the_middle(series: Series, draw: Random) -> None:
    """Turned in one submission, and back again."""
    _turn(series, _worse(series, draw), {len(series) // 2})


@lie
def sorts_turned_in_two_steps(series: Series, draw: Random) -> None:
    """The sort of a measure is left blank for a while, and is then another."""
    for row in series[-1].rows("indicator-register"):
        row["measure"] = "outcome"
    for one in series[len(series) // 2 : -1]:
        for row in one.rows("indicator-register"):
            row["measure"] = None
    del draw


def _turn(series: Series, ids: list[str], places: set[int]) -> None:
    for k in places:
        for row in series[k].rows("indicator-register"):
            if row["indicator"] in ids:
                row["better"] = "down" if row["better"] == "up" else "up"
                row["same_as"] = None


@lie
def measures_dropped(series: Series, draw: Random) -> None:
    """The measures that got worse are gone."""
    _drop(series[-1], _worse(series, draw))


@lie
def measures_dropped_one_by_one(series: Series, draw: Random) -> None:
    """One more is gone from each submission."""
    ids = _worse(series, draw)
    for k, one in enumerate(series[1:], 1):
        _drop(one, ids[:k])


def _drop(one: Folder, ids: list[str]) -> None:
    for table in ("indicator-register", "indicators"):
        one.tables[table] = [row for row in one.rows(table) if row["indicator"] not in ids]
    _no_dangling(one)


@lie
def bad_months_dropped(series: Series, draw: Random) -> None:
    """The worst months of the last year are gone, from one submission on."""
    better = {row["indicator"]: row["better"] for row in series[-1].rows("indicator-register")}
    gone = set()
    for id, way in better.items():
        rows = [row for row in series[-1].rows("indicators") if row["indicator"] == id][-14:-2]
        rows.sort(key=lambda row: row["numerator"] / row["denominator"], reverse=way == "down")
        gone |= {(id, row["period_start"]) for row in rows[: draw.randint(1, 3)]}
    for one in series[len(series) // 2 :]:
        one.tables["indicators"] = [
            row for row in one.rows("indicators") if (row["indicator"], row["period_start"]) not in gone
        ]


@lie
def failures_dropped(series: Series, draw: Random) -> None:
    """Tests that were given up are gone from the log."""
    log = series[-1].rows("improvement-log")
    series[-1].tables["improvement-log"] = [row for row in log if row.get("decision") != "abandon"]
    del draw


@lie
def beginning_written_anew(series: Series, draw: Random) -> None:
    """The first half of four measures is made worse in the last submission."""
    _worsen(series, draw, 4, {len(series) - 1: 1.0})


@lie
def beginning_written_anew_in_steps(series: Series, draw: Random) -> None:
    """The same, a little more in each submission."""
    _worsen(series, draw, 4, {k: k / (len(series) - 1) for k in range(1, len(series))})


@lie
def beginning_written_anew_under_another_file(series: Series, draw: Random) -> None:
    """The same in the last one, and its files have other names."""
    _worsen(series, draw, 4, {len(series) - 1: 1.0})
    series[-1].tables["figures-2026"] = series[-1].tables.pop("indicators")
    series[-1].kinds["figures-2026"] = "indicators"


@lie
def beginning_written_anew_as_redefined(series: Series, draw: Random) -> None:
    """The same, and the register says that the definition of these measures has changed since."""
    _worsen(series, draw, 4, {len(series) - 1: 1.0})
    was = {(row["indicator"], row["period_start"]): row["numerator"] for row in series[-2].rows("indicators")}
    other = {
        row["indicator"]
        for row in series[-1].rows("indicators")
        if was.get((row["indicator"], row["period_start"]), row["numerator"]) != row["numerator"]
    }
    for row in series[-1].rows("indicator-register"):
        if row["indicator"] in other:
            row["definition_changes"] = (series[-1].end - timedelta(days=20)).isoformat()


@lie
def two_measures_written_anew(series: Series, draw: Random) -> None:
    """The same with two measures, and with a day of revision beside every figure."""
    _worsen(series, draw, 2, {len(series) - 1: 1.0}, said=True)


def _worsen(series: Series, draw: Random, many: int, places: dict[int, float], *, said: bool = False) -> None:
    better = {row["indicator"]: row["better"] for row in series[-1].rows("indicator-register")}
    ids = draw.sample(sorted(better), many)
    until = month(series[-1].start, 18)
    for k, share in places.items():
        for row in series[k].rows("indicators"):
            if row["indicator"] in ids and row["period_start"] < until:
                by = round(row["denominator"] * 0.12 * share)
                up = better[row["indicator"]] == "up"
                moved = row["numerator"] - by if up else row["numerator"] + by
                row["numerator"] = max(0, min(row["denominator"], moved))
                if said:
                    row["revised_on"] = series[k].end - timedelta(days=2)


@lie
def all_of_it_a_little(series: Series, draw: Random) -> None:
    """One direction turned in the middle, a log that grows backwards, a measure dropped, two written anew in steps."""
    directions_turned_in_the_middle(series, draw)
    log_dated_back_a_little_each_month(series, draw)
    _drop(series[-1], _worse(series, draw)[:1])
    _worsen(series, draw, 2, {k: k / (len(series) - 1) for k in range(1, len(series))})


@lie
def moments_written_anew(series: Series, draw: Random) -> None:
    """A log that was written up at the end says in the next submission that it was written down as it happened."""
    rows = _made_up(series, draw)
    for k, one in enumerate(series):
        late = f"{(series[0].end - timedelta(days=1)).isoformat()}T12:00:00Z"
        old = [row for row in rows if row["raised_on"] < series[0].end - timedelta(days=80)]
        _with(one, old if k == len(series) - 1 else [{**row, "recorded_at": late} for row in old])
