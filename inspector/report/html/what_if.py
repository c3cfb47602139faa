"""What the verdict would be, step by step: as it is, and without each piece of evidence that it hangs on."""

from collections.abc import Mapping
from typing import TypedDict

from inspector.model.ladder import VerdictWord
from inspector.report.document.shape import Document
from inspector.report.html.titles import named
from inspector.report.wording import Words, fill

STEPS: dict[VerdictWord, int] = {"deteriorating": 1, "slipping": 2, "static": 3, "emerging": 4, "improving": 5}
"""Those that say which way it goes; of the others no step is drawn."""


class Rung(TypedDict):
    """A verdict and what it would take: `what` in words, `names` of evidence, `step` 1 to 5, 0 where nothing can be told."""

    what: str
    names: list[str]
    verdict: str
    step: int
    why: str


def what_if(document: Document, known: Mapping[str, str], t: Words) -> list[Rung]:
    """The verdict as it is first, then what would change it."""
    words, verdict = t["what_if"], document["verdict"]
    made = [_rung(words["now"], [], verdict["verdict"], fill(words["row"], row=verdict["row"]), t)]
    for flip in document.get("would_change", {}).get("flips", ()):
        what = t["would_change"]["joined"].join(named(name, known) for name in flip["removed"])
        why = fill(words["row"], row=flip["row"])
        made.append(_rung(fill(words["removed"], what=what), flip["removed"], flip["verdict"], why, t))
    if (could := verdict.get("could_be")) is not None:
        made += [_rung(words[name], [], could[end], "", t) for name, end in (("lost", "low"), ("gained", "high"))]
    return made


def _rung(what: str, names: list[str], verdict: VerdictWord, why: str, t: Words) -> Rung:
    return {"what": what, "names": names, "verdict": t["verdicts"][verdict], "step": STEPS.get(verdict, 0), "why": why}
