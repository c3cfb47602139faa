"""Every forgery, over many authorities that did nothing: what each is called, and what it cost.

    python bench/forgeries/run.py [--seeds N] [--draws N] [--only NAME ...] [--keep FOLDER] [--save FILE] [--before FILE]

`--seeds` authorities of each kind a forgery begins with; `--draws` times the liar may try again (0: once only), with the verdict
before him. `--keep` leaves the best of each forgery there, with what was said of it. `--save` writes the results;
`--before` sets such results of another version beside these. `--minutes` stops in time: what was drawn by then is reported.
"""

import argparse
import json
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import large  # noqa: F401
import over  # noqa: F401
import scratch  # noqa: F401
from hand import ALL, Draw, Forged
from judge import STANDINGS, Judged, alone, judged, worth
from paper import Folder
from starts import idle

NAMES = ("ashdown", "birchley", "calder", "dunmere", "ellerby", "farrow", "greaves", "holt", "inver", "jarrow")


def start(kind: str, seed: str) -> Folder:
    """The authority of that kind and seed; `nothing` is an empty folder."""
    if kind == "nothing":
        return Folder(f"Nether {seed.title()}", date(2023, 4, 1), date(2026, 3, 31))
    return idle(kind, seed)


def best(name: str, kind: str, seed: str, draws: int) -> tuple[Judged, Forged, Judged]:
    """The start, the best forgery in that many draws after the first, and what is said of it."""
    begin, one = start(kind, seed), ALL[name]
    before = alone(begin) if begin.tables else {"verdict": "not-evidenced", "standings": {}, "score": 0}
    draw = Draw(f"{name}/{kind}/{seed}/0")
    forged = one.play(begin, draw)
    said = first = judged(forged)
    told = draw.drawn
    for k in range(1, draws + 1):
        if worth(said)[0] >= 4:
            break
        again = Draw(f"{name}/{kind}/{seed}/{k}", told, 0.3 if k % 2 else 1.0)
        other = one.play(begin, again)
        new = judged(other)
        if worth(new) > worth(said):
            said, forged, told = new, other, again.drawn
    return before, forged, {**said, "first": first["verdict"]}


def one(work: tuple[str, str, str, int, str]) -> dict[str, Any]:
    """One line of the results."""
    name, kind, seed, draws, keep = work
    before, forged, said = best(name, kind, seed, draws)
    ladder = STANDINGS.index
    had = {theme: ladder(at) for theme, at in before["standings"].items()}
    higher = {theme: at for theme, at in said["standings"].items() if ladder(at) > had.get(theme, 1)}
    if keep and (worth(said)[0] >= 4 or higher):
        folder = Path(keep) / name / f"{kind}-{seed}"
        judged(forged, folder)
        (folder / "said.json").write_text(json.dumps(said, indent=1))
    return {"name": name, "kind": kind, "seed": seed, "cost": list(forged.cost), "small": forged.cost.small,
            "start": before["verdict"], "higher": higher, **said}  # fmt: skip


def main() -> None:
    """Print a line a forgery, and the shares."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--seeds", type=int, default=2)
    asked.add_argument("--draws", type=int, default=0)
    asked.add_argument("--only", nargs="*", default=[])
    asked.add_argument("--keep", default="")
    asked.add_argument("--minutes", type=float, default=0.0)
    asked.add_argument("--save", default="")
    asked.add_argument("--before", default="")
    said = asked.parse_args()
    work = [(name, kind, seed, said.draws, said.keep) for name, forgery in ALL.items() if not said.only or name in said.only
            for kind in forgery.starts for seed in NAMES[: said.seeds]]  # fmt: skip
    Random(0).shuffle(work)
    found = _in_time(work, said.minutes)
    if said.save:
        Path(said.save).write_text(json.dumps(found))
    before = json.loads(Path(said.before).read_text()) if said.before else []
    _table(found, before)


def _in_time(work: list[tuple[str, str, str, int, str]], minutes: float) -> list[dict[str, Any]]:
    """The results until the time is over; the work is in an order that does not matter."""
    end, found = time.monotonic() + 60 * (minutes or 1e6), []
    with ProcessPoolExecutor(2) as pool:
        for waiting in [pool.submit(one, some) for some in work]:
            if time.monotonic() > end:
                print(f"stopped in time: {len(found)} of {len(work)}", file=sys.stderr)
                pool.shutdown(cancel_futures=True)
                break
            found.append(waiting.result())
    return found


def _table(found: list[dict[str, Any]], before: list[dict[str, Any]]) -> None:
    print(
        "| forgery | rows (in, changed, out) | bytes | of | improving | then | theme above `stated` | asked | mostly now |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for name in ALL:
        mine = [one for one in found if one["name"] == name]
        then = [one for one in before if one["name"] == name]
        if mine:
            print(f"| {name} | {_cells(mine, then)} |")
    for words, some in (("small", [o for o in found if o["small"]]), ("large", [o for o in found if not o["small"]])):
        up, first = _up(some), sum(o["first"] == "improving" for o in some)
        print(f"\n{words}: of {len(some)} {up} end improving ({up / max(1, len(some)):.1%}); at the first try {first}")


def _up(some: list[dict[str, Any]]) -> int:
    return sum(one["verdict"] == "improving" for one in some)


def _cells(mine: list[dict[str, Any]], then: list[dict[str, Any]]) -> str:
    costs = sorted(mine, key=lambda one: sum(one["cost"]))
    cost = ", ".join(map(str, costs[len(costs) // 2]["cost"]))
    size = costs[len(costs) // 2].get("bytes", 0)
    higher = Counter(f"{theme} {at}" for one in mine for theme, at in one["higher"].items())
    most = Counter(one["verdict"] for one in mine).most_common(1)[0][0]
    told = ", ".join(f"{words} {n}" for words, n in higher.most_common(4)) or "none"
    asked = sum(bool(one["asks"]) for one in mine)
    was = f"{_up(then)}/{len(then)}" if then else "-"
    return f"{cost} | {size} | {len(mine)} | {_up(mine)} | {was} | {told} | {asked} | {most}"


if __name__ == "__main__":
    main()
