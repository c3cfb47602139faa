"""An indicator as the NHS *Making Data Count* programme draws it, with the shape that was called laid over it."""

from collections.abc import Sequence

from inspector.report.charts import svg
from inspector.report.charts.svg import Scale
from inspector.report.document.shape.pictures import Line

WIDTH, HEIGHT, BARE = 320.0, 232.0, 190.0
LEFT, RIGHT, TOP, BOTTOM = 42.0, 314.0, 16.0, 170.0
LANE = 200.0
NEAR = 150
"""Days after the last figure within which the notification still fits on the time axis."""


def chart(line: Line, id: str, title: str, says: str, notified_on: str | None = None) -> str:
    """The chart of one line of a result's pictures; `id` is unique on its page."""
    share = is_share(line)
    # The middle of each period, worked out once for the four lines and the points.
    x, y = _across(line, notified_on), _upwards(line)
    middles = [
        x((svg.days(start) + svg.days(end)) / 2) for start, end in zip(line["starts"], line["ends"], strict=True)
    ]
    parts = [
        *_axes(line, x, y, share),
        *_onset(line, x),
        *_limits(line, middles, y),
        *_notified(line, x, notified_on),
        *_tests(line, x),
        *_points(line, middles, y),
    ]
    lane = bool(line["tests"]) or shows_notification(line, notified_on)
    return svg.frame(id, WIDTH, HEIGHT if lane else BARE, title, says, parts)


def is_share(line: Line) -> bool:
    """Whether the figures are shares, drawn as percentages."""
    unit = (line["unit"] or "").lower()
    return unit in ("share", "proportion") and max(map(abs, line["values"])) <= 1


def shows_notification(line: Line, notified_on: str | None) -> bool:
    """Whether the day of the notification is on the time axis of this chart."""
    return (
        notified_on is not None and svg.days(line["starts"][0]) <= svg.days(notified_on) <= svg.days(_last(line)) + NEAR
    )


def _last(line: Line) -> str:
    return line["ends"][-1]


def _across(line: Line, notified_on: str | None) -> Scale:
    stop = svg.days(_last(line))
    if notified_on is not None and shows_notification(line, notified_on):
        stop = max(stop, svg.days(notified_on) + 5)
    return Scale(svg.days(line["starts"][0]), stop, LEFT + 4, RIGHT)


def _upwards(line: Line) -> Scale:
    beside = (line["lower"], line["upper"], line["fitted"])
    drawn = [*line["values"], *(value for values in beside for value in values if value is not None)]
    low, high = min(drawn), max(drawn)
    spare = (high - low) * 0.06 or max(abs(high), 1.0) * 0.1
    return Scale(low - spare, high + spare, BOTTOM, TOP)


def _axes(line: Line, x: Scale, y: Scale, share: bool) -> list[str]:
    parts = []
    for value in svg.ticks(y.low, y.high):
        parts += [svg.line(LEFT, y(value), RIGHT, y(value), "c-grid")]
        parts += [svg.text(LEFT - 4, y(value) + 4, svg.number(value, share), "c-word", "end")]
    parts.append(svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, "c-axis"))
    first, last = line["starts"][0], _last(line)
    parts.append(svg.text(LEFT, BOTTOM + 14, svg.month(first), "c-word"))
    parts.append(svg.text(x(svg.days(last)), BOTTOM + 14, svg.month(last), "c-word", "end"))
    for year in range(int(first[:4]) + 1, int(last[:4]) + 1):
        parts.append(
            svg.line(x(svg.days(f"{year:04}-01-01")), BOTTOM, x(svg.days(f"{year:04}-01-01")), BOTTOM + 4, "c-axis")
        )
    for day in line["definition_changes"]:
        if x.low <= svg.days(day) <= x.high:
            parts += [svg.line(x(svg.days(day)), TOP, x(svg.days(day)), BOTTOM, "c-defined")]
            parts += [svg.text(x(svg.days(day)) + 2, BOTTOM - 4, "redefined", "c-word")]
    return parts


def _onset(line: Line, x: Scale) -> list[str]:
    if line["onset"] is None:
        return []
    onset, low, high = (x(svg.days(day)) for day in line["onset"])
    return [
        svg.box(low, TOP, max(high - low, 2), BOTTOM - TOP, "c-band"),
        svg.line(onset, TOP, onset, BOTTOM, "c-onset"),
        svg.text(min(onset, RIGHT - 86), TOP - 4, f"from {svg.month(line['onset'][0])}", "c-word"),
    ]


def _limits(line: Line, middles: Sequence[float], y: Scale) -> list[str]:
    parts = []
    sides: tuple[tuple[Sequence[float | None], str], ...] = (
        (line["lower"], "c-limit"),
        (line["upper"], "c-limit"),
        (line["centre"], "c-centre"),
        (line["fitted"], "c-fit"),
    )
    for values, kind in sides:
        # A level stretch needs its two ends alone.
        drawn = [
            (place, y(value))
            for place, value, before, after in zip(middles, values, [None, *values], [*values[1:], None], strict=False)
            if value is not None and not before == value == after
        ]
        parts.append(svg.path(drawn, kind))
    return parts


def _notified(line: Line, x: Scale, notified_on: str | None) -> list[str]:
    if notified_on is None or not shows_notification(line, notified_on):
        return []
    place = x(svg.days(notified_on))
    return [
        svg.line(place, TOP, place, LANE + 4, "c-told"),
        svg.text(min(place + 3, RIGHT), LANE + 26, "inspection announced", "c-word", "end" if place > 170 else "start"),
    ]


def _tests(line: Line, x: Scale) -> list[str]:
    """A stroke for each test that names the indicator, a flag for the one that a gain is said to follow."""
    inside = [test for test in line["tests"] if x.low <= svg.days(test["on"]) <= x.high]
    if not inside:
        return []
    parts = [
        svg.line(LEFT, LANE + 4, RIGHT, LANE + 4, "c-grid"),
        svg.text(LEFT - 4, LANE + 4, "tests", "c-word", "end"),
    ]
    for test in inside:
        place = x(svg.days(test["on"]))
        parts.append(svg.line(place, LANE - 4, place, LANE + 4, "c-test-asked" if test["doubtful"] else "c-test"))
        if test["claimed"]:
            parts.append(f'<path d="M{place:g},{LANE - 5:g} l-5,-8 l10,0 z" class="c-flag"/>')
            words, anchor = svg.shortened(test["entry"], 16), "end" if place > 160 else "start"
            parts.append(svg.text(place + (-7 if anchor == "end" else 7), LANE - 6, words, "c-word", anchor))
    return parts


def _points(line: Line, middles: Sequence[float], y: Scale) -> list[str]:
    """Round: common cause; diamond: improvement; square: concern; hollow: a probe asks about it."""
    places = [(place, y(value)) for place, value in zip(middles, line["values"], strict=True)]
    parts = [svg.path(places, "c-line")]
    for (px, py), cause, doubtful in zip(places, line["causes"], line["doubtful"], strict=True):
        hollow = " c-hollow" if doubtful else ""
        if cause == "common":
            parts.append(f'<circle cx="{px:g}" cy="{py:g}" r="2.6" class="c-common{hollow}"/>')
        elif cause == "improvement":
            parts.append(f'<path d="M{px:g},{py - 4.2:g} l4.2,4.2 l-4.2,4.2 l-4.2,-4.2 z" class="c-better{hollow}"/>')
        else:
            parts.append(svg.box(px - 3.1, py - 3.1, 6.2, 6.2, f"c-worse{hollow}"))
    return parts
