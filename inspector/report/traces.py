"""What the probes answered, by itself: as text for people and as JSON for programs."""

from collections.abc import Sequence
from typing import Any

from inspector.model.traces import Trace
from inspector.probes import columns_read
from inspector.report.json import written
from inspector.report.lines import plain, ranges, rows_words
from inspector.report.plugin_parts import plugin_part

FORMAT = "inspector-traces"
VERSION = 1
NOTE = "None of these questions is an accusation: each has innocent explanations."
NOTHING = "No probe asks about this evidence."
ASKING = ("strong-question", "question")


def traces_json(traces: Sequence[Trace], engine: str, digest: str | None = None) -> str:
    """The document as text, ending in a newline; `evidence/schemas/traces.schema.json` is its schema."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "engine": {"name": "inspector", "version": engine},
        "bundle": {"digest": digest},
        "traces": trace_values(traces),
    }
    return written(document)


def trace_values(traces: Sequence[Trace]) -> list[dict[str, Any]]:
    """Each trace with its list and columns, rows, numbers, words and questions."""
    return [_trace(trace) for trace in traces]


def _trace(trace: Trace) -> dict[str, Any]:
    kind, _, part = trace.subject.partition("/")
    return {
        "probe": trace.probe,
        "subject": trace.subject,
        "outcome": trace.outcome,
        "list": part if kind == "case-records" and part else None,
        "columns": list(columns_read(trace)),
        "rows": [{"resource": part.resource, "rows": [list(run) for run in ranges(part.rows)]} for part in trace.rows],
        "n": trace.n,
        "p_value": trace.p_value,
        "effect": trace.effect,
        "smallest_dose": trace.smallest_dose,
        "says": trace.says,
        "innocent": list(trace.innocent),
        "ask": list(trace.ask),
        **plugin_part(trace.plugin),
    }


def traces_text(traces: Sequence[Trace]) -> str:
    """Questions first, with what to ask; then what was clear and what could not be told. Ends in a newline."""
    asking = sorted((t for t in traces if t.outcome in ASKING), key=lambda t: ASKING.index(t.outcome))
    lines = [NOTE, ""] if asking else [NOTHING]
    for trace in asking:
        by = f" (plugin {plain(trace.plugin)})" if trace.plugin else ""
        lines += [f"[{trace.probe}] {plain(trace.subject)}, {trace.outcome}: {plain(trace.says)}{by}", *_numbers(trace)]
        lines += [f"  It may well be that: {plain(one)}" for one in trace.innocent]
        lines += [f"  Ask: {plain(one)}" for one in trace.ask]
    for outcome, words in (
        ("clear", "Clear"),
        ("insufficient-data", "Too little to tell"),
        ("not-applicable", "Not asked"),
    ):
        some = [t for t in traces if t.outcome == outcome]
        lines += ["", f"{words}:"] if some else []
        lines += [f"  [{t.probe}] {plain(t.subject)}: {plain(t.says)}" for t in some]
    return "\n".join(lines) + "\n"


def _numbers(trace: Trace) -> list[str]:
    known = (
        ("p-value", trace.p_value),
        ("share concerned", trace.effect),
        ("smallest share seen", trace.smallest_dose),
    )
    numbers = "; ".join(f"{name} {value:g}" for name, value in known if value is not None)
    columns = columns_read(trace)
    lines = [f"  n {trace.n}" + (f"; {numbers}" if numbers else "")]
    lines += [f"  Columns: {', '.join(columns)}."] if columns else []
    return [*lines, f"  Rows: {plain(rows_words(trace.rows))}."]
