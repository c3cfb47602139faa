"""What is said to be known from an example, held against the example's own files."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import correlation

from tests.truth.bundle import Row, read
from tests.truth.case import Case, Said
from tests.truth.checkers.probing import asks, series, told, whole
from tests.truth.figures import value
from tests.truth.ledger import See, checks
from tests.truth.sentences import ROOT

EXAMPLES = ROOT / "evidence" / "examples"
TEXTS = (
    "aim", "prediction", "learned", "action", "commitment", "partner_statement", "said", "what_we_know", "how_we_know",
    "what_next",
)  # fmt: skip
NAMED = re.compile(r"(?:shipped example (?P<example>[a-z-]+)|those of (?P<simulator>the simulator))\b")


@checks("probe/known-text")
def known(said: Said, case: Case, see: See) -> None:
    """Rows with the words of the example that is named; a series that steps as one of its does."""
    if said.fields["outcome"] == "not-applicable":
        own = {read(folder).manifest["authority"] for folder in EXAMPLES.iterdir()}
        texts = any(row[field] for row in case.bundle.every for field in TEXTS)
        mine = case.bundle.manifest.get("invented") is True and case.bundle.manifest["authority"] in own
        see.none(
            mine or not (texts or case.bundle.rows("indicators")), "there are texts or figures, and it is no example"
        )
    if not told(said):
        return
    if said.fields["subject"].startswith("indicator/"):
        _line(said, case, see)
        return
    many, n = whole(said)[:2]
    see.claim(many <= n == said.fields["n"], f"{many} of {n} rows, and {said.fields['n']} were looked at")
    if not asks(said):
        return
    see.claim(len(said.cited) == many, f"{len(said.cited)} rows are cited")
    named = next((one for one in NAMED.finditer(said.says.partition(";")[2])), None)
    if named is None:
        see.fault("names no source")
        return
    theirs = _threes_of(named["example"]) if named["example"] else _simulated()
    wholes = [[row, *case.bundle.within(row, "actions")] for row in case.rows(said)]
    held = [some for some in wholes if len(_threes("\n".join(map(_text, some))) & theirs) >= 3]
    often = int(re.findall(r"(\d+) (?:is|are) those", said.says)[0])
    by_days = int(found[1]) if (found := re.search(r"(\d+) by (?:its|their) days", said.says)) else 0
    see.claim(often - by_days <= len(held), f"{len(held)} share words with it")


def _line(said: Said, case: Case, see: See) -> None:
    rows = series(case, said.fields["indicator"])
    see.claim(whole(said)[0] == len(rows), f"there are {len(rows)} figures")
    if not asks(said):
        return
    example, alike = (
        re.search(r"shipped example ([a-z-]+) does", said.says),
        float(said.says.split("correlation ")[1][:4]),
    )
    mine = _steps(rows)
    best = max(_best(mine, theirs) for theirs in _lines(example[1] if example else ""))
    see.claim(abs(best - alike) < 0.03, f"the best is {best:.2f}")


def _best(mine: dict[int, float], theirs: dict[int, float]) -> float:
    found = [-1.0]
    for lag in range(min(mine) - max(theirs), max(mine) - min(theirs) + 1):
        both = [(mine[at + lag], step) for at, step in theirs.items() if at + lag in mine]
        if len(both) >= 18 and len({a for a, _ in both}) > 1 and len({b for _, b in both}) > 1:
            found.append(correlation(*zip(*both, strict=True)))
    return max(found)


def _steps(rows: list[Row]) -> dict[int, float]:
    held = {12 * day.year + day.month: value(row) for row in rows if (day := row.day("period_start"))}
    return {
        then: b - a
        for (first, a), (then, b) in pairwise(sorted(held.items()))
        if then == first + 1 and a is not None and b is not None
    }


@cache
def _lines(name: str) -> tuple[dict[int, float], ...]:
    rows = read(EXAMPLES / name).rows("indicators")
    ids = {row["indicator"] for row in rows}
    lines = (_steps([row for row in rows if row["indicator"] == id]) for id in sorted(ids))
    return tuple(line for line in lines if line)


@cache
def _threes_of(name: str) -> frozenset[tuple[str, ...]]:
    return frozenset().union(*(_threes(_text(row)) for row in read(EXAMPLES / name).every))


@cache
def _simulated() -> frozenset[tuple[str, ...]]:
    source = (Path(ROOT) / "inspector" / "simulate" / "words.py").read_text("utf-8")
    return frozenset().union(*(_threes(one) for one in re.findall(r'"([^"\n]+)"', source)))


def _text(row: Row) -> str:
    return "\n".join(row[field] for field in TEXTS)


def _threes(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"[^\W\d_]+", text.lower())
    return frozenset(zip(words, words[1:], words[2:], strict=False))
