"""Twins: the same authority, honest and gamed, over all moves and doses. Does the gamed one ever end better?

    python bench/twins/run.py [PAIRS] [SEED] [MOVE ...]

PAIRS for each move and dose, the conducts in turn. What is counted, and how verdicts are ranked, is in README.md.
"""

import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from inspector import inspection
from inspector.model.inspection import Inspection
from inspector.model.ladder import STANDINGS, VERDICTS, VerdictWord
from inspector.simulate import moves
from inspector.simulate.authority import Authority
from inspector.simulate.conduct import CONDUCTS, authority
from inspector.simulate.writing import rows_of, write

DOSES = (0.2, 0.5, 1.0)
UNTOLD, WORSE = ("not-trusted", "not-evidenced"), ("deteriorating", "slipping")
ORDER = [word for word in reversed(VERDICTS) if word not in UNTOLD]
ASKS = ("question", "strong-question")
HEAD = (
    "move", "pairs", "named probe asks (dose .2, .5, 1)", "any asks", "better verdict", "higher standing",
    "either", "either, asked", "hidden", "only to stated",
)  # fmt: skip


def judged(one: Authority) -> Inspection:
    """The inspection of an authority, the whole way from its files."""
    with tempfile.TemporaryDirectory() as folder:
        write(one, Path(folder) / "bundle")
        return inspection.work(Path(folder) / "bundle").inspection


def asked(found: Inspection) -> set[tuple[str, str]]:
    """The questions that probes put."""
    return {(t.probe, t.subject) for t in found.traces if t.outcome in ASKS}


def rank(verdict: VerdictWord) -> int:
    """The place of a verdict; one that leaves it open stands with `static`: neither says that anything improves."""
    return ORDER.index("static" if verdict in UNTOLD else verdict)


def pair(key: str, conduct: str, chosen: tuple[str, ...]) -> list[tuple[str, float, Counter[str], str]]:
    """One authority and all its twins: what is counted of each, and in words how it gained if it did."""
    one = authority(key, conduct)
    before = judged(one)
    return [
        (id, dose, *compared(before, judged(twin), id, f"{id}:{dose} {conduct} {key}"))
        for id in chosen
        for dose in DOSES
        if rows_of(twin := moves.play(one, id, dose)) != rows_of(one)
    ]


def compared(before: Inspection, after: Inspection, id: str, name: str) -> tuple[Counter[str], str]:
    """What a gamed twin has over the honest one."""
    new = asked(after) - asked(before)
    was, now = before.verdict.verdict, after.verdict.verdict
    ladder = {theme.theme: theme.standing for theme in before.themes}
    risen = [t for t in after.themes if STANDINGS.index(t.standing) > STANDINGS.index(ladder[t.theme])]
    higher = [t for t in risen if t.standing != "stated"]
    hidden = was in WORSE and now in UNTOLD
    up = rank(now) > rank(was) and not hidden
    found = Counter({
        "pairs": 1, "named": any(probe in moves.seen_by(id) for probe, _ in new), "any": bool(new),
        "better verdict": up, "higher standing": bool(higher), "either": up or bool(higher),
        "either, asked": bool(new) and (up or bool(higher)), "hidden": hidden,
        "only to stated": bool(risen) and not (up or higher),
    })  # fmt: skip
    how = [f"{t.theme} {ladder[t.theme]} > {t.standing}" for t in higher] + ([f"{was} > {now}"] if up else [])
    probes = ", ".join(sorted({probe for probe, _ in new})) or "nothing"
    return found, f"{name}: {'; '.join(how)} ({probes} asks)" if how else ""


def main(pairs: int, seed: str, chosen: tuple[str, ...]) -> None:
    """Print a line for each move, the sums, and on the error stream each gain in words."""
    sums: dict[tuple[str, float], Counter[str]] = {(id, dose): Counter() for id in chosen for dose in DOSES}
    names = sorted(CONDUCTS)
    work = [(f"{seed}-{k}", names[k % len(names)], chosen) for k in range(pairs)]
    with ProcessPoolExecutor(2) as pool:
        for rows in pool.map(pair, *zip(*work, strict=True)):
            for id, dose, found, how in rows:
                sums[id, dose].update(found)
                if how:
                    print(how, file=sys.stderr, flush=True)
    print("| " + " | ".join(HEAD) + " |\n|" + "---|" * len(HEAD))
    for id in chosen:
        by_dose = [sums[id, dose] for dose in DOSES]
        _line(id, by_dose, bool(moves.seen_by(id)))
    _line("all", [sum((sums[id, dose] for id in chosen), Counter()) for dose in DOSES], True)
    total = sum(sums.values(), Counter())
    for name, of, gained in (("all", "pairs", "either"), ("asked", "any", "either, asked")):
        print(f"\n{name}: of {total[of]} pairs the gamed twin ended better in {total[gained]} "
              f"({total[gained] / max(1, total[of]):.1%})")  # fmt: skip


def _line(id: str, by_dose: list[Counter[str]], named: bool) -> None:
    total = sum(by_dose, Counter())
    shares = [f"{one['named'] / one['pairs']:.2f}" if one["pairs"] else "-" for one in by_dose]
    cells = [total["pairs"], " ".join(shares) if named else "none can", total["any"], *(total[key] for key in HEAD[4:])]
    print(f"| {id} | " + " | ".join(str(cell) for cell in cells) + " |")


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 20,
        sys.argv[2] if len(sys.argv) > 2 else "report",
        tuple(sys.argv[3:]) or moves.ids(),
    )
