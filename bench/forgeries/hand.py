"""What a forgery is, what it cost in rows, and the draws of a liar who tries again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple, TypeVar

from paper import Folder, Row, last, month
from words import sentence

T = TypeVar("T")
KEYS = (
    ("id",), ("indicator", "period_start"), ("indicator",), ("period_start", "team", "role"), ("leader", "period_start"),
    ("recommendation", "on"),
)  # fmt: skip


class Draw:
    """Numbers from 0 to 1 that can be remembered and played again with a few of them changed."""

    def __init__(self, seed: str, told: Sequence[float] = (), shaken: float = 0.0) -> None:
        self._random, self._told, self._shaken = Random(seed), tuple(told), shaken
        self.drawn: list[float] = []

    def unit(self) -> float:
        """A number from 0 to 1."""
        k, new = len(self.drawn), self._random.random()
        old = k < len(self._told) and self._random.random() >= self._shaken
        self.drawn.append(self._told[k] if old else new)
        return self.drawn[-1]

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        return low + min(high - low, int(self.unit() * (high - low + 1)))

    def one(self, of: Sequence[T]) -> T:
        """One of them."""
        return of[self.whole(0, len(of) - 1)]

    def some(self, of: Sequence[T], count: int) -> list[T]:
        """So many of them, in their order."""
        ranked = sorted((self.unit(), k) for k in range(len(of)))[:count]
        return [of[k] for k in sorted(k for _, k in ranked)]

    def chance(self, share: float) -> bool:
        """True so often."""
        return self.unit() < share


class Cost(NamedTuple):
    """How many rows a forgery invented, changed and removed."""

    invented: int
    changed: int
    removed: int

    @property
    def small(self) -> bool:
        """Under sixty rows to write; leaving rows out is no work."""
        return self.invented + self.changed < 60


class Forged(NamedTuple):
    """What is submitted, what it was made from, and what was submitted before if anything was."""

    folder: Folder
    start: Folder
    earlier: Folder | None = None

    @property
    def cost(self) -> Cost:
        """What it took, row by row against the start."""
        invented = changed = removed = 0
        for name in {*self.folder.tables, *self.start.tables}:
            new, old = self.folder.tables.get(name, []), self.start.tables.get(name, [])
            now, was = _keyed(new), _keyed(old)
            invented += len(now.keys() - was.keys())
            removed += len(was.keys() - now.keys())
            changed += sum(_said(now[key]) != _said(was[key]) for key in now.keys() & was.keys())
        return Cost(invented, changed, removed)


@dataclass(frozen=True)
class Forgery:
    """A way to get a verdict for nothing: its name, the story, the authorities it begins with, and how it is done."""

    name: str
    story: str
    starts: tuple[str, ...]
    play: Callable[[Folder, Draw], Forged]


ALL: dict[str, Forgery] = {}


def forgery(
    name: str, starts: str, story: str
) -> Callable[[Callable[[Folder, Draw], Any]], Callable[[Folder, Draw], Any]]:
    """Register a forgery. It gets a copy of the start that it may change, and gives it back, or what it made instead.

    Every other time its rows are filled with all that anybody could miss in them.
    """

    def keep(play: Callable[[Folder, Draw], Any]) -> Callable[[Folder, Draw], Any]:
        def played(start: Folder, draw: Draw) -> Forged:
            filled, found = draw.chance(0.5), play(start.copy(), draw)
            forged = found if isinstance(found, Forged) else Forged(found, start)
            if filled:
                fill(forged.folder, Random(str(draw.unit())))
            return forged

        ALL[name] = Forgery(name, story, tuple(starts.split()), played)
        return play

    return keep


def fill(found: Folder, say: Random) -> None:
    """Give the short rows of the log, and figures without a day of recording, all that anybody could miss in them."""
    for k, row in enumerate(found.tables.get("improvement-log", [])):
        if str(row["id"]).startswith("x") and not row.get("recorded_at") and isinstance(row["tested_on"], date):
            done = row["tested_on"] + timedelta(days=3)
            row["decision"] = row.get("decision") or say.choice(("adopt", "adapt", "abandon"))
            row |= {"decided_on": done, "recorded_at": f"{done}T{say.randint(8, 17):02d}:{say.randint(0, 59):02d}:00Z"}
            row |= {"learned": sentence(say), "prediction": sentence(say), "aim": sentence(say), "origin": "front-line"}
            row |= {"team": ("Intake", "Safeguarding", "Early help")[k % 3]}
    for row in found.tables.get("indicators", []):
        if not row.get("recorded_on") and isinstance(row["period_end"], date):
            row["recorded_on"] = row["period_end"] + timedelta(days=say.randint(2, 9))


def _keyed(rows: Sequence[Row]) -> dict[Any, Row]:
    found: dict[Any, Row] = {}
    for row in rows:
        keys = next((key for key in KEYS if all(part in row for part in key)), ())
        name = tuple(str(row[part]) for part in keys) or (str(sorted(row.items(), key=str)),)
        found[name if name not in found else (*name, len(found))] = row
    return found


def _said(row: Row) -> dict[str, str]:
    return {key: str(cell) for key, cell in row.items() if cell not in (None, "")}


def measure(
    found: Folder, id: str, levels: Sequence[float], of: int | None, first: date, draw: Draw | None = None, **more: Any
) -> None:
    """An invented measure: a row of the register and one figure a month, counts where `of` is given."""
    row = {"indicator": id, "title": id.replace("-", " ").capitalize(), "better": "up", **more}
    found.rows("indicator-register").append(row)
    for k, level in enumerate(levels):
        begin = month(first, k)
        figure: Row = {"indicator": id, "period_start": begin, "period_end": last(begin)}
        if of is None:
            figure["value"] = level
        else:
            many = of + (draw.whole(-of // 10, of // 10) if draw else 0)
            figure |= {"numerator": min(many, max(0, round(level * many))), "denominator": many}
        found.rows("indicators").append(figure)


def tried(found: Folder, day: date, indicator: str = "", decision: str = "", **more: Any) -> Row:
    """One row of the log, as short as may be."""
    log = found.rows("improvement-log")
    row: Row = {
        "id": f"x{len(log)}", "raised_on": day, "raised_by_role": "worker", "team": "Team", "scale": "one-case", "aim": "x",
        "indicator": indicator or None, "tested_on": day, "decision": decision or None, **more,
    }  # fmt: skip
    log.append(row)
    return row


def days_of(found: Folder, count: int, draw: Draw) -> list[date]:
    """So many days, each in a month of its own, in the last years of the period."""
    months = (found.end.year - found.start.year) * 12 + found.end.month - found.start.month + 1
    return [
        month(found.start, k) + timedelta(days=draw.whole(0, 27)) for k in draw.some(range(months), min(count, months))
    ]


def keep_measures(found: Folder, ids: Sequence[str]) -> None:
    """Leave only those measures, in the register and among the figures."""
    for name in ("indicator-register", "indicators"):
        found.tables[name] = [row for row in found.rows(name) if row["indicator"] in ids]
    for row in found.tables.get("improvement-log", []):
        for key in ("indicator", "balancing_indicator"):
            if row.get(key) and row[key] not in ids:
                row[key] = None


def drop_measures(found: Folder, ids: Sequence[str]) -> None:
    """Leave those measures out."""
    keep_measures(found, [row["indicator"] for row in found.rows("indicator-register") if row["indicator"] not in ids])
