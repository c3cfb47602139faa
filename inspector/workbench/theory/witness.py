"""A witness: facts for which something holds, written as a case that can be pasted into `tests/` and read back from there.

What a solver imagines is never shown. It is written as a case, the case is read as any other, judged by the engine that judges
bundles, and shown only where it then says what it is to show.
"""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from inspector.framework.cases import read_cases
from inspector.framework.vocabulary import Vocabulary, extend
from inspector.judging import outcomes
from inspector.model.facts import Fact, Scalar
from inspector.model.outcome import Outcome
from inspector.model.problems import CannotComplete
from inspector.model.rules import Framework
from inspector.workbench.judging.case_text import case_text

Shows = Callable[[Sequence[Outcome]], bool]
"""Whether what came out is what a witness is to show."""


class Given(NamedTuple):
    """What a case gives: facts, and what it states of the verdict's basis."""

    facts: tuple[Fact, ...]
    stated: Mapping[str, Scalar]


class Witness(NamedTuple):
    """Cases as text, one for each side, and what came out of each."""

    cases: tuple[str, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def text(self) -> str:
        """All of its cases, to be pasted."""
        return "".join(self.cases)


class Side(NamedTuple):
    """Which framework judges which of the givens (0 the first)."""

    framework: Framework
    given: int
    name: str


Expects = Callable[[Outcome], Mapping[str, object]]
"""What a case is to expect, of what came out."""


def verdict_and_row(outcome: Outcome) -> Mapping[str, object]:
    """The verdict and its row."""
    return {"verdict": outcome.verdict, "row": outcome.row}


def reproduced(
    sides: Sequence[Side], givens: Sequence[Given], known: Vocabulary, shows: Shows, expects: Expects = verdict_and_row
) -> Witness | None:
    """The witness, where its cases, read back and judged, show what they are to show; None where they do not."""
    texts, judged = [], []
    for side in sides:
        facts, stated = givens[side.given]
        first = _judged(case_text(side.name, facts, stated, {"verdict": "static"}), side.framework, known)
        if first is None:
            return None
        text = case_text(side.name, facts, stated, expects(first))
        again = _judged(text, side.framework, known)
        if again is None or again != first:
            return None
        texts.append(text)
        judged.append(again)
    return Witness(tuple(texts), tuple(judged)) if shows(judged) else None


def _judged(text: str, framework: Framework, known: Vocabulary) -> Outcome | None:
    """What the engine makes of a case as it is written; None where it cannot be read or judged."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "tests").mkdir()
        (folder / "tests" / "witness.yaml").write_text(text, encoding="utf-8")
        cases, problems = read_cases(folder, extend(framework, known))
    if problems or len(cases) != 1:
        return None
    case = cases[0]
    try:
        return outcomes.evaluate_case(framework, case.facts or (), case.trust, dict(case.stated))
    except CannotComplete:
        return None
