"""An authority judged the whole way, and what a gamed twin has over the honest one."""

import tempfile
from collections import Counter
from pathlib import Path

from inspector import inspection
from inspector.model.inspection import Inspection
from inspector.model.ladder import STANDINGS, VERDICTS, VerdictWord
from inspector.model.problems import CannotComplete
from inspector.simulate.authority import Authority
from inspector.simulate.writing import write

UNTOLD, WORSE = ("not-trusted", "not-evidenced"), ("deteriorating", "slipping")
ORDER = [word for word in reversed(VERDICTS) if word not in UNTOLD]
ASKS = ("question", "strong-question")


def judged(one: Authority) -> Inspection | None:
    """The inspection of an authority, the whole way from its files; None where its rows have errors, so that it is refused."""
    with tempfile.TemporaryDirectory() as folder:
        write(one, Path(folder) / "bundle")
        try:
            return inspection.work(Path(folder) / "bundle").inspection
        except CannotComplete:
            return None


def asked(found: Inspection) -> set[tuple[str, str]]:
    """The questions that probes put."""
    return {(t.probe, t.subject) for t in found.traces if t.outcome in ASKS}


def rank(verdict: VerdictWord) -> int:
    """The place of a verdict; one that leaves it open stands with `static`: neither says that anything improves."""
    return ORDER.index("static" if verdict in UNTOLD else verdict)


def risen(before: Inspection, after: Inspection) -> list[str]:
    """The themes that stand higher, and higher than `stated`, in words."""
    ladder = {theme.theme: theme.standing for theme in before.themes}
    return [
        f"{t.theme} {ladder[t.theme]} > {t.standing}"
        for t in after.themes
        if STANDINGS.index(t.standing) > max(1, STANDINGS.index(ladder[t.theme]))
    ]


def hidden(before: Inspection, after: Inspection) -> bool:
    """Whether a bad word became one that leaves it open."""
    return before.verdict.verdict in WORSE and after.verdict.verdict in UNTOLD


def above(before: Inspection, after: Inspection) -> str:
    """The better verdict in words; empty where it is none."""
    was, now = before.verdict.verdict, after.verdict.verdict
    return f"{was} > {now}" if rank(now) > rank(was) and not hidden(before, after) else ""


def worth(before: Inspection, after: Inspection) -> tuple[float, ...]:
    """What a liar who sees the result keeps: the verdict, then the standings, then as few questions as may be."""
    return (
        rank(after.verdict.verdict) - hidden(before, after),
        sum(STANDINGS.index(t.standing) for t in after.themes),
        -len(asked(after) - asked(before)),
    )


def compared(before: Inspection, after: Inspection, named: tuple[str, ...], name: str) -> tuple[Counter[str], str]:
    """What a gamed twin has over the honest one, counted and in words; `named` are the probes that should ask."""
    new = asked(after) - asked(before)
    higher, better = risen(before, after), above(before, after)
    some = any(
        STANDINGS.index(now.standing) > STANDINGS.index(was.standing)
        for was, now in zip(before.themes, after.themes, strict=True)
    )
    found = Counter({
        "pairs": 1, "named": any(probe in named for probe, _ in new), "any": bool(new),
        "better verdict": bool(better), "higher standing": bool(higher), "either": bool(better or higher),
        "either, asked": bool(new) and bool(better or higher), "hidden": hidden(before, after),
        "better, asked": bool(new) and bool(better),
        "only to stated": some and not (better or higher),
    })  # fmt: skip
    how = higher + ([better] if better else [])
    probes = ", ".join(sorted({probe for probe, _ in new})) or "nothing"
    return found, f"{name}: {'; '.join(how)} ({probes} asks)" if how else ""
