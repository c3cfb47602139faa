"""Honest logs thinned at random: what a question about a few rows costs the whole of them.

    python bench/strike/run.py [DRAWS] [SEED]

Both good examples, DRAWS random halves and DRAWS random two thirds of each log. Printed: how often a probe asks about the
log, how often stream or verdict fall below those of the same log with nothing asked, and the verdicts.
"""

import random
import sys
from collections import Counter
from pathlib import Path

from inspector import bundle, inspection
from inspector.judging import observing, settling
from inspector.model.evidence import Evidence
from inspector.model.inspection import Inspection
from inspector.model.ladder import rank

EXAMPLES = Path(__file__).parents[2] / "evidence/examples"
SHARES = (1 / 2, 2 / 3)


def thinned(evidence: Evidence, share: float, draw: random.Random) -> Evidence:
    """The evidence with a random part of its log."""
    kept = sorted(draw.sample(range(len(evidence.log)), round(share * len(evidence.log))))
    made = evidence.model_copy(update={"log": tuple(evidence.log[place] for place in kept)})
    made.__dict__["worked_out"] = {"series": evidence.worked_out["series"]} if "series" in evidence.worked_out else {}
    return made


def stream(found: Inspection) -> str:
    """Where the stream of small improvements stands."""
    return next(theme.standing for theme in found.themes if theme.theme == "stream")


def main(draws: int, seed: str) -> None:
    """Print a line for each example and share, and what was lost in words."""
    print(
        "| example | share of the log | draws | asked | stream lost to a question | verdicts | stands | rows struck |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for name in ("brackenshire", "quiet-improver"):
        rulebook, evidence, _ = inspection._ready(bundle.read_bundle(EXAMPLES / name), None, despite_problems=True)
        for share in SHARES:
            _line(name, rulebook, evidence, share, draws, random.Random(f"{seed} {name} {share}"))


def _line(name: str, rulebook: object, evidence: Evidence, share: float, draws: int, draw: random.Random) -> None:
    asked = lost = rows = 0
    verdicts: Counter[str] = Counter()
    stands: Counter[str] = Counter()
    for _ in range(draws):
        some = thinned(evidence, share, draw)
        found = settling.settle(rulebook, some).inspection
        facts, traces = observing.observe(some)
        silent = tuple(one.model_copy(update={"outcome": "clear"}) for one in traces)
        free = settling.conclude(rulebook, some, facts, silent).inspection
        asks = [one for one in traces if one.subject == "improvement-log" and one.outcome in trust_asks]
        asked += bool(asks)
        rows += sum(len(part.rows) for one in asks for part in one.rows)
        verdicts[found.verdict.verdict] += 1
        stands[stream(found)] += 1
        worse = rank(stream(found)) < rank(stream(free)) or found.verdict.verdict != free.verdict.verdict
        lost += worse
        if asks:
            told = ", ".join(f"{one.probe} {one.outcome} {sum(len(r.rows) for r in one.rows)}" for one in asks)
            print(
                f"{name}: {told}; stream {stream(free)} > {stream(found)}, {free.verdict.verdict} > {found.verdict.verdict}",
                file=sys.stderr,
            )
    told = [", ".join(f"{word} {n}" for word, n in some.most_common()) for some in (verdicts, stands)]
    print(f"| {name} | {share:.2f} | {draws} | {asked} | {lost} | {told[0]} | {told[1]} | {rows} |", flush=True)


trust_asks = ("question", "strong-question")

if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 12, sys.argv[2] if len(sys.argv) > 2 else "strike")
