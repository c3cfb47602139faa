"""What the verdict would be, step by step: as it is, and without each piece of evidence that it hangs on."""

from collections.abc import Mapping
from typing import TypedDict

from inspector.model.ladder import VerdictWord
from inspector.report.argument_shown import View
from inspector.report.assurance_words import in_words, spoken
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


def what_if(document: Document, argument: View, known: Mapping[str, str], t: Words) -> list[Rung]:
    """The verdict as it is first, then what would change it: that stands under a heading that says `on paper`."""
    words, verdict = t["what_if"], document["verdict"]
    said = in_words(document, t)
    made = [_rung(words["now"], [], verdict["verdict"], said, fill(words["row"], row=verdict["row"]))]
    shown = argument["would_change"]["flips"] if "would_change" in argument else []
    for flip, told in zip(document.get("would_change", {}).get("flips", ()), shown, strict=True):
        what = fill(
            words["removed"], what=t["would_change"]["joined"].join(named(name, known) for name in flip["removed"])
        )
        made.append(_rung(what, flip["removed"], flip["verdict"], told["verdict"], fill(words["row"], row=flip["row"])))
    if (could := verdict.get("could_be")) is not None:
        for name, end in (("lost", could["low"]), ("gained", could["high"])):
            made.append(_rung(words[name], [], end, spoken(end, "on-paper", t), ""))
    return made


def _rung(what: str, names: list[str], verdict: VerdictWord, said: str, why: str) -> Rung:
    return {"what": what, "names": names, "verdict": said, "step": STEPS.get(verdict, 0), "why": why}
