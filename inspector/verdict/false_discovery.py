"""Hold the false-discovery rate over everything that the probes tested in one bundle.

Reference: Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57(1), 289-300.
"""

from inspector.model.traces import Trace

RATE = 0.05
"""The share of questions, among all that are put because of a p-value, that chance alone may be allowed to raise."""


def hold(traces: tuple[Trace, ...], rate: float = RATE) -> tuple[Trace, ...]:
    """The same traces, with every `question` that does not survive the step-up procedure turned into `clear`.

    Only traces with a p-value take part, the clear ones included, since they were tests too. Others pass unchanged.
    """
    tested = sorted(trace.p_value for trace in traces if trace.p_value is not None)
    bound = max((p for place, p in enumerate(tested, 1) if p <= rate * place / len(tested)), default=-1.0)
    return tuple(_settled(trace, bound) for trace in traces)


def _settled(trace: Trace, bound: float) -> Trace:
    if trace.p_value is None or trace.outcome != "question" or trace.p_value <= bound:
        return trace
    says = (
        trace.says + " So much was tested in this bundle that chance alone could have shown this; no question is put."
    )
    return trace.model_copy(update={"outcome": "clear", "says": says, "ask": ()})
