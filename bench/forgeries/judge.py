"""What Inspector says of a folder, in the few words that the tables need."""

import tempfile
from pathlib import Path
from typing import Any

from hand import Forged
from paper import Folder

VERDICTS = ("not-trusted", "not-evidenced", "deteriorating", "slipping", "static", "emerging", "improving")
STANDINGS = ("silent", "stated", "doing", "showing", "lasting")
ASKS = ("question", "strong-question")
Judged = dict[str, Any]


def judged(forged: Forged, keep: Path | None = None) -> Judged:
    """The verdict, the standings above `stated`, the questions and the first lines; `keep` is where the files stay.

    A folder that is refused has the verdict `refused`, and the first words say why.
    """
    with tempfile.TemporaryDirectory() as there:
        folder = keep or Path(there)
        earlier = None
        size = forged.folder.write(folder / "evidence")
        if forged.earlier is not None:
            earlier = folder / "earlier"
            forged.earlier.write(earlier)
        return {"bytes": size, **of(folder / "evidence", earlier)}


def of(folder: Path, earlier: Path | None = None) -> Judged:
    """The same of a folder that is there."""
    from inspector import inspection
    from inspector.model.problems import CannotComplete

    try:
        found = inspection.work(folder, earlier=earlier).inspection
    except CannotComplete as error:
        return {
            "verdict": "refused",
            "row": "",
            "score": 0,
            "standings": {},
            "asks": [],
            "says": str(error)[:300],
            "range": "",
        }
    verdict = found.verdict
    return {
        "verdict": verdict.verdict, "row": verdict.row, "score": _score(verdict.score),
        "standings": {t.theme: t.standing for t in found.themes if STANDINGS.index(t.standing) > 1},
        "asks": [f"{t.probe} {t.subject}" for t in found.traces if t.outcome in ASKS], "says": verdict.says,
        "range": _range(verdict),
    }  # fmt: skip


def alone(folder: Folder) -> Judged:
    """What is said of a start itself."""
    return judged(Forged(folder, folder))


def worth(found: Judged) -> tuple[float, ...]:
    """What the liar is after: the verdict, then standings, then the score; refused is worth nothing."""
    if found["verdict"] == "refused":
        return (-1.0,)
    rank = {"not-trusted": 2, "not-evidenced": 2}.get(found["verdict"], VERDICTS.index(found["verdict"]) - 2.0)
    return (rank, sum(map(STANDINGS.index, found["standings"].values())), found["score"])


def _score(score: Any) -> float:
    for name in ("points", "value", "score"):
        if isinstance(getattr(score, name, None), int | float):
            return float(getattr(score, name))
    return 0.0


def _range(verdict: Any) -> str:
    could = getattr(verdict, "could_be", None)
    if could is None:
        return ""
    return str(getattr(could, "lowest", could))
