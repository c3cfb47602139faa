"""How often honest authorities that hand in each month are committed, and whether anything is asked of them.

    python bench/register/committed.py --authorities 20 --seed tune      # what the bounds were looked at with
    python bench/register/committed.py --authorities 60 --seed report    # what is reported

Each has a stream of small tests, 36 months long, and hands in at the end of each month; every other one with the habits of
ordinary life (late and revised figures, late entries, renamed files, targets set anew). Dates are those the bundles state.
"""

import argparse
import json
import tempfile
from collections import Counter
from pathlib import Path

from inspector import inspection
from inspector.committing import committed
from inspector.simulate.conduct import authority
from inspector.simulate.monthly import handed_in, playing, writing
from inspector.simulate.monthly.habits import HABITS

CONDUCTS = ("stream", "young-stream")
DOSE = 0.4


def main() -> None:
    """Print one line an authority as it comes, and the sums."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--authorities", type=int, default=20)
    asked.add_argument("--months", type=int, default=36)
    asked.add_argument("--seed", default="tune")
    given = asked.parse_args()
    sums: Counter[tuple[str, str]] = Counter()
    for number in range(given.authorities):
        conduct, habits = CONDUCTS[number % len(CONDUCTS)], number // len(CONDUCTS) % 2 == 1
        found = one(f"{given.seed}-{number}", conduct, given.months, habits=habits)
        print(json.dumps(found), flush=True)
        for name in ("verdict", "assurance"):
            sums[conduct, str(found[name])] += 1
        sums[conduct, "strong questions"] += bool(found["strong"])
        sums["foretold", "gains"] += int(found["gains"])
        sums["foretold", "foretold"] += int(found["foretold"])
    for (group, name), many in sorted(sums.items()):
        print(f"{group:14} {name:12} {many}")


def one(seed: str, conduct: str, months: int, *, habits: bool) -> dict[str, object]:
    """What is said of one authority by its last submission and all before it."""
    series = handed_in.submissions(authority(seed, conduct, months), months)
    for id, play in HABITS.items() if habits else ():
        series = playing.play(series, id, play, DOSE)
    with tempfile.TemporaryDirectory() as scratch:
        folders = writing.write(series, Path(scratch) / "a")
        workings = committed(inspection.work(folders[-1], earlier=folders[:-1]))
    verdict = workings.inspection.verdict
    made = verdict.assured.commitment
    assert made is not None
    gains = [
        one
        for one in workings.inspection.facts
        if one.kind == "signal/trajectory" and one.fields.get("held_months") is not None
    ]
    strong = [f"{one.probe} {one.subject}" for one in workings.inspection.traces if one.outcome == "strong-question"]
    asked = [f"{one.probe} {one.subject}" for one in workings.inspection.traces if one.outcome == "question"]
    return {
        "seed": seed,
        "conduct": conduct,
        "habits": habits,
        "verdict": verdict.verdict,
        "assurance": verdict.assurance,
        "without": made.without,
        "rows": {one.evidence: [one.committed, one.of] for one in made.rows},
        "gains": len(gains),
        "foretold": len(made.foretold),
        "strong": strong,
        "asked": asked,
    }


if __name__ == "__main__":
    main()
