"""The charts of a page with their titles, captions and tables."""

from collections.abc import Sequence
from typing import TypedDict, cast

from inspector.model.words import number
from inspector.report.argument_shown import Field
from inspector.report.argument_view import examples_of, shown_beside
from inspector.report.charts import bunching, fields, icons, small, strip, svg, xmr
from inspector.report.document.shape import Document
from inspector.report.document.shape.pictures import Heap, Line
from inspector.report.html import captions
from inspector.report.wording import Words, fill


class Figure(TypedDict):
    """A chart as SVG with its title and caption, and the same as a table; `table` is what stands over that."""

    id: str
    title: str
    svg: str
    caption: str
    table: str
    columns: list[str]
    rows: list[list[object]]


class LineFigure(Figure):
    """The chart of an indicator, what its series was called, and the same small: an icon with its word, a chart without words."""

    call: str
    icon: str
    icon_word: str
    small: str


def lines(document: Document, t: Words) -> dict[str, LineFigure]:
    """One figure per indicator that is drawn, by its id."""
    said = {f["fields"]["indicator"]: f["says"] for f in document["facts"] if f["kind"] == "signal/trajectory"}
    pictures = document["pictures"]
    told = document["bundle"]["notified_on"]
    return {
        line["indicator"]: line_figure(line, f"chart-{n}", said.get(line["indicator"], ""), told, t)
        for n, line in enumerate(pictures["lines"] if pictures else (), 1)
    }


def line_figure(line: Line, id: str, said: str, told: str | None, t: Words) -> LineFigure:
    """The figure of one line. `said` is what is said of its series, `told` the day of the notification."""
    words, title = t["chart"], _title(line, t)
    first, last = svg.month(line["starts"][0]), svg.month(line["ends"][-1])
    says = fill(
        words["describe"],
        count=len(line["values"]),
        first=first,
        last=last,
        summary=words[f"better_{line['better']}"],
        special=captions.special(line, words),
    )
    sort = line.get("icon", "none")
    icon_says = fill(words["icon"], title=line["title"], icon=words["icons"][sort])
    small_says = fill(words["small"], title=line["title"], first=first, last=last, call=t["calls"][line["call"]])
    return {
        "id": id,
        "call": line["call"],
        "title": title,
        "svg": xmr.chart(line, id, title, says, told, words["in_chart"]),
        "caption": captions.caption(line, said, words),
        "table": words["table"],
        "columns": words["columns"] if line["rows"] else words["columns"][:-1],
        "rows": _rows(line, words),
        "icon": icons.chart(sort, f"{id}-i", icon_says),
        "icon_word": words["icons"][sort],
        "small": small.chart(line, f"{id}-s", small_says, ""),
    }


def _rows(line: Line, words: Words) -> list[list[object]]:
    onset, numbers = line["onset"], cast("Sequence[int | None]", line["rows"] or [None] * len(line["values"]))
    since = onset[0] if onset is not None and captions.held_against_before(line) else None
    columns = zip(
        line["starts"],
        line["ends"],
        line["values"],
        line["denominators"],
        xmr.shown(line),
        numbers,
        strict=True,
    )
    return [
        [
            _period(start, end),
            xmr.written(line, value),
            "" if out_of is None else number(out_of),
            words["causes" if since is None else "causes_since"][cause],
            *([] if row is None else [row]),
        ]
        for start, end, value, out_of, cause, row in columns
    ]


def _title(line: Line, t: Words) -> str:
    call = t["calls"][line["call"]]
    if line["onset"] is None:
        return fill(t["chart"]["title"], title=line["title"], call=call)
    if line["fell"] is not None:
        days = {"onset": svg.month(line["onset"][0]), "fell": svg.month(line["fell"])}
        return fill(t["chart"]["title_faded"], title=line["title"], call=call, **days)
    return fill(t["chart"]["title_since"], title=line["title"], call=call, onset=svg.month(line["onset"][0]))


def _period(start: str, end: str) -> str:
    return svg.month(start) if start[:7] == end[:7] else f"{svg.month(start)} – {svg.month(end)}"


def stream_figure(document: Document, t: Words) -> Figure | None:
    """The calendar strip; None where nothing was recorded."""
    stream = document["pictures"] and document["pictures"]["stream"]
    if stream is None:
        return None
    words, totals = t["better"], [sum(row) for row in stream["counts"]]
    title = fill(
        words["stream_chart"],
        count=sum(totals),
        teams=len(totals),
        first=svg.month(stream["months"][0]),
        last=svg.month(stream["months"][-1]),
    )
    listed = "; ".join(f"{team}: {total}" for team, total in zip(stream["teams"], totals, strict=True))
    says = fill(words["stream_describe"], list=listed)
    rows = [
        [svg.month(month), *(row[place] for row in stream["counts"])] for place, month in enumerate(stream["months"])
    ]
    return {
        "id": "stream-chart",
        "title": title,
        "svg": strip.chart(stream, "stream-chart", title, says, document["bundle"]["notified_on"]),
        "caption": words["stream_caption"],
        "table": words["stream_table"],
        "columns": [words["columns_month"], *stream["teams"]],
        "rows": rows,
    }


def heap_figures(document: Document, t: Words) -> list[Figure]:
    """A histogram for each indicator with a deadline and durations enough."""
    pictures = document["pictures"]
    return [_heap(heap, n, t) for n, heap in enumerate(pictures["heaps"] if pictures else (), 1)]


def _heap(heap: Heap, place: int, t: Words) -> Figure:
    words, id = t["questions"], f"heap-{place}"
    rows = list(zip(heap["days"], heap["counts"], heap["expected"], strict=True))
    last = [row for row in rows if heap["deadline"] - 7 < row[0] <= heap["deadline"]]
    inside, expected = sum(row[1] for row in last), round(sum(row[2] for row in last))
    title = fill(words["heap_chart"], title=heap["title"], deadline=heap["deadline"], unit=heap["unit"])
    says = fill(words["heap_describe"], inside=inside, expected=expected)
    return {
        "id": id,
        "title": title,
        "svg": bunching.chart(heap, id, title, says),
        "caption": f"{says} {words['heap_caption']}",
        "table": t["chart"]["table"],
        "columns": words["columns_heap"],
        "rows": [[day, count, f"{value:.1f}"] for day, count, value in rows],
    }


def field_figures(shown: Sequence[Field], t: Words) -> list[Figure]:
    """The map of each field in which improvement can take place (`inspector.report.argument_view` words them)."""
    return [_field(field, f"field-{n}", t["fields"]) for n, field in enumerate(shown, 1)]


def _field(field: Field, id: str, words: Words) -> Figure:
    return {
        "id": id,
        "title": field["title"],
        "svg": fields.chart(
            field["parts"],
            [shown_beside(part, words) for part in field["parts"]],
            id,
            field["title"],
            field["describe"],
        ),
        "caption": field["says"],
        "table": words["table"],
        "columns": words["columns"],
        "rows": [
            [part["title"], shown_beside(part, words), ", ".join(examples_of(part, words))] for part in field["parts"]
        ],
    }
