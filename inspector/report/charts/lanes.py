"""What happened beside the figures, under their time axis: tests of change, and recommendations and what was done about them."""

from collections.abc import Sequence

from inspector.report.charts import svg
from inspector.report.charts.svg import Scale
from inspector.report.document.shape.pictures import Event, Line, Mark

TESTS, EVENTS, LAST = 34.0, 26.0, 18.0
"""How high the lane of tests is, that of recommendations, and the line of words under both."""
MARKS = {
    "recommendation": '<circle cx="{x:g}" cy="{y:g}" r="3.4" class="c-made"/>',
    "action": '<path d="M{x:g},{up:g} l4,7 l-8,0 z" class="c-done"/>',
    "verified": '<path d="M{left:g},{y:g} l3,3.4 l5,-7" class="c-looked"/>',
}


def inside(days: Sequence[str], x: Scale) -> list[str]:
    """Those days that the time axis has."""
    return [day for day in days if x.low <= svg.days(day) <= x.high]


def tests(marks: Sequence[Mark], x: Scale, top: float, right: float, word: str) -> list[str]:
    """A stroke for each test that names the indicator, a flag with its id for the one that a gain is said to follow."""
    y = top + 24
    parts = _lane(x.start - 4, right, y, word)
    for one in marks:
        place = x(svg.days(one["on"]))
        parts.append(svg.line(place, y - 4, place, y + 4, "c-test-asked" if one["doubtful"] else "c-test"))
        if one["claimed"]:
            parts.append(f'<path d="M{place:g},{y - 5:g} l-5,-8 l10,0 z" class="c-flag"/>')
            anchor = "end" if place > (x.start + right) / 2 else "start"
            shown = svg.shortened(one["entry"], 16)
            parts.append(svg.text(place + (-7 if anchor == "end" else 7), y - 6, shown, "c-word", anchor))
    return parts


def events(found: Sequence[Event], x: Scale, top: float, right: float, word: str) -> list[str]:
    """A ring where a recommendation was made, a triangle where an action was done, a tick where somebody else looked."""
    y = top + 18
    parts, free = _lane(x.start - 4, right, y, word), x.start - 4
    for one in found:
        place = x(svg.days(one["on"]))
        parts.append(MARKS[one["kind"]].format(x=place, y=y, up=round(y - 4, 1), left=round(place - 4, 1)))
        words = svg.shortened(one["recommendation"], 10)
        wide = 3.4 * len(words)
        if one["kind"] == "recommendation" and place - wide >= free and place + wide <= right + 4:
            parts.append(svg.text(place, y - 7, words, "c-word", "middle"))
            free = place + wide + 4
    return parts


def lanes(line: Line, x: Scale) -> tuple[list[Mark], list[Event]]:
    """The tests and the events that the time axis has."""
    return (
        [one for one in line["tests"] if inside([one["on"]], x)],
        [one for one in line.get("events", []) if inside([one["on"]], x)],
    )


def _lane(left: float, right: float, y: float, word: str) -> list[str]:
    return [svg.line(left, y, right, y, "c-grid"), svg.text(left - 4, y + 4, word, "c-word", "end")]
