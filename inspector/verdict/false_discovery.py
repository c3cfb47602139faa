"""Hold the false-discovery rate over everything that the probes tested in one bundle.

Probes differ in how much they test: one may look at two subjects and another at sixty. So the procedure is used twice,
over the probes (all tests of each put together) and then within each probe that stands out, at a rate as much smaller as
fewer of them do. What survives is then held together: two independent questions about the same evidence are strong
ones. Tests that could not have come out small, whatever was done to the evidence, carry no p-value and take no part.

Reference: Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57(1), 289-300; Benjamini & Bogomolov
(2014), the same 76(1), 297-318 (families of tests); Simes (1986), Biometrika 73(3), 751-754; Tarone (1990),
Biometrics 46(2), 515-522 (tests that cannot reach significance need no correction).
"""

from inspector.model.traces import Trace
from inspector.verdict.witnesses import strengthened

RATE = 0.05
"""The share of questions, among all that are put because of a p-value, that chance alone may be allowed to raise."""


def hold(traces: tuple[Trace, ...], rate: float = RATE) -> tuple[Trace, ...]:
    """The same traces, with every `question` that does not survive the step-up procedures turned into `clear`.

    Only traces with a p-value take part, the clear ones included, since they were tests too. Others pass unchanged.
    Where independent probes still ask about the same evidence, their questions become strong ones.
    """
    tested: dict[str, list[float]] = {}
    for trace in traces:
        if trace.p_value is not None:
            tested.setdefault(trace.probe, []).append(trace.p_value)
    together = {probe: _simes(chances) for probe, chances in tested.items()}
    bound = _bound(list(together.values()), rate)
    chosen = [probe for probe, chance in together.items() if chance <= bound]
    share = rate * len(chosen) / max(1, len(together))
    bounds = {probe: _bound(tested[probe], share) for probe in chosen}
    return strengthened(tuple(_settled(trace, bounds.get(trace.probe, -1.0)) for trace in traces))


def _bound(chances: list[float], rate: float) -> float:
    """The largest p-value that survives the step-up procedure; -1 where none does."""
    ordered = sorted(chances)
    return max((p for place, p in enumerate(ordered, 1) if p <= rate * place / len(ordered)), default=-1.0)


def _simes(chances: list[float]) -> float:
    """The chance of all tests of one probe together."""
    return min(p * len(chances) / place for place, p in enumerate(sorted(chances), 1))


def _settled(trace: Trace, bound: float) -> Trace:
    if trace.p_value is None or trace.outcome != "question" or trace.p_value <= bound:
        return trace
    says = (
        trace.says + " So much was tested in this bundle that chance alone could have shown this; no question is put."
    )
    return trace.model_copy(update={"outcome": "clear", "says": says, "ask": (), "innocent": ()})
