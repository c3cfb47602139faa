"""The whole path, from files to the verdict that a visit leaves: honest authorities, liars beyond the margin, forged bundles.

    python bench/proof/whole.py honest --authorities 20 --seed report-1
    python bench/proof/whole.py lies --authorities 6 --draws 8 --seed report-1
    python bench/proof/whole.py forged --seeds 2

Every visit goes by files and commands: plan, dice, sheets in CSV that are filled in by what is true on site (`on_site/`, which
shares no code with Inspector), record, further rounds from fresh dice, and the verdict with the visit.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "forgeries"))

from on_site.lies import ORDERS
from on_site.truth import Place, Site, fill, site

from inspector import arguing, inspection, visiting
from inspector.cli import _run
from inspector.judging.settling import Workings
from inspector.proof import folder, standing

DAY = 60
"""Rows that an inspector looks at in a day."""
ROUNDS = 5


def dice(rng: Random) -> str:
    return "dice: " + " ".join(str(rng.randint(1, 6)) for _ in range(24))


def planned(bundle: Path, folder: Path) -> bool:
    """Whether a visit can be planned; it is, into the folder, with nothing drawn."""
    return _run(["visit", "plan", str(bundle), "-o", str(folder)]) == 0


def visit(workings: Workings, plan: Path, true: Site, rng: Random, most: int, whole: bool = True) -> dict[str, Any]:
    """One visit of at most so many rows, in as many rounds as it takes: what is said of it in the end.

    Unless `whole`, a visit after which a claim is not confirmed is not judged again: it is taken not to have verified anything.
    """
    with tempfile.TemporaryDirectory() as scratch:
        there = Path(shutil.copytree(plan, Path(scratch) / "visit"))
        looked = number = 0
        while looked < most and number < ROUNDS:
            if _run(["visit", "next", str(there), "--seed", dice(rng), "--rows", str(most - looked)]):
                break
            number += 1
            filled = Path(scratch) / f"filled-{number}"
            rows = fill(there, number, true, filled, rng)
            if _run(["visit", "record", str(there), str(filled), "--by", "A. Looker"]) > 0:
                raise RuntimeError(f"sheets were refused: {filled}")
            looked += rows
        stands = standing.of_folder(folder.load(there))
        found = {"rows": looked, "rounds": number, "wrong": sum(one.wrong for one in stands.rows)}
        if not whole and any(one.proved.state != "confirmed" for one in stands.claims):
            return {**found, "verdict": "", "assurance": "on-paper"}
        verdict = visiting.visited(workings, there).inspection.verdict
    return {**found, "verdict": verdict.verdict, "assurance": verdict.assurance}


def claims_of(plan: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((plan / "plan.json").read_text("utf-8"))["claims"]
    return found


def by_claim(plan: Path, places: set[Place]) -> Counter[str]:
    """How many of these rows each claim has."""
    frame = json.loads((plan / "frame.json").read_text("utf-8"))
    return Counter(one["claim"] for one in frame if (one["resource"], one["row"]) in places)


def simulated(seed: str, number: int, into: Path) -> Path:
    """One honest authority with a stream of improvement."""
    if _run(["simulate", str(into), "--conduct", "stream", "--seed", f"{seed}-{number}"]):
        raise RuntimeError("not simulated")
    return into / "authority-0001"


def honest(work: tuple[str, int]) -> dict[str, Any]:
    """An honest authority, visited for a day: with all papers, with one row in a hundred lost, with two lost and one shut."""
    _quiet()
    seed, number = work
    with tempfile.TemporaryDirectory() as scratch:
        bundle, plan = simulated(seed, number, Path(scratch) / "sim"), Path(scratch) / "plan"
        workings = inspection.work(bundle)
        told: dict[str, Any] = {
            "seed": f"{seed}-{number}",
            "paper": workings.inspection.verdict.verdict,
            "without": workings.inspection.verdict.assurance,
        }
        if not planned(bundle, plan):
            return {**told, "plan": None}
        told["plan"] = {one["id"]: [one["of"], one["fewer_than"], one["sample"]] for one in claims_of(plan)}
        told["needs"] = sum(one["sample"] for one in claims_of(plan))
        if told["needs"] > DAY or told["paper"] != "improving":
            return told
        rng, true = Random(f"{seed}/{number}"), site(bundle)
        for name, lost, shut in (("all right", 0.0, 0.0), ("1 % lost", 0.01, 0.0), ("2 % lost, 1 % shut", 0.02, 0.01)):
            told[name] = visit(workings, plan, true.without(lost, shut, rng), rng, DAY)
    return told


def least(workings: Workings, line: list[tuple[Place, str]]) -> int | None:
    """How many of the rows, first in line first, have to be false for the verdict to be lower: doubled, then halved."""
    paper = workings.inspection.verdict.verdict

    def falls(many: int) -> bool:
        return arguing.judged_without(workings, {place for place, _ in line[:many]}) != paper

    high = 2
    while high < len(line) and not falls(high):
        high *= 2
    high = min(high, len(line))
    if not falls(high):
        return None
    low = high // 2
    while high - low > max(1, high // 16):
        middle = (low + high) // 2
        low, high = (low, middle) if falls(middle) else (middle, high)
    return high


def lies(work: tuple[str, int, int, str]) -> list[dict[str, Any]]:
    """A bundle that looks like a stream, of which just so many rows are false that the truth is lower; in every order."""
    _quiet()
    seed, number, draws, keep = work
    found = []
    with tempfile.TemporaryDirectory() as scratch:
        bundle, plan = simulated(seed, number, Path(scratch) / "sim"), Path(scratch) / "plan"
        workings = inspection.work(bundle)
        paper = workings.inspection.verdict.verdict
        if not planned(bundle, plan):
            return [{"seed": f"{seed}-{number}", "plan": None}]
        claims = {one["id"]: one["fewer_than"] for one in claims_of(plan)}
        for name, order in ORDERS.items():
            rng = Random(f"{seed}/{number}/{name}")
            line = order(site(bundle), rng)
            many = least(workings, line)
            if many is None:
                continue
            for forged, share in ((0.0, 1.0), (0.3, 2.0)):
                made = dict(line[: round(many * share)])
                # What is forged well enough on site is seen as written: of that nothing can be found.
                seen = {place: how for place, how in made.items() if rng.random() >= forged}
                true = Site(site(bundle).rows, seen)
                counts = by_claim(plan, set(seen))
                told = {
                    "seed": f"{seed}-{number}", "order": name, "forged": forged, "lies": len(made), "claims": claims,
                    "counts": dict(counts),
                    "breach": not forged and all(counts[id] < claims[id] for id in claims),
                    "visits": [visit(workings, plan, true, rng, 200, whole=not at) for at in range(draws)], "paper": paper,
                }  # fmt: skip
                found.append(told)
                if told["breach"] and keep:
                    _keep(Path(keep), bundle, plan, told, seen)
    return found


def _keep(keep: Path, bundle: Path, plan: Path, told: dict[str, Any], seen: dict[Place, str]) -> None:
    folder = keep / f"{told['seed']}-{abs(hash(told['order'])) % 1000}"
    shutil.copytree(bundle, folder / "bundle", dirs_exist_ok=True)
    shutil.copytree(plan, folder / "plan", dirs_exist_ok=True)
    (folder / "lies.json").write_text(json.dumps({**told, "places": sorted(seen)}, indent=1), "utf-8")


def forged(work: tuple[str, str, str]) -> dict[str, Any]:
    """A forged bundle of the bench beside: what is not in the authority it began from is not on site."""
    _quiet()
    import run as forgeries
    from hand import ALL, Draw

    name, kind, seed = work
    with tempfile.TemporaryDirectory() as scratch:
        began = forgeries.start(kind, seed)
        made = ALL[name].play(began, Draw(f"{name}/{kind}/{seed}/0"))
        before, bundle, plan = Path(scratch) / "before", Path(scratch) / "bundle", Path(scratch) / "plan"
        made.start.write(before)
        made.folder.write(bundle)
        try:
            workings = inspection.work(bundle)
        except Exception as refused:  # a forgery that is refused outright
            return {"name": name, "kind": kind, "seed": seed, "paper": type(refused).__name__, "verified": False}
        verdict = workings.inspection.verdict
        told = {
            "name": name,
            "kind": kind,
            "seed": seed,
            "paper": verdict.verdict,
            "without": verdict.assurance,
            "verified": False,
        }
        if verdict.verdict != "improving" or not planned(bundle, plan):
            return told
        was = {json.dumps(row, sort_keys=True) for row in site(before).rows.values()}
        true = site(bundle)
        true.otherwise = {at: "invented" for at, row in true.rows.items() if json.dumps(row, sort_keys=True) not in was}
        end = visit(workings, plan, true, Random(f"{name}/{kind}/{seed}"), 200)
        return {**told, "visit": end, "verified": end["assurance"] == "verified" and end["verdict"] == "improving"}


def _quiet() -> None:
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("what", choices=["honest", "lies", "forged"], nargs="?", default="honest")
    asked.add_argument("--authorities", type=int, default=10)
    asked.add_argument("--draws", type=int, default=4)
    asked.add_argument("--seeds", type=int, default=1)
    asked.add_argument("--seed", default="report")
    asked.add_argument("--keep", default="")
    asked.add_argument("--only", nargs="*", default=[])
    asked.add_argument("--save", default="")
    asked.add_argument("--minutes", type=float, default=30.0)
    said = asked.parse_args()
    end, found = time.monotonic() + 60 * said.minutes, []
    with ProcessPoolExecutor(2) as pool:
        waiting = [pool.submit(*one) for one in _work(said)]
        for one in as_completed(waiting):
            if time.monotonic() > end:
                pool.shutdown(wait=False, cancel_futures=True)
                break
            got = one.result()
            found += got if isinstance(got, list) else [got]
            print(json.dumps(got), flush=True)
            if said.save:
                Path(said.save).write_text(json.dumps(found), "utf-8")
    {"honest": _honest, "lies": _lies, "forged": _forged}[said.what](found)


def _work(said: argparse.Namespace) -> list[Any]:
    if said.what == "honest":
        return [(honest, (said.seed, number)) for number in range(said.authorities)]
    if said.what == "lies":
        return [(lies, (said.seed, number, said.draws, said.keep)) for number in range(said.authorities)]
    import large  # noqa: F401
    import over  # noqa: F401
    import run as forgeries
    import scratch  # noqa: F401
    from hand import ALL

    names = said.only or ALL
    return [
        (forged, (name, kind, seed))
        for name in names
        for kind in ALL[name].starts
        for seed in forgeries.NAMES[: said.seeds]
    ]


def _honest(found: list[dict[str, Any]]) -> None:
    streams = [one for one in found if one["paper"] == "improving"]
    print(f"| honest, of {len(streams)} called improving | verified in {DAY} rows |\n|---|---|")
    for name in ("all right", "1 % lost", "2 % lost, 1 % shut"):
        good = sum(
            name in one and one[name]["assurance"] == "verified" and one[name]["verdict"] == "improving"
            for one in streams
        )
        print(f"| {name} | {good} |")
    print(f"| needs more than {DAY} rows if all is right | {sum(one.get('needs', 0) > DAY for one in streams)} |")
    print(f"| cannot be planned | {sum(one['plan'] is None for one in streams)} |")


def _lies(found: list[dict[str, Any]]) -> None:
    print("| lies | sets | visits | verified as on paper | within the margins of all claims |\n|---|---|---|---|---|")
    for forged in (0.0, 0.3):
        for name in ORDERS:
            mine = [one for one in found if one.get("order") == name and one["forged"] == forged]
            visits = [
                end["assurance"] == "verified" and end["verdict"] == one["paper"]
                for one in mine
                for end in one["visits"]
            ]
            words, within = f"{name}{', 30 % forged on site' if forged else ''}", sum(one["breach"] for one in mine)
            print(f"| {words} | {len(mine)} | {len(visits)} | {sum(visits)} | {within} |")


def _forged(found: list[dict[str, Any]]) -> None:
    up = [one for one in found if one["paper"] == "improving"]
    without = sum(one.get("without") == "verified" for one in found)
    verified = sum(one["verified"] for one in found)
    print(
        f"{len(found)} forged, {len(up)} improving on paper, {verified} verified so; {without} verified without a visit"
    )


if __name__ == "__main__":
    main()
