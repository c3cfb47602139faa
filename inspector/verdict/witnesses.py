"""Two independent traces of the same evidence make a strong question of each.

Probes that look at the same thing (when records were made, how long cases took) see one thing twice and are one witness.
Advice (Benford's law) is no witness, nor is a question about so few cases that without them all would stand as it is.
"""

from collections.abc import Sequence

from inspector import probes
from inspector.model.traces import Trace

TOUCHED = 0.02
"""A question about fewer than this share of the cases is put, and lowers no trust: without them all would stand as it is."""
ADVICE = ("benford",)
"""Probes whose questions are put and never weigh."""
WITNESSES = 2


def weighs(trace: Trace) -> bool:
    """Whether a trace counts against the evidence it is about."""
    if trace.probe in ADVICE:
        return False
    if trace.outcome == "question":
        return trace.effect is None or trace.effect >= TOUCHED
    return trace.outcome == "strong-question"


def independent(traces: Sequence[Trace]) -> int:
    """How many witnesses these traces are."""
    return len({probes.looks_at(trace.probe) for trace in traces})


def strengthened(traces: tuple[Trace, ...]) -> tuple[Trace, ...]:
    """The same traces; questions about evidence of which independent probes ask become strong questions."""
    asking: dict[str, list[Trace]] = {}
    for trace in traces:
        if weighs(trace):
            asking.setdefault(trace.subject, []).append(trace)
    return tuple(_one(trace, asking.get(trace.subject, [])) for trace in traces)


def _one(trace: Trace, asking: Sequence[Trace]) -> Trace:
    if trace.outcome != "question" or not weighs(trace) or independent(asking) < WITNESSES:
        return trace
    own = probes.looks_at(trace.probe)
    others = sorted({other.probe for other in asking if probes.looks_at(other.probe) != own})
    says = f"{trace.says} {', '.join(others)} asks about the same evidence, looking at something else."
    return trace.model_copy(update={"outcome": "strong-question", "says": says})
