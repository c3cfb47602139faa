"""What the probes answered, by itself, as text for people."""

from collections.abc import Sequence

from inspector.report.document.shape.judged import Trace
from inspector.report.harmless import plain
from inspector.report.places import places

NOTE = "None of these questions is an accusation: each has innocent explanations."
NOTHING = "No probe asks about this evidence."
ASKING = ("strong-question", "question")


def traces_text(traces: Sequence[Trace]) -> str:
    """Questions first, with what to ask; then what was clear and what could not be told. Ends in a newline."""
    asking = sorted((t for t in traces if t["outcome"] in ASKING), key=lambda t: ASKING.index(t["outcome"]))
    lines = [NOTE, ""] if asking else [NOTHING]
    for trace in asking:
        by = f" (plugin {plain(trace['plugin'])})" if "plugin" in trace else ""
        head = f"[{trace['probe']}] {plain(trace['subject'])}, {trace['outcome']}: {plain(trace['says'])}{by}"
        lines += [head, *_numbers(trace)]
        lines += [f"  It may well be that: {plain(one)}" for one in trace["innocent"]]
        lines += [f"  Ask: {plain(one)}" for one in trace["ask"]]
    for outcome, words in (
        ("clear", "Clear"),
        ("insufficient-data", "Too little to tell"),
        ("not-applicable", "Not asked"),
    ):
        some = [t for t in traces if t["outcome"] == outcome]
        lines += ["", f"{words}:"] if some else []
        lines += [f"  [{t['probe']}] {plain(t['subject'])}: {plain(t['says'])}" for t in some]
    return "\n".join(lines) + "\n"


def _numbers(trace: Trace) -> list[str]:
    known = (
        ("p-value", trace["p_value"]),
        ("share concerned", trace["effect"]),
        ("smallest share seen", trace["smallest_dose"]),
    )
    numbers = "; ".join(f"{name} {value:g}" for name, value in known if value is not None)
    columns = trace.get("columns", [])
    lines = [f"  n {trace['n']}" + (f"; {numbers}" if numbers else "")]
    lines += [f"  Columns: {', '.join(columns)}."] if columns else []
    return [*lines, f"  Rows: {plain(places(trace['rows']))}."]
