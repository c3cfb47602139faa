"""Traces as the plain values of a JSON document: one shape, wherever a trace is told to programs."""

from collections.abc import Iterable

from inspector.model.traces import Trace
from inspector.probes import columns_read
from inspector.report.document.rows import rows_values
from inspector.report.document.shape import judged


def trace_values(traces: Iterable[Trace]) -> list[judged.Trace]:
    """Each trace with its numbers, words, questions and rows, and the list and columns it is about."""
    return [_trace(trace) for trace in traces]


def _trace(trace: Trace) -> judged.Trace:
    kind, _, part = trace.subject.partition("/")
    made: judged.Trace = {
        "probe": trace.probe,
        "subject": trace.subject,
        "outcome": trace.outcome,
        "list": part if kind == "case-records" and part else None,
        "columns": list(columns_read(trace)),
        "rows": rows_values(trace.rows),
        "n": trace.n,
        "p_value": trace.p_value,
        "effect": trace.effect,
        "smallest_dose": trace.smallest_dose,
        "says": trace.says,
        "innocent": list(trace.innocent),
        "ask": list(trace.ask),
    }
    if trace.plugin:
        made["plugin"] = trace.plugin
    return made
