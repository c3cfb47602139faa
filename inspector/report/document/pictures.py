"""What a report draws, as the plain values of the JSON document. Columns run side by side, one place a period."""

from typing import cast

from inspector.model.pictures import Heap, Line, Pictures, Segment, Stream
from inspector.report.document.shape import pictures as shape


def picture_values(pictures: Pictures) -> shape.Pictures:
    """Lines, stream and heaps; the keys are the contract of `inspection.schema.json`."""
    return {
        "lines": [_line(line) for line in pictures.lines],
        "stream": None if pictures.stream is None else _stream(pictures.stream),
        "heaps": [_heap(heap) for heap in pictures.heaps],
    }


def _line(line: Line) -> shape.Line:
    return {
        "indicator": line.indicator,
        "title": line.title,
        "better": line.better,
        "measure": line.measure,
        "unit": line.unit,
        "call": cast(shape.Call, line.call),
        "trial_limits": line.trial,
        "resource": line.resource,
        "onset": _onset(line),
        "fell": line.fell,
        "definition_changes": list(line.definition_changes),
        "starts": list(line.starts),
        "ends": list(line.ends),
        "values": list(line.values),
        "denominators": list(line.denominators),
        "rows": list(line.rows),
        "causes": list(line.causes),
        "rules": list(line.rules),
        "doubtful": list(line.doubtful),
        "centre": list(line.centre),
        "lower": list(line.lower),
        "upper": list(line.upper),
        "fitted": list(line.fitted),
        "tests": [
            {"entry": mark.entry, "on": mark.on, "claimed": mark.claimed, "doubtful": mark.doubtful}
            for mark in line.marks
        ],
        "segments": [_segment(one) for one in line.segments],
        "shown": list(line.shown),
        "icon": line.icon,
        "recalculated": line.recalculated,
        "events": [
            {"on": one.on, "kind": one.kind, "recommendation": one.recommendation, "action": one.action}
            for one in line.events
        ],
    }


def _segment(one: Segment) -> shape.Segment:
    return {
        "first": one.first,
        "last": one.last,
        "until": one.until,
        "basis": one.basis,
        "figures": one.figures,
        "centre": one.centre,
        "lower": one.lower,
        "upper": one.upper,
        "trial": one.trial,
    }


def _onset(line: Line) -> list[str] | None:
    days = [day for day in (line.onset, line.onset_low, line.onset_high) if day is not None]
    return days if len(days) == 3 else None


def _stream(stream: Stream) -> shape.Stream:
    return {"months": list(stream.months), "teams": list(stream.teams), "counts": [list(row) for row in stream.counts]}


def _heap(heap: Heap) -> shape.Heap:
    return {
        "indicator": heap.indicator,
        "title": heap.title,
        "deadline": heap.deadline,
        "unit": heap.unit,
        "days": list(heap.days),
        "counts": list(heap.counts),
        "expected": list(heap.expected),
    }
