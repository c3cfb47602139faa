"""What stands first in a result as Markdown: what five minutes need, and every measure with what it did."""

from collections.abc import Iterator, Sequence

from inspector.report.document.shape import Document
from inspector.report.document.shape.pictures import Line
from inspector.report.front import Front, Point
from inspector.report.front.view import front
from inspector.report.harmless import code
from inspector.report.harmless import markdown as text
from inspector.report.markdown_cells import table
from inspector.report.wording import Words, counted

POINTS = 3
"""So many of each stand first, as on the page and the screen; the rest stands below."""
ORDER = ("loss", "faded-gain", "sudden-gain", "gradual-gain", "no-change", "too-few-points")
STEPS = 4


def first(d: Document, t: Words) -> list[str]:
    """The sections that come before all others. The document is harmless."""
    seen = front(d, t)
    return [
        "\n\n".join([f"## {t['first']['title']}", *_five_minutes(seen, t["first"], t)]),
        *([_measures(d["pictures"]["lines"], t)] if d["pictures"] else []),
    ]


def _five_minutes(seen: Front, words: Words, t: Words) -> Iterator[str]:
    yield text(seen["vouched"])
    rows = [[one["title"], _bar(one["step"]), one["word"], one["by"]] for one in seen["themes"]]
    yield table(words["columns"], rows)
    for name in ("better", "worse", "against", "hangs_on"):
        yield from _points(words[name], words["none"], seen[name], t)
    if seen["margin"]:
        yield text(seen["margin"])
    doubtful = [f"- {', '.join(map(code, one['about']))}: {text(one['says'])}" for one in seen["doubtful"]]
    yield f"### {words['doubtful']}"
    yield "\n".join(doubtful) or words["none"]
    yield from _points(words["absent"], words["none"], seen["absent"], t, most=None)
    yield from _points(words["ask"], words["none"], seen["ask"], t)


def _bar(step: int) -> str:
    return "█" * step + "░" * (STEPS - step)


def _points(head: str, none: str, points: Sequence[Point], t: Words, most: int | None = POINTS) -> Iterator[str]:
    yield f"### {head}"
    shown = points[:most]
    lines = [f"- {text(one['says'])}{_whom(one)} \\[{code(one['id'])}\\]" for one in shown]
    if len(points) > len(shown):
        lines.append(f"- {text(counted(t['first']['more'], len(points) - len(shown)))}")
    yield "\n".join(lines) or none


def _whom(one: Point) -> str:
    return f" ({text(one['whom'])})" if one.get("whom") else ""


def _measures(lines: Sequence[Line], t: Words) -> str:
    """Every measure in a row, sorted by what it did."""
    words = t["first"]
    rows = [
        [one["title"], one["indicator"], t["calls"][one["call"]], _onset(one), _latest(one), len(one["values"])]
        for one in sorted(lines, key=lambda one: (ORDER.index(one["call"]), one["title"]))
    ]
    return f"## {words['measures']}\n\n{table(words['measure_columns'], rows) if rows else words['none']}"


def _onset(line: Line) -> str:
    return line["onset"][0] if line["onset"] else ""


def _latest(line: Line) -> str:
    """The last figure with its day: of a share, in 100."""
    if not line["values"]:
        return ""
    last, unit = line["values"][-1], line["unit"]
    said = f"{100 * last:.3g}%" if unit == "share" else f"{last:.4g} {unit or ''}".strip()
    return f"{said} ({line['ends'][-1]})"
