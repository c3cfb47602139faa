"""What a report draws, made from the evidence beside the facts and never read by a rule."""

from collections.abc import Sequence

from inspector.model.evidence import Evidence
from inspector.model.facts import Fact
from inspector.model.pictures import Pictures
from inspector.model.traces import Trace


def make(evidence: Evidence, facts: Sequence[Fact], traces: Sequence[Trace]) -> Pictures:
    """The lines of all indicators, the stream of tests and the durations against their deadlines.

    `facts` tell which test a gain is said to follow, `traces` which rows are asked about.
    """
    # Late, because these load numpy, and text needs no pictures.
    from inspector.pictures.around_deadline import heaps
    from inspector.pictures.lines import lines
    from inspector.pictures.stream import stream

    return Pictures(lines=lines(evidence, facts, traces), stream=stream(evidence), heaps=heaps(evidence))
