"""A rule gives a standing because a probe has nothing to ask.

What:
    A rule that concludes a standing and wants probes alone, answering `clear` without saying how much was looked at, or
    answering that there was nothing, or too little, to look at.

Why:
    A probe that finds no trace says that records look as records do. It says nothing of improvement, least of all where it had
    nothing to look at: then it rewards whoever hands in least.

Bad:
    when: {copied: {probe: copied-entries, outcome: [clear, not-applicable]}}
    conclude: {standing: doing}

Good:
    when: {checked: {probe: claimed-against-recomputed, outcome: clear, n: ">= 3"}}
    conclude: {standing: doing}

Waive:
    Where the probe itself does what the theme asks for: say what.
"""

from inspector.lints._grounds import present
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Pattern

ID = "clear-is-no-work"
FAMILY = "ladder"
LEVEL = "error"
NOTHING = {"not-applicable", "insufficient-data"}


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """A remark for each rule whose standing rests on probes that saw nothing, or had nothing to see."""
    found = []
    for rule in framework.rules:
        wants = present(rule)
        probes = [pattern for pattern in wants if pattern.kind.startswith("probe/")]
        if rule.conclude.standing is None or not probes or len(probes) < len(wants) or not any(map(_empty, probes)):
            continue
        message = f"{rule.id} gives {rule.conclude.standing} because {_named(probes)} has nothing to ask"
        expected = 'how much was looked at (n: ">= 3") and what was done besides'
        place = rule.place("conclude/standing")
        found.append(remark(ID, place, message, expected, "rest the standing on work, and put the probe into `unless`"))
    return tuple(found)


def _empty(pattern: Pattern) -> bool:
    values = {str(v) for c in pattern.conditions if c.field == "outcome" and c.operator == "==" for v in c.values}
    looked = any(c.field == "n" and c.operator in (">", ">=") for c in pattern.conditions)
    return bool(values & NOTHING) or (not values & {"question", "strong-question"} and not looked)


def _named(probes: list[Pattern]) -> str:
    return ", ".join(dict.fromkeys(pattern.kind.removeprefix("probe/") for pattern in probes))
