"""Twins: the same authority, honest and gamed, over all moves and doses. Does the gamed one ever end better?

    python bench/twins/run.py [PAIRS] [SEED]

PAIRS for each move and dose, the conducts in turn. Better is a better verdict (in the order of `ORDER`), or a standing that rose
above `stated`, which is what plans alone would give; a theme that was silent and is now `stated` is counted apart.
"""

import sys
import tempfile
from pathlib import Path

from inspector import inspection
from inspector.model.inspection import Inspection
from inspector.model.ladder import STANDINGS
from inspector.simulate import moves
from inspector.simulate.authority import Authority
from inspector.simulate.conduct import CONDUCTS, authority
from inspector.simulate.writing import write

DOSES = (0.2, 0.5, 1.0)
ORDER = ["not-trusted", "not-evidenced", "deteriorating", "slipping", "static", "emerging", "improving"]


def judged(one: Authority, folder: Path) -> Inspection:
    """The inspection of an authority, the whole way from its files."""
    write(one, folder)
    return inspection.work(folder).inspection


def asked(found: Inspection) -> set[tuple[str, str]]:
    """The questions that probes put."""
    return {(t.probe, t.subject) for t in found.traces if t.outcome in ("question", "strong-question")}


def main(pairs: int, seed: str) -> None:
    """Print one line for each move and dose, and the sum."""
    total = better = seen_better = seen = told = 0
    print(
        "| move | dose | pairs | better verdict | higher standing | only to stated | a probe asked | asked and better |"
    )
    print("|---|---|---|---|---|---|---|---|")
    honest: dict[str, tuple[Authority, Inspection]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for id in moves.ids():
            for dose in DOSES:
                verdicts = standings = stated = noticed = both = 0
                for pair in range(pairs):
                    conduct = sorted(CONDUCTS)[pair % len(CONDUCTS)]
                    key = f"{seed}-{pair}"
                    if key not in honest:
                        one = authority(key, conduct)
                        honest[key] = (one, judged(one, Path(folder) / key))
                    one, before = honest[key]
                    after = judged(moves.play(one, id, dose), Path(folder) / f"{key}-{id}-{dose}")
                    up = ORDER.index(after.verdict.verdict) > ORDER.index(before.verdict.verdict)
                    ladder = {theme.theme: STANDINGS.index(theme.standing) for theme in before.themes}
                    risen = [t.standing for t in after.themes if STANDINGS.index(t.standing) > ladder[t.theme]]
                    higher = any(standing != "stated" for standing in risen)
                    question = bool(asked(after) - asked(before))
                    verdicts, standings, noticed = verdicts + up, standings + higher, noticed + question
                    stated, both = stated + (bool(risen) and not higher), both + (question and (up or higher))
                    told += bool(risen) and not (up or higher)
                    total, better, seen = total + 1, better + (up or higher), seen + question
                    seen_better += question and (up or higher)
                print(
                    f"| {id} | {dose} | {pairs} | {verdicts} | {standings} | {stated} | {noticed} | {both} |",
                    flush=True,
                )
    print(f"\n{total} pairs: the gamed twin ended better in {better} ({better / total:.1%}), "
          f"and rose from silent to stated and no further in {told}. "
          f"Where a probe asked ({seen} pairs): {seen_better} ({seen_better / max(1, seen):.1%})")  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10, sys.argv[2] if len(sys.argv) > 2 else "report")
